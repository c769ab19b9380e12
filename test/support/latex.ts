import {execFile} from 'node:child_process'
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {promisify} from 'node:util'
import type {Article} from '../../src/model/article.ts'
import type {Output} from '../../src/model/world.ts'
import {textOf} from '../../src/util/text.ts'

const run = promisify(execFile)

/** What LaTeX made of a file, and what it complained of: errors, undefined references, letters that no font has. */
export interface Compiled {
  readonly faults: ReadonlyArray<string>
  /** Lines, formulas and tables that stand out of their column by more than 10 pt. */
  readonly overfull: ReadonlyArray<string>
  /** The text of the pages, as pdftotext reads it. */
  readonly text: string
}

const complaints = /^!|undefined|multiply defined|Missing character|has been referenced but does not exist/i

/** Whether a program of TeX is at hand, and a file that it needs; it is said where one is not. */
export async function has(program: string, file?: string): Promise<boolean> {
  const calls: ReadonlyArray<readonly [string, string]> = [
    [program, '--version'],
    ...(file === undefined ? [] : [['kpsewhich', file] as const])
  ]
  for (const [name, argument] of calls) {
    const found = await run(name, [argument]).then(
      () => true,
      () => false
    )
    if (found) continue
    console.warn(`LaTeX is not compiled: ${name === program ? program : file} is not installed`)
    return false
  }
  return true
}

/** Compile the one `.tex` file of an output in a folder that holds nothing else. */
export async function compile(
  output: Output,
  engine: '-lualatex' | '-pdf' | '-xelatex' = '-pdf',
  slug = 'paper'
): Promise<Compiled> {
  const folder = await mkdtemp(join(tmpdir(), 'latex-'))
  try {
    for (const [path, bytes] of output) {
      await mkdir(dirname(join(folder, path)), {recursive: true})
      await writeFile(join(folder, path), bytes)
    }
    const cwd = join(folder, 'latex')
    const arguments_ = [engine, '-halt-on-error', '-interaction=nonstopmode', '-norc', `${slug}.tex`]
    // The test runner sets MODE, which names a printer to METAFONT.
    const {MODE: _, ...env} = process.env
    const ended = await run('latexmk', arguments_, {cwd, env, maxBuffer: 2 ** 26, timeout: 100_000}).then(
      () => [],
      (error: Error) => [`latexmk: ${error.message.slice(0, 200)}`]
    )
    const log = await readFile(join(cwd, `${slug}.log`), 'latin1').catch(() => '! no log')
    const faults = log.split('\n').filter((line) => complaints.test(line) && !/Font shape|rerunfilecheck/.test(line))
    const text = await run('pdftotext', ['-enc', 'UTF-8', `${slug}.pdf`, '-'], {cwd, maxBuffer: 2 ** 26}).then(
      ({stdout}) => stdout,
      () => ''
    )
    const overfull = [...log.matchAll(/^Overfull \\hbox \((\d+)[^\n]*\n[^\n]*/gm)].filter(
      ([, points]) => Number(points) >= 10
    )
    return {faults: [...ended, ...faults], overfull: overfull.map(([line]) => line), text}
  } finally {
    await rm(folder, {recursive: true})
  }
}

/** The words of the article that the pages do not print; letters alone, for quotation marks and hyphens are the font's. */
export function missing(article: Article, printed: string): ReadonlyArray<string> {
  const whole = letters(printed)
  const words = textsOf(article).flatMap((text) => text.split(/[^\p{L}\p{N}]+/u))
  const long = words.filter((word) => /^[\p{L}]{3,100}$/u.test(word))
  return [...new Set(long)].filter((word) => !whole.includes(letters(word)))
}

/** Which share of the article's runs of five words is not printed as it stands: notes, floats and ends of pages come between. */
export function outOfOrder(article: Article, printed: string): number {
  const whole = letters(printed)
  const runs = textsOf(article).flatMap((text) => {
    const words = text.split(/\s+/).filter((word) => letters(word) !== '')
    return words.slice(4).map((_, index) => words.slice(index, index + 5).join(''))
  })
  const lost = runs.filter((run) => !whole.includes(letters(run)))
  return runs.length === 0 ? 0 : lost.length / runs.length
}

function letters(text: string): string {
  return (
    text
      // Greek accents are set over letters of mathematics, and read as such.
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[ʻʼ]|[^\p{L}\p{N}]+/gu, '')
  )
}

type Content = Article['body']['children'][number]

function textsOf({meta, body, notes}: Article): ReadonlyArray<string> {
  return [
    textOf([...meta.title]),
    ...(meta.abstract === undefined ? [] : [textOf(withoutPictures(meta.abstract.children))]),
    ...meta.authors.map(({name}) => name.display),
    ...meta.keywords,
    ...textOf(withoutPictures(body.children)).split('\n'),
    ...notes.map(({children}) => textOf(withoutPictures(children)))
  ]
}

/** Without pictures and formulas, and without the list of references: its heading is the class's own, and not every class has one. */
function withoutPictures(nodes: ReadonlyArray<unknown>): Array<Content> {
  const kept = (nodes as Array<Content>).filter(
    (node) =>
      !['image', 'inlineMath', 'math', 'bibliography'].includes(node.type) &&
      !('children' in node && node.children.some(({type}) => type === 'bibliography'))
  )
  return kept.map((node) =>
    'children' in node ? ({...node, children: withoutPictures(node.children)} as Content) : node
  )
}
