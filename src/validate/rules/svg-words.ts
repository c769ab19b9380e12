import {placeOf} from '../../model/place.ts'
import {pictureOf} from '../../util/asset.ts'
import {namedImageType} from '../../util/image-type.ts'
import {nodesOf} from '../../util/nodes.ts'
import type {Rule} from '../rule.ts'

export const svgWords: Rule = {
  id: 'svg-words',
  about:
    'Words in a drawing are shapes, or bring their font: else each machine sets them in what it has, wider or narrower.',
  severity: 'info',
  defaults: {},
  check(article, report) {
    const seen = new Set<string>()
    for (const node of nodesOf(article)) {
      if (node.type !== 'image' || namedImageType(node.url) !== 'svg') continue
      const asset = pictureOf(article.assets, node)
      if (asset.kind !== 'found' || seen.has(asset.source.path)) continue
      const {path, bytes} = asset.source
      seen.add(path)
      if (!hasForeignWords(new TextDecoder().decode(bytes))) continue
      report({
        reason: `Unexpected words without a font in \`${path}\`, expected shapes or a font within the drawing`,
        place: placeOf(node),
        note: 'Export the drawing with text as paths, or with its fonts embedded.'
      })
    }
  },
  examples: [
    {
      markdown: 'See ![a square](a.svg).',
      files: {'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><title>A square</title><rect id="r"/></svg>'},
      problems: []
    },
    {
      markdown: 'See ![a letter](a.svg).',
      files: {'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><text font-family="serif">A</text></svg>'},
      problems: ['1:5 Unexpected words without a font in `a.svg`, expected shapes or a font within the drawing']
    },
    {
      markdown: 'See ![a letter](a.svg).',
      files: {
        'a.svg':
          '<svg xmlns="http://www.w3.org/2000/svg"><style>@font-face{font-family:F;src:url(data:font/woff2;base64,AA)}</style><text>A</text></svg>'
      },
      problems: []
    }
  ]
}

/** Whether a drawing has words and no font for them. */
function hasForeignWords(svg: string): boolean {
  return /<(?:[\w-]+:)?text[\s>]/.test(svg) && !/@font-face\s*\{[^}]*url\(\s*["']?data:/.test(svg)
}
