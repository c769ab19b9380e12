import {x} from 'xastscript'
import {mediaTypes} from '../../util/media-types.ts'
import {part} from './xml.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const types: ReadonlyMap<string, string> = new Map([
  ['word/document.xml', `${word}.document.main+xml`],
  ['word/styles.xml', `${word}.styles+xml`],
  ['word/numbering.xml', `${word}.numbering+xml`],
  ['word/footnotes.xml', `${word}.footnotes+xml`],
  ['word/settings.xml', `${word}.settings+xml`],
  ['word/fontTable.xml', `${word}.fontTable+xml`],
  ['word/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml'],
  ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ['docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml'],
  ['docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml']
])

/** `[Content_Types].xml` (ECMA-376-2, 7.2.3): the type of every part, and of pictures by their extension. */
export function contentTypes(paths: ReadonlyArray<string>): Uint8Array {
  const xmlns = 'http://schemas.openxmlformats.org/package/2006/content-types'
  const standard = (extension: string, type: string) => x('Default', {Extension: extension, ContentType: type})
  const pictures = Object.entries(mediaTypes).filter(([extension]) =>
    paths.some((path) => path.endsWith(`.${extension}`))
  )
  return part(
    x('Types', {xmlns}, [
      standard('rels', 'application/vnd.openxmlformats-package.relationships+xml'),
      standard('xml', 'application/xml'),
      ...pictures.map(([extension, type]) => standard(extension, type)),
      ...paths.flatMap((path) => {
        const type = types.get(path) ?? furnitureType(path)
        return type === undefined ? [] : [x('Override', {PartName: `/${path}`, ContentType: type})]
      })
    ])
  )
}

/** Headers and footers are numbered. */
function furnitureType(path: string): string | undefined {
  const [, name] = /^word\/(header|footer)\d*\.xml$/.exec(path) ?? []
  return name === undefined ? undefined : `${word}.${name}+xml`
}
