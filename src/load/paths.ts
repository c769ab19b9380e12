import {dirname, join, normalize} from 'node:path/posix'

/** Whether a path, as written, points out of the folder: by `..`, from the root, by drive or by address. */
export function leaves(path: string): boolean {
  const plain = normalize(path.replaceAll('\\', '/'))
  return plain === '..' || plain.startsWith('../') || plain.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(path)
}

/** Whether a path is an address on the web. */
export function isAddress(path: string): boolean {
  return /^(?:https?|ftp):/i.test(path)
}

/** The ways to read a path that a file names: beside that file, else from the top of the folder. */
export function readings(path: string, from: string): ReadonlyArray<string> {
  const plain = path.replaceAll('\\', '/')
  return [...new Set([join(dirname(from), plain), normalize(plain)])]
}

/** `a/b/Paper.MD` → `md`. */
export function extension(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
}

/** The file's name without its folders. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The folder of a path, `` for the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
