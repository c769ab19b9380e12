import * as library from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {artifactMarks} from '../../../src/render/pdf/tags/artifact-marks.ts'
import {edited} from '../../../src/render/pdf/tags/edits.ts'
import {operations} from '../../../src/render/pdf/tags/operations.ts'
import {widthOf} from '../../../src/render/pdf/tags/shown-strings.ts'
import {softHyphenCuts} from '../../../src/render/pdf/tags/soft-hyphens.ts'
import {reaches, textRuns} from '../../../src/render/pdf/tags/text-runs.ts'

const mark = (content: string) =>
  edited(
    content,
    artifactMarks(operations(content), (name) => name === 'Untagged')
  )

describe('a content stream', () => {
  it('is read operator by operator, whatever its strings and images hold', () => {
    const content = String.raw`q (a\) Tj (b) ) Tj <0a(> Tj /X<</A[1]>> BDC % Tj
BI /W 1 ID ab Tj cd EI [(x)-1]TJ true null 0 d0`
    expect([...operations(content)].map(({operator}) => operator)).toEqual(['q', 'Tj', 'Tj', 'BDC', 'ID', 'TJ', 'd0'])
  })

  it('has glyphs that follow each other on a line as one operation', () => {
    const content = 'BT /F4 9 Tf <0040> Tj 6.8 0 Td <004a> Tj\n-8.4 0 Td <0050> Tj 1 0 Td (a) Tj <00a1> <00a1> Tj ET'
    const read = [...operations(content)].map(({operator, start, end}) => [operator, content.slice(start, end)])
    expect(read).toEqual([
      ['BT', 'BT'],
      ['Tf', '/F4 9 Tf'],
      ['Tj', '<0040> Tj 6.8 0 Td <004a> Tj\n-8.4 0 Td <0050> Tj'],
      ['Td', '1 0 Td'],
      ['Tj', '(a) Tj'],
      ['Tj', '<00a1> <00a1> Tj'],
      ['ET', 'ET']
    ])
  })

  it('is as wide as the glyphs of a line are apart', () => {
    expect(widthOf('<0040> ')).toBe(0)
    expect(widthOf('<0040> Tj 6.5 0 Td <004a> Tj\n-8 0 Td <0050> Tj 2 1 Td <0050> ')).toBe(0.5)
  })

  it('has lines that reach back where their glyphs do', () => {
    const font = {texts: new Map(), space: undefined, said: new Map()}
    const lineOf = (step: number) => {
      const content = `/P <</MCID 0>> BDC BT /F1 9 Tf 1 0 0 -1 10 20 Tm <0001> Tj ${step} 0 Td <0002> Tj ET EMC`
      return textRuns(content, operations(content), new Map([['F1', font]]), library)
    }
    const reached = [8, -8].map((step) => lineOf(step).map((run) => [1, 3, 17, 19].map((x) => reaches(run, x))))
    expect(reached).toEqual([[[true, true, true, false]], [[true, false, false, false]]])
  })

  it('is left alone where it is tagged', () => {
    const content = '/P <</MCID 0>> BDC BT (text) Tj ET 0 0 1 1 re f EMC'
    expect(mark(content)).toBe(content)
  })

  it('is an artifact where it is marked as no more than read backwards, or in other words', () => {
    const content = '/ReversedChars BMC /Span<</ActualText <FEFF202E>>> BDC <0001> Tj EMC EMC'
    expect(mark(content)).toBe(content.replace('<0001> Tj', '/Artifact BMC <0001> Tj EMC'))
    const tagged = `/P <</MCID 0>> BDC ${content} EMC`
    expect(mark(tagged)).toBe(tagged)
  })

  it('has what is not marked as an artifact, a path from its beginning', () => {
    expect(mark('BT (12) Tj ET')).toBe('BT /Artifact BMC (12) Tj EMC ET')
    expect(mark('0 0 m 1 1 l S Q')).toBe('/Artifact BMC 0 0 m 1 1 l S EMC Q')
    expect(mark('0 0 1 1 re W n')).toBe('0 0 1 1 re W n')
    expect(mark('0 0 1 1 re W f')).toBe('/Artifact BMC 0 0 1 1 re W f EMC')
    expect(mark('/Tagged Do /Untagged Do')).toBe('/Tagged Do /Artifact BMC /Untagged Do EMC')
    expect(mark('BI /W 1 ID x EI Q')).toBe('/Artifact BMC BI /W 1 ID x EI EMC Q')
  })

  it('is read in time linear in its length, broken or not', () => {
    const started = performance.now()
    for (const piece of [
      '(',
      '<',
      '<a ',
      '<<',
      'BI ID ',
      '/',
      '(\\',
      '[',
      '0 0 m ',
      'EMC ',
      '<0> Tj ',
      '<0> Tj 1',
      '1 0 Td <a> Tj '
    ])
      mark(piece.repeat(200_000))
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('soft hyphens', () => {
  const cut = (content: string) => edited(content, softHyphenCuts(content, operations(content)))

  it('that are painted without ink go', () => {
    const content = '/Span<</ActualText <FEFF00AD>>> BDC <0003> Tj EMC <000e> Tj'
    expect(cut(content).trim()).toBe('<000e> Tj')
  })

  it('leave the letter that a browser writes together with them', () => {
    const content = '/Span<</ActualText <feff043e00ad> >> BDC 6 0 Td <0062> Tj EMC <000e> Tj'
    expect(cut(content)).toBe('/Span<</ActualText <feff043e> >> BDC 6 0 Td <0062> Tj EMC <000e> Tj')
  })

  it('are looked for in whole characters', () => {
    const content = '/Span<</ActualText <feffac00adac>>> BDC <0062> Tj EMC'
    expect(cut(content)).toBe(content)
  })
})
