import type {Manuscript, TextSource} from '../model/manuscript.ts'
import type {Meta} from '../model/meta.ts'
import type {Place} from '../model/place.ts'
import type {Finding, Report, Severity} from '../model/problem.ts'
import {frontMatter} from '../util/front-matter.ts'
import {unprintableFinding, unprintableIn} from '../util/unprintable.ts'
import type {YamlEntry, YamlMap, YamlNode, YamlScalar} from '../util/yaml.ts'
import {readYaml} from '../util/yaml.ts'
import type {TheoremName, Values} from './markdown/index.ts'
import {definitionsIn, fragment, macrosOf, theoremNamesIn} from './markdown/index.ts'
import {metaOf} from './meta/index.ts'
import {valuesOf} from './values.ts'

/** What the front matter and the files beneath it say. */
export interface FrontMatterReading {
  readonly meta: Meta
  /** Works that the front matter itself describes, as CSL items: `references:`. */
  readonly references: YamlNode | undefined
  /** Kinds of theorems that LaTeX's preamble is given. */
  readonly theorems: ReadonlyArray<TheoremName>
  /** What placeholders in the text stand for. */
  readonly values: Values
}

/** Read the front matter of the first text, and the metadata files; report what in them is broken, unknown or of the wrong type. */
export function readFrontMatter({text, metadata = [], variables}: Manuscript, tell: Report): FrontMatterReading {
  let isPartial = false
  const report: Report = (problem) => {
    isPartial ||= problem.id === 'yaml-valid'
    tell(problem)
  }
  const as = (id: string, severity: Severity) => (finding: Finding) => report({...finding, id, severity})
  const [first, ...rest] = text
  const top = first === undefined ? undefined : ofText(first, report)
  for (const source of rest) refuseFrontMatter(source, report)
  const below = metadata.map((source) => projectOf(topMap({file: source.path, text: source.text}, report)))
  const layers = [top?.map, ...below].filter((map) => map !== undefined)
  const whole = top?.place ?? layers[0]?.place ?? {file: first?.path ?? ''}
  const meta = metaOf(layers, whole, {
    refuse: as('front-matter-type', 'error'),
    wonder: as('front-matter-known', 'warning'),
    markdown: (scalar) => fragment(scalar.prose?.text ?? scalar.text, originOf(scalar), report),
    places: new Map()
  })
  const header = textsIn(field(layers, 'header-includes')?.value)
  const macros = new Map([...header.flatMap((tex) => [...macrosOf(definitionsIn(tex))]), ...meta.macros])
  const theorems = header.flatMap(theoremNamesIn)
  return {
    meta: isPartial ? {...meta, macros, isPartial} : {...meta, macros},
    references: field(layers, 'references')?.value,
    theorems,
    values: valuesOf(layers, variables, report)
  }
}

/** LaTeX's preamble, of which formulas and statements are read; all else in it is about another program's pages. */
function textsIn(node: YamlNode | undefined): ReadonlyArray<string> {
  if (node?.kind === 'scalar') return [node.text]
  if (node?.kind === 'list') return node.items.flatMap(textsIn)
  return node === undefined ? [] : [...node.entries.values()].flatMap(({value}) => textsIn(value))
}

/** Only the first file speaks for the article. */
function refuseFrontMatter({path, text}: TextSource, report: Report): void {
  const {yaml, bodyLine} = frontMatter(text)
  if (yaml === undefined || yaml.trim() === '') return
  const place = {file: path, start: {line: 1, column: 1}, end: {line: bodyLine, column: 4}}
  const reason = `Unexpected front matter in \`${path}\`, expected it in the first file alone`
  report({id: 'front-matter-known', severity: 'warning', reason, place, note: 'It is not read.'})
}

function ofText({path, text}: TextSource, report: Report): {map: YamlMap | undefined; place: Place} {
  const {yaml, yamlLine, bodyLine, unclosed} = frontMatter(text)
  const start = {line: 1, column: 1}
  if (unclosed) {
    const reason = 'Unexpected end of the file, expected `---` to close the front matter'
    const note = 'Put a line of three hyphens between the front matter and the text.'
    report({id: 'yaml-valid', severity: 'error', reason, place: {file: path, start}, note})
  }
  if (yaml === undefined) return {map: undefined, place: {file: path, start}}
  const map = topMap({file: path, text: yaml, line: yamlLine}, report)
  return {map, place: {file: path, start, end: {line: bodyLine, column: 4}}}
}

/** MyST keeps what concerns the article one floor down. */
function projectOf(map: YamlMap | undefined): YamlMap | undefined {
  const project = map?.entries.get('project')?.value
  return project?.kind === 'map' ? project : map
}

function topMap(source: {file: string; text: string; line?: number}, report: Report): YamlMap | undefined {
  const node = readYaml(source, (finding) => report({...finding, id: 'yaml-valid', severity: 'error'}))
  if (node !== undefined && unprintableIn(source.text).length === 0) tellEscaped(node, report)
  if (node === undefined || node.kind === 'map') return node
  const reason = `Unexpected ${node.kind === 'list' ? 'list' : 'text'} as front matter, expected fields such as \`title: …\``
  report({id: 'yaml-valid', severity: 'error', reason, place: node.place})
  return undefined
}

/** Characters that no format prints, written as escapes; `load` tells those that stand in the file as they are. */
function tellEscaped(node: YamlNode, report: Report): void {
  if (node.kind === 'list') for (const item of node.items) tellEscaped(item, report)
  else if (node.kind === 'scalar') tellFirst(node.text, node.place, report)
  else
    for (const [name, {key, value}] of node.entries) {
      tellFirst(name, key, report)
      tellEscaped(value, report)
    }
}

function tellFirst(text: string, place: Place, report: Report): void {
  const [first] = unprintableIn(text)
  if (first !== undefined) report({id: 'text-printable', severity: 'warning', place, ...unprintableFinding(first)})
}

function field(layers: ReadonlyArray<YamlMap>, name: string): YamlEntry | undefined {
  return layers.map(({entries}) => entries.get(name)).find((entry) => entry !== undefined)
}

/** Where a scalar's text begins; about there, if YAML has it otherwise than it reads. */
function originOf({prose, place}: YamlScalar) {
  const {line, column} = prose?.start ?? place.start ?? {line: 1, column: 1}
  return {file: place.file, line, column, indent: prose?.indent ?? column - 1}
}
