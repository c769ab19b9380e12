import {toXml} from 'xast-util-to-xml'
import {x} from 'xastscript'
import {mediaTypeOf} from '../util/media-types.ts'
import {type ZipEntry, zip} from '../util/zip.ts'
import type {Made, Package} from './package.ts'
import {jatsFiles} from './pictures.ts'

/** A file of the archive, and what it is to whom it is sent. */
interface Item extends ZipEntry {
  readonly type: 'article-metadata' | 'manuscript' | 'manuscript-supporting-file'
}

/**
 * An archive by which submission systems hand on manuscripts: MECA, NISO RP-30-2020, with the manifest of its DTD 1.0.
 * There is no `transfer.xml`: who sends it to whom is not the manuscript's to say.
 */
export const meca: Package = {
  name: 'meca',
  about: 'JATS, PDF, Word and pictures in one archive that submission systems exchange (MECA).',
  of: ['jats', 'pdf', 'docx'],
  pack(made) {
    const items = itemsOf(made)
    const manifest = new TextEncoder().encode(manifestOf(items))
    return new Map([[`${made.slug}-meca.zip`, zip([{path: 'manifest.xml', bytes: manifest}, ...items])]])
  }
}

function itemsOf(made: Made): ReadonlyArray<Item> {
  const [jats, ...pictures] = jatsFiles(made, made.slug)
  const manuscripts = ['pdf', 'docx'].flatMap((format) => [...(made.files.get(format) ?? [])])
  return [
    ...(jats === undefined ? [] : [{...jats, type: 'article-metadata' as const}]),
    ...manuscripts.map(([path, bytes]) => ({path, bytes, type: 'manuscript' as const})),
    ...pictures.map((picture) => ({...picture, type: 'manuscript-supporting-file' as const}))
  ]
}

function manifestOf(items: ReadonlyArray<Item>): string {
  const namespaces = {
    xmlns: 'https://manuscriptexchange.org/schema/manifest',
    'xmlns:xlink': 'http://www.w3.org/1999/xlink'
  }
  const tree = x(undefined, [
    {type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"'},
    {
      type: 'doctype',
      name: 'manifest',
      public: '-//MECA//DTD Manifest v1.0//en',
      system: 'https://meca.zip/manifest-1.0.dtd'
    },
    x(
      'manifest',
      {...namespaces, 'manifest-version': '1.0'},
      items.map(({path, type}, index) =>
        x('item', {id: `item-${index + 1}`, 'item-type': type, 'item-version': '0'}, [
          x('instance', {'xlink:href': path, 'media-type': mediaTypeOf(path)})
        ])
      )
    )
  ])
  return `${toXml(tree, {closeEmptyElements: true})}\n`
}
