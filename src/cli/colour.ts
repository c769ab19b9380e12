import type {Host, Sink} from './host.ts'

const codes = {bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39], blue: [34, 39]} as const

/** Set text in a colour, or leave it. */
export type Colour = (name: keyof typeof codes, text: string) => string

/** Colours for a terminal, and none elsewhere or where `NO_COLOR` is set (https://no-color.org). */
export function colourFor(sink: Sink, env: Host['env']): Colour {
  const wanted = sink.isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
  return wanted ? (name, text) => `\u001B[${codes[name][0]}m${text}\u001B[${codes[name][1]}m` : (_, text) => text
}
