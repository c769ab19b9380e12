import {readdirSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {rules} from '../../src/validate/index.ts'
import {at, check} from '../support/manuscript.ts'

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.examples.map((example) => [example.markdown, example] as const))('%j', async (_, example) => {
    const {problems} = await check(example.markdown, {
      files: example.files,
      settings: {[id]: rule.severity, ...example.settings}
    })
    const said = problems.filter((problem) => problem.id === id).map((problem) => `${at(problem)}${problem.reason}`)
    expect(said).toEqual(example.problems)
  })

  it('has an example that is clean, and one that is not', () => {
    expect(rule.examples.some(({problems}) => problems.length === 0)).toBe(true)
    expect(rule.examples.some(({problems}) => problems.length > 0)).toBe(true)
  })

  it('says what it is for in a sentence', () => {
    expect(rule.about).toMatch(/^\p{Lu}.*\.$/u)
  })
})

describe('rules', () => {
  it('are all registered, each under the name of its file', () => {
    const files = readdirSync('src/validate/rules').map((file) => file.replace(/\.ts$/, ''))
    expect(rules.map(({id}) => id).sort()).toEqual(files.sort())
  })
})
