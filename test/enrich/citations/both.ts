import type CSL from 'citeproc'
import csl from 'citeproc'
import {createEngine} from '../../../src/enrich/citations/engine.ts'
import {formatName} from '../../../src/enrich/citations/format.ts'
import type {CslItem} from '../../../src/model/article.ts'
import {styleOf} from './support.ts'

/**
 * What our engine and citeproc-js as it comes print of citations, and their lists of works; both engines, a way to make
 * another of ours, and the citations for it.
 */
export async function printedByBoth(
  xml: string,
  items: ReadonlyMap<string, CslItem>,
  cited: ReadonlyArray<ReadonlyArray<string>>,
  {locator, uncited = []}: {readonly locator?: string | undefined; readonly uncited?: ReadonlyArray<string>} = {}
) {
  const locales = (await styleOf('apa', 'en-US'))?.locales ?? new Map()
  const style = {id: 'own', xml, locales}
  const make = async () =>
    (await createEngine({style, language: 'en-US', forced: false, items, entryTerms: false})).engine
  const engine = await make()
  const plain = new csl.Engine(engine.sys, xml, 'en-US', false)
  Object.assign(plain.opt.development_extensions, engine.opt.development_extensions)
  plain.setOutputFormat(formatName)
  const clusters = (): Array<CSL.Cluster> =>
    cited.map((ids, index) => ({
      citationID: String(index),
      citationItems: ids.map((id) => ({id, ...(locator === undefined ? {} : {locator, label: 'page'})})),
      properties: {noteIndex: xml.includes('class="note"') ? index + 1 : 0}
    }))
  const printed = (by: CSL.Engine) => [by.rebuildProcessorState(clusters(), formatName, uncited), by.makeBibliography()]
  return {ours: printed(engine), theirs: printed(plain), engine, plain, make, clusters}
}
