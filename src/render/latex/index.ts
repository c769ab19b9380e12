import {terms} from '../../util/terms.ts'
import type {Format} from '../format.ts'
import {bibtexOf} from './bibliography.ts'
import {document} from './document.ts'
import {frontOf} from './front.ts'
import {write} from './handlers.ts'
import {isCyrillic} from './languages.ts'
import {createPictures} from './pictures.ts'
import {referencesOf} from './references.ts'
import {createState, released} from './state.ts'

/** LaTeX for the class that the template names: one file of text, its reference list ready, its pictures beside it. */
export const latex: Format = {
  name: 'latex',
  about: 'LaTeX for a journal’s class, with its references and figures.',
  async render(article, context) {
    const pictures = createPictures()
    const state = createState({article, words: terms(article.meta.language), picture: pictures.path, write})
    const front = frontOf(article.meta, state)
    const waiting = released(state).trim()
    // Classes take no figure into their abstract.
    const picture = state.all(article.meta.graphicalAbstract?.children ?? []).trim()
    const body = [waiting, picture, state.all(article.body.children).trim()].filter((text) => text !== '').join('\n\n')
    const references = referencesOf(state)
    const data = {
      ...front,
      body,
      references: references.list === undefined ? null : {title: references.title, list: context.slug},
      words: state.words,
      captions: {figure: nameIn(state.words.figure.caption), table: nameIn(state.words.table.caption)},
      cyrillic: isCyrillic(article.meta.language),
      settings: article.template.settings,
      languages: [...state.languages].filter((name) => name !== front['babel'])
    }
    const text = document(article, data, {beside: references.list ?? '', escape: state.text, report: context.report})
    const files = new Map<string, Uint8Array>([[`latex/${context.slug}.tex`, encode(text)]])
    if (references.list !== undefined) files.set(`latex/${context.slug}.bbl`, encode(references.list))
    const bibtex = await bibtexOf(article, state)
    if (bibtex !== undefined) files.set('latex/references.bib', encode(bibtex))
    for (const [path, bytes] of await pictures.files(context.print)) files.set(`latex/${path}`, bytes)
    return files
  }
}

/** “Figure” of “Figure #”. */
function nameIn(pattern: string): string {
  return pattern.replace(/[ -]?#[ -]?/, '')
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
