import type {ElementContent} from 'xast'
import {x} from 'xastscript'
import type {CslItem} from '../../model/article.ts'
import {xmlText} from './inline.ts'

/** A person as the citation style printed it, and where that ends. */
interface Printed {
  readonly content: ReadonlyArray<ElementContent>
  readonly end: number
}

/** What stands between two names, without and with a word for “and” of any language. */
const between = [/(?:\s*[,;])?\s*/uy, /(?:\s*[,;])?\s*(?:\p{L}{1,4}|&)\s+/uy]

/**
 * A printed reference with those who stand at its beginning marked: `person-group`, as JATS4R's Citations wants.
 * Names are looked for in the order of the data, each in the ways that styles print them; what is printed stays as it is.
 */
export function withPeople(children: ReadonlyArray<ElementContent>, item: CslItem): Array<ElementContent> {
  const [first, ...rest] = children
  if (first?.type !== 'text') return [...children]
  for (const role of ['author', 'editor']) {
    const group = groupOf(first.value, item[role])
    if (group === undefined) continue
    const left = first.value.slice(group.end)
    const after: ReadonlyArray<ElementContent> = left === '' ? [] : [{type: 'text', value: left}]
    return [x('person-group', {'person-group-type': role}, [...group.content]), ...after, ...rest]
  }
  return [...children]
}

function groupOf(text: string, people: unknown): Printed | undefined {
  if (!Array.isArray(people)) return undefined
  const content: Array<ElementContent> = []
  let end = 0
  for (const person of people as ReadonlyArray<unknown>) {
    const starts = content.length === 0 ? [0] : between.flatMap((pattern) => endOf(pattern, text, end) ?? [])
    const printed = starts
      .map((at) => ({at, found: printedAt(text, at, person)}))
      .find(({found}) => found !== undefined)
    if (printed?.found === undefined) break
    if (printed.at > end) content.push({type: 'text', value: text.slice(end, printed.at)})
    content.push(...printed.found.content)
    end = printed.found.end
  }
  return content.length === 0 ? undefined : {content, end}
}

function printedAt(text: string, at: number, person: unknown): Printed | undefined {
  const part = (key: string): string => {
    const value: unknown = typeof person === 'object' && person !== null ? Reflect.get(person, key) : undefined
    return typeof value === 'string' ? xmlText(value) : ''
  }
  const literal = part('literal')
  if (literal !== '') {
    const end = endOf(exactly(literal), text, at)
    return end === undefined ? undefined : {content: [x('collab', text.slice(at, end))], end}
  }
  const family = [part('non-dropping-particle'), part('family')].filter((piece) => piece !== '').join(' ')
  if (family === '') return undefined
  return familyFirst(text, at, family, part('given')) ?? givenFirst(text, at, family, part('given'))
}

/** “Knuth, D. E.”, “Knuth DE”, “Knuth”. */
function familyFirst(text: string, at: number, family: string, given: string): Printed | undefined {
  const end = endOf(exactly(family), text, at)
  if (end === undefined) return undefined
  const surname = x('surname', text.slice(at, end))
  const from = endOf(/,?\s+/uy, text, end)
  const to = from === undefined || given === '' ? undefined : endOf(inShort(given), text, from)
  if (from === undefined || to === undefined) return {content: [x('string-name', [surname])], end}
  const names = x('given-names', text.slice(from, to))
  return {content: [x('string-name', [surname, {type: 'text', value: text.slice(end, from)}, names])], end: to}
}

/** “D. E. Knuth”, “Donald E. Knuth”. */
function givenFirst(text: string, at: number, family: string, given: string): Printed | undefined {
  const to = given === '' ? undefined : endOf(inShort(given), text, at)
  const from = to === undefined ? undefined : endOf(/\s*/uy, text, to)
  const end = from === undefined ? undefined : endOf(exactly(family), text, from)
  if (to === undefined || from === undefined || end === undefined) return undefined
  const names = x('given-names', text.slice(at, to))
  const surname = x('surname', text.slice(from, end))
  return {content: [x('string-name', [names, {type: 'text', value: text.slice(to, from)}, surname])], end}
}

/** A name as it is, however wide its spaces are printed. */
function exactly(name: string): RegExp {
  return new RegExp(`${name.trim().split(/\s+/).map(escaped).join('\\s+')}(?!\\p{L})`, 'uy')
}

/** Given names in full or as initials, those behind the first perhaps left out: “Donald E.”, “D. E.”, “DE”, “D.”. */
function inShort(given: string): RegExp {
  const words = given
    .split(/[\s.-]+/)
    .filter((word) => word !== '')
    .slice(0, 8)
  const forms = words.map((word) => {
    const [initial = '', ...more] = [...word]
    return `${escaped(initial)}(?:${escaped(more.join(''))})?\\.?`
  })
  const nested = forms.reduceRight((after, form) => `${form}${after === '' ? '' : `(?:[\\s-]*${after})?`}`, '')
  return new RegExp(`${nested}(?!\\p{L})`, 'uy')
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}
