/// <reference lib="dom" />
import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {once} from 'node:events'
import {chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {PDFDocument} from '@cantoo/pdf-lib'
import {afterAll, beforeAll, describe, expect, it, onTestFinished, vi} from 'vitest'
import type {OpenPage} from '../../src/model/world.ts'
import {WorldError} from '../../src/model/world.ts'
import {browser} from '../../src/world/browser.ts'
import {hasBrowser, testBrowser} from '../support/browser.ts'

const html = '<!doctype html><html lang="en"><title>Tides</title><h1>Tides</h1><p>They rise.</p></html>'
const long = html.replace('They rise.', 'They rise. '.repeat(200_000))

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-test-'))
})
afterAll(() => rmSync(folder, {recursive: true}))

/** An executable that behaves as the script says. */
function fake(name: string, script: string): string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}

/** The profiles that a process has among the temporary files. */
function profiles(pid: number | undefined = process.pid, among = tmpdir()): ReadonlyArray<string> {
  return readdirSync(among).filter((name) => name.startsWith(`offprint-browser-${pid}-`))
}

async function refusal(work: Promise<unknown>): Promise<WorldError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason
  )
  if (!(error instanceof WorldError)) throw new Error(`Unexpected ${error}, expected a WorldError`)
  return error
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function settled(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !condition(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50))
}

describe('without a browser that works', () => {
  it('says that there is none, and how to come by one', async () => {
    const printer = browser({env: {PATH: ''}, home: folder, embedded: () => undefined})
    const error = await refusal(printer.print({html}))
    expect(error.message).toBe('Cannot find a browser: the package `@sparticuz/chromium` is not installed')
    expect(error.note).toContain('PUPPETEER_EXECUTABLE_PATH')
    await printer.close()
  })

  it.skipIf(process.platform === 'win32')('starts it twice, then says why it failed', async () => {
    const path = fake(
      'dies',
      'echo start >> "$0.log"; echo "error while loading shared libraries: libnss3.so" >&2; exit 127'
    )
    const printer = browser({path})
    const error = await refusal(printer.print({html}))
    expect(error.message).toMatch(/^Cannot print: the browser failed twice; .*127: error while loading.*libnss3/)
    expect(error.note).toContain('doctor')
    await printer.close()
  })

  it.skipIf(process.platform === 'win32')('does not wait for ever for one that hangs', async () => {
    const before = profiles()
    const path = fake('hangs', '[ "$1" = --version ] && exit 1; echo $$ >> "$0.pids"; sleep 1000')
    const printer = browser({path, timeout: 300})
    const error = await refusal(printer.print({html}))
    expect(error.message).toBe('Cannot print: the browser failed twice; it did not answer within 0.3 s')
    await printer.close()
    expect(profiles()).toEqual(before)
  })
})

describe.skipIf(!hasBrowser)('a browser', () => {
  const shared = testBrowser()

  it('prints, and again with the same one', async () => {
    const pids: Array<number | undefined> = []
    const printer = browser({onStart: (pid) => pids.push(pid)})
    printer.start()
    for (const text of [html, html.replace('Tides', 'Ebbs')]) {
      const pdf = await PDFDocument.load(await printer.print({html: text}))
      expect(pdf.getTitle()).toBe(text === html ? 'Tides' : 'Ebbs')
    }
    expect(pids).toHaveLength(1)
    await printer.close()
  })

  it('lays each page out for paper, before and while it is printed', async () => {
    const printer = browser()
    const media: Array<boolean> = []
    for (let job = 0; job < 2; job += 1) {
      const compose = async (page: OpenPage) =>
        void media.push(await page.run(() => matchMedia('print').matches, undefined))
      const pdf = await PDFDocument.load(
        await printer.print({html: html.replace('rise.', 'rise.<br>'.repeat(200)), compose})
      )
      expect(pdf.getPageCount()).toBeGreaterThan(2)
    }
    expect(media).toEqual([true, true])
    await printer.close()
  })

  it('lets the policy of one page forbid nothing to the next', async () => {
    const printer = browser()
    for (const [paper, width] of [
      ['a4', 595],
      ['a5', 420]
    ] as const) {
      const css = `@page{size:${paper}}`
      const hash = createHash('sha256').update(css).digest('base64')
      const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'sha256-${hash}'">`
      const pdf = await PDFDocument.load(
        await printer.print({html: `<!doctype html><title>x</title>${policy}<style>${css}</style><p>Text`})
      )
      expect(Math.round(pdf.getPage(0).getWidth())).toBe(width)
    }
    await printer.close()
  })

  it('starts another when it is killed while it prints', async () => {
    const pids: Array<number> = []
    const printer = browser({
      onStart(pid = 0) {
        pids.push(pid)
        if (pids.length === 1) setTimeout(() => process.kill(pid, 'SIGKILL'), 30)
      }
    })
    const pdf = await printer.print({html: long})
    expect(pids).toHaveLength(2)
    expect(new TextDecoder().decode(pdf.subarray(0, 5))).toBe('%PDF-')
    await printer.close()
  })

  it('reports when it is killed twice, and prints the next time', async () => {
    const before = profiles()
    const pids: Array<number> = []
    const printer = browser({
      onStart(pid = 0) {
        pids.push(pid)
        if (pids.length <= 2) setTimeout(() => process.kill(pid, 'SIGKILL'), 30)
      }
    })
    const error = await refusal(printer.print({html: long}))
    expect(error.message).toMatch(/^Cannot print: the browser failed twice; it was ended by SIGKILL(?::|$)/)
    expect((await printer.print({html})).length).toBeGreaterThan(1000)
    await printer.close()
    await settled(() => !pids.some(isAlive))
    expect(pids.filter(isAlive)).toEqual([])
    expect(profiles()).toEqual(before)
  })

  it('starts another when it hangs while it prints', async () => {
    const pids: Array<number> = []
    const printer = browser({
      timeout: 4000,
      onStart(pid = 0) {
        pids.push(pid)
        if (pids.length === 1) process.kill(pid, 'SIGSTOP')
      }
    })
    expect((await printer.print({html})).length).toBeGreaterThan(1000)
    expect(pids).toHaveLength(2)
    await printer.close()
  })

  it('prints several pages at once', async () => {
    const pdfs = await Promise.all([html, html, html].map((each) => shared.print({html: each})))
    expect(new Set(pdfs.map((pdf) => pdf.length)).size).toBe(1)
  })

  it('ends with what it printed only where nothing else is being printed', async () => {
    const pids: Array<number | undefined> = []
    const printer = browser({once: true, onStart: (pid) => pids.push(pid)})
    const long = html.replace('</body>', `${'<p>More.</p>'.repeat(3000)}</body>`)
    const pdfs = await Promise.all([html, long].map((each) => printer.print({html: each})))
    await printer.close()
    expect(pdfs.map((pdf) => pdf.length > 1000)).toEqual([true, true])
    expect(pids).toHaveLength(1)
  })

  it('lets a page neither reach this machine nor run its scripts', async () => {
    const seen: Array<string | undefined> = []
    const server = createServer((request, response) => {
      seen.push(request.url)
      response.end('<h1>reached</h1>')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const {port} = server.address() as AddressInfo
    const base = `http://127.0.0.1:${port}`
    const refused: Array<string> = []
    const page = `<!doctype html><html><head><title>Still</title>
      <link rel="stylesheet" href="${base}/style.css"><link rel="preconnect" href="${base}">
      <link rel="prefetch" href="${base}/prefetch"><meta http-equiv="refresh" content="0; url=${base}/refresh">
      <style>@font-face{font-family:f;src:url(${base}/font)} p{font-family:f;background:url(${base}/background)}</style>
      <script>document.title = 'Run'; new Image().src = '${base}/script'</script></head>
      <body onload="document.title = 'Loaded'"><p>Text <img src="${base}/image" onerror="document.title = 'Erred'">
      <iframe src="${base}/frame"></iframe><iframe src="file:///etc/passwd"></iframe>
      <object data="${base}/object"></object><svg><image href="${base}/svg"/></svg></p></body></html>`
    const pdf = await PDFDocument.load(await shared.print({html: page, onRefused: (address) => refused.push(address)}))
    await new Promise((resolve) => setTimeout(resolve, 200))
    server.close()
    expect(pdf.getTitle()).toBe('Still')
    expect(seen).toEqual([])
    for (const path of ['style.css', 'font', 'background', 'image', 'frame', 'svg'])
      expect(refused).toContain(`${base}/${path}`)
  })

  it.skipIf(process.platform === 'win32')('goes when we are killed, be it without warning', async () => {
    const module = join(import.meta.dirname, '../../src/world/browser.ts')
    const script = `import {browser} from ${JSON.stringify(module)}
      const printer = browser({onStart: (pid) => console.log(pid)}); printer.start(); setInterval(() => undefined, 1000)`
    let killed: number | undefined
    // Other browsers of this machine clear what is left by those that were killed, as they start.
    const place = mkdtempSync(join(folder, 'temporary-'))
    const env = {...process.env, TMPDIR: place}
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {env})
      const [chunk] = await once(child.stdout, 'data')
      const pid = Number(String(chunk))
      expect(isAlive(pid)).toBe(true)
      child.kill(signal)
      const [, endedBy] = await once(child, 'exit')
      expect(endedBy).toBe(signal)
      await settled(() => !isAlive(pid))
      expect(isAlive(pid)).toBe(false)
      expect(profiles(child.pid, place)).toHaveLength(signal === 'SIGKILL' ? 1 : 0)
      killed = child.pid
    }
    // What one that was killed left goes when the next one starts.
    vi.stubEnv('TMPDIR', place)
    onTestFinished(() => void vi.unstubAllEnvs())
    const printer = browser()
    await printer.print({html})
    await printer.close()
    expect(profiles(killed, place)).toEqual([])
  })
})

describe.skipIf(!hasBrowser || process.platform === 'win32' || process.getuid?.() === 0)('the sandbox', () => {
  it('is gone without, aloud, where the kernel forbids it', async () => {
    const warnings: Array<string> = []
    const path = fake(
      'forbidden',
      `case "$*" in *--no-sandbox*) exit 3;; *) echo "FATAL: No usable sandbox!" >&2; exit 1;; esac`
    )
    const printer = browser({path, onWarning: (sentence) => warnings.push(sentence)})
    await refusal(printer.print({html}))
    expect(warnings[0]).toContain('without its sandbox')
    await printer.close()
    expect(existsSync(path)).toBe(true)
  })
})
