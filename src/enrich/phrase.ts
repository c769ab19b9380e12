import type {Link, PhrasingContent, Text} from 'mdast'
import type {Label} from '../model/article.ts'
import type {Terms} from '../util/terms.ts'
import {numbered} from '../util/terms.ts'
import {listed} from './listed.ts'

export interface PhraseOptions {
  readonly kind: Label['kind']
  /** Each one once. */
  readonly targets: ReadonlyArray<Label>
  readonly words: Terms
  /** The number without the word. */
  readonly bare: boolean
  /** “3” of an equation, not “(3)”. */
  readonly unbracketed?: boolean
  /** The language in which to begin with a capital; `undefined` for as the word is. */
  readonly capital: string | undefined
}

/** “Figure 2”, “Figures 2–4 and 7”, “Equation (3)”, or the quoted heading of a section without a number. */
export function phrase({
  kind,
  targets,
  words,
  bare,
  capital,
  unbracketed = false
}: PhraseOptions): Array<PhrasingContent> {
  const counted = targets.filter(({number}) => number !== undefined)
  const nameless = targets
    .filter(({number}) => number === undefined)
    .map((label) => [link(label, nameOf(label, words))])
  if (counted.length === 0) return listed(nameless, words)
  const {one, many} = bare || kind === 'proof' ? {one: '#', many: '#'} : words[kind]
  const pattern = counted.length === 1 ? one : many
  const [before = '', after = ''] = numbered(capital === undefined ? pattern : capitalise(pattern, capital), '#').split(
    '#'
  )
  return listed([around(before, numberLinks(counted, unbracketed), after, words), ...nameless], words)
}

/** A lone link takes its word in: a larger target for the finger, and sense when it is read out alone. */
function around(before: string, items: ReadonlyArray<Array<PhrasingContent>>, after: string, words: Terms) {
  const [first] = items[0] ?? []
  const lone = items.length === 1 && items[0]?.length === 1 && first?.type === 'link' ? first : undefined
  const [opening, closing] = [text(before), text(after)]
  if (lone !== undefined) return [{...lone, children: [...opening, ...lone.children, ...closing]}]
  return [...opening, ...listed(items, words), ...closing]
}

/** Links in the order of their numbers, three or more in a row as a range. */
function numberLinks(labels: ReadonlyArray<Label>, unbracketed: boolean): ReadonlyArray<Array<PhrasingContent>> {
  inNumericOrder ??= new Intl.Collator('en', {numeric: true})
  const {compare} = inNumericOrder
  const sorted = labels.toSorted((a, b) => compare(a.number ?? '', b.number ?? ''))
  const runs: Array<Array<Label>> = []
  for (const label of sorted) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run !== undefined && last !== undefined && follows(last, label)) run.push(label)
    else runs.push([label])
  }
  return runs.flatMap((run) => {
    const links = run.map((label) => link(label, unbracketed ? (label.number ?? '') : printed(label)))
    const [first, last] = [links[0], links.at(-1)]
    if (links.length < 3 || first === undefined || last === undefined) return links.map((one) => [one])
    return [[first, ...text('–'), afterRange(last, run.at(-1))]]
  })
}

/** “1a–c”: what a range ends with is the letter alone; appendices are letters. */
function afterRange(last: Link, label: Label | undefined): Link {
  const letter = /^.*\d([a-z])$/.exec(label?.number ?? '')?.[1]
  return letter === undefined || label?.kind === 'equation' ? last : {...last, children: text(letter)}
}

/** Made at need: it takes a while. */
let inNumericOrder: Intl.Collator | undefined

/** Whether a number comes right after another of the same series: 4 after 3, 2.2 after 2.1, 1b after 1a, B after A. */
function follows(a: Label, b: Label): boolean {
  const [, aParts, aLetter] = /^(.*\d|)([a-zA-Z])$/.exec(a.number ?? '') ?? []
  const [, bParts, bLetter] = /^(.*\d|)([a-zA-Z])$/.exec(b.number ?? '') ?? []
  if (aLetter !== undefined && bLetter !== undefined)
    return aParts === bParts && bLetter.charCodeAt(0) === aLetter.charCodeAt(0) + 1
  const [, aSeries, aCount] = /^(.*?)(\d{1,9})$/.exec(a.number ?? '') ?? []
  const [, bSeries, bCount] = /^(.*?)(\d{1,9})$/.exec(b.number ?? '') ?? []
  return aCount !== undefined && aSeries === bSeries && Number(bCount) === Number(aCount) + 1
}

function printed({kind, number = ''}: Label): string {
  return kind === 'equation' ? `(${number})` : number
}

function nameOf({kind, title}: Label, words: Terms): string {
  const [opening, closing] = words.quotes
  if (title !== undefined && title !== '') return `${opening}${title}${closing}`
  return kind === 'proof' ? words.proof : words[kind].one.replace('#', '').trim()
}

/** Only the language counts for capitals (Turkish has its own i), and it may come with parts that no locale knows. */
function capitalise(word: string, language: string): string {
  const [first = ''] = word
  const [locale = 'en'] = /^[a-z]{2,3}(?=-|$)/i.exec(language) ?? []
  return first.toLocaleUpperCase(locale) + word.slice(first.length)
}

function link(label: Label, words: string): Link {
  return {type: 'link', url: `#${label.identifier}`, children: [{type: 'text', value: words}]}
}

function text(value: string): Array<Text> {
  return value === '' ? [] : [{type: 'text', value}]
}
