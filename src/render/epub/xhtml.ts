import type {Element, ElementContent} from 'hast'
import {toXast} from 'hast-util-to-xast'
import {h} from 'hastscript'
import type {Root} from 'xast'
import {toXml} from 'xast-util-to-xml'
import {directionOf} from '../../util/direction.ts'

/** A content document (EPUB 3.3, 6.1): XHTML with a title, a language, one style sheet, and no script. */
export function xhtml(title: string, language: string, children: ReadonlyArray<ElementContent>): string {
  const dir = directionOf(language)
  const page = h(
    'html',
    {
      lang: language,
      'xml:lang': language,
      ...(dir === undefined ? {} : {dir}),
      'xmlns:epub': 'http://www.idpf.org/2007/ops'
    },
    [
      h('head', [h('title', title), h('link', {rel: ['stylesheet'], type: 'text/css', href: 'style.css'})]),
      h('body', [...children])
    ]
  )
  const root = toXast(page as Element)
  return xmlOf({type: 'root', children: [{type: 'doctype', name: 'html'}, root as Root['children'][number]]})
}

/** A tree as an XML file. */
export function xmlOf(root: Root): string {
  const head = {type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"'} as const
  const xml = toXml({...root, children: [head, ...root.children]}, {closeEmptyElements: true})
  // XML 1.0, 2.4: `]]>` must not stand in text; the serialiser lets it.
  return `${xml.replaceAll(']]>', ']]&gt;')}\n`
}
