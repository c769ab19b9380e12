import {createHash} from 'node:crypto'

/** A file by its path and what SHA-256 makes of it, in hexadecimal. */
export interface Sum {
  readonly path: string
  readonly sha256: string
}

/** SHA-256 of bytes or text, in hexadecimal. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Sums as coreutils’ `sha256sum` writes them and `sha256sum -c` reads them, in the order given. */
export function writeSums(sums: ReadonlyArray<Sum>): string {
  return sums.map((sum) => `${line(sum)}\n`).join('')
}

/** A name with a line end or a backslash is escaped, and a backslash before the line says so. */
function line({path, sha256: sum}: Sum): string {
  if (!/[\\\n\r]/.test(path)) return `${sum}  ${path}`
  return `\\${sum}  ${path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}`
}

/** Sums out of such a text; `undefined` where a line is none. */
export function readSums(text: string): ReadonlyArray<Sum> | undefined {
  const sums: Array<Sum> = []
  for (const each of text.split('\n')) {
    if (each === '') continue
    const [, mark, sum, name] = /^(\\?)([0-9a-f]{64}) [ *](.+)$/.exec(each) ?? []
    if (sum === undefined || name === undefined) return undefined
    sums.push({path: mark === '' ? name : unescaped(name), sha256: sum})
  }
  return sums
}

function unescaped(name: string): string {
  return name.replace(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter === 'r' ? '\r' : letter))
}
