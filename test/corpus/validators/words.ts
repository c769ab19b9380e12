import {unzipSync} from 'fflate'
import type {Nodes as Hast} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import type {Nodes} from 'mdast'
import {textsOf} from '../../../src/util/texts.ts'
import {walk} from '../../../src/util/walk.ts'
import {missing, partsOf, pieces} from '../../support/docx.ts'
import type {Made, Validator} from './validator.ts'
import {bytesOf, textOfFile} from './validator.ts'

/** Every piece of running text in every format, in the article’s order within each of its sections. */
export const words: Validator = {
  name: 'words',
  absent: async () => undefined,
  async findings(made) {
    const {body, notes, meta} = made.article
    // Known sections stand elsewhere in JATS, so that each is looked for from the beginning.
    const runs = [...groups(body.children), ...notes.map(({children}) => [...children]), [...meta.title]]
    const abstract = meta.abstract?.children ?? []
    return [...texts(made)].flatMap(([format, text]) => {
      // Signs such as “№” would become letters.
      const whole = text.replace(/[^\p{L}\p{N}\s]+/gu, '').normalize('NFKC')
      return [...runs, abstract].flatMap((nodes) => {
        const lost = missing(
          pieces(nodes as Array<Nodes>).map((piece) => piece.normalize('NFKC')),
          whole
        )
        return lost.map((piece) => `${format} ${missing([piece], whole).length > 0 ? 'lost' : 'moved'}: ${piece}`)
      })
    })
  }
}

/** Sections one by one, and what stands before them. */
function groups(nodes: ReadonlyArray<Nodes>): ReadonlyArray<ReadonlyArray<Nodes>> {
  const sections = nodes.filter(({type}) => type === 'section')
  return [nodes.filter(({type}) => type !== 'section'), ...sections.map((section) => [section])]
}

function texts(made: Made): ReadonlyMap<string, string> {
  const word = partsOf(bytesOf(made, 'docx'))
  return new Map([
    ['html', shown(fromHtml(textOfFile(made, 'html')))],
    ['jats', bare(textOfFile(made, 'xml').replace(/<tex-math>.*?<\/tex-math>/gs, ''))],
    ['docx', inRuns(`${word['word/document.xml']}${word['word/footnotes.xml']}`)],
    ['epub', inBook(bytesOf(made, 'epub'))],
    // Plain text has the addresses of links behind their words.
    ['text', withoutAddresses(made)]
  ])
}

function withoutAddresses(made: Made): string {
  const {meta, body, notes} = made.article
  const links = [...walk(textsOf({meta, body, notes}))].flatMap((node) => (node.type === 'link' ? [node.url] : []))
  const sorted = [...new Set(links)].sort((a, b) => b.length - a.length)
  return sorted.reduce((text, url) => text.replaceAll(` <${url}>`, ''), textOfFile(made, 'txt').replace(/\s+/g, ' '))
}

function shown(node: Hast): string {
  if (node.type === 'text') return node.value
  if (!('children' in node) || (node.type === 'element' && node.tagName === 'head')) return ''
  return node.children.map(shown).join('')
}

function inBook(epub: Uint8Array): string {
  const pages = Object.entries(unzipSync(epub)).filter(([path]) => path.endsWith('.xhtml'))
  return pages.map(([, bytes]) => shown(fromHtml(new TextDecoder().decode(bytes)))).join(' ')
}

/** What Word shows: no instructions of fields. */
function inRuns(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => bare(text)).join('')
}

function bare(xml: string): string {
  return xml
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9A-F]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
