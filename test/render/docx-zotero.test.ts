import {expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import {documentFaults, partsOf} from '../support/docx.ts'
import {worldOf} from '../support/manuscript.ts'

const validator = process.env['OOXML_VALIDATOR']
const bibliography = `@book{a, author={Abel, Niels}, title={A & <book>}, publisher={P}, year=1826}
@article{b, author={Boole, George}, title={An article}, journal={J}, year=1847, volume=1, pages={3--9}}`
const text = 'Text [see @a, p. 3; @b]. And @b [p. 4] says so [-@a]. Unknown [@c]. Again [@a].'

async function docxOf(front: string): Promise<Uint8Array> {
  const markdown = `---\ntitle: Fields\nauthor: Ada Marsh\n${front}\n---\n\n# One\n\n${text}\n`
  const {output} = await build(worldOf(markdown, {'references.bib': bibliography}), {to: ['docx']})
  return [...output].find(([path]) => !path.startsWith('title-page'))?.[1] ?? new Uint8Array()
}

interface Field {
  readonly properties: {readonly plainCitation: string}
  readonly citationItems: ReadonlyArray<Readonly<Record<string, unknown>>>
}

function fieldsOf(docx: Uint8Array): ReadonlyArray<Field> {
  const codes = [...(partsOf(docx)['word/document.xml'] ?? '').matchAll(/ADDIN ZOTERO_ITEM CSL_CITATION ([^<]*) </g)]
  return codes.map(([, json = '']) => JSON.parse(json.replaceAll('&#x3C;', '<').replaceAll('&#x26;', '&')) as Field)
}

it('makes citations fields that Zotero takes up, with their works and words', async () => {
  const docx = await docxOf('style: apa\nciting: {fields: zotero}')
  const fields = fieldsOf(docx)
  expect(fields.map(({properties}) => properties.plainCitation)).toEqual([
    '(see Abel, 1826, p. 3; Boole, 1847)',
    '(1847, p. 4)',
    '(1826)',
    '(Abel, 1826)'
  ])
  const [[first, second] = [], [narrative] = [], [year] = []] = fields.map(({citationItems}) => citationItems)
  expect(first).toMatchObject({id: 'a', prefix: 'see', locator: '3', label: 'page', itemData: {title: 'A & <book>'}})
  expect(second).toMatchObject({id: 'b', itemData: {type: 'article-journal', 'container-title': 'J'}})
  expect([first, narrative, year].map((item) => item?.['suppress-author'])).toEqual([undefined, true, true])
  const parts = partsOf(docx)
  const word = parts['word/document.xml'] ?? ''
  expect(word.match(/ZOTERO_BIBL/g)).toHaveLength(1)
  const marks = (type: string) => word.match(new RegExp(`w:fldCharType="${type}"`, 'g'))?.length
  expect([marks('begin'), marks('separate'), marks('end')]).toEqual([5, 5, 5])
  expect(parts['docProps/custom.xml']).toContain('http://www.zotero.org/styles/apa')
})

it.skipIf(validator === undefined)('is faultless to Microsoft’s validator', async () => {
  expect(await documentFaults(await docxOf('style: apa\nciting: {fields: zotero}'), validator ?? '')).toEqual([])
})

it.each([
  ['unless asked', 'style: apa'],
  ['in a blind copy', 'style: apa\nciting: {fields: zotero}\nblind: true'],
  ['where a style has notes', 'style: chicago-notes-bibliography\nciting: {fields: zotero}']
])('leaves them as text %s', async (_, front) => {
  const docx = await docxOf(front)
  expect(Object.keys(partsOf(docx))).not.toContain('docProps/custom.xml')
  expect(Object.values(partsOf(docx)).join('')).not.toContain('ZOTERO')
})
