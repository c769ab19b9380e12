import {spawn} from 'node:child_process'
import type {Job} from './stopwatch.ts'
import {environment} from './stopwatch.ts'

/** Seconds of all processors that a program and those it starts use, by the shell's own clock; throws if it fails. */
export function processorSeconds({command, args, cwd, env}: Job): Promise<number> {
  return new Promise((resolve, reject) => {
    const clocked = ['-c', 'TIMEFORMAT="%3U %3S"; time "$@"', 'bash', command, ...args]
    const child = spawn('bash', clocked, {
      cwd,
      env: {...environment(env), LC_ALL: 'C.UTF-8'},
      stdio: ['ignore', 'ignore', 'pipe']
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.on('error', reject)
    child.on('close', (code) => {
      const [, user, system] = /(\d+\.\d+) (\d+\.\d+)\s*$/.exec(said) ?? []
      // 1 is what Offprint says of a manuscript with mistakes; its outputs are made all the same.
      if (user !== undefined && (code === 0 || (code === 1 && args.includes('build'))))
        resolve(Number(user) + Number(system))
      else reject(new Error(`${command} ended with ${code}: ${said.slice(-2000)}`))
    })
  })
}
