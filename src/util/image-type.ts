/** The images that every output can hold. */
export const imageTypes = ['gif', 'jpeg', 'png', 'svg', 'webp'] as const

export type ImageType = (typeof imageTypes)[number]

/** The type that a file's name promises; `undefined` for any other than `imageTypes`. */
export function namedImageType(path: string): ImageType | undefined {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase()
  if (extension === 'jpg') return 'jpeg'
  return imageTypes.find((type) => type === extension)
}

/** The type of an image by its first bytes; `undefined` for any other than `imageTypes`. */
export function imageType(bytes: Uint8Array): ImageType | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 12))
  if (start.startsWith('\x89PNG\r\n\x1A\n')) return 'png'
  if (start.startsWith('\xFF\xD8\xFF')) return 'jpeg'
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'gif'
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'webp'
  return /<(?:[\w-]{1,32}:)?svg[\s>/]/.test(new TextDecoder().decode(bytes.subarray(0, 4096))) ? 'svg' : undefined
}

/** Whether the bytes begin as a PDF does, or soon do: readers pass over what stands before (ISO 32000-1, annex H.3). */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')
}
