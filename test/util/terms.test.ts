import {describe, expect, it} from 'vitest'
import {numbered, terms} from '../../src/util/terms.ts'

describe('terms', () => {
  it('takes the longest known beginning of a tag', () => {
    expect(terms('ru-RU').abstract).toBe('Аннотация')
    expect(terms('uz').keywords).toBe('Kalit soʻzlar')
    expect(terms('uz-Cyrl-UZ').keywords).toBe('Калит сўзлар')
    expect(terms('EN_gb').abstract).toBe('Abstract')
  })

  it('falls back to English', () => {
    expect(terms('tlh').figure.one).toBe('Figure #')
    expect(terms('').figure.one).toBe('Figure #')
    expect(terms('constructor').figure.one).toBe('Figure #')
  })

  it('puts the number where the language wants it', () => {
    expect(numbered(terms('en').figure.caption, '2')).toBe('Figure\u00A02')
    expect(numbered(terms('uz').figure.caption, '2')).toBe('2-rasm')
    expect(numbered(terms('de').equation.one, '(3)')).toBe('Gleichung\u00A0(3)')
  })

  it('keeps a place for the number in every counted term', () => {
    for (const language of ['de', 'en', 'es', 'fr', 'it', 'kk', 'pl', 'pt', 'ru', 'tr', 'uk', 'uz', 'uz-Cyrl']) {
      const {figure, table, listing, section, equation, appendix, note} = terms(language)
      for (const term of [figure, table, listing, section, equation, appendix, note])
        for (const pattern of Object.values(term)) expect(pattern.split('#')).toHaveLength(2)
    }
  })
})
