import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import type {Folder} from '../../src/model/world.ts'

/** Where manuscripts of others are, where they are. */
export const corpus = '../shared/corpus'
/** Its folders of manuscripts. */
export const collections = ['joss', 'manubot', 'quarto-myst', 'uz-ru']

/** A manuscript of others: a folder, or one text of it. */
export interface Manuscript {
  readonly folder: string
  /** Of the folder, the one text to read; all of them if absent. */
  readonly text?: string
}

const isText = (path: string) => /\.(?:md|qmd)$/.test(path) && !/MANIFEST|README|LICENSE|expect\.md$/.test(path)

/** Folders with one text are manuscripts; of others each text is one, but Manubot's `content` belongs together. */
export function manuscripts(collection: string): ReadonlyArray<Manuscript> {
  const root = join(corpus, collection)
  const paths = readdirSync(root, {recursive: true, encoding: 'utf8'}).filter(isText).sort()
  const folders = grouped(paths, (path) => path.split('/').slice(0, -1).join('/'))
  return [...folders].flatMap(([folder, texts]): ReadonlyArray<Manuscript> => {
    if (folder.endsWith('/output') || folder === '') return []
    if (folder.endsWith('/content')) return [{folder: join(root, folder.slice(0, -'/content'.length))}]
    if (folder.includes('/content/')) return []
    return texts.map((text) => ({folder: join(root, folder), text: text.slice(folder.length + 1)}))
  })
}

/** How lists name a manuscript: by its path in the corpus. */
export function nameOf({folder, text}: Manuscript): string {
  return join(folder, text ?? '').slice(corpus.length + 1)
}

/** The folder as if it held one text. */
export function only(folder: Folder, text: string | undefined): Folder {
  if (text === undefined) return folder
  return {
    ...folder,
    list: async () => (await folder.list())?.filter((path) => path === text || !/\.(?:md|qmd)$/.test(path))
  }
}

function grouped(paths: ReadonlyArray<string>, key: (path: string) => string): ReadonlyMap<string, Array<string>> {
  const groups = new Map<string, Array<string>>()
  for (const path of paths) groups.set(key(path), [...(groups.get(key(path)) ?? []), path])
  return groups
}
