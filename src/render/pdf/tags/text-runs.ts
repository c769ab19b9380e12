import type {Operation} from './operations.ts'
import type {PageFont, Said} from './page-fonts.ts'
import {lastString, stringAt, widthOf} from './shown-strings.ts'
import type {Library} from './tree.ts'

/** A stretch of text as it is painted: on one line, in one font, in one piece of marked content. */
export interface TextRun {
  /** The number of the marked content on its page (ISO 32000-1, 14.7.4). */
  readonly content: number
  /** Of the font, in the units of `x` and `y`. */
  readonly size: number
  readonly x: number
  readonly y: number
  /** What leads from `x` to its last glyph, for `lastXOf`: steps, and operands of `Tj`. */
  readonly moves: ReadonlyArray<number | string>
  /** What follows its last space. */
  readonly lastWord: string
  /** It has no space. */
  readonly isOneWord: boolean
  /** An offset into the content of the page: what stands there is painted after it. */
  readonly end: number
  readonly font: PageFont
  /** From the units of `x` and `y` to those of the page. */
  readonly matrix: Matrix
}

/** Six numbers (ISO 32000-1, 8.3.4). */
type Matrix = readonly [number, number, number, number, number, number]

/** What the operators so far have set. */
interface State {
  readonly fonts: ReadonlyMap<string, PageFont>
  /** Numbers of the marked content that is open, the innermost last. */
  readonly marked: Array<number | undefined>
  /** Matrices to come back to, the last first. */
  readonly saved: Array<Matrix>
  matrix: Matrix
  font: PageFont | undefined
  size: number
  x: number
  y: number
  /** Steps of `Td` and operands of `Tj` since `x` was set. */
  moves: Array<number | string>
  /** Operands of `Tj` since the text object began. */
  shown: Array<string>
}

/** The last two numbers of six. */
const place = /^\s*(?:[-+.\d]+\s+){4}([-+.\d]+)\s+([-+.\d]+)/

/** What operators do to it, given their operands. */
const effects: ReadonlyMap<string, (state: State, operands: string, name: string | undefined) => void> = new Map([
  ['BMC', ({marked}) => void marked.push(marked.at(-1))],
  ['BDC', ({marked}, operands) => void marked.push(contentNumber(operands) ?? marked.at(-1))],
  ['EMC', ({marked}) => void marked.pop()],
  ['q', ({saved, matrix}) => void saved.push(matrix)],
  [
    'Q',
    (state) => {
      state.matrix = state.saved.pop() ?? state.matrix
    }
  ],
  [
    'cm',
    (state, operands) => {
      state.matrix = product(numbersOf(operands), state.matrix)
    }
  ],
  [
    'BT',
    (state) => {
      state.shown = []
    }
  ],
  [
    'Tf',
    (state, operands, name) => {
      state.font = state.fonts.get(name ?? '')
      state.size = numbersOf(operands).at(-1) ?? 0
    }
  ],
  [
    'Tm',
    (state, operands) => {
      const [, x = 0, y = 0] = place.exec(operands) ?? []
      state.x = Number(x)
      state.y = Number(y)
      state.moves = []
    }
  ],
  ['Td', ({moves}, operands) => void moves.push(numbersOf(operands)[0] ?? 0)],
  [
    'Tj',
    ({moves, shown}, operands) => {
      moves.push(operands)
      shown.push(operands)
    }
  ]
])

/** Read the tagged text of a page from its content, a byte a character, and its operations: as it is painted, in that order. */
export function textRuns(
  content: string,
  operations: Iterable<Operation>,
  fonts: ReadonlyMap<string, PageFont>,
  library: Library
): Array<TextRun> {
  const runs: Array<TextRun> = []
  const state: State = {
    fonts,
    marked: [],
    saved: [],
    matrix: [1, 0, 0, 1, 0, 0],
    font: undefined,
    size: 0,
    x: 0,
    y: 0,
    moves: [],
    shown: []
  }
  for (const {operator, start, end, name} of operations) {
    effects.get(operator)?.(state, content.slice(start, end - operator.length), name)
    if (operator !== 'ET') continue
    const {font, matrix, size, x, y, moves, shown} = state
    const number = state.marked.at(-1)
    const word = font && wordAtEnd(shown, font, library)
    if (font !== undefined && number !== undefined && word !== undefined)
      runs.push({content: number, size, x, y, moves, ...word, end: end - operator.length, font, matrix})
  }
  return runs
}

/** Whether the last glyph of a run begins at a place or to the right of it. */
export function reaches(run: TextRun, x: number): boolean {
  const goesRight =
    x <= run.x && run.moves.every((move) => (typeof move === 'string' ? !move.includes('-') : move >= 0))
  return goesRight || x <= lastXOf(run)
}

/** Where the last glyph of a run begins. */
export function lastXOf({x, moves}: TextRun): number {
  let last = x
  for (const move of moves) last += typeof move === 'string' ? widthOf(move) : move
  return last
}

function product(one: ReadonlyArray<number>, [g, h, i, j, k, l]: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = one
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

function numbersOf(operands: string): ReadonlyArray<number> {
  return operands.match(/-?[\d.]+/g)?.map(Number) ?? []
}

function contentNumber(operands: string): number | undefined {
  const number = /\/MCID (\d+)/.exec(operands)?.[1]
  return number === undefined ? undefined : Number(number)
}

/** What the last strings shown say after their last space; `undefined` if nothing is shown. */
function wordAtEnd(
  shown: ReadonlyArray<string>,
  font: PageFont,
  library: Library
): Pick<TextRun, 'lastWord' | 'isOneWord'> | undefined {
  let word = ''
  for (let index = shown.length - 1; index >= 0; index -= 1) {
    const operands = shown[index] ?? ''
    for (let at = lastString(operands, operands.length); at >= 0; at = lastString(operands, at)) {
      const {text, space} = saidBy(stringAt(operands, at), font, library)
      if (space >= 0) return {lastWord: text.slice(space + 1) + word, isOneWord: false}
      word = text + word
    }
  }
  return shown.length === 0 ? undefined : {lastWord: word, isOneWord: true}
}

function saidBy(operand: string, font: PageFont, library: Library): Said {
  const known = font.said.get(operand)
  if (known !== undefined) return known
  const text = textOf(operand, font, library)
  const said = {text, space: text.search(/\s(?=\S*$)/)}
  font.said.set(operand, said)
  return said
}

function textOf(operand: string, {texts}: PageFont, {PDFHexString, PDFString}: Library): string {
  const inner = operand.slice(1, -1)
  if (inner.length === 4 && operand.startsWith('<')) return texts.get(Number.parseInt(inner, 16)) ?? ''
  const bytes = operand.startsWith('<') ? PDFHexString.of(inner).asBytes() : PDFString.of(inner).asBytes()
  let text = ''
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += texts.get(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)) ?? ''
  return text
}
