import {stat} from 'node:fs/promises'
import type {Folder} from '../model/world.ts'
import type {HeadStart} from '../world/browser/head-start.ts'
import type {Machine, Whereabouts} from '../world/node.ts'
import type {Sink} from './host.ts'

/** Run the process's command line, and set its exit code; `headStart` is a browser that is coming up already. */
export async function main(headStart?: Promise<HeadStart | undefined>): Promise<void> {
  const {run} = await import('./run.ts')
  process.exitCode = await run(process.argv.slice(2), {
    env: process.env,
    stdout: sink(process.stdout),
    stderr: sink(process.stderr),
    isFolder,
    folder: folderOf,
    machine: (whereabouts) => machineOf({...whereabouts, headStart, once: true})
  })
}

async function machineOf(whereabouts: Whereabouts): Promise<Machine> {
  const {machine} = await import('../world/node.ts')
  return machine(whereabouts)
}

async function folderOf(path: string): Promise<Folder> {
  const {folderAt} = await import('../world/node.ts')
  return folderAt(path)
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false
  )
}

function sink(stream: NodeJS.WriteStream): Sink {
  // Whoever reads may stop reading, as `head` does.
  stream.on('error', () => undefined)
  return {write: (text) => void stream.write(text), isTerminal: stream.isTTY === true, columns: stream.columns}
}
