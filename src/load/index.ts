import type {CitationStyle, Manuscript, Source} from '../model/manuscript.ts'
import type {Report} from '../model/problem.ts'
import type {Template} from '../model/template.ts'
import type {Folder, World} from '../model/world.ts'
import {lockFile} from '../util/references-lock.ts'
import type {YamlMap} from '../util/yaml.ts'
import {bibliographyFiles} from './bibliography-files.ts'
import {dataFiles} from './data-files.ts'
import {fontFiles} from './fonts.ts'
import {header, named} from './header.ts'
import {withIncluded} from './included.ts'
import {extension, readings} from './paths.ts'
import {referenceDocument} from './reference-document.ts'
import {citationStyle} from './style.ts'
import {template} from './template.ts'
import {textSource} from './text.ts'
import {textFiles} from './text-files.ts'

/** What the caller asks for over the manuscript's head. */
export interface LoadOptions {
  /** The Markdown file that is the manuscript, a path in its folder; else `textFiles` finds one. */
  readonly main?: string | undefined
  /** A template's id; else the front matter's `template`, else `article`. */
  readonly template?: string | undefined
}

/** Find and read all that the article is made of. `undefined`, and an error reported, if there is nothing to build from. */
export async function load(world: World, options: LoadOptions, report: Report): Promise<Manuscript | undefined> {
  const folder = world.manuscript
  const files = await folder.list()
  if (files === undefined) {
    const reason = `Cannot find the folder \`${folder.name}\``
    const note = 'Name the folder that holds the manuscript.'
    report({id: 'manuscript-found', severity: 'error', reason, note})
    return undefined
  }
  const found = await textFiles(folder, files, options.main, report)
  const [first] = found?.text ?? []
  if (found === undefined || first === undefined || isEmpty(found.text.map(({text}) => text))) {
    if (first !== undefined) refuseEmpty(first.path, report)
    return undefined
  }
  const headers = [first, ...found.metadata].map(header).filter((each) => each !== undefined)
  const [asked] = named(headers, ['template']) ?? []
  const wish = options.template === undefined ? asked && {id: asked.text, place: asked.place} : {id: options.template}
  const chosen = await template(world.templates, wish, report)
  const variables = files.find((path) => /^_variables\.ya?ml$/.test(path))
  const values = variables === undefined ? undefined : await folder.read(variables)
  const lock = files.includes(lockFile) ? await folder.read(lockFile) : undefined
  return {
    text: await withIncluded(found.text, folder, files, report),
    metadata: found.metadata,
    variables: variables === undefined || values === undefined ? undefined : textSource(variables, values, report),
    bibliography: await bibliographyFiles(folder, files, headers, first.path, report),
    lock: lock && textSource(lockFile, lock, report),
    assets: await images(folder, files),
    data: await dataFiles(folder, files, found.text, report),
    referenceDocument: await referenceDocument(folder, files, headers, first.path, report),
    fonts: await fontFiles(folder, files, headers, first.path, report),
    csl: await style(world, headers, {from: first.path, files}, chosen, report),
    template: chosen
  }
}

/** The style that the front matter asks for; the template's if it asks for none, or for one that is not to be had. */
async function style(
  world: World,
  headers: ReadonlyArray<YamlMap>,
  {from, files}: {readonly from: string; readonly files: ReadonlyArray<string>},
  {style: standard, files: templateFiles, places}: Template,
  report: Report
): Promise<CitationStyle | undefined> {
  const [language] = named(headers, ['lang', 'language']) ?? []
  const common = {language: language?.text ?? 'en', anyLanguage: hasEntryTerms(headers), files: templateFiles}
  const [asked] = named(headers, ['csl', 'citation-style', 'style']) ?? []
  if (asked !== undefined) {
    const id = readings(asked.text, from).find((path) => files.includes(path)) ?? asked.text
    const own = await citationStyle({...common, id, place: asked.place}, world, report)
    if (own !== undefined) return own
  }
  return citationStyle({...common, id: standard, place: places?.get('style')}, world, report)
}

/** Whether works are printed in the words of their own languages: `citing: {terms: entry}`. */
function hasEntryTerms(headers: ReadonlyArray<YamlMap>): boolean {
  const maps = headers.map(({entries}) => entries.get('citing')?.value).filter((value) => value?.kind === 'map')
  return named(maps, ['terms'])?.[0]?.text.toLowerCase() === 'entry'
}

function isEmpty(texts: ReadonlyArray<string>): boolean {
  return texts.every((text) => text.trim() === '')
}

function refuseEmpty(file: string, report: Report): void {
  const start = {line: 1, column: 1}
  const note = 'Begin with a title between two lines of `---`, then write the text.'
  report({id: 'text-found', severity: 'error', reason: `Unexpected empty file \`${file}\``, place: {file, start}, note})
}

const imageExtensions: ReadonlySet<string> = new Set([
  'apng',
  'avif',
  'bmp',
  'eps',
  'gif',
  'jpeg',
  'jpg',
  'pdf',
  'png',
  'svg',
  'tif',
  'tiff',
  'webp'
])

async function images(folder: Folder, files: ReadonlyArray<string>): Promise<ReadonlyMap<string, Source>> {
  const paths = files.filter((path) => imageExtensions.has(extension(path)))
  const sources = await Promise.all(
    paths.map(async (path): Promise<Source | undefined> => {
      const bytes = await folder.read(path)
      return bytes && {path, bytes}
    })
  )
  return new Map(sources.flatMap((source) => (source === undefined ? [] : [[source.path, source]])))
}
