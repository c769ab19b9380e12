import {stat} from 'node:fs/promises'
import type {Host, Sink} from './host.ts'

/** Run the process's command line, and set its exit code. */
export async function main(): Promise<void> {
  const {run} = await import('./run.ts')
  process.exitCode = await run(process.argv.slice(2), host)
}

const host: Host = {
  env: process.env,
  stdout: sink(process.stdout),
  stderr: sink(process.stderr),
  isFolder: (path) =>
    stat(path).then(
      (found) => found.isDirectory(),
      () => false
    ),
  folder: async (path) => {
    const {folderAt} = await import('../world/node.ts')
    return folderAt(path)
  },
  machine: async (whereabouts) => {
    const {machine} = await import('../world/node.ts')
    return machine(whereabouts)
  }
}

function sink(stream: NodeJS.WriteStream): Sink {
  // Whoever reads may stop reading, as `head` does.
  stream.on('error', () => undefined)
  return {write: (text) => void stream.write(text), isTerminal: stream.isTTY === true, columns: stream.columns}
}
