import type {Root, RootContent} from 'mdast'
import type {Draft} from '../../src/model/article.ts'
import type {Meta} from '../../src/model/meta.ts'
import type {Template} from '../../src/model/template.ts'

const meta: Meta = {
  title: [],
  authors: [],
  affiliations: [],
  keywords: [],
  language: 'en',
  translations: new Map(),
  publication: {issn: [], subjects: []},
  funding: [],
  nocite: [],
  abbreviations: new Map(),
  macros: new Map(),
  places: new Map()
}

const template: Template = {
  id: 'plain',
  name: 'Plain',
  style: 'apa',
  numberSections: true,
  rules: new Map(),
  settings: {},
  sources: [],
  files: new Map()
}

/** A draft of a body made by hand, for stages after `parse`. */
export function draftOf(
  children: ReadonlyArray<RootContent>,
  rest: {meta?: Partial<Meta>; template?: Partial<Template>} = {}
): Draft {
  const body: Root = {type: 'root', children: [...children]}
  return {
    meta: {...meta, ...rest.meta},
    body,
    library: new Map(),
    bibliographies: [],
    assets: new Map(),
    csl: undefined,
    template: {...template, ...rest.template}
  }
}

/** A paragraph of text and inline nodes. */
export function paragraph(...children: Extract<RootContent, {type: 'paragraph'}>['children']): RootContent {
  return {type: 'paragraph', children}
}
