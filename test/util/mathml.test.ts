import {describe, expect, it} from 'vitest'
import {mathml} from '../../src/util/mathml.ts'

describe('mathml', () => {
  it('gives a tree with the TeX in it', () => {
    const result = mathml('x^2', {display: true})
    expect(result).toMatchObject({tree: {tagName: 'math', properties: {display: 'block'}}})
    expect(JSON.stringify(result)).toContain('"application/x-tex"')
  })

  it('knows macros of the author', () => {
    expect(JSON.stringify(mathml('\\R', {display: false, macros: new Map([['\\R', '\\mathbb{R}']])}))).toContain('ℝ')
  })

  it.each([
    ['\\frac{1', "Unexpected end of input in a macro argument, expected '}'"],
    ['\\nosuch', 'Unsupported function name: \\nosuch']
  ])('says what is wrong with %j', (tex, reason) => {
    const result = mathml(tex, {display: false})
    expect('error' in result && result.error).toContain(reason)
    expect('error' in result && typeof result.offset).toBe('number')
  })

  it.each([
    ['a macro without end', '\\def\\a{\\a\\a}\\a'],
    ['depth', '{'.repeat(20_000) + '}'.repeat(20_000)],
    ['length', 'x'.repeat(100_000)],
    ['pollution', '\\__proto__ \\constructor \\toString'],
    ['an address', '\\href{javascript:alert(1)}{x}'],
    ['a control character', '\0\u202E\uD800']
  ])('survives %s', (_, tex) => {
    const start = Date.now()
    expect(JSON.stringify(mathml(tex, {display: false}))).not.toContain('javascript:alert(1)","')
    expect(Date.now() - start).toBeLessThan(5000)
  })
})
