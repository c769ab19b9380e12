import type {Article, Draft} from '../model/article.ts'
import type {World} from '../model/world.ts'
import {textsOf} from '../util/texts.ts'
import {turn} from '../util/turn.ts'
import {abbreviate} from './abbreviations.ts'
import {citations} from './citations/index.ts'
import {citedLabels} from './cited-labels.ts'
import {copyOf} from './copy.ts'
import {count} from './counts.ts'
import {crossReferences} from './cross-references.ts'
import {examples} from './examples.ts'
import {numberedInFormulas} from './formula-references.ts'
import {identifiersOf} from './identifiers.ts'
import {labelsOf} from './labels.ts'
import {localLinks} from './local-links.ts'
import {notesOf} from './notes.ts'
import {pdfFigures} from './pdf-figures/index.ts'
import {sectionsOf} from './sections.ts'
import {tableNotes} from './table-notes.ts'
import {theorems} from './theorems.ts'
import {affixTypography, typography} from './typography/index.ts'

/** Resolve citations, number everything, then resolve cross-references, all into the tree. Citations come first: some styles put them into notes. */
export async function enrich(draft: Draft, world: Partial<Pick<World, 'cache' | 'resources'>> = {}): Promise<Article> {
  const {meta, body: flat} = copyOf(draft)
  examples(textsOf({meta, body: flat}), draft.library)
  citedLabels(textsOf({meta, body: flat}), draft.library)
  tableNotes(textsOf({meta, body: flat}))
  affixTypography(meta, textsOf({meta, body: flat}))
  const {references, troubles} = await citations({...draft, meta, body: flat}, world.cache)
  await turn()
  const {notes, noteTroubles} = notesOf(textsOf({meta, body: flat}))
  const identifiers = identifiersOf(textsOf({meta, body: flat, notes}))
  const body = sectionsOf(flat, {numbered: draft.template.numberSections, identifiers})
  typography(meta, [body, ...notes.flatMap(({children}) => children)])
  const texts = textsOf({meta, body, notes})
  abbreviate(texts, meta.abbreviations)
  count(texts, identifiers)
  theorems(texts, identifiers, meta.language)
  const labels = labelsOf(texts, notes)
  crossReferences(texts, labels, meta.language)
  numberedInFormulas(texts, labels)
  localLinks(texts)
  const {assets, pdfTroubles} = await pdfFigures(texts, draft, world)
  return {...draft, assets, pdfTroubles, meta, body, labels, notes, noteTroubles, references, troubles}
}
