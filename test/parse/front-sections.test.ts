import {describe, expect, it} from 'vitest'
import {textOf} from '../../src/util/text.ts'
import {articleOf} from '../support/manuscript.ts'

async function front(markdown: string) {
  const {meta, body} = await articleOf(markdown)
  const others = [...meta.translations].map(([tag, {abstract, keywords}]) => [tag, textOf(abstract ?? []), ...keywords])
  return {own: [textOf(meta.abstract ?? []), ...meta.keywords], others, body: textOf(body).replace(/\n/g, ' ')}
}

describe('sections of the text that are front matter', () => {
  it('are abstracts and keywords, in each language', async () => {
    const text = `---
title: T
lang: uz
---

# Annotatsiya

Qisqacha.

**Kalit so'zlar:** bir.

# Kalit so‘zlar

bir, ikki

# Аннотация

Коротко.

# Ключевые слова

раз; два, три.

# ABSTRACT

In short.

# Keywords

one, two

# Kirish

Matn.
`
    expect(await front(text)).toEqual({
      own: ['Qisqacha.\nKalit soʻzlar: bir.', 'bir', 'ikki'],
      others: [
        ['ru', 'Коротко.', 'раз', 'два, три'],
        ['en', 'In short.', 'one', 'two']
      ],
      body: 'Kirish Matn.'
    })
  })

  it('are the article’s own, whatever they are called, where there is no other', async () => {
    const {own, others} = await front(
      '---\ntitle: T\nlang: uz\n---\n\n## Abstract\n\nQisqacha.\n\n### Usul\n\nX.\n\n# Kirish\n\nMatn.'
    )
    expect([own, others]).toEqual([['Qisqacha.\nUsul\nX.'], []])
  })

  it('stay in the text where the front matter has them', async () => {
    const {own, body} = await front(
      '---\ntitle: T\nabstract: A.\nkeywords: [k]\n---\n\n# Abstract\n\nB.\n\n# Keywords\n\nl'
    )
    expect([own, body]).toEqual([['A.', 'k'], 'Abstract B. Keywords l'])
  })

  it('stay where they say nothing, or more than words', async () => {
    expect((await front('# Abstract\n\n# Keywords\n\n- one\n- two')).body).toBe('Abstract Keywords one two')
    expect((await front('# Abstract {role=none}\n\nArt.')).body).toBe('Abstract Art.')
  })
})
