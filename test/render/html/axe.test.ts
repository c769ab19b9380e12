import {readFileSync} from 'node:fs'
import axe from 'axe-core'
import puppeteer, {type Browser, type Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {findBrowser} from '../../../src/world/browser.ts'
import {hasBrowser} from '../../support/browser.ts'
import {check} from '../../support/manuscript.ts'
import {pageOf} from '../../support/page.ts'

const fixture = 'test/fixtures/every-construct'
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

describe.skipIf(!hasBrowser)('the pages of the fixture in a browser', () => {
  let browser: Browser
  const pages = new Map<string, string>()

  beforeAll(async () => {
    const found = await findBrowser()
    if (!('path' in found)) throw new Error(found.reason)
    // As root, Chromium does not run in its sandbox.
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    browser = await puppeteer.launch({
      executablePath: found.path,
      headless: 'shell',
      args,
      env: {...process.env, ...found.env}
    })
    const files = {
      'references.bib': readFileSync(`${fixture}/references.bib`),
      'figures/curve.svg': readFileSync(`${fixture}/figures/curve.svg`),
      'figures/grid.png': readFileSync(`${fixture}/figures/grid.png`)
    }
    for (const template of ['article', 'proceedings']) {
      const {article} = await check(readFileSync(`${fixture}/paper.md`, 'utf8'), {template, files})
      pages.set(template, (await pageOf(article)).text)
    }
  })
  afterAll(() => browser?.close())

  /** A page as a reader has it, at a width of so many pixels. */
  async function open(template: string, width: number, scheme: string): Promise<Page> {
    const page = await browser.newPage()
    await page.setViewport({width, height: 900})
    await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}])
    await page.setContent(pages.get(template) ?? '', {waitUntil: 'load'})
    return page
  }

  const views = ['article', 'proceedings'].flatMap((template) =>
    ['light', 'dark'].flatMap((scheme) => [320, 1280].map((width) => ({template, scheme, width})))
  )

  it.each(views)(
    'have no violation of WCAG 2.2 AA: $template, $scheme, $width px',
    async ({template, scheme, width}) => {
      const page = await open(template, width, scheme)
      const {violations, overflow} = (await page.evaluate(
        `${axe.source};axe.run(document,{runOnly:${JSON.stringify(standards)}}).then(({violations}) => ({
        violations: violations.flatMap(({id, nodes}) => nodes.map(({html}) => id + ': ' + html.slice(0, 200))),
        overflow: document.documentElement.scrollWidth - innerWidth
      }))`
      )) as {violations: ReadonlyArray<string>; overflow: number}
      await page.close()
      expect(violations).toEqual([])
      expect(overflow).toBeLessThanOrEqual(0)
    }
  )

  it.each(['article', 'proceedings'])('ask for nothing and break no promise of their policy: %s', async (template) => {
    const page = await browser.newPage()
    const asked: Array<string> = []
    const said: Array<string> = []
    page.on('request', (request) => void asked.push(request.url()))
    page.on('console', (message) => void said.push(message.text()))
    await page.setContent(pages.get(template) ?? '', {waitUntil: 'load'})
    const font = await page.evaluate(
      'document.fonts.check("16px STIX Two Text") && getComputedStyle(document.querySelector("h1")).fontFamily'
    )
    const broken = await page.evaluate('[...document.images].filter((image) => image.naturalWidth === 0).length')
    await page.close()
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([])
    expect(said).toEqual([])
    expect(font).toContain('STIX Two Text')
    expect(broken).toBe(0)
  })

  it.each(['article', 'proceedings'])('lead each link within to its place: %s', async (template) => {
    const page = await open(template, 1280, 'light')
    const lost = await page.evaluate(
      `[...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href')).filter((href) => document.getElementById(decodeURIComponent(href.slice(1))) === null)`
    )
    await page.close()
    expect(lost).toEqual([])
  })
})
