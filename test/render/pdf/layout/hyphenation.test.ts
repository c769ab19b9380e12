import {describe, expect, it} from 'vitest'
import {hyphenation} from '../../../../src/render/pdf/layout/hyphenation.ts'

async function divided(text: string, language: string): Promise<string | undefined> {
  const divide = await hyphenation([language])
  return divide?.(text, language).replaceAll('\u00ad', '-')
}

describe('the division of words', () => {
  it('takes no scrap of a word to the next line', async () => {
    expect(await divided('parameter, parameters.', 'en-GB')).toBe('para-meter, para-met-ers.')
    expect(await divided('alliances', 'en')).toBe('al-liances')
    expect(await divided('абсолютная', 'ru')).toBe('аб-со-лют-ная')
    expect(await divided('параметры', 'ru')).toBe('па-ра-мет-ры')
  })

  it('leaves addresses, numbers and what is divided already', async () => {
    const text = 'https://example.org/something a1234567 par\u00adameter name@example.org'
    expect(await divided(text, 'en-GB')).toBe(text.replaceAll('\u00ad', '-'))
  })

  it('has none for a language without patterns', async () => {
    expect(await divided('hamkorligining', 'uz')).toBeUndefined()
  })
})
