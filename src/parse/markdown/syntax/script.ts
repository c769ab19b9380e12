import {resolveAll} from 'micromark-util-resolve-all'
import type {Code, Construct, Event, State, Token, TokenizeContext} from 'micromark-util-types'
import {codes} from './tokens.ts'

/**
 * `^superscript^` and `~subscript~`: one mark on each side and no white space between
 * (https://pandoc.org/MANUAL.html#superscripts-and-subscripts).
 */
export const scriptMark: Construct = {name: 'scriptMark', tokenize, resolveAll: resolveScripts}

function tokenize(this: TokenizeContext, effects: Parameters<Construct['tokenize']>[0], ok: State, nok: State): State {
  const {previous} = this
  const escaped = this.events.at(-1)?.[1].type === 'characterEscape'
  return (mark: Code) => {
    if (previous === mark && !escaped) return nok(mark)
    const token = effects.enter('scriptMark')
    effects.consume(mark)
    return (next) => {
      if (next === mark || (mark === codes.caret && next === codes.leftBracket)) return nok(next)
      effects.exit('scriptMark')
      token._opens = !isSpace(next)
      token._closes = !isSpace(previous)
      return ok(next)
    }
  }
}

function isSpace(code: Code): boolean {
  return code === null || code <= codes.space || code === 0xa0
}

interface Opening {
  readonly index: number
  readonly mark: string
}

/** Pair the marks in one pass; what stays alone is text. */
function resolveScripts(events: Array<Event>, context: TokenizeContext): Array<Event> {
  if (!events.some(([, token]) => token.type === 'scriptMark')) return events
  const pairs = pairsOf(events, context)
  const {out, put, begin, end} = writing(context)
  for (const event of events) {
    const [kind, token] = event
    const pair = pairs.get(token)
    if (pair === undefined) {
      if (token.type === 'scriptMark') token.type = 'data'
      put(event)
    } else if (pair.first === token) begin(event, kind, pair)
    else end(event, kind, pair)
  }
  events.length = 0
  for (const event of out) events.push(event)
  return events
}

/** Writes events anew, each pair of marks and what is between them within one token. */
function writing(context: TokenizeContext) {
  const out: Array<Event> = []
  // Where the content of each open script begins in `out`, and how many marks of emphasis came before it.
  const open: Array<{readonly at: number; readonly emphases: number}> = []
  let emphases = 0

  function put(event: Event): void {
    if (event[0] === 'enter' && event[1].type === 'attentionSequence') emphases++
    out.push(event)
  }

  function begin(event: Event, kind: Event[0], {outer}: Pair): void {
    if (kind === 'enter') out.push(['enter', outer, context])
    out.push(event)
    if (kind === 'exit') open.push({at: out.length, emphases})
  }

  function end(event: Event, kind: Event[0], {outer}: Pair): void {
    if (kind === 'enter') close()
    out.push(event)
    if (kind === 'exit') out.push(['exit', outer, context])
  }

  /** Emphasis inside a script is paired there, or is text: it must not reach out of it. */
  function close(): void {
    const content = open.pop()
    if (content === undefined || emphases === content.emphases) return
    emphases = content.emphases
    const inside = out.splice(content.at)
    for (const event of resolveAll(context.parser.constructs.insideSpan.null ?? [], inside, context)) out.push(event)
  }

  return {out, put, begin, end}
}

interface Pair {
  readonly first: Token
  readonly last: Token
  readonly outer: Token
}

function pairsOf(events: ReadonlyArray<Event>, context: TokenizeContext): ReadonlyMap<Token, Pair> {
  const pairs = new Map<Token, Pair>()
  // Marks pair within one run of text: by depth, so that what is inside a link stays there.
  const openings: Array<Array<Opening>> = [[]]
  events.forEach(([kind, token], index) => {
    const level = openings.at(-1) ?? []
    if (token.type === 'scriptMark') {
      if (kind === 'enter') mark(events, index, level, pairs, context)
      return
    }
    if (pairs.has(token)) return
    if (isGap(token, context)) level.length = 0
    if (kind === 'enter') openings.push([])
    else openings.pop()
  })
  return pairs
}

function mark(
  events: ReadonlyArray<Event>,
  index: number,
  level: Array<Opening>,
  pairs: Map<Token, Pair>,
  context: TokenizeContext
): void {
  const token = events[index]?.[1]
  if (token === undefined) return
  const kind = context.sliceSerialize(token)
  const at = token._closes ? level.findLastIndex((opening) => opening.mark === kind) : -1
  const opening = level[at]
  const first = opening === undefined ? undefined : events[opening.index]?.[1]
  if (first === undefined) {
    if (token._opens) level.push({index, mark: kind})
    return
  }
  level.length = at
  // Nothing between them is no script.
  if (first.end.offset === token.start.offset) return
  const type = kind === '^' ? 'superscript' : 'subscript'
  const pair: Pair = {first, last: token, outer: {type, start: {...first.start}, end: {...token.end}}}
  first.type = 'scriptMarker'
  token.type = 'scriptMarker'
  pairs.set(first, pair)
  pairs.set(token, pair)
}

function isGap(token: Token, context: TokenizeContext): boolean {
  if (token.type === 'lineEnding' || token.type === 'hardBreakTrailing' || token.type === 'hardBreakEscape') return true
  return token.type === 'data' && /\s/.test(context.sliceSerialize(token))
}
