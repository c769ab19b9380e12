import {readdirSync, readFileSync} from 'node:fs'
import {enrich} from '../../src/enrich/index.ts'
import {load} from '../../src/load/index.ts'
import type {Article} from '../../src/model/article.ts'
import type {Problem} from '../../src/model/problem.ts'
import type {RuleSetting} from '../../src/model/template.ts'
import type {Folder, World} from '../../src/model/world.ts'
import {parse} from '../../src/parse/index.ts'
import {validate} from '../../src/validate/index.ts'
import {packageFiles} from '../../src/world/installation.ts'
import {memoryFolder, memoryWorld} from '../../src/world/memory.ts'

/** Files beside `paper.md`, by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** The templates that Offprint brings, read from the disk once. */
const templates = memoryFolder('templates', filesBelow('templates'))

/** Styles, locales and fonts, out of the packages that bring them; each file read once. */
const resources = readOnce(packageFiles())

/** A world that holds a manuscript of one text, `paper.md`, and the real templates and resources. */
export function worldOf(markdown: string, files: Files = {}, rest: Partial<World> = {}): World {
  return memoryWorld({'paper.md': markdown, ...files}, {templates, resources, ...rest})
}

export interface Checked {
  readonly article: Article
  /** Of all stages up to `validate`. */
  readonly problems: ReadonlyArray<Problem>
}

export interface CheckOptions {
  readonly files?: Files | undefined
  readonly template?: string | undefined
  /** Rules as a template would set them, over those of the real one. */
  readonly settings?: Readonly<Record<string, RuleSetting>> | undefined
}

/** Take a manuscript through load, parse, enrich and validate. */
export async function check(markdown: string, options: CheckOptions = {}): Promise<Checked> {
  const problems: Array<Problem> = []
  const report = (problem: Problem) => void problems.push(problem)
  const manuscript = await load(worldOf(markdown, options.files), {template: options.template}, report)
  if (manuscript === undefined) throw new Error(`Cannot load: ${problems.map(({reason}) => reason).join('; ')}`)
  const rules = new Map([...manuscript.template.rules, ...Object.entries(options.settings ?? {})])
  const draft = await parse({...manuscript, template: {...manuscript.template, rules}}, report)
  const article = await enrich(draft, {resources})
  validate(article, report)
  return {article, problems}
}

/** The article of a manuscript, whatever is wrong with it. */
export async function articleOf(markdown: string, files: Files = {}): Promise<Article> {
  const {article} = await check(markdown, {files})
  return article
}

/** What is wrong with a manuscript, as `line:column id: reason`. */
export async function problemsOf(markdown: string, files: Files = {}): Promise<ReadonlyArray<string>> {
  const {problems} = await check(markdown, {files})
  return problems.map((problem) => `${at(problem)}${problem.id}: ${problem.reason}`)
}

/** `3:1 `, with the file before it unless that is `paper.md`; empty for what has no place. */
export function at({place}: Problem): string {
  if (place === undefined) return ''
  const {file, start} = place
  if (start === undefined) return `${file} `
  return `${file === 'paper.md' ? '' : `${file}:`}${start.line}:${start.column} `
}

function filesBelow(folder: string): Files {
  const paths = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)]))
}

function readOnce(folder: Folder): Folder {
  const known = new Map<string, ReturnType<Folder['read']>>()
  return {
    ...folder,
    read(path) {
      const bytes = known.get(path) ?? folder.read(path)
      known.set(path, bytes)
      return bytes
    }
  }
}
