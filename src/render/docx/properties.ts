import type {Element} from 'xast'
import {x} from 'xastscript'
import type {Meta} from '../../model/meta.ts'
import {identifierOf, modifiedOf} from '../epub/identity.ts'
import {xmlText} from '../jats/inline.ts'
import {titleOf} from '../metadata/csl-record.ts'
import {line, plain} from '../metadata/line.ts'
import {part} from './xml.ts'

/** `docProps/core.xml` (ECMA-376-2, 8): what the manuscript says of itself, and its own dates. */
export function coreProperties(meta: Meta, title: string): Uint8Array {
  const date = {'xsi:type': 'dcterms:W3CDTF'}
  const {accepted, received, revised} = meta.publication
  const first = {...meta, publication: {...meta.publication, date: undefined, accepted: undefined, revised: undefined}}
  const created = received === undefined ? modifiedOf(meta) : modifiedOf(first)
  return part(
    x(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance'
      },
      [
        ...text('dc:title', titleOf(meta) ?? title),
        ...text('dc:subject', meta.publication.articleType),
        ...text(
          'dc:creator',
          meta.authors
            .map(({name}) => line(name.display))
            .filter(Boolean)
            .join('; ')
        ),
        ...text('cp:keywords', meta.keywords.join('; ')),
        ...text('dc:description', plain(meta.abstract)),
        ...text('dc:identifier', identifierOf(meta)),
        ...text('dc:language', meta.language),
        ...text('cp:version', meta.publication.version),
        x('dcterms:created', date, created),
        x('dcterms:modified', date, accepted === undefined && revised === undefined ? created : modifiedOf(meta))
      ]
    )
  )
}

/** `docProps/app.xml`. */
export function appProperties(): Uint8Array {
  const xmlns = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'
  return part(x('Properties', {xmlns}, [x('Application', 'Offprint')]))
}

function text(name: string, value: string | undefined): Array<Element> {
  const words = xmlText(line(value ?? ''))
  return words === '' ? [] : [x(name, words)]
}
