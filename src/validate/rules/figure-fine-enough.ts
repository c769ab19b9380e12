import type {Image, Nodes} from 'mdast'
import type {Article} from '../../model/article.ts'
import {placeOf} from '../../model/place.ts'
import type {Finding} from '../../model/problem.ts'
import {pictureOf} from '../../util/asset.ts'
import {imageType} from '../../util/image-type.ts'
import {naturalSize} from '../../util/natural-size.ts'
import {printedWidth} from '../../util/printed-width.ts'
import {walk} from '../../util/walk.ts'
import type {Rule} from '../rule.ts'

/**
 * PubMed Central asks for 300 dots to the inch of halftones and 800 of line art
 * (https://preview.ncbi.nlm.nih.gov/pmc/pub/filespec, checked 2026-11-23). Line art is what is stored in black and white alone.
 */
const defaults = {dpi: 300, lineArt: 800}

export const figureFineEnough: Rule<typeof defaults> = {
  id: 'figure-fine-enough',
  about:
    'A figure of dots has as many as its printed size asks for: `dpi` to the inch, `lineArt` where it is black and white.',
  severity: 'warning',
  defaults,
  check(article, report, wanted) {
    for (const image of imagesOf(article)) {
      const finding = findingOf(image, article, wanted)
      if (finding !== undefined) report({...finding, place: placeOf(image)})
    }
  },
  examples: [
    {
      markdown: '![A curve.](a.svg)',
      files: {'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'},
      problems: []
    },
    {markdown: '![A curve.](a.gif){width=2in}', files: {'a.gif': 'GIF89a\x60\x02\x01\x02'}, problems: []},
    {
      markdown: '![A curve.](a.gif){width=3in}',
      files: {'a.gif': 'GIF89a\x60\x02\x01\x02'},
      problems: ['1:1 Unexpected 203 dots to the inch in `a.gif`, printed 76 mm wide, expected 300']
    },
    {
      markdown: '![A curve.](a.gif){width=3in}',
      files: {'a.gif': 'GIF89a\x60\x02\x01\x02'},
      settings: {'figure-fine-enough': ['warning', {dpi: 200}]},
      problems: []
    }
  ]
}

/** The pictures that are figures; a small sign in a line is none. Each file once, at its widest. */
function imagesOf({body}: Article): ReadonlyArray<Image> {
  const figures = [...walk(body)].filter(({type}) => type === 'figure')
  const images = figures.flatMap((figure) => [...walk(figure)].filter((node: Nodes) => node.type === 'image'))
  return [...new Set(images)]
}

function findingOf(image: Image, article: Article, wanted: typeof defaults): Finding | undefined {
  const asset = pictureOf(article.assets, image)
  // A page of a PDF is drawn as finely as it must be.
  if (asset.kind !== 'found' || image.data?.ownWidth !== undefined) return undefined
  const {bytes, path} = asset.source
  const type = imageType(bytes)
  const pixels = type === undefined || type === 'svg' ? undefined : naturalSize(bytes)
  if (pixels === undefined) return undefined
  const width = printedWidth(image, {width: pixels.width / 96, height: pixels.height / 96}, article.template)
  const found = Math.round(pixels.width / width)
  const least = type === 'png' && isBlackAndWhite(bytes) ? wanted.lineArt : wanted.dpi
  if (found >= least) return undefined
  const need = [Math.ceil(width * least), Math.ceil((width * least * pixels.height) / pixels.width)].join(' × ')
  const narrower = Math.floor((pixels.width / least) * 25.4)
  return {
    reason: `Unexpected ${found} dots to the inch in \`${path}\`, printed ${Math.round(width * 25.4)} mm wide, expected ${least}`,
    note: `Save it with ${need} pixels (it has ${pixels.width} × ${pixels.height}), or as SVG or PDF, or print it ${narrower} mm wide at most: \`width=${narrower}mm\`.`
  }
}

/** One bit a dot (PNG, 11.2.1: the depth stands behind width and height). */
function isBlackAndWhite(bytes: Uint8Array): boolean {
  return bytes[24] === 1
}
