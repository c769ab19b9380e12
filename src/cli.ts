#!/usr/bin/env node
import {stat} from 'node:fs/promises'
import module from 'node:module'
import type {Host, Sink} from './cli/host.ts'

// Compiled code is kept between runs where Node can (22.8 and later).
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache()

const {run} = await import('./cli/run.ts')

const host: Host = {
  env: process.env,
  stdout: sink(process.stdout),
  stderr: sink(process.stderr),
  isFolder: (path) =>
    stat(path).then(
      (found) => found.isDirectory(),
      () => false
    ),
  machine: async (whereabouts) => {
    const {machine} = await import('./world/node.ts')
    return machine(whereabouts)
  }
}

process.exitCode = await run(process.argv.slice(2), host)

function sink(stream: NodeJS.WriteStream): Sink {
  // Whoever reads may stop reading, as `head` does.
  stream.on('error', () => undefined)
  return {write: (text) => void stream.write(text), isTerminal: stream.isTTY === true, columns: stream.columns}
}
