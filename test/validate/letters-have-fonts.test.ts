import {expect, it} from 'vitest'
import type {Finding} from '../../src/model/problem.ts'
import type {TextFamily} from '../../src/model/template.ts'
import {lettersHaveFonts} from '../../src/validate/rules/letters-have-fonts.ts'
import {articleOf} from '../support/manuscript.ts'

async function told(family: TextFamily): Promise<ReadonlyArray<string>> {
  const article = await articleOf('The letters ѿ, ҫ and қ, ғ.')
  const found: Array<Finding> = []
  const template = {...article.template, type: {...article.template.type, family}}
  lettersHaveFonts.check({...article, template}, (finding) => void found.push(finding), {})
  return found.map(({reason}) => reason)
}

it('tells letters that the family lacks which the template chooses', async () => {
  expect(await told('STIX Two')).toEqual([])
  expect(await told('Tinos')).toEqual([])
  expect(await told('Source Serif')).toEqual(['Cannot find `ѿ` in the fonts at hand'])
  expect(await told('EB Garamond')).toEqual(['Cannot find `ѿ` in the fonts at hand'])
})
