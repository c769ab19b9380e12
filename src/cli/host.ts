import type {Folder} from '../model/world.ts'
import type {Machine, Whereabouts} from '../world/node.ts'

/** Where text goes. */
export interface Sink {
  write(text: string): void
  /** A person reads along. */
  readonly isTerminal: boolean
  /** Width in characters, where known. */
  readonly columns: number | undefined
}

/** What a command sees of the process it runs in; tests bring their own. */
export interface Host {
  readonly env: NodeJS.ProcessEnv
  /** Results. */
  readonly stdout: Sink
  /** Problems and progress. */
  readonly stderr: Sink
  isFolder(path: string): Promise<boolean>
  /** A folder with all its files, hidden ones too. */
  folder(path: string): Promise<Folder>
  /** Throws a `WorldError`. */
  machine(whereabouts: Whereabouts): Promise<Machine>
}
