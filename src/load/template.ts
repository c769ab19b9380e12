import type {Place} from '../model/place.ts'
import type {Report} from '../model/problem.ts'
import type {Template} from '../model/template.ts'
import type {Folder} from '../model/world.ts'
import {nearest} from '../util/nearest.ts'
import type {YamlNode} from '../util/yaml.ts'
import {readYaml} from '../util/yaml.ts'
import type {TemplateFields} from './template-schema.ts'
import {templateFields} from './template-schema.ts'
import {textSource} from './text.ts'

/** A template asked for, and where, if a file asks. */
export interface TemplateWish {
  readonly id: string
  readonly place?: Place | undefined
}

/** Taken where none is asked for, or the one asked for is not there. */
const standard = 'article'
const file = 'template.yaml'

/** One template of a chain: its own fields and files alone. */
interface Link {
  readonly id: string
  readonly fields: TemplateFields
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly places: ReadonlyMap<string, Place>
}

/** Read a template with those it extends beneath it. One that is unknown is reported, and the standard one taken. */
export async function template(folder: Folder, wish: TemplateWish | undefined, report: Report): Promise<Template> {
  const paths = (await folder.list()) ?? []
  const known = paths
    .filter((path) => /^[^/]+\/template\.yaml$/.test(path))
    .map((path) => path.slice(0, -file.length - 1))
  const chain = await links(wish ?? {id: standard}, {folder, paths, known}, report)
  if (chain.length === 0 && known.includes(standard)) {
    chain.push(...(await links({id: standard}, {folder, paths, known}, report)))
  }
  return combined(chain)
}

interface Shelf {
  readonly folder: Folder
  readonly paths: ReadonlyArray<string>
  readonly known: ReadonlyArray<string>
}

/** The template and those it extends, nearest first; a circle is reported and cut. */
async function links(wish: TemplateWish, shelf: Shelf, report: Report): Promise<Array<Link>> {
  const chain: Array<Link> = []
  for (let next: TemplateWish | undefined = wish; next !== undefined; ) {
    const {id, place}: TemplateWish = next
    if (chain.some((link) => link.id === id)) {
      const reason = `Unexpected \`extends: ${id}\`: the template would extend itself`
      report({id: 'template-valid', severity: 'error', reason, place})
      break
    }
    if (!shelf.known.includes(id)) {
      unknown(next, shelf.known, report)
      break
    }
    const {link, parent}: {link: Link; parent: TemplateWish | undefined} = await read(id, shelf, report)
    chain.push(link)
    next = parent
  }
  return chain
}

function unknown({id, place}: TemplateWish, known: ReadonlyArray<string>, report: Report): void {
  const note =
    known.length > 0
      ? `There are ${known.map((name) => `\`${name}\``).join(', ')}.`
      : 'There are none: the installation is not complete.'
  const reason = `Cannot find the template \`${id}\``
  report({id: 'template-known', severity: 'error', reason, place, expected: nearest(id, known), note})
}

async function read(
  id: string,
  {folder, paths}: Shelf,
  report: Report
): Promise<{link: Link; parent: TemplateWish | undefined}> {
  const own = paths.filter((path) => path.startsWith(`${id}/`))
  const contents = await Promise.all(
    own.map(async (path) => [path.slice(id.length + 1), await folder.read(path)] as const)
  )
  const files = new Map(contents.flatMap(([path, bytes]) => (bytes === undefined ? [] : [[path, bytes] as const])))
  const source = textSource(`${id}/${file}`, files.get(file) ?? new Uint8Array(), report)
  const node = readYaml({file: `${folder.name}/${source.path}`, text: source.text}, (finding) =>
    report({...finding, id: 'yaml-valid', severity: 'error'})
  )
  const fields =
    node === undefined
      ? {}
      : templateFields(node, (finding) => report({...finding, id: 'template-valid', severity: 'error'}))
  const {extends: base} = fields
  const place = node?.kind === 'map' ? node.entries.get('extends')?.value.place : undefined
  return {link: {id, fields, files, places: placesOf(node)}, parent: base === undefined ? undefined : {id: base, place}}
}

/** Where each field stands, and each rule and setting. */
function placesOf(node: YamlNode | undefined, above = ''): ReadonlyMap<string, Place> {
  if (node?.kind !== 'map') return new Map()
  const own = [...node.entries].map(([name, {key}]) => [`${above}${name}`, key] as const)
  if (above !== '') return new Map(own)
  const below = ['rules', 'settings', 'page', 'type'].flatMap((name) => [
    ...placesOf(node.entries.get(name)?.value, `${name}.`)
  ])
  return new Map([...own, ...below])
}

/** The nearest template that has a field gives it; rules, settings and files are put together one by one. */
function combined(chain: ReadonlyArray<Link>): Template {
  const upwards = [...chain].reverse()
  const first = <Key extends keyof TemplateFields>(key: Key) =>
    chain.map(({fields}) => fields[key]).find((value) => value !== undefined)
  const id = chain[0]?.id ?? standard
  const page = Object.assign({}, ...upwards.map(({fields}) => fields.page))
  const margins = Object.assign({}, ...upwards.map(({fields}) => fields.page?.margins))
  const settings = Object.fromEntries(upwards.flatMap(({fields}) => Object.entries(fields.settings ?? {})))
  return {
    id,
    name: chain[0]?.fields.name ?? id,
    about: chain[0]?.fields.about,
    style: first('style') ?? 'apa',
    numberSections: first('number-sections') ?? false,
    rules: new Map(upwards.flatMap(({fields}) => Object.entries(fields.rules ?? {}))),
    page: {...page, margins},
    type: Object.assign({}, ...upwards.map(({fields}) => fields.type)),
    settings: page.paper === undefined ? settings : {...settings, paper: page.paper},
    sources: chain.flatMap(({fields}) => fields.sources ?? []),
    places: new Map(upwards.flatMap(({places}) => [...places])),
    files: new Map(upwards.flatMap(({files}) => [...files]))
  }
}
