import {dirname, join, normalize} from 'node:path/posix'
import type {Image} from 'mdast'
import type {Source} from '../model/manuscript.ts'

/** What an image's address leads to. */
export type Asset =
  | {readonly kind: 'found'; readonly source: Source}
  /** A path in the manuscript's folder, where there is no such image. */
  | {readonly kind: 'missing'; readonly path: string}
  /** A path that leaves the folder. */
  | {readonly kind: 'outside'}
  /** An address with a scheme or host. */
  | {readonly kind: 'remote'}

/**
 * The image file that an address names: relative to the text file that holds it, else to the manuscript's folder;
 * percent-encoded or as it is.
 */
export function assetOf(assets: ReadonlyMap<string, Source>, url: string, textFile = ''): Asset {
  if (/^[a-z][a-z0-9+.-]+:|^\/\//i.test(url)) return {kind: 'remote'}
  const written = url.replaceAll('\\', '/')
  const meant = decoded(written)
  const readings = (path: string) => [join(dirname(textFile), path), normalize(path)]
  for (const path of [...readings(written), ...readings(meant)]) {
    const source = isInside(path) ? assets.get(path) : undefined
    if (source !== undefined) return {kind: 'found', source}
  }
  if (/^\/|^[a-z]:/i.test(written) || !readings(meant).some(isInside)) return {kind: 'outside'}
  return {kind: 'missing', path: normalize(meant)}
}

/** What an image shows in every format that cannot hold a PDF: the file it names, or the picture that stands for it. */
export function pictureOf(assets: ReadonlyMap<string, Source>, {url, data, position}: Image): Asset {
  const shown = data?.shown === undefined ? undefined : assets.get(data.shown)
  return shown === undefined ? assetOf(assets, url, position?.file) : {kind: 'found', source: shown}
}

function isInside(path: string): boolean {
  return path !== '..' && !path.startsWith('../') && !path.startsWith('/')
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
