import {findBrowser} from './find.ts'
import type {FoundBrowser} from './found.ts'
import type {BrowserProcess} from './process.ts'
import {startProcess} from './process.ts'
import {sandboxWanted} from './sandbox.ts'

/** A browser that was started before anyone asked for it, and is on its way up. */
export interface HeadStart {
  readonly found: FoundBrowser
  readonly sandboxed: boolean
  readonly process: BrowserProcess
}

/**
 * Start the browser before the rest of the program is loaded, so that both come up together.
 * `undefined` where none is at hand at once, and where anything is wrong: it is said when something is to be printed.
 */
export async function headStart(env: Readonly<Record<string, string | undefined>>): Promise<HeadStart | undefined> {
  try {
    const found = await findBrowser({env, atOnce: true})
    if ('reason' in found) return undefined
    const sandboxed = sandboxWanted(env)
    return {found, sandboxed, process: startProcess(found, sandboxed)}
  } catch {
    return undefined
  }
}
