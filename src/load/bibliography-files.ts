import type {TextSource} from '../model/manuscript.ts'
import type {Report} from '../model/problem.ts'
import type {Folder} from '../model/world.ts'
import {lockFile} from '../util/references-lock.ts'
import type {YamlMap} from '../util/yaml.ts'
import {named} from './header.ts'
import {findNamed} from './named-files.ts'
import {extension, folderOf} from './paths.ts'
import {textSource} from './text.ts'

/** What says of itself that it is a bibliography. */
const certain: ReadonlySet<string> = new Set(['bib', 'bibtex', 'biblatex', 'enw', 'nbib', 'ris'])
/** What is one if it holds CSL items. */
const uncertain: ReadonlySet<string> = new Set(['json', 'yaml', 'yml'])

/**
 * Read the bibliographies that the front matter names (`bibliography: refs.bib`, or a list; relative to the text, else
 * to the folder). If it names none, every one beside the text: `.bib`, `.ris`, `.nbib`, `.enw`, and `.json` or `.yaml` with CSL items.
 */
export async function bibliographyFiles(
  folder: Folder,
  files: ReadonlyArray<string>,
  headers: ReadonlyArray<YamlMap>,
  from: string,
  report: Report
): Promise<ReadonlyArray<TextSource>> {
  const names = named(headers, ['bibliography'])
  const isBibliography = (path: string) => certain.has(extension(path)) || uncertain.has(extension(path))
  const candidates = files.filter(isBibliography)
  if (names !== undefined) {
    const search = {from, files, candidates, what: 'bibliography', id: 'bibliography-found'}
    return read(folder, findNamed(names, search, report), report)
  }
  const beside = candidates.filter((path) => folderOf(path) === folderOf(from) && path !== lockFile)
  const sources = await read(folder, beside, report)
  return sources.filter(({path, text}) => certain.has(extension(path)) || holdsItems(text))
}

/** Whether a JSON or YAML text looks like CSL items: a list of things with `id` and `type`, bare or as `references`. */
function holdsItems(text: string): boolean {
  const top = text.slice(0, 2000)
  const listed = /^\s*(?:\[|-\s|references:)/.test(top) || /^references:/m.test(top)
  return listed && /["']?\bid["']?\s*:/.test(top) && /["']?\btype["']?\s*:/.test(top)
}

async function read(folder: Folder, paths: ReadonlyArray<string>, report: Report): Promise<ReadonlyArray<TextSource>> {
  const sources = await Promise.all(
    paths.map(async (path) => {
      const bytes = await folder.read(path)
      return bytes === undefined ? undefined : textSource(path, bytes, report)
    })
  )
  return sources.filter((source) => source !== undefined)
}
