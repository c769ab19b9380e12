import {placeOf} from '../../model/place.ts'
import {pictureOf} from '../../util/asset.ts'
import {isMoving} from '../../util/moving-image.ts'
import {nodesOf} from '../../util/nodes.ts'
import type {Rule} from '../rule.ts'

const begun = 'GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000'
const frame = ',\u0000\u0000\u0000\u0000\u0001\u0000\u0001\u0000\u0000\u0002\u0001D\u0000'

export const figureStandsStill: Rule = {
  id: 'figure-stands-still',
  about: 'A picture that moves shows its first moment alone on paper, in Word and in LaTeX.',
  severity: 'info',
  defaults: {},
  check(article, report) {
    const seen = new Set<string>()
    for (const node of nodesOf(article)) {
      if (node.type !== 'image') continue
      const asset = pictureOf(article.assets, node)
      if (asset.kind !== 'found' || seen.has(asset.source.path) || !isMoving(asset.source.bytes)) continue
      seen.add(asset.source.path)
      report({
        reason: `Unexpected movement in \`${node.url}\`, expected a picture that stands still`,
        place: placeOf(node),
        note: 'Readers of the web page see it move, all others its first moment; choose that with care, or link to a film.'
      })
    }
  },
  examples: [
    {markdown: 'See ![a dot](a.gif).', files: {'a.gif': `${begun}${frame};`}, problems: []},
    {
      markdown: 'See ![a dot](a.gif).',
      files: {'a.gif': `${begun}${frame}${frame};`},
      problems: ['1:5 Unexpected movement in `a.gif`, expected a picture that stands still']
    }
  ]
}
