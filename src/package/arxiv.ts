import {zip} from '../util/zip.ts'
import type {Package} from './package.ts'

/**
 * What arXiv takes as source: the text, its list of references ready, and the pictures in it, and nothing else
 * (https://info.arxiv.org/help/submit_tex.html, checked 2026-11-23: `.bbl` instead of `.bib`, no extraneous files).
 */
export const arxiv: Package = {
  name: 'arxiv',
  about: 'The LaTeX with its references and figures, in one archive for arXiv.',
  of: ['latex'],
  pack({slug, files}) {
    const inside = [...(files.get('latex') ?? [])].filter(([path]) => !path.endsWith('.bib'))
    const entries = inside.map(([path, bytes]) => ({path: path.replace(/^latex\//, ''), bytes}))
    return new Map([[`${slug}-arxiv.zip`, zip(entries)]])
  }
}
