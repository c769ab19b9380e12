import {existsSync} from 'node:fs'
import {readdir} from 'node:fs/promises'
import {join} from 'node:path'
import type {FoundBrowser, MissingBrowser, Surroundings} from './found.ts'
import {isTooOld, oldestMajor} from './version.ts'

/** The headless shell first: it starts about twice as fast as the whole browser. */
const kinds = ['chrome-headless-shell', 'chrome', 'chromium']

/** Where each kind keeps its executable, below `<kind>/<platform>-<version>`. */
const executables: Readonly<Record<string, ReadonlyArray<string>>> = {
  'chrome-headless-shell': [
    'chrome-headless-shell-linux64/chrome-headless-shell',
    'chrome-headless-shell-mac-arm64/chrome-headless-shell',
    'chrome-headless-shell-mac-x64/chrome-headless-shell',
    'chrome-headless-shell-win64/chrome-headless-shell.exe',
    'chrome-headless-shell-win32/chrome-headless-shell.exe'
  ],
  chrome: [
    'chrome-linux64/chrome',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-win64/chrome.exe',
    'chrome-win32/chrome.exe'
  ],
  chromium: ['chrome-linux/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium', 'chrome-win/chrome.exe']
}

/** The newest browser in Puppeteer's cache (https://pptr.dev/guides/configuration): PUPPETEER_CACHE_DIR or `~/.cache/puppeteer`. */
export async function fromPuppeteerCache({
  env,
  home
}: Surroundings): Promise<FoundBrowser | MissingBrowser | undefined> {
  const cache = env['PUPPETEER_CACHE_DIR'] || join(home, '.cache', 'puppeteer')
  for (const kind of kinds) {
    const folders = await readdir(join(cache, kind)).catch(() => [])
    for (const folder of folders.sort(byVersion).reverse()) {
      const paths = (executables[kind] ?? []).map((path) => join(cache, kind, folder, path))
      const path = paths.find((candidate) => existsSync(candidate))
      const version = folder.slice(folder.indexOf('-') + 1)
      if (path === undefined) continue
      if (!isTooOld(version.includes('.') ? version : undefined)) return {path, source: 'puppeteer', version}
      return {reason: `Puppeteer's cache holds ${version}, expected ${oldestMajor} or later`, note: ''}
    }
  }
  return undefined
}

/** Order `linux-131.0.6778.204` by its numbers. */
function byVersion(a: string, b: string): number {
  return a.localeCompare(b, 'en', {numeric: true})
}
