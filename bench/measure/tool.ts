import {spawnSync} from 'node:child_process'

/** What a program prints, and whether it found nothing wrong; `undefined` where it is not installed. */
export function run(
  command: string,
  args: ReadonlyArray<string>,
  encoding: 'latin1' | 'utf8' = 'utf8'
): {text: string; well: boolean} | undefined {
  const {error, stdout, status} = spawnSync(command, args, {encoding, maxBuffer: 2 ** 28})
  return error === undefined ? {text: stdout, well: status === 0} : undefined
}
