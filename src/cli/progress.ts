import type {Sink} from './host.ts'

/** Says what is going on. */
export interface Progress {
  stage(name: string): void
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

/** One line that changes, on a terminal; nothing elsewhere or where it is to be quiet. */
export function progress(sink: Sink, quiet: boolean): Progress {
  if (quiet || !sink.isTerminal) return {stage: () => undefined, clear: () => undefined}
  return {
    stage: (name) => sink.write(`\r\u001B[K${sentences.get(name) ?? name} …`),
    clear: () => sink.write('\r\u001B[K')
  }
}
