import {quoteMarks} from '../../util/quote-marks.ts'

/** What stands in a line for what others set: a formula, a citation, a number yet to be counted. */
export const setByOthers = '\uFFFC'

/** A line of text, whatever stands in it for a word as `setByOthers`. */
export interface Line {
  readonly text: string
  /** Where a character was escaped, to stand for itself. */
  readonly literal: ReadonlySet<number>
  /** The language at a place. */
  readonly languageAt: (index: number) => string
}

/** What to write in place of single characters, by their index. */
export type Replacements = Map<number, string>

interface State {
  readonly line: Line
  readonly out: Replacements
  /** Marks that await their fellows. */
  readonly open: Array<{readonly index: number; readonly mark: string}>
  /** Which of `open` are double. */
  readonly doubles: Array<number>
}

/**
 * Quotation marks and apostrophes for the straight ones, as pandoc’s `smart` has it for English:
 * pairs within the line; a mark that ends nothing opens what goes on in the next paragraph.
 * After a digit, a mark without a fellow is a foot, an inch, a minute or a second, and stays.
 */
export function quotes(line: Line, out: Replacements): void {
  const state: State = {line, out, open: [], doubles: []}
  for (const {index, 0: mark} of line.text.matchAll(/["']/g)) {
    if (line.literal.has(index)) continue
    if (mark === '"') double(state, index)
    else single(state, index)
  }
  settle(state, 0)
}

function double(state: State, index: number): void {
  const {before, after} = around(state.line, index)
  const opener = state.doubles.at(-1) ?? -1
  const [opening, closing] = quoteMarks(state.line.languageAt(state.open[opener]?.index ?? index)).outer
  const canOpen = !/\s/.test(after) && !isWord(before)
  if (opener >= 0 && !/[\s([{]/.test(before)) {
    settle(state, opener + 1)
    state.doubles.pop()
    state.out.set(state.open.pop()?.index ?? index, opening)
    state.out.set(index, closing)
  } else if (canOpen) {
    state.doubles.push(state.open.length)
    state.open.push({index, mark: '"'})
  } else if (!/[\s\d]/.test(before) && !isWord(after)) state.out.set(index, closing)
}

function single(state: State, index: number): void {
  const {before, after} = around(state.line, index)
  if (isWord(before) && isWord(after)) {
    state.out.set(index, apostrophe(state.line, index))
    return
  }
  const opener = state.open.at(-1)
  if (opener?.mark === "'" && !/\s/.test(before) && !isWord(after)) {
    // Whether it ends the quotation or is the letter, no rule can tell.
    if (isUzbek(state.line.languageAt(index)) && /[og]/i.test(before)) return
    const [opening, closing] = quoteMarks(state.line.languageAt(opener.index)).inner
    state.open.pop()
    state.out.set(opener.index, opening)
    state.out.set(index, closing)
  } else if (!isWord(before) && !/\s/.test(after)) state.open.push({index, mark: "'"})
  else if (/\p{L}/u.test(before)) state.out.set(index, apostrophe(state.line, index))
}

/** What the marks from `from` on are, since nothing ends them: apostrophes, or the beginning of a quotation that goes on. */
function settle({line, out, open}: State, from: number): void {
  for (const {index, mark} of open.splice(from)) {
    const language = line.languageAt(index)
    if (mark === '"') out.set(index, quoteMarks(language).outer[0])
    else if (!isUzbek(language)) out.set(index, '’')
  }
}

/**
 * In Uzbek the letters oʻ and gʻ have U+02BB and the tutuq belgisi is U+02BC; both are letters, no punctuation.
 * A name such as O’Reilly keeps its apostrophe.
 */
function apostrophe({text, languageAt}: Line, index: number): string {
  if (!isUzbek(languageAt(index))) return '’'
  if (!/[og]/i.test(text[index - 1] ?? '')) return 'ʼ'
  return /^\p{Lu}\p{Ll}/u.test(text.slice(index + 1, index + 3)) ? '’' : 'ʻ'
}

function isUzbek(language: string): boolean {
  return /^uz(?!-cyrl|-arab)(?:-|$)/i.test(language)
}

function around({text}: Line, index: number): {readonly before: string; readonly after: string} {
  return {before: text[index - 1] ?? ' ', after: text[index + 1] ?? ' '}
}

/** Whether it is a letter, a digit, half of a rare one, or what stands for a word. */
function isWord(character: string): boolean {
  return /[\p{L}\p{N}\p{M}\p{Cs}\uFFFC]/u.test(character)
}
