import type {Source} from '../../model/manuscript.ts'
import type {ImageType} from '../../util/image-type.ts'

/** A picture of the book. */
export interface Picture {
  /** Beside the text: `images/1.png`. */
  readonly path: string
  readonly type: ImageType
  readonly bytes: Uint8Array
}

/** The pictures that a text shows, each file once, in the order of first use. */
export interface Pictures {
  addressOf(source: Source, type: ImageType): string
  all(): ReadonlyArray<Picture>
}

/** Pictures under numbered names: an author's own may hold what an archive or an address cannot. */
export function createPictures(): Pictures {
  const pictures = new Map<string, Picture>()
  return {
    addressOf({path, bytes}, type) {
      const known = pictures.get(path) ?? {path: `images/${pictures.size + 1}.${type}`, type, bytes}
      pictures.set(path, known)
      return known.path
    },
    all: () => [...pictures.values()]
  }
}
