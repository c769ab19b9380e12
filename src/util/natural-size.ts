import {imageSize} from 'image-size'

/** What a picture measures in pixels as stored, for Word turns none; `undefined` for what cannot be read. */
export function naturalSize(bytes: Uint8Array) {
  try {
    const {width, height} = imageSize(bytes)
    return width > 0 && height > 0 && width < 1e6 && height < 1e6 ? {width, height} : undefined
  } catch {
    return undefined
  }
}
