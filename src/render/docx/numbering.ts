import type {Element} from 'xast'
import {namespaces, part, w} from './xml.ts'

/** The lists of a document; each ordered one counts for itself. */
export interface Lists {
  /** The number of a list. */
  add(kind: 'bullet' | 'ordered' | 'task', start: number, level: number): number
  file(): Uint8Array
}

/** Twips by which each level stands further in. */
export const step = 425

/** Word has nine levels. */
const levels = 9

const kinds = ['bullet', 'ordered', 'task'] as const

export function createLists(): Lists {
  const nums: Array<Element> = []
  const shared = new Map<string, number>()
  const add = (kind: (typeof kinds)[number], start: number, level: number) => {
    const known = shared.get(kind)
    if (known !== undefined) return known
    const number = nums.length + 1
    const restart = w('lvlOverride', {ilvl: level}, [w('startOverride', {val: start})])
    nums.push(
      w('num', {numId: number}, [
        w('abstractNumId', {val: kinds.indexOf(kind)}),
        ...(kind === 'ordered' ? [restart] : [])
      ])
    )
    if (kind !== 'ordered') shared.set(kind, number)
    return number
  }
  return {
    add,
    file: () => part(w('numbering', namespaces, [...kinds.map(abstract), ...nums]))
  }
}

/** The level of a list within so many others. */
export function levelOf(depth: number): number {
  return Math.min(levels - 1, depth)
}

function abstract(kind: (typeof kinds)[number], index: number): Element {
  return w('abstractNum', {abstractNumId: index}, [
    w('multiLevelType', {val: 'hybridMultilevel'}),
    ...Array.from({length: levels}, (_, level) => levelProperties(kind, level))
  ])
}

const bullets = ['•', '–', '·']
const formats = ['decimal', 'lowerLetter', 'lowerRoman']

function levelProperties(kind: (typeof kinds)[number], level: number): Element {
  const text = kind === 'ordered' ? `%${level + 1}.` : kind === 'bullet' ? (bullets[level % 3] ?? '•') : ''
  return w('lvl', {ilvl: level}, [
    w('start', {val: 1}),
    w('numFmt', {val: kind === 'ordered' ? (formats[level % 3] ?? 'decimal') : 'bullet'}),
    w('lvlText', {val: text}),
    w('lvlJc', {val: 'left'}),
    w('pPr', {}, [w('ind', {left: step * (level + 1), hanging: step})])
  ])
}
