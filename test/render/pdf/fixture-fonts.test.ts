import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {PDFArray, PDFDict, PDFDocument, PDFName} from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {build} from '../../../src/build.ts'
import {machine} from '../../../src/world/node.ts'
import {hasBrowser, testBrowser} from '../../support/browser.ts'

const ours = /^[A-Z]{6}\+(?:STIXTwo(?:Text|Math)|Tinos|IBMPlexMono)/

/** Fonts of the machine, of which the build tells: words in a drawing are in what it names. */
const told: Readonly<Record<string, string>> = {'every-construct': 'svg-words'}

describe.skipIf(!hasBrowser)('the fonts of PDFs', () => {
  const {print} = testBrowser()
  const fixtures = readdirSync('test/fixtures').filter((name) =>
    readdirSync(join('test/fixtures', name)).includes('paper.md')
  )

  it.each(fixtures)('are ours, whatever the machine has: %s', async (name) => {
    const world = machine({manuscript: join('test/fixtures', name), out: 'build', env: {}})
    try {
      const {output, problems} = await build({...world, print}, {to: ['pdf']})
      const fonts = fontsOf(await PDFDocument.load(output.get('paper.pdf') ?? new Uint8Array()))
      const others = fonts.filter((font) => !ours.test(font))
      const rule = told[name]
      if (rule === undefined) expect(others).toEqual([])
      else {
        expect(others).toHaveLength(1)
        expect(problems.map(({id}) => id)).toContain(rule)
      }
      expect(fonts.length).toBeGreaterThan(0)
    } finally {
      await world.close()
    }
  })
})

/** Names of fonts, one each. */
function fontsOf({context}: PDFDocument): ReadonlyArray<string> {
  const all = context.enumerateIndirectObjects().flatMap(([, object]) => {
    const descends = object instanceof PDFDict ? object.lookup(PDFName.of('DescendantFonts')) : undefined
    return object instanceof PDFDict && descends instanceof PDFArray
      ? [object.lookup(PDFName.of('BaseFont'), PDFName).decodeText()]
      : []
  })
  return [...new Set(all)].sort()
}
