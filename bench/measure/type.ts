import type {PDFDocument} from '@cantoo/pdf-lib'
import * as library from '@cantoo/pdf-lib'
import {within} from './blocks.ts'
import type {Scene} from './fragments.ts'
import {measureKerning} from './kerning.ts'
import type {Measure} from './measure.ts'
import {none} from './measure.ts'

const {PDFDict, PDFName, PDFRawStream} = library

/** Signs that a typewriter has, where print has others; and spaces where there should be one or none. */
const slips: ReadonlyArray<readonly [string, RegExp]> = [
  ['straight quotation mark', /["']/],
  ['dots for an ellipsis', /\.\.\./],
  ['hyphens for a dash', /(?:^|[^-])--(?:$|[^-])/],
  ['hyphen in a range', /(?<![\d\p{L}./:-])\d{1,4}-\d{1,4}(?![\d\p{L}-])/u],
  ['two spaces', /\S[ \u00a0]{2,}\S/]
]

/** How letters are drawn, and whether print's own signs are used. */
export function measureType(pdf: PDFDocument, scene: Scene): ReadonlyArray<Measure> {
  const {blocks, texts} = scene
  const faked = texts.filter((text) => text.faked && text.text.trim() !== '')
  const fonts = fontsOf(pdf)
  const lacking = fonts.flatMap(({name, embedded, subset, unicode}) => {
    const lacks = [embedded ? [] : ['file'], subset ? [] : ['subset'], unicode ? [] : ['ToUnicode']].flat()
    return lacks.length === 0 ? [] : [`${name}: no ${lacks.join(', ')}`]
  })
  const prose = blocks.filter((block) => /^(?:P|LBody|H\d|Caption|TD|TH)$/.test(block.path.at(-1) ?? ''))
  const typed = prose.flatMap((block) => {
    if (within(block, 'TOC')) return []
    const words = block.texts.map(({text, inFormula, inCode}) => (inFormula || inCode ? 'X' : text))
    return slipsIn(words.join('')).map((slip) => `page ${[...block.pages][0]} ${slip}`)
  })
  return [
    none('P23', 'fonts not embedded, subset or legible as text', lacking),
    none(
      'T5',
      'letters slanted or thickened by the program',
      faked.map(({page, text}) => `page ${page} “${text}”`)
    ),
    measureKerning(scene),
    none('T6', 'signs of a typewriter in the text', typed)
  ]
}

function slipsIn(text: string): ReadonlyArray<string> {
  // Addresses are not prose.
  const prose = text.replace(/\S*(?:https?:|\/|@)\S*/g, 'X')
  return slips.flatMap(([name, pattern]) => {
    const found = pattern.exec(prose)
    return found === null ? [] : [`${name}: “${prose.slice(Math.max(0, found.index - 10), found.index + 12).trim()}”`]
  })
}

interface Font {
  readonly name: string
  readonly embedded: boolean
  readonly subset: boolean
  readonly unicode: boolean
}

function fontsOf({context}: PDFDocument): ReadonlyArray<Font> {
  const objects = context.enumerateIndirectObjects().map(([, object]) => object)
  const fonts = objects.flatMap((object) =>
    object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Font') ? [object] : []
  )
  // What descends from a composite font is part of it; fonts of Type 3 have no file.
  const isWhole = (font: library.PDFDict) =>
    !font.has(PDFName.of('CIDSystemInfo')) && font.get(PDFName.of('Subtype')) !== PDFName.of('Type3')
  return fonts.filter(isWhole).map(fontOf)
}

function fontOf(font: library.PDFDict): Font {
  const name = font.lookupMaybe(PDFName.of('BaseFont'), PDFName)?.decodeText() ?? ''
  const descendants = font.lookupMaybe(PDFName.of('DescendantFonts'), library.PDFArray)
  const own = descendants?.lookupMaybe(0, PDFDict) ?? font
  const descriptor = own.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
  return {
    name,
    embedded: ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(PDFName.of(key))),
    subset: /^[A-Z]{6}\+/.test(name),
    unicode: font.lookup(PDFName.of('ToUnicode')) instanceof PDFRawStream
  }
}
