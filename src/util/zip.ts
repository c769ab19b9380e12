import {type Zippable, zipSync} from 'fflate'

/** A file of an archive. */
export interface ZipEntry {
  readonly path: string
  readonly bytes: Uint8Array
  /** Kept as it is: what a format wants readable in place, or what is compressed already. */
  readonly stored?: boolean | undefined
}

/**
 * A ZIP archive (APPNOTE 6.3.10) of files in the order given, all dated 1980-01-01, the first day that it can hold:
 * the same files give the same bytes.
 */
export function zip(entries: ReadonlyArray<ZipEntry>): Uint8Array {
  // A moment of the local calendar: the archive keeps no time zone, and is written from local hours.
  const mtime = new Date(1980, 0, 1)
  const files: Zippable = Object.fromEntries(
    entries.map(({path, bytes, stored}) => [path, [bytes, {level: stored === true ? 0 : 9}]])
  )
  return zipSync(files, {mtime})
}
