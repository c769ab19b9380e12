import type {Element} from 'xast'
import {x} from 'xastscript'
import type {Article} from '../../model/article.ts'
import type {Publication} from '../../model/meta.ts'
import {abstracts} from './abstract.ts'
import {citations} from './citations.ts'
import {contributors} from './contributors.ts'
import {date, element, language, present} from './element.ts'
import {faces} from './faces.ts'
import {access, funding, relations} from './programs.ts'

/** `journal_article`, in the order of the schema. */
export function journalArticle(article: Article): Element {
  const {meta} = article
  const {publication} = meta
  return x(
    'journal_article',
    {...language(meta.language), publication_type: 'full_text'},
    present([
      titles(article),
      contributors(meta),
      ...abstracts(article),
      date('publication_date', publication.date),
      date('acceptance_date', publication.accepted),
      pages(publication),
      item(publication),
      funding(meta),
      access(meta),
      relations(publication),
      x(
        'doi_data',
        present([element('doi', publication.doi), element('resource', publication.url), mining(publication)])
      ),
      citations(article)
    ])
  )
}

/** Where programs that read texts find the PDF (Crossref, text and data mining). */
function mining({pdfUrl}: Publication): Element | undefined {
  const resource = element('resource', pdfUrl, {mime_type: 'application/pdf'})
  return resource === undefined ? undefined : x('collection', {property: 'text-mining'}, [x('item', [resource])])
}

function titles({meta}: Article): Element {
  const subtitle = meta.subtitle === undefined ? [] : [x('subtitle', faces(meta.subtitle, meta.macros))]
  return x('titles', [x('title', faces(meta.title, meta.macros)), ...subtitle])
}

function pages({firstPage, lastPage}: Publication): Element | undefined {
  const first = element('first_page', firstPage)
  return first === undefined ? undefined : x('pages', present([first, element('last_page', lastPage)]))
}

function item({elocation}: Publication): Element | undefined {
  const number = element('item_number', elocation, {item_number_type: 'article_number'})
  return number === undefined ? undefined : x('publisher_item', [number])
}
