import type {Source} from '../model/manuscript.ts'
import type {Report} from '../model/problem.ts'
import type {Folder} from '../model/world.ts'
import type {YamlMap} from '../util/yaml.ts'
import {named} from './header.ts'
import {findNamed} from './named-files.ts'
import {extension} from './paths.ts'

/** The Word document that the front matter names for its styles, `reference-doc: journal.docx`; one for another program is passed over. */
export async function referenceDocument(
  folder: Folder,
  files: ReadonlyArray<string>,
  headers: ReadonlyArray<YamlMap>,
  from: string,
  report: Report
): Promise<Source | undefined> {
  const names = (named(headers, ['reference-doc', 'reference-docx']) ?? []).filter(
    ({text}) => extension(text) === 'docx'
  )
  const candidates = files.filter((path) => extension(path) === 'docx')
  const search = {from, files, candidates, what: 'reference document', id: 'reference-document-found'}
  const [path] = findNamed(names.slice(0, 1), search, report)
  const bytes = path === undefined ? undefined : await folder.read(path)
  return path === undefined || bytes === undefined ? undefined : {path, bytes}
}
