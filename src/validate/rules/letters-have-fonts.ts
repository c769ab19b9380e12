import type {Code, InlineCode, Nodes, Text} from 'mdast'
import type {InlineMath, Math as MathBlock} from 'mdast-util-math'
import type {Article} from '../../model/article.ts'
import type {Place} from '../../model/place.ts'
import {placeOf} from '../../model/place.ts'
import type {SetIn} from '../../util/held-characters.ts'
import {isHeld} from '../../util/held-characters.ts'
import {nodesOf} from '../../util/nodes.ts'
import {walk} from '../../util/walk.ts'
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
    for (const {letter, place} of strangersIn(article)) {
      const script = scriptOf(letter)
      const found = missing.get(script) ?? {letters: new Set(), place: place()}
      missing.set(script, {...found, letters: found.letters.add(letter)})
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
      markdown: 'The letter Ѥ, and `Ѥ` in code.',
      problems: ['1:19 Cannot find `Ѥ` in the fonts at hand']
    },
    {
      markdown: 'Where $x = \\text{書}$.',
      problems: ['1:7 Cannot find `書` in the fonts at hand: they are of the Han script']
    },
    {
      markdown: '---\nbibliography: refs.bib\n---\n\nAs told [@a].',
      files: {'refs.bib': '\n@book{a, title = {紅楼夢}, year = 1990}'},
      problems: ['refs.bib:2:1 Cannot find `紅`, `楼`, `夢` in the fonts at hand: they are of the Han script']
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

interface Stranger {
  readonly letter: string
  readonly place: () => Place | undefined
}

/** Letters that no font has of those that they are set in, in reading order. */
function* strangersIn(article: Article): Generator<Stranger> {
  for (const node of nodesOf(article)) {
    if (!isWritten(node) || isPlain.test(node.value)) continue
    for (const {0: letter, index} of node.value.matchAll(/./gsu))
      if (!isHeld(letter, setIn(node, article)))
        yield {letter, place: () => placeIn(node, letter, index) ?? entryOf(node, article)}
  }
}

/** What a text is set in; formulas have a font of their own, which lends text what it lacks. */
function setIn({type}: Written, {template}: Article): SetIn | undefined {
  if (type === 'code' || type === 'inlineCode') return 'code'
  return type === 'text' ? template.type?.family : undefined
}

/** Where the entry stands of the work that a text is printed of. */
function entryOf(text: Nodes, article: Article): Place | undefined {
  for (const node of nodesOf(article))
    if (node.type === 'reference' && [...walk([node])].includes(text)) return article.library.get(node.key)?.place
  return undefined
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

type Written = Code | InlineCode | InlineMath | MathBlock | Text

const written: ReadonlySet<string> = new Set<Written['type']>(['code', 'inlineCode', 'inlineMath', 'math', 'text'])

function isWritten(node: Nodes): node is Written {
  return written.has(node.type)
}

/** Of code and formulas, where they begin. */
function placeIn(node: Written, letter: string, index: number): Place | undefined {
  return node.type === 'text' ? placeWithin(node, index, letter.length) : placeOf(node)
}
