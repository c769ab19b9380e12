import type {Construct, ConstructRecord, Event, Extension, TokenizeContext} from 'micromark-util-types'

/**
 * Read no line as the head of a table that has no rule of dashes below or on it: each paragraph would be read for it, character by
 * character. `text` is what is read.
 */
export function ruled(text: string): (extension: Extension) => Extension {
  const lines = text.split(/\r\n|\r|\n/)
  const mayBegin: Readonly<Record<string, (context: TokenizeContext) => boolean>> = {
    table: ({events, now}) => isDelimiter(lines[now().line]) || isInTable(events),
    dashTable: ({now}) => isRule(lines[now().line - 1]) || isRule(lines[now().line])
  }
  const guarded = (construct: Construct): Construct => {
    const may = mayBegin[construct.name ?? '']
    if (may === undefined) return construct
    return {
      ...construct,
      tokenize(effects, ok, nok) {
        return may(this) ? construct.tokenize.call(this, effects, ok, nok) : nok
      }
    }
  }
  const all = (constructs: ConstructRecord = {}): ConstructRecord =>
    Object.fromEntries(
      Object.entries(constructs).map(([code, some]) => [code, some === undefined ? some : [some].flat().map(guarded)])
    )
  return ({flow, flowInitial, ...others}) => ({...others, flow: all(flow), flowInitial: all(flowInitial)})
}

/** Whatever containers the line is in. */
function isRule(line = ''): boolean {
  return /-[ \t]*$/.test(line)
}

function isDelimiter(line = ''): boolean {
  return /[-:|][ \t]*$/.test(line)
}

/** Whether what is just above is a table, which goes on with any line. */
function isInTable(events: ReadonlyArray<Event>): boolean {
  const above = events.findLast(([, {type}]) => type !== 'lineEnding' && type !== 'linePrefix')
  const type: string | undefined = above?.[1].type
  return type === 'tableHead' || type === 'tableRow'
}
