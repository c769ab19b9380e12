import type {ElementContent} from 'xast'
import type {Author, Inline} from '../../model/meta.ts'
import {abstractOf} from '../../util/declarations.ts'
import {terms} from '../../util/terms.ts'
import {wellFormed} from '../epub/language.ts'
import {dateInWords} from '../html/dates.ts'
import {affiliationLine, translated} from '../metadata/translated.ts'
import {webLink} from './link.ts'
import {blocks, gathered, line, paragraph} from './paragraph.ts'
import {faced, runs} from './run.ts'
import type {State} from './state.ts'

/** The title block, in the order in which it is read. */
export function front(state: State): Array<ElementContent> {
  const {meta} = state.article
  return [
    ...masthead(state),
    ...plainLine('Masthead', meta.publication.udc && `UDC ${meta.publication.udc}`, state),
    ...plainLine('Masthead', meta.publication.articleType, state),
    ...titleLine('Title', meta.title, state),
    ...titleLine('Subtitle', meta.subtitle ?? [], state),
    ...authors(state),
    ...affiliations(state),
    ...meta.authors.flatMap((author) => authorNotes(author, state)),
    ...shared(state),
    ...facts(state),
    ...summary(state),
    ...translations(state)
  ]
}

function masthead(state: State): Array<ElementContent> {
  const {journal, volume, issue, conference} = state.article.meta.publication
  const number = volume === undefined ? '' : ` ${volume}${issue === undefined ? '' : ` (${issue})`}`
  const event = conference && [conference.name, conference.location, conference.date]
  const words = journal === undefined ? event?.filter((part) => part !== undefined).join(', ') : `${journal}${number}`
  return plainLine('Masthead', words, state)
}

function titleLine(style: string, nodes: Inline, state: State): Array<ElementContent> {
  const content = line(nodes, state)
  return content.length === 0 ? [] : [paragraph(content, {...state, style})]
}

function plainLine(style: string, text: string | undefined, state: State): Array<ElementContent> {
  return text === undefined || text.trim() === '' ? [] : [paragraph(runs(text, state.face), {...state, style})]
}

/** The authors, with the numbers of their affiliations where there are several. */
function authors(state: State): Array<ElementContent> {
  const {authors: all, affiliations: places} = state.article.meta
  if (all.length === 0) return []
  const content = all.flatMap(({name, degrees, url, affiliations: own}, index) => {
    const numbers = places.flatMap(({id}, place) => (own.includes(id) ? [place + 1] : []))
    return [
      ...(index === 0 ? [] : runs(', ', state.face)),
      ...(url === undefined ? runs(name.display, state.face) : webLink(url, name.display, state)),
      ...runs(degrees === undefined ? '' : `, ${degrees}`, state.face),
      ...(places.length > 1 ? runs(numbers.join(', '), {...state.face, vertical: 'superscript'}) : [])
    ]
  })
  return [paragraph(content, {...state, style: 'Author'})]
}

function affiliations(state: State): Array<ElementContent> {
  const all = state.article.meta.affiliations
  return all.map((affiliation, index) => {
    const {ror, url} = affiliation
    const words = affiliationLine(affiliation)
    const record = ror ?? url
    return paragraph(
      [
        ...(all.length > 1 ? runs(String(index + 1), {...state.face, vertical: 'superscript'}) : []),
        ...(record === undefined ? runs(words, state.face) : webLink(record, words, state))
      ],
      {...state, style: 'Affiliation'}
    )
  })
}

function authorNotes(author: Author, state: State): Array<ElementContent> {
  const {words, article} = state
  const several = article.meta.authors.length > 1
  const name = runs(several ? `${author.name.display}, ` : '', state.face)
  const note = (content: ReadonlyArray<ElementContent>) => paragraph(content, {...state, style: 'AuthorNote'})
  const labelled = (label: string, content: ReadonlyArray<ElementContent>) =>
    note([...runs(`${label} `, faced(state, {bold: true}).face), ...content])
  const {position, corresponding, email, orcid, phone, notes = []} = author
  return [
    ...(position === undefined ? [] : [note(runs(`${author.name.display}: ${position}`, state.face))]),
    ...(corresponding && email !== undefined
      ? [labelled(words.correspondingAuthor, [...name, ...webLink(`mailto:${email}`, email, state)])]
      : []),
    ...(orcid === undefined
      ? []
      : [labelled('ORCID', [...name, ...webLink(`https://orcid.org/${orcid}`, orcid, state)])]),
    ...(article.template.settings['phone'] === true && phone !== undefined
      ? [labelled(words.phone, runs(phone, state.face))]
      : []),
    ...notes.map((text) => note(runs(several ? `${author.name.display}: ${text}` : text, state.face)))
  ]
}

/** What holds of several authors at once. */
function shared(state: State): Array<ElementContent> {
  const {authors: all} = state.article.meta
  const told = (label: string, some: ReadonlyArray<Author>) =>
    some.length === 0 ? undefined : `${label}: ${some.map(({name}) => name.display).join(', ')}`
  const equal = all.filter(({equalContribution}) => equalContribution)
  const deceased = all.filter((author) => author.deceased)
  return [told(state.words.equalContribution, equal), told(state.words.deceased, deceased)].flatMap((text) =>
    plainLine('AuthorNote', text, state)
  )
}

/** Dates and DOI. */
function facts(state: State): Array<ElementContent> {
  const {words, article} = state
  const {received, revised, accepted, date, doi} = article.meta.publication
  const dates = [
    [words.received, received],
    [words.revised, revised],
    [words.accepted, accepted],
    [words.published, date]
  ] as const
  const told = dates.flatMap(([label, day]) =>
    day === undefined ? [] : [`${label} ${dateInWords(day, article.meta.language)}`]
  )
  const address =
    doi === undefined ? [] : [...runs('DOI ', state.face), ...webLink(`https://doi.org/${doi}`, doi, state)]
  if (told.length + address.length === 0) return []
  const space = told.length > 0 && address.length > 0 ? runs('   ', state.face) : []
  return [paragraph([...runs(told.join('   '), state.face), ...space, ...address], {...state, style: 'AuthorNote'})]
}

function summary(state: State): Array<ElementContent> {
  const {words} = state
  const {keywords, plainSummary, highlights = []} = state.article.meta
  const abstract = abstractOf(state.article.meta)
  const texts = (label: string, nodes: Parameters<typeof blocks>[0] | undefined) =>
    nodes === undefined ? [] : [titled(label, state), ...blocks(nodes, {...state, style: 'Abstract'})]
  return [
    ...texts(words.abstract, abstract?.children),
    ...keywordLine(words.keywords, keywords, state),
    ...texts(words.plainSummary, plainSummary?.children),
    ...(highlights.length === 0 ? [] : [titled(words.highlights, state), ...items(highlights, state)])
  ]
}

function items(texts: ReadonlyArray<string>, state: State): Array<ElementContent> {
  return blocks(
    [
      {
        type: 'list',
        children: texts.map((value) => ({
          type: 'listItem',
          children: [{type: 'paragraph', children: [{type: 'text', value}]}]
        }))
      }
    ],
    state
  )
}

function titled(label: string, state: State): ElementContent {
  return paragraph(runs(label, state.face), {...state, style: 'AbstractTitle'})
}

function keywordLine(label: string, keywords: ReadonlyArray<string>, state: State): Array<ElementContent> {
  if (keywords.length === 0) return []
  const content = [...runs(`${label} `, faced(state, {bold: true}).face), ...runs(keywords.join(', '), state.face)]
  return [paragraph(content, {...state, style: 'Keywords'})]
}

/** Titles, abstracts and keywords in other languages, each run said to be in its own. */
function translations(outer: State): Array<ElementContent> {
  return translated(outer.article.meta).flatMap((translation) => {
    const {language, title, subtitle, abstract, keywords} = translation
    const tag = wellFormed(language)
    const state = faced(outer, tag === undefined ? {} : {language: tag})
    const words = terms(language)
    return [
      ...titleLine('AbstractTitle', title ?? [], state),
      ...titleLine('Abstract', subtitle ?? [], state),
      ...plainLine('AuthorNote', translation.authors.join(', '), state),
      ...translation.affiliations.flatMap((text) => plainLine('AuthorNote', text, state)),
      ...(abstract === undefined
        ? []
        : [
            titled(words.abstract, state),
            ...gathered(blocks(abstract.children, {...state, style: 'Abstract'}), state)
          ]),
      ...keywordLine(words.keywords, keywords, state)
    ]
  })
}
