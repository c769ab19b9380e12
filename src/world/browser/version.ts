import {execFile} from 'node:child_process'

/** From this Chromium on, `@page` margin boxes print: running heads and page numbers. */
export const oldestMajor = 131

/** What `--version` says, such as `147.0.7727.0`; `undefined` if it says nothing (Windows) or does not start. Takes some 10–60 ms, more on a busy machine. */
export function versionOf(path: string, env: Readonly<Record<string, string>> = {}): Promise<string | undefined> {
  if (process.platform === 'win32') return Promise.resolve(undefined)
  return new Promise((resolve) => {
    const options = {timeout: 5000, killSignal: 'SIGKILL', env: {...process.env, ...env}} as const
    execFile(path, ['--version'], options, (error, stdout) => {
      resolve(error === null ? stdout.match(/\d+(?:\.\d+){3}/)?.[0] : undefined)
    })
  })
}

/** Whether a version that is known is too old to print with. */
export function isTooOld(version: string | undefined): boolean {
  return version !== undefined && Number(version.split('.')[0]) < oldestMajor
}
