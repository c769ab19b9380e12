import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {formatName} from '../../../src/enrich/citations/format.ts'
import {linearTexts} from '../../../src/enrich/citations/linear.ts'
import type {CslItem} from '../../../src/model/article.ts'
import {printedByBoth} from './both.ts'

const opening = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"'

/** Names that have to be told apart, several keys to sort by, and numbers that are labelled, asked for and printed again. */
const authorDate = `${opening} class="in-text" page-range-format="minimal">
  <macro name="who"><names variable="author"><name form="short" initialize-with=". "/><substitute><text variable="title"/></substitute></names></macro>
  <macro name="all"><names variable="author" suffix="  "><name name-as-sort-order="first" initialize-with=". " and="text"/><label form="short" prefix=", "/></names></macro>
  <macro name="when"><date variable="issued"><date-part name="year"/></date></macro>
  <macro name="what"><text variable="title" font-style="italic" suffix=". "/></macro>
  <macro name="where"><group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group></macro>
  <macro name="volume"><choose><if is-numeric="volume"><group delimiter=" "><label variable="volume" form="short"/><text variable="volume" prefix="(" suffix=")"/></group></if><else><number variable="volume" text-case="capitalize-first"/></else></choose></macro>
  <macro name="pages"><group delimiter=" "><label variable="page" form="short" text-case="capitalize-first"/><text variable="page" quotes="true"/></group></macro>
  <macro name="asked"><choose><if type="book" page="volume" match="all"><text value="!"/></if><else-if type="article-journal"><label variable="page" form="short"/></else-if></choose><text variable="page"/></macro>
  <macro name="again"><names variable="author" suffix=". "><name/></names></macro>
  <macro name="grouped"><group prefix=", " suffix=". "><text variable="title"/><text variable="page" prefix=" "/></group></macro>
  <citation disambiguate-add-names="true" disambiguate-add-givenname="true" disambiguate-add-year-suffix="true" et-al-min="3" et-al-use-first="1" collapse="year">
    <sort><key macro="who"/><key macro="when"/></sort>
    <layout prefix="(" suffix=")" delimiter="; "><group delimiter=", "><text macro="who"/><text macro="when"/><text macro="where"/></group></layout>
  </citation>
  <bibliography><sort><key macro="when"/><key variable="volume"/><key macro="pages"/><key variable="title" sort="descending"/></sort>
    <layout suffix="."><text macro="all"/><text macro="when" prefix="(" suffix=") "/><text macro="what"/><text macro="volume" prefix=". "/><text macro="who" prefix=" ["/><text macro="pages" prefix=", "/><text macro="volume" prefix=" = "/><text macro="asked" prefix=" - "/><text macro="again"/><text macro="volume" prefix=". "/><text macro="grouped"/><text macro="volume" prefix=". "/><group suffix=","><text macro="grouped"/></group><text macro="grouped"/></layout>
  </bibliography></style>`

function ruled(rule: string): string {
  return authorDate.replace('<citation ', `<citation givenname-disambiguation-rule="${rule}" `)
}

const variants: ReadonlyArray<readonly [what: string, xml: string]> = [
  ['author and year', authorDate],
  // Without stretches of ours around what is printed of a field.
  ['the suffix of a year', authorDate.replace('collapse="year"', 'collapse="year-suffix"')],
  [
    'the last of many names as well',
    authorDate.replace('et-al-min="3" et-al-use-first="1"', 'et-al-min="6" et-al-use-first="1" et-al-use-last="true"')
  ],
  ['names of one family', ruled('all-names')],
  ['the first of names', ruled('primary-name-with-initials')],
  ['no given names to tell works apart', authorDate.replace('disambiguate-add-givenname="true"', '')],
  ['names in full', authorDate.replace('<name form="short" initialize-with=". "/>', '<name/>')]
]

const given = fc.option(fc.constantFrom('Ann', 'Andrew', 'Bo C.', 'J.-P.'), {nil: undefined})
const names = fc.record({family: fc.constantFrom('Smith', 'Lee', 'Öz'), given})
const numbers = fc.option(fc.constantFrom('1', '12', '101-108', '3 & 4', 'iv', 'A3', '"7"', '10/20', 'vol. 2, no. 5'))
const works = fc.array(
  fc.record({
    type: fc.constantFrom('book', 'article-journal', 'legal_case'),
    title: fc.constantFrom('On things', 'The “new” Beta', 'Zeta.'),
    author: fc.array(names, {maxLength: 8}),
    volume: numbers,
    page: numbers,
    issued: fc.option(fc.constantFrom({'date-parts': [[1999]]}, {'date-parts': [[2000, 5]]}))
  }),
  {minLength: 2, maxLength: 9}
)

function itemsOf(made: ReadonlyArray<object>): ReadonlyMap<string, CslItem> {
  const items = made.map((work, index) => {
    const fields = Object.entries(work).filter(([, value]) => value !== null)
    return {id: `w${index}`, ...Object.fromEntries(fields)} as CslItem
  })
  return new Map(items.map((item) => [item.id, item]))
}

describe('an engine that does nothing twice', () => {
  it.each(variants)(
    'should print what citeproc-js prints, one by one and in one pass, with %s',
    async (_, xml) => {
      const locators = fc.constantFrom('5', '5-9', 'iv', undefined)
      await fc.assert(
        fc.asyncProperty(works, locators, fc.nat(2), async (made, locator, count) => {
          const items = itemsOf(made)
          const keys = [...items.keys()]
          const [cited, uncited] = [keys.slice(0, keys.length - count), keys.slice(keys.length - count)]
          const singly = cited.map((key) => [key])
          const {ours, theirs, make, clusters} = await printedByBoth(xml, items, singly, {locator, uncited})
          expect(ours).toEqual(theirs)
          const engine = await make()
          const texts = linearTexts(engine, clusters(), {format: formatName, uncited, xml})
          const [cites, list] = theirs
          expect([...texts]).toEqual((cites as Cites).map(([id, , text]) => [id, text]))
          expect(engine.makeBibliography()).toEqual(list)
        }),
        {numRuns: 40}
      )
    },
    120_000
  )
})

describe('an engine that is told of more names, or fewer', () => {
  it('should weigh those it knows anew', async () => {
    const items = itemsOf([{type: 'book', title: 'On things', author: [{family: 'Öz', given: 'Ann'}]}])
    const {engine, plain} = await printedByBoth(ruled('all-names'), items, [['w0']])
    const weights = [engine, plain].map((each) => {
      const {namereg} = (each as unknown as Naming).registry
      const [one, other] = [
        {family: 'Lee', given: 'Ann'},
        {family: 'Lee', given: 'Bo'}
      ]
      const weighed = () => namereg.evalname('w0', one, 0, 0, 'short', '. ')
      namereg.addname('w0', one, 0)
      const alone = weighed()
      namereg.addname('w1', other, 0)
      const among = weighed()
      namereg.delitems('w1')
      const again = weighed()
      namereg.addname('w1', other, 0)
      namereg.addname('w2', {family: 'Lee', given: 'Cy'}, 0)
      return [alone, among, again, namereg.evalname('w0', other, 0, 0, 'short', '. ')]
    })
    expect(weights[0]).toEqual(weights[1])
  })
})

/** The names that an engine knows. */
interface Naming {
  readonly registry: {
    readonly namereg: {
      addname(id: string, name: object, at: number): void
      delitems(id: string): void
      evalname(id: string, name: object, at: number, least: number, form: string, initials: string): unknown
    }
  }
}

type Cites = ReadonlyArray<readonly [id: string, index: number, text: string]>
