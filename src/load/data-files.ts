import type {Manuscript, TextSource} from '../model/manuscript.ts'
import type {Report} from '../model/problem.ts'
import type {Folder} from '../model/world.ts'
import {extension, nameOf} from './paths.ts'
import {textSource} from './text.ts'

/** Find tables as data, and read those whose names occur in the text: others may be large, and nobody asked for them. */
export async function dataFiles(
  folder: Folder,
  files: ReadonlyArray<string>,
  texts: ReadonlyArray<TextSource>,
  report: Report
): Promise<Manuscript['data']> {
  const tables = files.filter((path) => extension(path) === 'csv' || extension(path) === 'tsv')
  const read = new Map<string, TextSource>()
  for (const path of tables) {
    if (!texts.some(({text}) => text.includes(nameOf(path)))) continue
    const bytes = await folder.read(path)
    if (bytes !== undefined) read.set(path, textSource(path, bytes, report))
  }
  return tables.length === 0 ? undefined : {files: tables, texts: read}
}
