import {execFile} from 'node:child_process'
import {promisify} from 'node:util'

/** Whether a program can be run. */
export async function runs(program: string, ...options: ReadonlyArray<string>): Promise<boolean> {
  return promisify(execFile)(program, options).then(
    () => true,
    (error: {code: unknown}) => error.code !== 'ENOENT'
  )
}
