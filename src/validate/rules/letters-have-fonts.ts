import type {Code, InlineCode, Nodes, Text} from 'mdast'
import type {Place} from '../../model/place.ts'
import {placeOf} from '../../model/place.ts'
import {isHeld} from '../../util/held-characters.ts'
import {nodesOf} from '../../util/nodes.ts'
import {placeWithin} from '../place-within.ts'
import type {Rule} from '../rule.ts'

export const lettersHaveFonts: Rule = {
  id: 'letters-have-fonts',
  about:
    'Every letter is in a font that travels with the article: what a machine puts in its place differs from one to the next.',
  severity: 'warning',
  defaults: {},
  check(article, report) {
    if ((article.fonts ?? []).length > 0) return
    const missing = new Map<string, Missing>()
    for (const node of nodesOf(article)) {
      if (!isWritten(node) || isPlain.test(node.value)) continue
      for (const {0: letter, index} of node.value.matchAll(/./gsu)) {
        if (isHeld(letter)) continue
        const script = scriptOf(letter)
        const found = missing.get(script) ?? {letters: new Set(), place: placeIn(node, letter, index)}
        missing.set(script, {...found, letters: found.letters.add(letter)})
      }
    }
    for (const [script, {letters, place}] of missing) {
      const named = [...letters].slice(0, most).map((letter) => `\`${letter}\``)
      const others = letters.size > most ? ` and ${letters.size - most} more` : ''
      report({
        reason: `Cannot find ${named.join(', ')}${others} in the fonts at hand${script}`,
        place,
        note: 'They are drawn in whatever font the machine has. Put a font that has them into the manuscript’s folder and name it in the front matter: `fonts: [fonts/Name-Regular.ttf]`.'
      })
    }
  },
  examples: [
    {markdown: 'Oʻzbek, қоғоз, ἀρχή, naïve → 𝔸, \u200Bzero.', problems: []},
    {
      markdown: 'The word كتاب is\na book, 書 too, and כ.',
      problems: [
        '1:10 Cannot find `ك`, `ت`, `ا`, `ب` in the fonts at hand: they are of the Arabic script',
        '2:9 Cannot find `書` in the fonts at hand: they are of the Han script',
        '2:20 Cannot find `כ` in the fonts at hand: they are of the Hebrew script'
      ]
    },
    {
      markdown: 'Code `a → 書` and `├── α`.',
      problems: ['1:6 Cannot find `書` in the fonts at hand: they are of the Han script']
    },
    {
      markdown: 'Well 😀, 🎉.',
      problems: ['1:6 Cannot find `😀`, `🎉` in the fonts at hand']
    }
  ]
}

interface Missing {
  readonly letters: Set<string>
  readonly place: Place | undefined
}

/** Letters that are named. */
const most = 6

/** Nothing else need be looked at one by one. */
const isPlain = /^[\0-\u017F\u0400-\u045F\u2010-\u2026\u2212]*$/

const scripts = [
  ...['Arabic', 'Armenian', 'Bengali', 'Bopomofo', 'Devanagari', 'Ethiopic', 'Georgian', 'Gujarati', 'Gurmukhi', 'Han'],
  ...['Hangul', 'Hebrew', 'Hiragana', 'Kannada', 'Katakana', 'Khmer', 'Lao', 'Malayalam', 'Mongolian', 'Myanmar'],
  ...['Sinhala', 'Syriac', 'Tamil', 'Telugu', 'Thaana', 'Thai', 'Tibetan']
].map((name) => ({name, letters: new RegExp(`\\p{Script=${name}}`, 'u')}))

function scriptOf(letter: string): string {
  const script = scripts.find(({letters}) => letters.test(letter))
  return script === undefined ? '' : `: they are of the ${script.name} script`
}

function isWritten(node: Nodes): node is Code | InlineCode | Text {
  return node.type === 'text' || node.type === 'inlineCode' || node.type === 'code'
}

/** Of code, where it begins. */
function placeIn(node: Code | InlineCode | Text, letter: string, index: number): Place | undefined {
  return node.type === 'text' ? placeWithin(node, index, letter.length) : placeOf(node)
}
