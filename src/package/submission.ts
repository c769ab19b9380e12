import {pictureOf} from '../util/asset.ts'
import {nodesOf} from '../util/nodes.ts'
import {zip} from '../util/zip.ts'
import type {Package} from './package.ts'

/**
 * What systems for submission ask for where reviewers do not know the authors: the text without them in Word and as PDF, a
 * title page with them, and the figures as files.
 */
export const submission: Package = {
  name: 'submission',
  about: 'For anonymous review: the blind copy in Word and PDF, the title page and the figures in one archive.',
  of: ['docx', 'pdf'],
  blind: true,
  pack({article, slug, files}) {
    const written = ['docx', 'pdf'].flatMap((format) => [...(files.get(format) ?? [])])
    const pictures = new Map<string, Uint8Array>()
    for (const node of nodesOf(article)) {
      const asset = node.type === 'image' ? pictureOf(article.assets, node) : undefined
      if (asset?.kind === 'found') pictures.set(asset.source.path, asset.source.bytes)
    }
    // Authors name files after themselves.
    const figures = [...pictures].map(([path, bytes], index) => {
      const extension = /\.[a-z]+$/i.exec(path)?.[0].toLowerCase() ?? ''
      return {path: `figures/figure-${index + 1}${extension}`, bytes}
    })
    return new Map([[`${slug}-submission.zip`, zip([...written.map(([path, bytes]) => ({path, bytes})), ...figures])]])
  }
}
