import type {Resvg} from '@resvg/resvg-wasm'
import type {Image} from 'mdast'
import type {Article} from '../../model/article.ts'
import type {Source} from '../../model/manuscript.ts'
import {placeOf} from '../../model/place.ts'
import {pictureOf} from '../../util/asset.ts'
import {imageType} from '../../util/image-type.ts'
import {naturalSize} from '../../util/natural-size.ts'
import {nodesOf} from '../../util/nodes.ts'
import type {Context} from '../format.ts'

/**
 * Pictures of dots for the article's drawings, by path, for Word before 2016 and other programs; newer Word shows the drawing
 * itself, but takes a file without the other for broken. Drawn by resvg, without a browser, twice as fine as a screen.
 */
export async function rastersOf(article: Article, context: Context): Promise<ReadonlyMap<string, Source>> {
  const drawings = new Map<string, Source>()
  for (const node of nodesOf(article)) {
    if (node.type !== 'image') continue
    const asset = pictureOf(article.assets, node)
    const type = asset.kind === 'found' ? imageType(asset.source.bytes) : undefined
    if (asset.kind !== 'found' || type === undefined) continue
    if (type === 'svg') drawings.set(asset.source.path, asset.source)
    if (type === 'webp' || naturalSize(asset.source.bytes) === undefined) refuse(node, context)
  }
  if (drawings.size === 0) return new Map()
  const texts = [...drawings.values()].map(({bytes}) => new TextDecoder().decode(bytes))
  const Renderer = await renderer(context)
  const fonts = texts.some((text) => text.includes('<text')) ? await fontsOf(context) : []
  const rasters = [...drawings.values()].map(({path, bytes}, index) => {
    const size = naturalSize(bytes)
    const png = size && raster(Renderer, texts[index] ?? '', size, fonts)
    return png === undefined ? [] : [[path, {path: `${path}.png`, bytes: png}] as const]
  })
  return new Map(rasters.flat())
}

/** Word writes no WebP: a reader without the newest would see a red cross. */
function refuse(node: Image, {report}: Context): void {
  const reason = `Cannot show \`${node.url}\` in Word, expected PNG, JPEG, GIF or SVG with a size`
  const note = 'Save the picture as PNG.'
  report({id: 'picture-in-word', severity: 'warning', reason, place: placeOf(node), note})
}

type Renderer = typeof Resvg

/** Pixels of the longer side. */
const finest = 2400

function raster(
  Renderer: Renderer,
  svg: string,
  {width, height}: {readonly width: number; readonly height: number},
  fonts: ReadonlyArray<Uint8Array>
): Uint8Array | undefined {
  const value = Math.round(Math.min(finest, 2 * Math.max(width, height)))
  const font = {fontBuffers: [...fonts], defaultFontFamily: 'Tinos', monospaceFamily: 'IBM Plex Mono'}
  try {
    const drawing = new Renderer(svg, {font, fitTo: {mode: width < height ? 'height' : 'width', value}})
    const image = drawing.render()
    const png = image.asPng()
    image.free()
    drawing.free()
    return png
  } catch {
    // What resvg cannot read it throws; so may its machine at a hostile drawing.
    return undefined
  }
}

let ready: Promise<Renderer> | undefined

/** The machine is started once; it cannot be twice. */
async function renderer({resources}: Context): Promise<Renderer> {
  ready ??= start(resources)
  return ready
}

async function start(resources: Context['resources']): Promise<Renderer> {
  const [{initWasm, Resvg: found}, machine] = await Promise.all([
    import('@resvg/resvg-wasm'),
    resources.read('@resvg/resvg-wasm/index_bg.wasm')
  ])
  await initWasm(new Uint8Array(machine ?? []))
  return found
}

const faces = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek'].flatMap((subset) => [
  `@fontsource/tinos/files/tinos-${subset}-400-normal.woff2`,
  `@fontsource/tinos/files/tinos-${subset}-700-normal.woff2`
])
const mono = '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2'

async function fontsOf({resources}: Context): Promise<ReadonlyArray<Uint8Array>> {
  const files = await Promise.all([...faces, mono].map((path) => resources.read(path)))
  return files.filter((bytes) => bytes !== undefined)
}
