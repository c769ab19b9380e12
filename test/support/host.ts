import type {Exit} from '../../src/cli/exit.ts'
import type {Host, Sink} from '../../src/cli/host.ts'
import {run} from '../../src/cli/run.ts'
import type {Folder, OutputFolder, World} from '../../src/model/world.ts'
import {packageFiles} from '../../src/world/installation.ts'
import {memoryFolder} from '../../src/world/memory.ts'
import type {Machine} from '../../src/world/node.ts'
import {blankPage} from './blank-page.ts'
import type {Files} from './manuscript.ts'
import {worldOf} from './manuscript.ts'

export interface Session {
  readonly code: Exit
  readonly stdout: string
  readonly stderr: string
  /** What stands in the output folder afterwards. */
  readonly written: ReadonlyMap<string, Uint8Array>
}

export interface SessionOptions {
  /** Files of the manuscript; none means there is no such folder. */
  readonly files?: Files | undefined
  /** What `verify` finds in the folder it is given. */
  readonly inFolder?: Files | undefined
  readonly readInFolder?: Folder['read'] | undefined
  readonly world?: Partial<World> | undefined
  readonly output?: Partial<OutputFolder> | undefined
  readonly machine?: Partial<Machine> | undefined
  readonly folders?: ReadonlyArray<string> | undefined
  readonly env?: NodeJS.ProcessEnv | undefined
  readonly terminal?: boolean | undefined
}

const resources = packageFiles()
const pdf = await blankPage()

/** Run a command line against a machine in memory, whose browser prints one blank page. */
export async function session(argv: ReadonlyArray<string>, options: SessionOptions = {}): Promise<Session> {
  const [stdout, stderr] = [sink(options.terminal), sink(options.terminal)]
  const written = new Map<string, Uint8Array>()
  const host: Host = {
    env: options.env ?? {},
    stdout,
    stderr,
    isFolder: async (path) => (options.folders ?? ['manuscript']).includes(path),
    folder: async (path) => {
      const {inFolder, readInFolder: read} = options
      const known = {...memoryFolder(path, inFolder ?? {}), ...(read && {read})}
      return inFolder ? known : {...known, list: async () => undefined}
    },
    machine: async ({manuscript, out}) => ({
      ...worldOf('', {}, {resources, print: async () => pdf}),
      manuscript: {
        ...memoryFolder(manuscript, options.files ?? {}),
        ...(options.files ? {} : {list: async () => undefined})
      },
      output: {
        name: out,
        write: async (path, bytes) => void written.set(path, bytes),
        remove: async (path) => void written.delete(path),
        writeFolder: async (folder, files) => {
          for (const [path, bytes] of files) written.set(`${folder}/${path}`, bytes)
        },
        ...options.output
      },
      browser: async () => 'a browser of the test',
      browserVersion: async () => '1.2.3.4',
      start: () => undefined,
      close: async () => undefined,
      ...options.world,
      ...options.machine
    })
  }
  const code = await run(argv, host)
  return {code, stdout: stdout.text(), stderr: stderr.text(), written}
}

function sink(isTerminal = false): Sink & {text(): string} {
  const parts: Array<string> = []
  return {write: (text) => void parts.push(text), isTerminal, columns: undefined, text: () => parts.join('')}
}
