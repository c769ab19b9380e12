import {setextUnderline} from 'micromark-core-commonmark'
import type {Construct} from 'micromark-util-types'

/**
 * CommonMark's underlined heading. As its library has it, but given the events of the heading alone:
 * of all events of the text it makes a copy, for each heading.
 */
export const underline: Construct = {
  ...setextUnderline,
  resolveTo(events, context) {
    const from = events.findLastIndex(([kind, token]) => kind === 'enter' && token.type === 'content')
    const own = events.splice(Math.max(from, 0))
    for (const event of setextUnderline.resolveTo?.(own, context) ?? own) events.push(event)
    return events
  }
}
