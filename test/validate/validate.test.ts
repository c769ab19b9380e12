import {describe, expect, it} from 'vitest'
import {enrich} from '../../src/enrich/index.ts'
import type {Problem} from '../../src/model/problem.ts'
import type {RuleSetting} from '../../src/model/template.ts'
import {validate} from '../../src/validate/index.ts'
import {draftOf, paragraph} from '../support/draft.ts'

const wrong = paragraph(
  {
    type: 'crossReference',
    targets: [{label: 'fig:a'}, {label: 'fig:a'}],
    bare: false,
    capitalised: false,
    position: {file: 'paper.md', start: {line: 10, column: 2}, end: {line: 10, column: 8}},
    children: []
  },
  {
    type: 'crossReference',
    targets: [{label: 'fig:b'}],
    bare: false,
    capitalised: false,
    position: {file: 'paper.md', start: {line: 9, column: 30}, end: {line: 9, column: 36}},
    children: []
  }
)

async function problems(settings: Readonly<Record<string, RuleSetting>>): Promise<ReadonlyArray<Problem>> {
  const article = await enrich(draftOf([wrong], {template: {rules: new Map(Object.entries(settings))}}))
  const found: Array<Problem> = []
  validate(article, (problem) => void found.push(problem))
  return found
}

describe('validate', () => {
  it('says the same thing at the same place once, in the order of places', async () => {
    const found = (await problems({})).filter(({id}) => id === 'label-resolves')
    expect(found.map(({place}) => place?.start?.line)).toEqual([9, 10])
  })

  it('takes the severity from the rule, unless the template says otherwise', async () => {
    const severities = async (settings: Readonly<Record<string, RuleSetting>>) =>
      (await problems(settings)).filter(({id}) => id === 'title-present').map(({severity}) => severity)
    expect(await severities({})).toEqual(['error'])
    expect(await severities({'title-present': 'info'})).toEqual(['info'])
    expect(await severities({'title-present': ['warning', {}]})).toEqual(['warning'])
    expect(await severities({'title-present': 'off'})).toEqual([])
  })

  it('passes over an option that the rule cannot use, and says so', async () => {
    const found = await problems({'keywords-present': ['error', {min: 'many', constructor: 1}]})
    expect(found.filter(({id}) => id === 'keywords-present').map(({reason}) => reason)).toEqual([
      'Cannot find keywords, expected `keywords` in the front matter'
    ])
    expect(found.filter(({id}) => id === 'template-rule-known')).toHaveLength(2)
  })

  it('leaves the place open where nothing shows one', async () => {
    const found = await problems({})
    expect(found.find(({id}) => id === 'abstract-present')?.place).toBeUndefined()
  })
})
