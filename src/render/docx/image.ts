import type {Image} from 'mdast'
import type {Element, ElementContent} from 'xast'
import {x} from 'xastscript'
import {attributesOf} from '../../model/attributes.ts'
import {pictureOf} from '../../util/asset.ts'
import {imageType} from '../../util/image-type.ts'
import {xmlText} from '../jats/inline.ts'
import {pictureSize} from './picture-size.ts'
import {run, runs} from './run.ts'
import type {State} from './state.ts'
import {w} from './xml.ts'

/** A picture in its line, with its alternative text; its name in brackets where there is none, or none that Word can show. */
export function image(node: Image, state: State): Array<ElementContent> {
  const asset = pictureOf(state.article.assets, node)
  const type = asset.kind === 'found' ? imageType(asset.source.bytes) : undefined
  const missing = () => runs(`[?${node.url}]`, {...state.face, style: 'Unresolved'})
  if (asset.kind !== 'found' || type === undefined) return missing()
  const {pairs} = attributesOf(node)
  const isDecoration = pairs.get('alt') === ''
  const alt = isDecoration ? '' : pairs.get('alt') || node.alt || state.description
  const size = pictureSize(asset.source.bytes, node, state.page)
  const shown = state.drawable(asset.source, type)
  if (size === undefined || shown === undefined) return missing()
  state.counters.pictures += 1
  const id = state.counters.pictures
  const embed = state.relations.picture(shown.source, shown.type)
  const vector = shown.vector === undefined ? [] : [svg(state.relations.picture(shown.vector, 'svg'))]
  const blip = x('a:blip', {'r:embed': embed}, vector.length === 0 ? [] : [x('a:extLst', vector)])
  return [run([drawing({id, alt, isDecoration}, size, blip)], {})]
}

/** The drawing beside its picture of dots (MS-ODRAWXML, 2.17.2.1). */
function svg(embed: string): Element {
  const uri = '{96DAC541-7B7A-43D3-8B79-37D633B846F1}'
  const blip = {'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main', 'r:embed': embed}
  return x('a:ext', {uri}, [x('asvg:svgBlip', blip)])
}

interface Size {
  readonly width: number
  readonly height: number
}

interface Said {
  readonly id: number
  readonly alt: string
  readonly isDecoration: boolean
}

function drawing({id, alt, isDecoration}: Said, {width, height}: Size, blip: Element): Element {
  const uri = 'http://schemas.openxmlformats.org/drawingml/2006/picture'
  const extent = {cx: String(width), cy: String(height)}
  const named = {id: String(id), name: `Picture ${id}`}
  const described = {...named, descr: xmlText(alt)}
  const picture = x('pic:pic', [
    x('pic:nvPicPr', [x('pic:cNvPr', named), x('pic:cNvPicPr', [x('a:picLocks', {noChangeAspect: '1'})])]),
    x('pic:blipFill', [blip, x('a:stretch', [x('a:fillRect')])]),
    x('pic:spPr', [
      x('a:xfrm', [x('a:off', {x: '0', y: '0'}), x('a:ext', extent)]),
      x('a:prstGeom', {prst: 'rect'}, [x('a:avLst')])
    ])
  ])
  return w('drawing', {}, [
    x('wp:inline', {distT: '0', distB: '0', distL: '0', distR: '0'}, [
      x('wp:extent', extent),
      x('wp:docPr', described, isDecoration ? [decorative()] : []),
      x('wp:cNvGraphicFramePr', [x('a:graphicFrameLocks', {noChangeAspect: '1'})]),
      x('a:graphic', [x('a:graphicData', {uri}, [picture])])
    ])
  ])
}

/** Mere decoration is said to be it (MS-ODRAWXML, 2.9). */
function decorative(): Element {
  const uri = '{C183D7F6-B498-43B3-948B-1728B52AA6E4}'
  const namespace = 'http://schemas.microsoft.com/office/drawing/2017/decorative'
  return x('a:extLst', [x('a:ext', {uri}, [x('adec:decorative', {'xmlns:adec': namespace, val: '1'})])])
}
