import type {PrintJob} from '../model/world.ts'
import {WorldError} from '../model/world.ts'
import {findBrowser} from './browser/find.ts'
import type {FindOptions} from './browser/found.ts'
import type {HeadStart} from './browser/head-start.ts'
import type {BrowserProcess} from './browser/process.ts'
import {startProcess} from './browser/process.ts'
import type {SandboxWish} from './browser/sandbox.ts'
import {noSandbox, sandboxWanted} from './browser/sandbox.ts'
import type {Session} from './browser/session.ts'
import {startSession} from './browser/session.ts'
import {time} from './browser/time.ts'

export {findBrowser} from './browser/find.ts'
export type {FindOptions} from './browser/found.ts'

export interface BrowserOptions extends FindOptions {
  /**
   * The sandbox is on, unless we are root, whom Chromium denies it, or the kernel forbids it: then printing goes on without it, and
   * `onWarning` is told. `required` refuses to print without, `off` does not try. OFFPRINT_SANDBOX if absent.
   */
  readonly sandbox?: SandboxWish | undefined
  /** Milliseconds that one try to print may take, starting included; two minutes unless told. */
  readonly timeout?: number | undefined
  readonly onWarning?: ((sentence: string) => void) | undefined
  /** A browser that is coming up already; it is the first that is used, and ended with the others. */
  readonly headStart?: Promise<HeadStart | undefined> | undefined
  /** End each browser once it has printed, whoever asked goes on meanwhile: for one who prints once. */
  readonly once?: boolean | undefined
  /** Told the process of each browser as it starts. */
  readonly onStart?: ((pid: number | undefined) => void) | undefined
}

/** A browser to print with: found, started at need or early, ended by `close`. */
export interface Printer {
  /** Begin to find and start the browser, to have it at hand later. Never fails: `print` tells what is wrong. */
  start(): void
  /** Print to PDF; once more with a fresh browser if the first crashes or hangs. Throws a `WorldError`. */
  print(job: PrintJob): Promise<Uint8Array>
  /** End the browser and remove all it left. */
  close(): Promise<void>
}

/** A browser on this machine; nothing is started before `start` or `print`. */
export function browser(options: BrowserOptions = {}): Printer {
  let current: Running | undefined
  let ahead = options.headStart
  let ending: Promise<void> | undefined
  const timeout = options.timeout ?? 120_000
  const warned = new Set<string>()

  function onWarning(sentence: string): void {
    if (!warned.has(sentence)) options.onWarning?.(sentence)
    warned.add(sentence)
  }

  function running(): Running {
    if (current !== undefined) return current
    const giveUp = new AbortController()
    const session = open({...options, headStart: ahead, onWarning}, giveUp.signal)
    ahead = undefined
    session.catch(() => undefined)
    current = {session, giveUp, jobs: 0}
    return current
  }

  /** End a browser, so that the next print starts another. */
  async function end(ended: Running | undefined): Promise<void> {
    if (current === ended) current = undefined
    ended?.giveUp.abort()
    const session = await ended?.session.catch(() => undefined)
    await session?.process.kill()
  }

  async function attempt(job: PrintJob): Promise<Uint8Array> {
    const used = running()
    used.jobs += 1
    try {
      const printed = await time(
        used.session.then((session) => session.print(job)),
        timeout
      )
      used.jobs -= 1
      // What else it prints meanwhile, such as figures for LaTeX, would end with it.
      if (options.once === true && used.jobs === 0) ending = end(used)
      return printed
    } catch (error) {
      used.jobs -= 1
      await end(used)
      throw error
    }
  }

  return {
    start: () => void running(),
    async print(job) {
      try {
        return await attempt(job)
      } catch (error) {
        if (error instanceof WorldError) throw error
      }
      try {
        return await attempt(job)
      } catch (error) {
        if (error instanceof WorldError) throw error
        throw failure(error)
      }
    },
    async close() {
      await (await ahead)?.process.kill()
      await Promise.all([ending, end(current)])
    }
  }
}

/** A browser that is up, or coming up. */
interface Running {
  readonly session: Promise<Session>
  readonly giveUp: AbortController
  /** How many pages it has to print. */
  jobs: number
}

function failure(error: unknown): WorldError {
  const reason = error instanceof Error ? error.message : String(error)
  return new WorldError(`Cannot print: the browser failed twice; ${reason}`, {
    cause: error,
    note: 'Try again with other programs closed, or set `PUPPETEER_EXECUTABLE_PATH` to another browser. `offprint doctor` prints a page to try it.'
  })
}

async function open(options: BrowserOptions, given: AbortSignal): Promise<Session> {
  const env = options.env ?? process.env
  const ahead = await options.headStart
  const found = ahead?.found ?? (await findBrowser(options))
  if ('reason' in found) throw new WorldError(found.reason, {note: found.note})
  const wish = options.sandbox ?? env['OFFPRINT_SANDBOX']
  const sandboxed = ahead?.sandboxed ?? sandboxWanted(env, wish)
  try {
    return await begin(ahead?.process ?? startProcess(found, sandboxed), options, given)
  } catch (error) {
    if (!sandboxed || !isForbidden(error)) throw error
    if (wish === 'required') throw noSandbox('the kernel forbids it')
    options.onWarning?.(
      'The browser prints without its sandbox, which the kernel forbids; set `OFFPRINT_SANDBOX=required` to refuse'
    )
    return begin(startProcess(found, false), options, given)
  }
}

async function begin(started: BrowserProcess, options: BrowserOptions, given: AbortSignal): Promise<Session> {
  const session = await startSession(started, given)
  options.onStart?.(session.process.pid)
  return session
}

function isForbidden(error: unknown): boolean {
  return error instanceof Error && /sandbox/i.test(error.message)
}
