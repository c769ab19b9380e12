import type {Element} from 'xast'
import type {ListNumbering, NumberStyle} from '../../model/list-numbering.ts'
import {namespaces, part, w} from './xml.ts'

/** The lists of a document; each ordered one counts for itself. */
export interface Lists {
  /** The number of a list. */
  add(kind: Kind, start: number, level: number, numbering?: ListNumbering): number
  file(): Uint8Array
}

/** Twips by which each level stands further in. */
export const step = 425

/** Word has nine levels. */
const levels = 9

const kinds = ['bullet', 'ordered', 'task'] as const

type Kind = (typeof kinds)[number]

export function createLists(): Lists {
  const nums: Array<Element> = []
  const shared = new Map<string, number>()
  const abstracts = kinds.map((kind, index) => abstract(kind, index))
  const own = new Map<string, number>()
  const abstractOf = (kind: Kind, numbering: ListNumbering | undefined): number => {
    if (kind !== 'ordered' || numbering === undefined) return kinds.indexOf(kind)
    const name = `${numbering.style} ${numbering.delimiter}`
    const known = own.get(name)
    if (known !== undefined) return known
    own.set(name, abstracts.length)
    return abstracts.push(abstract(kind, abstracts.length, numbering)) - 1
  }
  const add = (kind: Kind, start: number, level: number, numbering?: ListNumbering) => {
    const known = shared.get(kind)
    if (known !== undefined) return known
    const number = nums.length + 1
    const restart = w('lvlOverride', {ilvl: level}, [w('startOverride', {val: start})])
    nums.push(
      w('num', {numId: number}, [
        w('abstractNumId', {val: abstractOf(kind, numbering)}),
        ...(kind === 'ordered' ? [restart] : [])
      ])
    )
    if (kind !== 'ordered') shared.set(kind, number)
    return number
  }
  return {
    add,
    file: () => part(w('numbering', namespaces, [...abstracts, ...nums]))
  }
}

/** The level of a list within so many others. */
export function levelOf(depth: number): number {
  return Math.min(levels - 1, depth)
}

function abstract(kind: Kind, index: number, numbering?: ListNumbering): Element {
  return w('abstractNum', {abstractNumId: index}, [
    w('multiLevelType', {val: 'hybridMultilevel'}),
    ...Array.from({length: levels}, (_, level) => levelProperties(kind, level, numbering))
  ])
}

const bullets = ['•', '–', '·']
const formats = ['decimal', 'lowerLetter', 'lowerRoman']

/** Word's name of a way to count (ECMA-376, 17.18.59). */
function formatOf(level: number, numbering: ListNumbering | undefined): string {
  return numbering === undefined ? (formats[level % 3] ?? 'decimal') : ownFormats[numbering.style]
}

const ownFormats: Readonly<Record<NumberStyle, string>> = {
  decimal: 'decimal',
  'lower-alpha': 'lowerLetter',
  'lower-roman': 'lowerRoman',
  'upper-alpha': 'upperLetter',
  'upper-roman': 'upperRoman'
}

function around(number: string, numbering: ListNumbering | undefined): string {
  if (numbering === undefined || numbering.delimiter === 'period') return `${number}.`
  return `${numbering.delimiter === 'parentheses' ? '(' : ''}${number})`
}

function levelProperties(kind: Kind, level: number, numbering: ListNumbering | undefined): Element {
  const text =
    kind === 'ordered' ? around(`%${level + 1}`, numbering) : kind === 'bullet' ? (bullets[level % 3] ?? '•') : ''
  return w('lvl', {ilvl: level}, [
    w('start', {val: 1}),
    w('numFmt', {val: kind === 'ordered' ? formatOf(level, numbering) : 'bullet'}),
    w('lvlText', {val: text}),
    w('lvlJc', {val: 'left'}),
    w('pPr', {}, [w('ind', {left: step * (level + 1), hanging: step})])
  ])
}
