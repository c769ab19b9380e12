import {toXml} from 'xast-util-to-xml'
import {x} from 'xastscript'
import {zip} from '../util/zip.ts'
import type {Made, Package} from './package.ts'
import {withPictures} from './pictures.ts'

/** A file of the archive, and what it is to whom it is sent. */
interface Item {
  readonly path: string
  readonly bytes: Uint8Array
  readonly type: 'article-metadata' | 'manuscript' | 'manuscript-supporting-file'
  readonly mediaType: string
}

const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['pdf', 'application/pdf'],
  ['xml', 'application/xml']
])

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
    const entries = [{path: 'manifest.xml', bytes: manifest}, ...items.map(({path, bytes}) => ({path, bytes}))]
    return new Map([[`${made.slug}-meca.zip`, zip(entries)]])
  }
}

function itemsOf({article, slug, files}: Made): ReadonlyArray<Item> {
  const written = [...(files.get('jats') ?? [])].find(([path]) => path.endsWith('.xml'))?.[1]
  const {xml, pictures} = withPictures({article, xml: new TextDecoder().decode(written)}, slug)
  const manuscripts = ['pdf', 'docx'].flatMap((format) => [...(files.get(format) ?? [])])
  return [
    item('article-metadata', `${slug}.xml`, new TextEncoder().encode(xml)),
    ...manuscripts.map(([path, bytes]) => item('manuscript', path, bytes)),
    ...pictures.map((picture): Item => ({...picture, type: 'manuscript-supporting-file'}))
  ]
}

function item(type: Item['type'], path: string, bytes: Uint8Array): Item {
  return {type, path, bytes, mediaType: mediaTypes.get(path.split('.').at(-1) ?? '') ?? 'application/octet-stream'}
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
      items.map(({path, type, mediaType}, index) =>
        x('item', {id: `item-${index + 1}`, 'item-type': type, 'item-version': '0'}, [
          x('instance', {'xlink:href': path, 'media-type': mediaType})
        ])
      )
    )
  ])
  return `${toXml(tree, {closeEmptyElements: true})}\n`
}
