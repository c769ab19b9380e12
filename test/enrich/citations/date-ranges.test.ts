import {expect, it} from 'vitest'
import {printedByBoth} from './both.ts'

const xml = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <citation><layout><text variable="citation-number"/></layout></citation>
  <bibliography><layout suffix="."><date variable="issued"><date-part name="year" range-delimiter="–"/></date>
    <date variable="accessed" prefix=" [cited " suffix="]"><date-part name="year"/></date></layout></bibliography>
</style>`

const work = {type: 'book', issued: {'date-parts': [[2001], [2002]]}, accessed: {'date-parts': [[2020]]}}

it('the end of the first range of years has nothing around it that is of another date of the style', async () => {
  const items = new Map(['a', 'b'].map((id) => [id, {...work, id}]))
  const {ours, theirs} = await printedByBoth(xml, items, [['a'], ['b']])
  expect(JSON.stringify(ours[1])).toMatch(/2001–2002 \[cited 2020\].*2001–2002 \[cited 2020\]/)
  // As citeproc-js comes, it takes the end of the first for a date of access: the mending can go when that does not.
  expect(JSON.stringify(theirs)).toContain('[cited 2002]')
})
