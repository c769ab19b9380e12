import {afterAll} from 'vitest'
import type {BrowserOptions, Printer} from '../../src/world/browser.ts'
import {browser, findBrowser} from '../../src/world/browser.ts'

const found = await findBrowser()

/** Whether this machine has a browser: `describe.skipIf(!hasBrowser)`. Says so aloud if not. */
export const hasBrowser = 'path' in found
if (!('path' in found)) console.warn(`Tests that print are skipped: ${found.reason}`)

/** A browser for the tests of one file, ended after them. */
export function testBrowser(options: BrowserOptions = {}): Printer {
  const printer = browser(options)
  afterAll(() => printer.close())
  return printer
}
