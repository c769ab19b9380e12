import {spawn} from 'node:child_process'

/** A program and what it is given. */
export interface Job {
  readonly command: string
  readonly args: ReadonlyArray<string>
  readonly cwd?: string | undefined
  readonly env?: Readonly<Record<string, string>> | undefined
}

/** Seconds from the start of a program to its end; throws if it fails, with what it said. */
export function seconds(job: Job): Promise<number> {
  const {command, args, cwd, env} = job
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(command, args, {cwd, env: environment(env), stdio: ['ignore', 'ignore', 'pipe']})
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.on('error', reject)
    child.on('close', (code) => {
      const time = (performance.now() - start) / 1000
      // 1 is what Offprint says of a manuscript with mistakes; its outputs are made all the same.
      if (code === 0 || (code === 1 && args.includes('build'))) resolve(time)
      else reject(new Error(`${command} ended with ${code}: ${said.slice(-2000)}`))
    })
  })
}

/**
 * Ours and the job's, without the certificates that some machines have Node read at each start, which takes it longer than to
 * start: no program that is measured asks the network for anything.
 */
export function environment(env: Job['env']): NodeJS.ProcessEnv {
  return {...process.env, NODE_EXTRA_CA_CERTS: '', ...env}
}

/** The middle one, or the mean of the two in the middle. */
export function median(values: ReadonlyArray<number>): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]]
  return (low + high) / 2
}
