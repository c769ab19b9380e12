import type {Image} from 'mdast'
import type {Article} from '../../model/article.ts'
import type {Source} from '../../model/manuscript.ts'
import {placeOf} from '../../model/place.ts'
import type {Finding} from '../../model/problem.ts'
import {assetOf} from '../../util/asset.ts'
import {imageType, imageTypes, namedImageType} from '../../util/image-type.ts'
import {nodesOf} from '../../util/nodes.ts'
import type {Rule} from '../rule.ts'
import {suggester} from '../suggester.ts'

export const figureFileExists: Rule = {
  id: 'figure-file-exists',
  about:
    'An image is a file in the manuscript’s folder, of a type that every output can hold: what is published must not change or vanish.',
  severity: 'error',
  defaults: {},
  check(article, report) {
    const suggest = suggester(article.assets.keys())
    for (const node of nodesOf(article)) {
      if (node.type !== 'image') continue
      const fault = faultOf(node, article, suggest)
      if (fault !== undefined) report({...fault, place: placeOf(node)})
    }
  },
  examples: [
    {
      markdown: '![A square.](figures/a%20b.svg)',
      files: {'figures/a b.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>'},
      problems: []
    },
    {
      markdown: '![A square.](figures/b.svg)',
      problems: ['1:1 Cannot find image `figures/b.svg`, expected a file in the manuscript’s folder']
    },
    {
      markdown: 'See ![a secret](../../etc/passwd).',
      problems: ['1:5 Unexpected path `../../etc/passwd` that leaves the manuscript’s folder, expected one inside']
    },
    {
      markdown: 'See ![a square](https://example.org/a.png).',
      problems: [
        '1:5 Unexpected address `https://example.org/a.png` of an image, expected a file in the manuscript’s folder'
      ]
    },
    {
      markdown: 'See ![a page](a.tiff).',
      files: {'a.tiff': 'II*'},
      problems: ['1:5 Unexpected type of image `a.tiff`, expected one of gif, jpeg, png, svg, webp, pdf']
    },
    {
      markdown: 'See ![a square](a.png).',
      files: {'a.png': 'no image at all'},
      problems: ['1:5 Unexpected content of `a.png`, expected a png image']
    }
  ]
}

function faultOf(
  {url, position}: Image,
  {assets}: Article,
  suggest: (path: string) => ReadonlyArray<string>
): Finding | undefined {
  const shown = url.length > 200 ? `${url.slice(0, 200)}…` : url
  const asset = assetOf(assets, url, position?.file)
  if (asset.kind === 'remote')
    return {
      reason: `Unexpected address \`${shown}\` of an image, expected a file in the manuscript’s folder`,
      note: 'Save the image beside the text: what is published must not ask another server for its parts.'
    }
  if (asset.kind === 'outside')
    return {
      reason: `Unexpected path \`${shown}\` that leaves the manuscript’s folder, expected one inside`,
      note: 'Copy the image into the folder.'
    }
  const isPdfNamed = /\.pdf$/i.test(url)
  if (namedImageType(url) === undefined && !isPdfNamed)
    return {
      reason: `Unexpected type of image \`${shown}\`, expected one of ${imageTypes.join(', ')}, pdf`,
      ...(/\.[ct]sv$/i.test(url)
        ? {note: `A table in a file is a division: \`::: {.csv-table #tbl:name file="${shown}"}\`.`}
        : {})
    }
  if (asset.kind === 'missing')
    return {
      reason: `Cannot find image \`${shown}\`, expected a file in the manuscript’s folder`,
      expected: suggest(asset.path)
    }
  // What a PDF holds has rules of its own.
  return isPdfNamed ? undefined : contentFault(asset.source)
}

function contentFault({path, bytes}: Source): Finding | undefined {
  if (imageType(bytes) !== undefined) return undefined
  return {
    reason: `Unexpected content of \`${path}\`, expected a ${namedImageType(path)} image`,
    note: 'The file may be damaged.'
  }
}
