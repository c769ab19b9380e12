import {execFile} from 'node:child_process'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {unzipSync} from 'fflate'
import type {Nodes as Hast} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import type {Nodes} from 'mdast'
import {walk} from '../../src/util/walk.ts'

const run = promisify(execFile)

/** The text parts of a Word document or a book, by path, with no space before the end of an empty element. */
export function partsOf(docx: Uint8Array): Readonly<Record<string, string>> {
  const entries = Object.entries(unzipSync(docx)).filter(([path]) => /\.(?:opf|rels|xhtml|xml)$/.test(path))
  return Object.fromEntries(
    entries.map(([path, bytes]) => [path, new TextDecoder().decode(bytes).replaceAll(' />', '/>')])
  )
}

/** What Microsoft’s validator finds wrong, by the strictest of the versions it knows. */
export async function documentFaults(docx: Uint8Array, validator: string): Promise<ReadonlyArray<string>> {
  return inFolder(docx, async (path) => {
    const said = await run(validator, [path]).catch((error: {stdout: string}) => error)
    const {errors} = JSON.parse(said.stdout) as {errors: ReadonlyArray<{description: string; xPath: string | null}>}
    return errors.map(({description, xPath}) => `${description} ${xPath ?? ''}`)
  })
}

/** The text as LibreOffice reads it, notes last. */
export async function textByOffice(docx: Uint8Array, soffice: string): Promise<string> {
  return inFolder(docx, async (path, folder) => {
    const options = ['--headless', `-env:UserInstallation=file://${folder}/profile`]
    await run(soffice, [...options, '--convert-to', 'html', '--outdir', folder, path])
    // Plain text by LibreOffice lacks the notes.
    return shown(fromHtml(await readFile(join(folder, 'paper.html'), 'utf8')))
  })
}

function shown(node: Hast): string {
  if (node.type === 'text') return node.value
  if (!('children' in node) || (node.type === 'element' && node.tagName === 'head')) return ''
  return node.children.map(shown).join('')
}

async function inFolder<T>(docx: Uint8Array, use: (path: string, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'docx-'))
  const path = join(folder, 'paper.docx')
  try {
    await writeFile(path, docx)
    return await use(path, folder)
  } finally {
    await rm(folder, {recursive: true})
  }
}

const running: ReadonlySet<string> = new Set([
  ...['citation', 'crossReference', 'delete', 'emphasis', 'inlineCode', 'link'],
  ...['span', 'strong', 'subscript', 'superscript', 'text']
])

/** The letters and digits of texts in order, in pieces between formulas, pictures, calls of notes and the ends of blocks. */
export function pieces(nodes: ReadonlyArray<Nodes>): ReadonlyArray<string> {
  const found = ['']
  for (const node of walk(nodes.map(captionsFirst))) {
    if (!running.has(node.type)) found.push('')
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
      found.push(`${found.pop() ?? ''}${letters(node.value)}`)
    }
  }
  return found.filter((piece) => piece !== '')
}

/** Captions of tables and listings stand above them. */
function captionsFirst(node: Nodes): Nodes {
  if (!('children' in node)) return node
  const children = node.children.map(captionsFirst)
  const isAbove = node.type === 'figure' && node.kind !== 'figure'
  const rank = ({type}: Nodes) => (type === 'caption' ? 0 : 1)
  return {...node, children: isAbove ? children.toSorted((a, b) => rank(a) - rank(b)) : children} as Nodes
}

/** The pieces that a text does not have, or not in their order. */
export function missing(wanted: ReadonlyArray<string>, text: string): ReadonlyArray<string> {
  const all = letters(text)
  let from = 0
  return wanted.filter((piece) => {
    const at = all.indexOf(piece, from)
    if (at >= 0) from = at + piece.length
    return at < 0
  })
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '')
}
