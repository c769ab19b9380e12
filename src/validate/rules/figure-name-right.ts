import {placeOf} from '../../model/place.ts'
import {pictureOf} from '../../util/asset.ts'
import {imageType, namedImageType} from '../../util/image-type.ts'
import {nodesOf} from '../../util/nodes.ts'
import type {Rule} from '../rule.ts'

export const figureNameRight: Rule = {
  id: 'figure-name-right',
  about: 'An image is of the type that its name says: some programs look at the name alone, and then fail.',
  severity: 'warning',
  defaults: {},
  check(article, report) {
    for (const node of nodesOf(article)) {
      if (node.type !== 'image') continue
      const asset = pictureOf(article.assets, node)
      if (asset.kind !== 'found') continue
      const {path, bytes} = asset.source
      const [named, found] = [namedImageType(path), imageType(bytes)]
      if (named === undefined || found === undefined || named === found) continue
      report({
        reason: `Unexpected ${found} image in \`${path}\`, expected a ${named} image`,
        place: placeOf(node),
        note: `Rename it to end in \`.${found}\`.`
      })
    }
  },
  examples: [
    {
      markdown: 'See ![a square](a.svg).',
      files: {'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>'},
      problems: []
    },
    {
      markdown: 'See ![a square](a.png).',
      files: {'a.png': '<svg xmlns="http://www.w3.org/2000/svg"/>'},
      problems: ['1:5 Unexpected svg image in `a.png`, expected a png image']
    }
  ]
}
