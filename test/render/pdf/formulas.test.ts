import {inflateSync} from 'node:zlib'
import * as library from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, it} from 'vitest'
import {fromXml} from 'xast-util-from-xml'
import {typeOf} from '../../../bench/measure/elements.ts'
import {formulasOf, texKey} from '../../../src/render/pdf/formulas.ts'
import {hasBrowser, testBrowser} from '../../support/browser.ts'
import {elementsOf} from '../../support/elements.ts'
import {pdfOf} from '../../support/pdf.ts'

const {PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString} = library

const paper = `---
title: On tides of $T < 1$
author: [{name: Ada Marsh}]
lang: en-GB
---

# Of $x^2$

Here $x^2$ and $a \\mathrel{<} b \\text{ in \\& “out” } \\quad c$.[^n]

$$\\begin{aligned} a &= \\int_0^1 x
  \\,dx \\\\
  b &= \\sqrt{x} \\end{aligned}$$ {#eq:a}

[^n]: A note of $[\\alpha'[1]]>0$.
`

describe('the formulas of a page', () => {
  it('are those that are marked, in XML', () => {
    const span = (label: string, inner: string) =>
      `<span role="img" aria-label="${label}" lang="zxx-x-formula"><math${inner}</math></span>`
    const html = `${span('a &#x26;  b', ' display="block"><mi>a</mi>')}<span role="img" aria-label="x"><math></math></span>`
    expect([...formulasOf(html)]).toEqual([
      ['a & b', '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mi>a</mi></math>']
    ])
  })

  it('are found in time linear in the length of the page', () => {
    const started = performance.now()
    for (const piece of ['<span role="img" aria-label="', '<span role="img" aria-label="" lang="zxx-x-formula"><math>'])
      expect(formulasOf(piece.repeat(50_000)).size).toBeLessThan(2)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe.skipIf(!hasBrowser)('a formula of the PDF', () => {
  const {print} = testBrowser()
  let pdf: library.PDFDocument
  beforeAll(async () => {
    pdf = await PDFDocument.load(await pdfOf(paper, print), {updateMetadata: false})
  })

  it('carries its MathML, which says the same', () => {
    const formulas = elementsOf(pdf, library).filter((element) => typeOf(element, library) === 'Formula')
    expect(formulas.length).toBe(6)
    for (const formula of formulas) {
      const alternative = formula.lookup(PDFName.of('Alt'))
      if (!(alternative instanceof PDFString || alternative instanceof PDFHexString)) throw new Error('no Alt')
      const math = mathmlOf(formula)
      const [root] = fromXml(math).children
      expect(root).toMatchObject({name: 'math', attributes: {xmlns: 'http://www.w3.org/1998/Math/MathML'}})
      const tex = /<annotation encoding="application\/x-tex">([\s\S]*)<\/annotation>/.exec(math)?.[1] ?? ''
      const [annotation] = fromXml(`<a>${tex}</a>`).children
      const [text] = annotation?.type === 'element' ? annotation.children : []
      expect(texKey(text?.type === 'text' ? text.value : '')).toBe(texKey(alternative.decodeText()))
    }
  })

  it('shares it with the formulas that read the same', () => {
    const files = pdf.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFRawStream && isMathml(object) ? [object] : []))
    expect(files.length).toBe(5)
    expect(pdf.catalog.has(PDFName.of('AF'))).toBe(false)
  })

  function mathmlOf(formula: library.PDFDict): string {
    const file = formula.lookup(PDFName.of('AF'), PDFArray).lookup(0, PDFDict)
    expect(file.lookup(PDFName.of('AFRelationship'))).toBe(PDFName.of('Supplement'))
    const stream = file.lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('F'))
    if (!(stream instanceof PDFRawStream && isMathml(stream))) throw new Error('no MathML')
    return inflateSync(stream.contents).toString()
  }

  function isMathml({dict}: library.PDFRawStream): boolean {
    return dict.get(PDFName.of('Subtype')) === PDFName.of('application/mathml+xml')
  }
})
