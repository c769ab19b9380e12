import type {Sink} from './host.ts'

/** Says what is going on. */
export interface Progress {
  stage(name: string): void
  /** A sentence that stays. */
  notice(sentence: string): void
  /** Leave the terminal as it was. */
  clear(): void
}

const sentences: ReadonlyMap<string, string> = new Map([
  ['load', 'Reading the manuscript'],
  ['parse', 'Parsing'],
  ['enrich', 'Numbering and citing'],
  ['validate', 'Checking'],
  ['render', 'Rendering'],
  ['write', 'Writing']
])

/** One line that changes, on a terminal; notices alone elsewhere; nothing where it is to be quiet. */
export function progress(sink: Sink, quiet: boolean): Progress {
  const wipe = sink.isTerminal ? '\r\u001B[K' : ''
  if (quiet) return {stage: () => undefined, notice: () => undefined, clear: () => undefined}
  return {
    stage: (name) => void (sink.isTerminal && sink.write(`${wipe}${sentences.get(name) ?? name} …`)),
    notice: (sentence) => sink.write(`${wipe}${sentence}\n`),
    clear: () => void (sink.isTerminal && sink.write(wipe))
  }
}
