import {createHash} from 'node:crypto'
import type {Image} from 'mdast'
import type {Draft, PdfTrouble} from '../../model/article.ts'
import type {Source} from '../../model/manuscript.ts'
import {placeOf} from '../../model/place.ts'
import type {Cache, World} from '../../model/world.ts'
import {type Drawing, opened} from './document.ts'
import {machine} from './machine.ts'
import {type Page, pagesOf} from './pages.ts'

/** Draw the pages that images ask for, by file: each page once, for the widest of them, into the assets given. Tells what cannot be drawn. */
export async function drawnPages(
  images: ReadonlyMap<Source, ReadonlyArray<Image>>,
  {template}: Draft,
  {cache, resources}: Partial<Pick<World, 'cache' | 'resources'>>,
  assets: Map<string, Source>
): Promise<ReadonlyArray<PdfTrouble>> {
  const troubles: Array<PdfTrouble> = []
  const tell = (kind: PdfTrouble['kind'], path: string, showing: ReadonlyArray<Image>, page?: string) =>
    void troubles.push(...showing.map((image) => ({kind, path, page, place: placeOf(image)})))
  for (const [source, showing] of images) {
    // A fault inside one file has another machine started for the next.
    const ready = resources && (await machine(resources))
    if (ready === undefined) break
    const {path} = source
    const drawing = await opened(source, ready)
    if (typeof drawing === 'string') tell(drawing, path, showing)
    else {
      const pages = pagesOf(showing, {path, drawing, template}, (trouble) => void troubles.push(trouble))
      const unread = await draw(pages, drawing, source, {cache, assets})
      for (const [number, page] of unread) tell('page-unread', path, page.images, String(number))
      drawing.close()
    }
  }
  return troubles
}

interface Kept {
  readonly cache: Cache | undefined
  readonly assets: Map<string, Source>
}

/** Draw pages, and have their images show them; gives those that cannot be drawn. */
async function draw(
  pages: ReadonlyMap<number, Page>,
  drawing: Drawing,
  source: Source,
  {cache, assets}: Kept
): Promise<ReadonlyArray<readonly [number, Page]>> {
  const unread: Array<readonly [number, Page]> = []
  for (const [number, page] of pages) {
    const bytes = await remembered(cache, [source, number, page.width], () => drawing.draw(number, page.width))
    if (bytes === undefined) {
      unread.push([number, page])
      continue
    }
    const path = freePath(source.path, number, assets)
    assets.set(path, {path, bytes})
    for (const image of page.images) image.data = {...image.data, shown: path}
  }
  return unread
}

/** `map.pdf` → `map.png`, its second page `map-2.png`; a name that nothing else has. */
function freePath(path: string, page: number, assets: ReadonlyMap<string, Source>): string {
  const base = `${path.replace(/\.[^.]*$/, '')}${page === 1 ? '' : `-${page}`}`
  let free = `${base}.png`
  for (let count = 2; assets.has(free); count++) free = `${base}-drawn${count === 2 ? '' : `-${count}`}.png`
  return free
}

async function remembered(
  cache: Cache | undefined,
  [source, page, width]: readonly [Source, number, number],
  make: () => Promise<Uint8Array | undefined>
): Promise<Uint8Array | undefined> {
  const key = createHash('sha256').update(`page of pdf ${page} ${width}\n`).update(source.bytes).digest('hex')
  const known = await cache?.read(key)
  if (known !== undefined) return known
  const made = await make()
  if (made !== undefined) await cache?.write(key, made)
  return made
}
