import {resolveAll} from 'micromark-util-resolve-all'
import type {Code, Construct, Event, Resolver, State, Token, TokenizeContext} from 'micromark-util-types'
import {attributeTokens} from './attribute-block.ts'
import {lastKeyOf} from './citation-key.ts'
import {codes, openBrackets} from './tokens.ts'

/**
 * Brackets that are no links: notes `^[…]`, spans `[…]{…}`, and groups of citations, told apart in the tree.
 * Stands behind the construct for links, which has marked the opening as spent.
 */
export const bracketEnd: Construct = {name: 'bracketEnd', add: 'after', tokenize, resolveTo, resolveAll: startsToData}

function tokenize(this: TokenizeContext, effects: Parameters<Construct['tokenize']>[0], ok: State, nok: State): State {
  const self = this
  const open = openBrackets(self)
  const opening = open.at(-1)
  return start

  function start(code: Code): State | undefined {
    if (opening === undefined || opening.type === 'labelImage') return nok(code)
    effects.enter('bracketMarker', {_bracketStart: opening})
    effects.consume(code)
    effects.exit('bracketMarker')
    return after
  }

  function after(code: Code): State | undefined {
    if (opening?.type === 'noteStart') return accept(code)
    if (code === codes.leftBrace) return effects.attempt(attributes, accept, plain)(code)
    return plain(code)
  }

  function plain(code: Code): State | undefined {
    return opening !== undefined && concernsKey(self, opening) ? accept(code) : nok(code)
  }

  function accept(code: Code): State | undefined {
    open.pop()
    return ok(code)
  }
}

/** Whether a key stands in the bracket, or just before it. */
function concernsKey(context: TokenizeContext, opening: Token): boolean {
  const last = lastKeyOf(context)
  if (last === undefined) return false
  if (last.start > opening.start.offset) return true
  const gap = opening.start.offset - last.end
  if (gap > 100) return false
  const end = context.events.findLast(([, token]) => token.type === 'citationKey')?.[1].end
  return gap === 0 || (end !== undefined && context.sliceSerialize({start: end, end: opening.start}).trim() === '')
}

const attributes: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return attributeTokens(this, effects, ok, nok)
  }
}

function resolveTo(events: Array<Event>, context: TokenizeContext): Array<Event> {
  const close = events.findLastIndex(([kind, token]) => kind === 'enter' && token._bracketStart !== undefined)
  const opening = events[close]?.[1]._bracketStart
  const open = events.findLastIndex(([kind, token]) => kind === 'enter' && token === opening)
  const [last] = events.slice(-1)
  const endOfClose = events[close]
  if (open === -1 || opening === undefined || last === undefined || endOfClose === undefined) return events
  const group: Token = {
    type: 'bracket',
    start: {...opening.start},
    end: {...last[1].end},
    _isNote: opening.type === 'noteStart'
  }
  // `[` and `^[` are tokens of their own with one marker inside.
  const inside = events.slice(open + 4, close)
  const marker: Token = {type: 'bracketMarker', start: {...opening.start}, end: {...opening.end}}
  delete endOfClose[1]._bracketStart
  const grouped: Array<Event> = [
    ['enter', group, context],
    ['enter', marker, context],
    ['exit', marker, context]
  ]
  for (const event of resolveAll(context.parser.constructs.insideSpan.null ?? [], inside, context)) grouped.push(event)
  for (const event of events.slice(close)) {
    if (event[1].type === 'attributeBlock') event[1].type = 'bracketAttributes'
    grouped.push(event)
  }
  grouped.push(['exit', group, context])
  events.length = open
  for (const event of grouped) events.push(event)
  return events
}

/** `^[`: a note in the text. Its bracket closes like a link's and never is one. */
export const noteStart: Construct = {
  name: 'noteStart',
  resolveAll: startsToData,
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('noteStart')
      effects.enter('bracketMarker')
      effects.consume(code)
      return (next) => {
        if (next !== codes.leftBracket) return nok(next)
        effects.consume(next)
        effects.exit('bracketMarker')
        const token = effects.exit('noteStart')
        token._inactive = true
        openBrackets(this).push(token)
        return ok
      }
    }
  }
}

/** What opened and never closed is text. */
function startsToData(...[events]: Parameters<Resolver>): Array<Event> {
  if (!events.some(([, token]) => token.type === 'noteStart')) return events
  const kept = events.filter((event, index) => {
    const {type} = event[1]
    const neighbour = events[index - (event[0] === 'enter' ? 1 : 2)]?.[1].type
    return !(type === 'bracketMarker' && neighbour === 'noteStart')
  })
  for (const [, token] of kept) if (token.type === 'noteStart') token.type = 'data'
  events.length = 0
  for (const event of kept) events.push(event)
  return events
}
