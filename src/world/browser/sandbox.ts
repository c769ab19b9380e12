import {WorldError} from '../../model/world.ts'

/** How a browser may be confined: see `BrowserOptions`. */
export type SandboxWish = 'auto' | 'off' | 'required'

type Environment = Readonly<Record<string, string | undefined>>

/** Whether to start a browser in its sandbox. Throws a `WorldError` where it is required and we are root, whom Chromium denies it. */
export function sandboxWanted(env: Environment, wish: string = env['OFFPRINT_SANDBOX'] ?? 'auto'): boolean {
  const isRoot = process.getuid?.() === 0
  if (isRoot && wish === 'required') throw noSandbox('root cannot have it')
  return wish !== 'off' && !isRoot
}

/** What to throw where the sandbox is required and cannot be had. */
export function noSandbox(why: string): WorldError {
  return new WorldError(`Cannot start the browser in its sandbox: ${why}`, {
    note: 'Build as a user other than root, where the kernel allows user namespaces; or leave out `OFFPRINT_SANDBOX=required`.'
  })
}
