import type {Root} from 'mdast'
import type {Report} from '../../../model/problem.ts'
import {alerts} from '../dialect/alerts.ts'
import {callouts} from '../dialect/callouts.ts'
import {conditional} from '../dialect/formats.ts'
import {glossaries} from '../dialect/glossaries.ts'
import {labelledStatements} from '../dialect/labelled-statements.ts'
import type {Values} from '../dialect/placeholders.ts'
import {noValues, placeholders} from '../dialect/placeholders.ts'
import {tabSets} from '../dialect/tab-sets.ts'
import {equations} from '../tex/equations.ts'
import {takeMacros} from '../tex/macros.ts'
import {statements} from '../tex/statements.ts'
import type {TheoremName} from '../tex/theorem-names.ts'
import {abbreviations} from './abbreviations.ts'
import {citationTags} from './citation-tags.ts'
import {definitionLists} from './definition-lists.ts'
import {definitions} from './definitions.ts'
import {depth} from './depth.ts'
import {divs} from './divs.ts'
import type {ReadInline} from './figures.ts'
import {figures} from './figures.ts'
import {formulas} from './formulas.ts'
import {htmlBlocks} from './html-blocks.ts'
import {inlineHtml} from './html-inline.ts'
import {lineBlocks} from './line-blocks.ts'
import {listTables} from './list-tables.ts'
import {metadataBlocks} from './metadata-blocks.ts'
import {noteMarks} from './note-marks.ts'
import {notes} from './notes.ts'
import {quotations} from './quotations.ts'
import {referenceMarks} from './reference-marks.ts'
import {texts} from './texts.ts'
import {urls} from './urls.ts'

interface TransformOptions {
  /** Begins the names of inline notes. */
  readonly noteNames?: string
  /** Kinds of theorems that the front matter defines. */
  readonly theorems?: ReadonlyArray<TheoremName>
  /** What placeholders stand for. */
  readonly values?: Values
}

/** Make what micromark found into the tree of the model: what is spread over siblings comes together. */
export function transformed(root: Root, report: Report, inline: ReadInline, options: TransformOptions = {}): Root {
  const {noteNames = 'inline', theorems = [], values = noValues} = options
  statements(root, [...takeMacros(root), ...theorems], report)
  placeholders(root, values, inline, report)
  metadataBlocks(root, report)
  abbreviations(root, report)
  definitionLists(root)
  divs(root, report)
  conditional(root, report)
  tabSets(root)
  glossaries(root, report)
  listTables(root, report)
  callouts(root, inline)
  alerts(root)
  labelledStatements(root)
  inlineHtml(root, report)
  htmlBlocks(root, report)
  citationTags(root, report)
  definitions(root)
  noteMarks(root)
  notes(root, noteNames)
  formulas(root)
  equations(root)
  depth(root, report)
  urls(root, report)
  figures(root, inline)
  texts(root)
  referenceMarks(root)
  lineBlocks(root)
  quotations(root)
  return root
}
