import type {PDFDocument, PDFPage} from '@cantoo/pdf-lib'
import * as library from '@cantoo/pdf-lib'
import {readContent} from '../../src/render/pdf/tags/content.ts'
import type {Operation} from '../../src/render/pdf/tags/operations.ts'
import {operations} from '../../src/render/pdf/tags/operations.ts'
import type {PageFont} from '../../src/render/pdf/tags/page-fonts.ts'
import {pageFonts} from '../../src/render/pdf/tags/page-fonts.ts'
import {shownStrings} from '../../src/render/pdf/tags/shown-strings.ts'

/** Text as it is painted: on one line, in one font. Points from the page's top left. */
export interface Painted {
  /** From 1. */
  readonly page: number
  /** The number of its marked content; `undefined` for artifacts. */
  readonly content: number | undefined
  readonly text: string
  readonly x: number
  /** Where its last glyph begins. */
  readonly lastX: number
  /** Of its baseline. */
  readonly y: number
  readonly size: number
  /** The face is slanted, or thickened by drawing its outline. */
  readonly faked: boolean
  /** By 90°, more or less. */
  readonly turned: boolean
  /** Letters stand nearer to some letters than to others. */
  readonly kerned: boolean
  /** Some of it lies where nothing is painted. */
  readonly clipped: boolean
}

/** A filled or stroked box that is no higher than a rule. */
interface Rule {
  readonly page: number
  readonly x: number
  readonly y: number
}

/** A picture, or part of a drawing. */
interface Picture {
  readonly page: number
  /** The number of its marked content; `undefined` for artifacts. */
  readonly content: number | undefined
  readonly box: Box
}

/** Left, top, right and bottom; points from the page's top left. */
export type Box = readonly [number, number, number, number]

export interface PaintedPages {
  readonly texts: ReadonlyArray<Painted>
  readonly rules: ReadonlyArray<Rule>
  readonly pictures: ReadonlyArray<Picture>
  /** Of pages, in points. */
  readonly heights: ReadonlyArray<number>
  /** Of pages, in points. */
  readonly widths: ReadonlyArray<number>
}

type Matrix = readonly [number, number, number, number, number, number]

interface State {
  readonly height: number
  readonly page: number
  readonly fonts: ReadonlyMap<string, PageFont>
  readonly marked: Array<number | undefined>
  readonly saved: Array<{matrix: Matrix; clip: Box}>
  readonly out: {
    texts: Array<Painted>
    rules: Array<Rule>
    pictures: Array<Picture>
    heights: Array<number>
    widths: Array<number>
  }
  /** Of letters in this text, by letter: lines may have theirs further apart. */
  advances: Map<string, number>
  matrix: Matrix
  /** What is painted outside is not seen. */
  clip: Box
  /** That of the path that is drawn, as far as it is made of boxes. */
  path: Box | undefined
  text: Matrix
  font: PageFont | undefined
  size: number
  mode: number
  kerned: boolean
  moved: number
  shown: string
  /** What was shown last. */
  last: string
}

/** Points by which letters may reach over the edge of what is painted. */
const slack = 1

const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** Read what pages paint, in that order. */
export function painted(pdf: PDFDocument): PaintedPages {
  const fontsOf = pageFonts(library)
  const out: State['out'] = {texts: [], rules: [], pictures: [], heights: [], widths: []}
  pdf.getPages().forEach((page, index) => {
    const content = readContent(page, library)
    const {height, width} = page.getSize()
    out.heights.push(height)
    out.widths.push(width)
    if (content !== undefined) readPage(content, initial(page, index + 1, fontsOf(page), out))
  })
  return out
}

function initial(page: PDFPage, number: number, fonts: ReadonlyMap<string, PageFont>, out: State['out']): State {
  const {width, height} = page.getSize()
  const start = {
    matrix: identity,
    clip: [0, 0, width, height] as const,
    path: undefined,
    text: identity,
    font: undefined,
    size: 0,
    mode: 0,
    ...nothing()
  }
  return {height, page: number, fonts, out, marked: [], saved: [], ...start}
}

/** Of a text that begins. */
function nothing(): Pick<State, 'advances' | 'kerned' | 'last' | 'moved' | 'shown'> {
  return {advances: new Map(), kerned: false, last: '', moved: 0, shown: ''}
}

function readPage(content: string, state: State): void {
  for (const operation of operations(content)) {
    const operands = content.slice(operation.start, operation.end - operation.operator.length)
    effects[operation.operator]?.(state, operands, operation)
  }
}

type Effect = (state: State, operands: string, operation: Operation) => void

const effects: Readonly<Record<string, Effect>> = {
  q: ({saved, matrix, clip}) => void saved.push({matrix, clip}),
  Q: (state) => void Object.assign(state, state.saved.pop()),
  cm(state, operands) {
    state.matrix = product(matrixOf(operands), state.matrix)
  },
  BMC: ({marked}) => void marked.push(undefined),
  BDC({marked}, operands) {
    const number = /\/MCID (\d+)/.exec(operands)?.[1]
    marked.push(number === undefined ? marked.at(-1) : Number(number))
  },
  EMC: ({marked}) => void marked.pop(),
  BT(state) {
    Object.assign(state, {text: identity, ...nothing()})
  },
  Tr(state, operands) {
    state.mode = Number(operands)
  },
  Tf(state, operands, {name}) {
    state.font = state.fonts.get(name ?? '')
    state.size = numbersOf(operands).at(-1) ?? 0
  },
  Tm(state, operands) {
    state.text = matrixOf(operands)
  },
  Td(state, operands) {
    state.moved += numbersOf(operands)[0] ?? 0
  },
  Tj(state, operands) {
    for (const {moved, operand} of shownStrings(operands)) {
      state.moved += moved
      if (moved !== 0) noteAdvance(state, moved)
      state.last = textOf(operand, state.font)
      state.shown += state.last
    }
  },
  ET: endText,
  re(state, operands) {
    const [x = 0, y = 0, width = 0, height = 0] = numbersOf(operands)
    const box = boxOf(placed(state.matrix, x, y), placed(state.matrix, x + width, y + height), state.height)
    const [left, top, right, bottom] = box
    if (bottom - top < 1.6 && right - left > 20) state.out.rules.push({page: state.page, x: left, y: top})
    state.path = box
  },
  m(state) {
    state.path = undefined
  },
  W: clipByPath,
  'W*': clipByPath,
  // Pictures are as large as the unit; drawings are cut to what they take.
  Do: (state) => addPicture(state, boxOf(placed(state.matrix, 0, 0), placed(state.matrix, 1, 1), state.height)),
  S: (state) => addPicture(state, state.clip),
  f: (state) => addPicture(state, state.clip)
}

function addPicture({marked, out, page, clip}: State, box: Box): void {
  out.pictures.push({page, content: marked.at(-1), box: shared(clip, box)})
}

/** What two boxes have in common. */
function shared([left, top, right, bottom]: Box, other: Box): Box {
  return [Math.max(left, other[0]), Math.max(top, other[1]), Math.min(right, other[2]), Math.min(bottom, other[3])]
}

function clipByPath(state: State): void {
  if (state.path !== undefined) state.clip = shared(state.clip, state.path)
}

function boxOf(from: readonly [number, number], to: readonly [number, number], height: number): Box {
  const [left, right] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])]
  return [left, height - Math.max(from[1], to[1]), right, height - Math.min(from[1], to[1])]
}

function endText(state: State): void {
  if (state.shown === '') return
  const whole = product(state.text, state.matrix)
  const [x, y] = placed(whole, 0, 0)
  const [lastX] = placed(whole, state.moved, 0)
  const [a, b, c, d] = whole
  const size = state.size * Math.hypot(c, d)
  const [left, top, right, bottom] = state.clip
  const [from, to] = [Math.min(x, lastX), Math.max(x, lastX)]
  const [upper, lower] = [state.height - y - size / 2, state.height - y]
  state.out.texts.push({
    page: state.page,
    content: state.marked.at(-1),
    text: state.shown,
    x,
    lastX,
    y: state.height - y,
    size,
    faked: Math.abs(a * c + b * d) > 0.01 * Math.abs(a * d - b * c) || state.mode === 1 || state.mode === 2,
    turned: Math.abs(b) > Math.abs(a),
    kerned: state.kerned,
    clipped: from < left - slack || to > right + slack || upper < top - slack || lower > bottom + slack
  })
}

function textOf(operand: string, font: PageFont | undefined): string {
  const codes = operand.match(/[\da-f]{4}/gi) ?? []
  return codes.map((code) => font?.texts.get(Number.parseInt(code, 16)) ?? '').join('')
}

/** A letter that is now wider, now narrower in one text is kerned; ligatures are other glyphs. */
function noteAdvance(state: State, moved: number): void {
  const {size, last, advances} = state
  if (!/^\p{L}$/u.test(last)) return
  const before = advances.get(last)
  const now = moved / size
  if (before === undefined) advances.set(last, now)
  else if (Math.abs(before - now) > 0.01) state.kerned = true
}

function numbersOf(operands: string): ReadonlyArray<number> {
  return operands.match(/-?(?:\d+\.?\d*|\.\d+)(?=\s|$)/g)?.map(Number) ?? []
}

function matrixOf(operands: string): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(operands)
  return [a, b, c, d, e, f]
}

function product([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

function placed([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}
