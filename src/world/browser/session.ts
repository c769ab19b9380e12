/// <reference lib="dom" />
import type {Browser, CDPSession, Page} from 'puppeteer-core/internal/puppeteer-core-browser.js'
import type {PrintJob} from '../../model/world.ts'
import {turn} from '../../util/turn.ts'
import {guard} from './guard.ts'
import {openPage} from './open-page.ts'
import type {BrowserProcess} from './process.ts'
import {time} from './time.ts'

/** One browser that runs, with Puppeteer at the other end of its pipe. */
export interface Session {
  readonly process: BrowserProcess
  print(job: PrintJob): Promise<Uint8Array>
}

/**
 * Connect to a browser that is coming up; Puppeteer is loaded meanwhile.
 * Rejects, with nothing left behind, if it does not come up or is given up.
 */
export async function startSession(running: BrowserProcess, given: AbortSignal): Promise<Session> {
  if (given.aborted) await running.kill()
  given.throwIfAborted()
  given.addEventListener('abort', () => void running.kill())
  const died = running.ended.then((reason): never => {
    throw new Error(reason)
  })
  died.catch(() => undefined)
  try {
    // The half of Puppeteer that starts browsers takes longer to load than a browser to start.
    const {connect} = await import('puppeteer-core/internal/puppeteer-core-browser.js')
    // Of what a page loads nothing is told: that would be each picture in it, twice.
    const silent = {networkEnabled: false, issuesEnabled: false}
    const options = {transport: running.transport, defaultViewport: null, protocolTimeout: 0, ...silent}
    const browser: Browser = await Promise.race([connect(options), died])
    return sessionOf(browser, running, died)
  } catch (error) {
    const reason = await reasonOf(error, running)
    await running.kill()
    throw reason
  }
}

function sessionOf(browser: Browser, running: BrowserProcess, died: Promise<never>): Session {
  // The first page opens while what it is to print is still being made.
  const idle: Array<Promise<ReadyPage>> = [firstPage(browser)]
  idle[0]?.catch(() => undefined)

  async function print(job: PrintJob): Promise<Uint8Array> {
    const used = await (idle.pop() ?? readyPage(browser))
    used.onRefused = job.onRefused ?? (() => undefined)
    const loaded = used.page.setContent(job.html, {waitUntil: 'load', timeout: 0})
    // The page is written as soon as it is taken, and its fonts are read while it is told that it is loaded.
    const fonts = turn().then(() => used.page.evaluate(readFonts))
    turn().then(job.onTaken)
    await Promise.all([loaded, fonts])
    if (job.compose !== undefined) await show(used, 'minimized')
    await job.compose?.(openPage(used.page))
    if (job.compose !== undefined) leaveScreen(used.client)
    const {data} = await used.client.send('Page.printToPDF', onPaper)
    used.onRefused = () => undefined
    const emptied = turn().then(() => emptyPage(used))
    emptied.catch(() => undefined)
    idle.push(emptied)
    return Buffer.from(data, 'base64')
  }

  return {
    process: running,
    async print(job) {
      try {
        return await Promise.race([print(job), died])
      } catch (error) {
        throw await reasonOf(error, running)
      }
    }
  }
}

/** A policy that one page brought would hold for the next that is written into the same document. */
async function emptyPage(used: ReadyPage): Promise<ReadyPage> {
  await used.page.goto('about:blank')
  await Promise.all([layOutForPaper(used.client), show(used, 'normal')])
  return used
}

/**
 * Read all fonts of a page, which a browser would do once it has laid out its text in others. One that cannot be read is done without,
 * and those that are there to hold no letter are left as they are: a family none of whose faces could be read is looked for elsewhere.
 * Runs in the page.
 */
function readFonts(): Promise<void> {
  const faces = [...document.fonts].filter(({unicodeRange}) => unicodeRange !== 'U+0')
  return Promise.allSettled(faces.map((face) => face.load())).then(() => undefined)
}

/**
 * Have a page be for paper alone, just before it is printed: a browser that has painted its last page lays it all out for the screen again
 * before it hands the PDF over. Nothing is waited for: what the browser would do meanwhile is what it is to be spared.
 */
function leaveScreen(client: CDPSession): void {
  const sent = [
    client.send('Runtime.evaluate', {expression: `(${hideFromScreen})()`}),
    client.send('Emulation.setEmulatedMedia', {media: ''})
  ]
  for (const each of sent) each.catch(() => undefined)
}

/** Runs in the page. */
function hideFromScreen(): void {
  const sheet = new CSSStyleSheet({media: 'screen'})
  sheet.replaceSync('body { display: none !important; }')
  document.adoptedStyleSheets.push(sheet)
}

/** Have a page be laid out as it is printed, though it is on a screen. */
async function layOutForPaper(client: CDPSession): Promise<void> {
  await client.send('Emulation.setEmulatedMedia', {media: 'print'})
}

/** In one message, which comes sooner than the stream that Puppeteer asks for. */
const onPaper = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  transferMode: 'ReturnAsBase64'
} as const

/** A page that is guarded, and whom to tell what it was refused. */
interface ReadyPage {
  readonly page: Page
  readonly client: CDPSession
  /** The number of its window; `undefined` where browsers know none. */
  readonly window: Promise<number | undefined>
  onRefused: (address: string) => void
}

/** The empty page that the browser came up with. */
async function firstPage(browser: Browser): Promise<ReadyPage> {
  const [blank] = await browser.pages()
  return readyPage(browser, blank)
}

async function readyPage(browser: Browser, blank?: Page): Promise<ReadyPage> {
  const page = blank ?? (await browser.newPage())
  let ready: ReadyPage | undefined
  const client = await guard(page, (address) => ready?.onRefused(address))
  await layOutForPaper(client)
  const window = client.send('Browser.getWindowForTarget').then(
    ({windowId}) => windowId,
    () => undefined
  )
  ready = {page, client, window, onRefused: () => undefined}
  return ready
}

/**
 * Have a page be seen or not: one that is not is not painted after each change. A browser that cannot hide it paints it.
 * It is seen while it loads, for one that is hidden may wait for ever for what it is refused.
 */
async function show({client, window}: ReadyPage, windowState: 'minimized' | 'normal'): Promise<void> {
  const windowId = await window
  if (windowId === undefined) return
  await client.send('Browser.setWindowBounds', {windowId, bounds: {windowState}}).catch(() => undefined)
}

/** A pipe breaks a moment before its process is known to have ended, and how it ended says more. */
async function reasonOf(error: unknown, running: BrowserProcess): Promise<unknown> {
  const ended = running.ended.then((reason) => new Error(reason, {cause: error}))
  return time(ended, 2000).catch(() => error)
}
