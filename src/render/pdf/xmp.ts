import {toXml} from 'xast-util-to-xml'
import {x} from 'xastscript'
import type {Description} from './description.ts'
import {legal} from './legal.ts'
import {extensionSchemas, schemaNamespaces} from './xmp-schemas.ts'

const namespaces = {
  'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:pdf': 'http://ns.adobe.com/pdf/1.3/',
  'xmlns:pdfuaid': 'http://www.aiim.org/pdfua/ns/id/',
  'xmlns:prism': 'http://prismstandard.org/namespaces/basic/2.0/',
  'xmlns:xmp': 'http://ns.adobe.com/xap/1.0/'
}

/** A part of PDF/A and its level: U asks that text can be read as characters, A that it is tagged as well. */
export interface ArchivalMark {
  readonly part: 2 | 3
  readonly level: 'A' | 'U'
}

/** What a PDF is marked as. */
interface Marks {
  readonly accessible?: boolean
  readonly archival?: ArchivalMark | undefined
}

/**
 * The XMP packet of a PDF (ISO 16684-1), saying what the Info dictionary says; `producer` is the browser's name for itself.
 * Its marks are those of PDF/UA-1 (ISO 14289-1, 5) and PDF/A (ISO 19005-2, 6.6.4).
 */
export function xmp(description: Description, producer: string, {accessible = false, archival}: Marks = {}): string {
  const {title, authors, subject, keywords, language, date, doi, rights, creator, translations: others} = description
  const about = x('rdf:Description', {'rdf:about': '', ...namespaces, ...(archival && schemaNamespaces)}, [
    x('dc:format', 'application/pdf'),
    ...simple('pdfuaid:part', accessible ? '1' : undefined),
    ...simple('pdfaid:part', archival && String(archival.part)),
    ...simple('pdfaid:conformance', archival?.level),
    ...(archival === undefined ? [] : [extensionSchemas()]),
    ...localised(
      'dc:title',
      title,
      language,
      others.map((each) => [each.language, each.title] as const)
    ),
    ...listed('dc:creator', 'rdf:Seq', authors),
    ...localised(
      'dc:description',
      subject,
      language,
      others.map((each) => [each.language, each.subject] as const)
    ),
    ...listed('dc:subject', 'rdf:Bag', keywords),
    ...listed('dc:language', 'rdf:Bag', [language]),
    ...localised('dc:rights', rights, language),
    ...simple('dc:identifier', doi && `https://doi.org/${doi}`),
    ...simple('prism:doi', doi),
    ...simple('pdf:Keywords', keywords.join(', ')),
    ...simple('pdf:Producer', producer),
    ...simple('xmp:CreatorTool', creator),
    ...simple('xmp:CreateDate', date),
    ...simple('xmp:ModifyDate', date)
  ])
  const meta = x('x:xmpmeta', {'xmlns:x': 'adobe:ns:meta/'}, [
    x('rdf:RDF', {'xmlns:rdf': namespaces['xmlns:rdf']}, [about])
  ])
  // XML 1.0, 2.4: `]]>` must not stand in text; the serialiser lets it.
  const xml = toXml(meta).replaceAll(']]>', ']]&gt;')
  // The identifier is the standard's own, the same in every file.
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${xml}\n<?xpacket end="r"?>`
}

function simple(name: string, text: string | undefined) {
  return text === undefined || text === '' ? [] : [x(name, legal(text))]
}

type Texts = ReadonlyArray<readonly [language: string, text: string | undefined]>

function localised(name: string, text: string | undefined, language: string, others: Texts = []) {
  if (text === undefined || text === '') return []
  const texts = [['x-default', text] as const, [language, text] as const, ...others]
  return [
    x(name, [
      x(
        'rdf:Alt',
        texts.flatMap(([each, words]) => (words ? [x('rdf:li', {'xml:lang': each}, legal(words))] : []))
      )
    ])
  ]
}

function listed(name: string, kind: string, texts: ReadonlyArray<string>) {
  return texts.length === 0
    ? []
    : [
        x(name, [
          x(
            kind,
            texts.map((text) => x('rdf:li', legal(text)))
          )
        ])
      ]
}
