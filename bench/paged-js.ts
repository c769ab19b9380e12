import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import puppeteer from 'puppeteer-core'
import {median} from './stopwatch.ts'

/** What Paged.js takes for a page, in seconds, the print of what it made apart. */
export interface PagedJs {
  readonly layout: number
  readonly print: number
  readonly pages: number
  /** What was printed last. */
  readonly pdf: Uint8Array
}

interface Where {
  /** The folder it is installed in. */
  readonly work: string
  readonly executable: string
  readonly env: Readonly<Record<string, string>>
}

/** Seconds after which it is taken to go on for ever. */
const patience = 120

/**
 * Have Paged.js divide a page, which holds its notes at the end, and the browser print what comes out; `undefined` if it does not
 * come to an end.
 */
export async function pagedJs(
  html: string,
  {work, executable, env}: Where,
  rounds: number
): Promise<PagedJs | undefined> {
  const browser = await puppeteer.launch({
    executablePath: executable,
    env: {...process.env, ...env},
    headless: 'shell',
    pipe: true,
    protocolTimeout: 0,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
  })
  const times = {layout: [] as Array<number>, print: [] as Array<number>}
  let pdf: Uint8Array = new Uint8Array()
  try {
    for (let round = -1; round < rounds; round += 1) {
      const page = await browser.newPage()
      await page.setContent(readable(html), {timeout: 0})
      await page.evaluate('window.PagedConfig = {auto: false}')
      await page.addScriptTag({path: join(work, 'node_modules/pagedjs/dist/paged.polyfill.js')})
      const start = performance.now()
      const divided = page.evaluate('window.PagedPolyfill.preview().then(() => true)')
      divided.catch(() => undefined)
      if ((await Promise.race([divided, setTimeout(patience * 1000, false, {ref: false})])) !== true) return undefined
      const middle = performance.now()
      pdf = await page.pdf({preferCSSPageSize: true, tagged: true, timeout: 0})
      if (round >= 0) {
        times.layout.push((middle - start) / 1000)
        times.print.push((performance.now() - middle) / 1000)
      }
      await page.close()
      process.stderr.write('.')
    }
  } finally {
    browser.process()?.kill('SIGKILL')
  }
  return {layout: median(times.layout), print: median(times.print), pages: pagesIn(pdf), pdf}
}

/** The page as Paged.js can read it: with scripts allowed, and no page breaks asked for by selectors that it cannot split. */
function readable(html: string): string {
  return html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, '')
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, (sheet) => sheet.replace(/[^{}]+\{[^{}]*\}/g, withoutBreaks))
}

function withoutBreaks(rule: string): string {
  const [selector = '', rules = ''] = rule.split(/[{}]/)
  if (!selector.includes(':is(')) return rule
  const kept = rules.split(';').filter((each) => !/^\s*(?:page-)?break-/.test(each))
  return `${selector}{${kept.join(';')}}`
}

/** Browsers write the tree of pages as it is. */
function pagesIn(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type \/Page\b/g)?.length ?? 0
  )
}
