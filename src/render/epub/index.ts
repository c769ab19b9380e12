import type {Root} from 'hast'
import {x} from 'xastscript'
import {terms} from '../../util/terms.ts'
import {walk} from '../../util/walk.ts'
import {type ZipEntry, zip} from '../../util/zip.ts'
import type {Format} from '../format.ts'
import {xmlText} from '../jats/inline.ts'
import {plain} from '../metadata/line.ts'
import {accessibility} from './accessibility.ts'
import {contentOf} from './content.ts'
import {fitToBook} from './fit.ts'
import {wellFormed} from './language.ts'
import {navigation} from './navigation.ts'
import {outlineOf} from './outline.ts'
import {packageDocument} from './package.ts'
import {xhtml, xmlOf} from './xhtml.ts'

/** An EPUB 3.3 with the metadata of EPUB Accessibility 1.1; it holds no script and needs no network. */
export const epub: Format = {
  name: 'epub',
  about: 'An accessible EPUB 3.3, for e-book readers.',
  async render(article, context) {
    const {meta} = article
    const {tree, css, pictures} = await contentOf(article, context)
    fitToBook(tree)
    const outline = outlineOf(tree)
    const language = wellFormed(meta.language) ?? 'und'
    const title = xmlText(plain([...meta.title]) ?? context.slug)
    const words = terms(meta.language)
    const access = accessibility(tree, pictures)
    const properties = propertiesOf(tree)
    const children = tree.children.filter((node) => node.type !== 'doctype')
    const entries: ReadonlyArray<ZipEntry> = [
      // OCF 3.3, 4.2.6: the first file, as it is, so that the type can be read at a fixed place.
      {path: 'mimetype', bytes: encode('application/epub+zip'), stored: true},
      {path: 'META-INF/container.xml', bytes: encode(container())},
      {path: 'EPUB/package.opf', bytes: encode(packageDocument({meta, title, language, access, pictures, properties}))},
      {path: 'EPUB/navigation.xhtml', bytes: encode(navigation({title, language, words, tree, outline}))},
      {path: 'EPUB/text.xhtml', bytes: encode(xhtml(title, language, children))},
      {path: 'EPUB/style.css', bytes: encode(`${css}\n`)},
      ...pictures.map(({path, type, bytes}) => ({path: `EPUB/${path}`, bytes, stored: type !== 'svg'}))
    ]
    return new Map([[`${context.slug}.epub`, zip(entries)]])
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** What the text holds that a reader must be told of (EPUB 3.3, D.5). */
function propertiesOf(tree: Root): ReadonlyArray<string> {
  const found = new Set<string>()
  for (const node of walk(tree)) if (node.type === 'element') found.add(node.tagName)
  return [...(found.has('math') ? ['mathml'] : []), ...(found.has('svg') ? ['svg'] : [])]
}

function container(): string {
  const root = x('container', {version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container'}, [
    x('rootfiles', [x('rootfile', {'full-path': 'EPUB/package.opf', 'media-type': 'application/oebps-package+xml'})])
  ])
  return xmlOf({type: 'root', children: [root]})
}
