import type {Host} from './host.ts'
import {Misuse} from './misuse.ts'

/** Where a manuscript is. */
export interface ManuscriptOption {
  /** Its folder. */
  readonly manuscript: string
  /** The Markdown file there that it is, where somebody said so. */
  readonly main?: string | undefined
}

/** The folder named, or the file and the folder it is in, or else `manuscript` if there is one, or else this folder. */
export async function manuscriptOption(named: string | undefined, host: Host): Promise<ManuscriptOption> {
  if (named === undefined) return {manuscript: await folderOr(undefined, host)}
  const path = tidy(named)
  if (!/\.(?:md|markdown|qmd|rmd)$/i.test(path) || (await host.isFolder(path))) return {manuscript: path}
  const [, folder = '', main = ''] = /^(.*?[/\\])?([^/\\]*)$/.exec(path) ?? []
  return {manuscript: tidy(folder) || '.', main}
}

/** The folder named, or else `manuscript` if there is one, or else this folder. */
export async function folderOr(folder: string | undefined, host: Host): Promise<string> {
  if (folder !== undefined) return tidy(folder)
  return (await host.isFolder('manuscript')) ? 'manuscript' : '.'
}

/** A template by its id, or by a folder: `./journal`. */
export interface TemplateOption {
  readonly template?: string | undefined
  readonly folder?: string | undefined
}

/** What `--template` means: a path has a `/` in it or begins with a `.`. Throws `Misuse` if there is no such folder. */
export async function templateOption(option: string | undefined, host: Host): Promise<TemplateOption> {
  if (option === undefined || !/[/\\]|^\./.test(option)) return {template: option}
  const folder = tidy(option)
  if (!(await host.isFolder(folder))) throw new Misuse(`Cannot find the template’s folder \`${folder}\``)
  return {template: folder.split(/[/\\]/).at(-1), folder}
}

/** Without slashes at its end. */
function tidy(path: string): string {
  return path.replace(/(?<=.)[/\\]+$/, '')
}
