import {describe, expect, test} from 'vitest'
import {build} from '../../src/build.ts'
import {partsOf} from '../support/docx.ts'
import {problemsOf, worldOf} from '../support/manuscript.ts'

/** What a manuscript is in one format; the parts of a Word document one after another. */
async function made(markdown: string, format: string): Promise<string> {
  const {output} = await build(worldOf(markdown), {to: [format]})
  const [path = '', bytes = new Uint8Array()] = [...output].find(([name]) => /paper\./.test(name)) ?? []
  return path.endsWith('.docx') ? Object.values(partsOf(bytes)).join('') : new TextDecoder().decode(bytes)
}

describe('ordered lists of pandoc', () => {
  test.each([
    ['a. one\nb. two', 'a. one\nb. two'],
    ['c) one\nd) two', 'c) one\nd) two'],
    ['(a) one\n(b) two', '(a) one\n(b) two'],
    ['A.  one\nB.  two', 'A. one\nB. two'],
    ['iv. one\nv. two', 'iv. one\nv. two'],
    ['I) one\nII) two', 'I) one\nII) two'],
    ['i. one\n\n    a. inner\n    b. inner\n\nii. two', 'i. one\n\n   a. inner\n   b. inner\nii. two'],
    ['(1) one\n(2) two', '(1) one\n(2) two'],
    ['#. one\n#. two', '1. one\n2. two'],
    ['3) one\n4) two', '3) one\n4) two'],
    ['a. one\n\n   more\nb. two', 'a. one\n\n   more\nb. two'],
    ['> a) one\n> b) two', '> a) one\n> b) two'],
    // Another mark begins another list.
    ['a. one\n1. two', 'a. one\n\n1. two'],
    ['a. one\nb) two', 'a. one\n\nb) two'],
    // Twenty-seven letters.
    [Array.from({length: 27}, (_, index) => `${index === 0 ? 'a' : '#'}. x`).join('\n'), 'z. x\naa. x']
  ])('count as they are written: %j', async (markdown, text) => {
    expect(await made(markdown, 'text')).toContain(text)
  })

  test.each([
    ['A. Smith wrote.', 'A. Smith wrote.'],
    ['(c) 2020 Somebody', '(c) 2020 Somebody'],
    ['Text\na. text', 'Text\na. text'],
    ['etc. and so on', 'etc. and so on'],
    ['iiii. text', 'iiii. text'],
    ['a.b text', 'a.b text'],
    ['(see above) text', '(see above) text'],
    ['a) ', 'a)']
  ])('are none where pandoc reads text: %j', async (markdown, text) => {
    expect(await made(markdown, 'html')).not.toMatch(/<ol\b/)
    expect(await made(markdown, 'text')).toContain(text.replaceAll('\n', ' '))
  })

  const lists = '(b) one\n(c) two\n\nText.\n\nIV. three\n'

  test('are counted so by every format', async () => {
    const html = await made(lists, 'html')
    expect(html).toContain('<ol class="parentheses lower-alpha" type="a" start="2">')
    expect(html).toContain('<ol class="upper-roman" type="I" start="4">')
    const latex = await made(lists, 'latex')
    expect(latex).toContain(
      '\\begin{enumerate}\n\\renewcommand{\\labelenumi}{(\\alph{enumi})}\n\\setcounter{enumi}{1}\n\\item one'
    )
    expect(latex).toContain('\\renewcommand{\\labelenumi}{\\Roman{enumi}.}')
    const jats = await made(lists, 'jats')
    expect(jats).toContain('<list list-type="alpha-lower"><list-item><label>(b)</label><p>one</p></list-item>')
    expect(jats).toContain('<list list-type="roman-upper"><list-item><label>IV.</label>')
    const docx = await made(lists, 'docx')
    expect(docx).toMatch(/<w:numFmt w:val="lowerLetter"\/><w:lvlText w:val="\(%1\)"\/>/)
    expect(docx).toMatch(/<w:numFmt w:val="upperRoman"\/><w:lvlText w:val="%1\."\/>/)
    expect(await made(lists, 'markdown')).toContain('(b) one\n(c) two\n\nText.\n\nIV. three')
  })

  test('examples are numbered through the article, and named', async () => {
    const markdown =
      '(@) One.\n(@good) Two, unlike (@bad).\n\nText (@good), @bad and (@none).\n\n(@bad) Three.\n\n[^n]: Note.'
    expect(await made(markdown, 'text')).toContain(
      '(1) One.\n(2) Two, unlike (3).\n\nText (2), 3 and ([?none]).\n\n(3) Three.'
    )
    expect(await made(markdown, 'markdown')).toContain('(@good) Two')
    expect(await problemsOf(markdown)).toContain(
      '4:26 citation-resolves: Cannot find reference `none`, expected a bibliography that holds it'
    )
  })

  test('text that would be a list is written so that it is none', async () => {
    for (const text of ['A. Smith', 'a\\. text', '\\(1) text', 'iv\\) text', '\\#. text']) {
      const printed = (await made(text, 'markdown')).split('\n').find((line) => /text|Smith/.test(line)) ?? ''
      expect(await made(printed, 'html')).not.toMatch(/<ol\b/)
    }
  })
})
