import type {Element} from 'xast'
import {x} from 'xastscript'

/** A property that no schema of PDF/A knows. */
interface Property {
  readonly name: string
  readonly type: string
  readonly category: 'external' | 'internal'
  readonly about: string
}

const schemas: ReadonlyArray<{
  readonly name: string
  readonly prefix: string
  readonly uri: string
  readonly property: Property
}> = [
  {
    name: 'PDF/UA identification schema',
    prefix: 'pdfuaid',
    uri: 'http://www.aiim.org/pdfua/ns/id/',
    property: {name: 'part', type: 'Integer', category: 'internal', about: 'Part of ISO 14289'}
  },
  {
    name: 'PRISM basic metadata',
    prefix: 'prism',
    uri: 'http://prismstandard.org/namespaces/basic/2.0/',
    property: {name: 'doi', type: 'Text', category: 'external', about: 'Digital Object Identifier'}
  }
]

/** Namespaces of what describes schemas (ISO 19005-2, 6.6.2.3.3). */
export const schemaNamespaces = {
  'xmlns:pdfaid': 'http://www.aiim.org/pdfa/ns/id/',
  'xmlns:pdfaExtension': 'http://www.aiim.org/pdfa/ns/extension/',
  'xmlns:pdfaSchema': 'http://www.aiim.org/pdfa/ns/schema#',
  'xmlns:pdfaProperty': 'http://www.aiim.org/pdfa/ns/property#'
}

/** What archives ask to be told of the properties that PDF/A does not know. */
export function extensionSchemas(): Element {
  const resource = {'rdf:parseType': 'Resource'}
  const described = schemas.map(({name, prefix, uri, property}) =>
    x('rdf:li', resource, [
      x('pdfaSchema:schema', name),
      x('pdfaSchema:namespaceURI', uri),
      x('pdfaSchema:prefix', prefix),
      x('pdfaSchema:property', [
        x('rdf:Seq', [
          x('rdf:li', resource, [
            x('pdfaProperty:name', property.name),
            x('pdfaProperty:valueType', property.type),
            x('pdfaProperty:category', property.category),
            x('pdfaProperty:description', property.about)
          ])
        ])
      ])
    ])
  )
  return x('pdfaExtension:schemas', [x('rdf:Bag', described)])
}
