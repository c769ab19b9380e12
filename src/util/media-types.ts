import type {ImageType} from './image-type.ts'

/** The media types of pictures. */
export const mediaTypes: Readonly<Record<ImageType, string>> = {
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp'
}

const byExtension: ReadonlyMap<string, string> = new Map([
  ...Object.entries(mediaTypes),
  ['bbl', 'text/x-tex'],
  ['bib', 'application/x-bibtex'],
  ['cff', 'application/yaml'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['epub', 'application/epub+zip'],
  ['html', 'text/html'],
  ['jpg', mediaTypes.jpeg],
  ['json', 'application/json'],
  ['md', 'text/markdown'],
  ['pdf', 'application/pdf'],
  ['ris', 'application/x-research-info-systems'],
  ['tex', 'text/x-tex'],
  ['txt', 'text/plain'],
  ['xml', 'application/xml']
])

/** The media type that a file's name promises. */
export function mediaTypeOf(path: string): string {
  return byExtension.get(path.split('.').at(-1)?.toLowerCase() ?? '') ?? 'application/octet-stream'
}
