import {spawnSync} from 'node:child_process'
import {cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {browser, findBrowser} from '../src/world/browser.ts'
import {article} from './article.ts'
import {pagedJs} from './paged-js.ts'
import {installPeers} from './peers.ts'
import {printing} from './printing.ts'
import {styleOf} from './style.ts'

const resolution = 80

/**
 * `npm run bench -- pictures`: the pages of the paper and of a typical article as PNG, by us, by Paged.js and by pandoc with LaTeX
 * (where installed), into `build/pictures`, to be looked at side by side. Needs poppler.
 */
export async function pictures(): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'offprint-pictures-'))
  const found = await findBrowser()
  if ('reason' in found) throw new Error(`Cannot print: ${found.reason}`)
  const printer = browser()
  try {
    installPeers(work)
    await cp('manuscript', join(work, 'paper'), {recursive: true})
    for (const {path, bytes} of article()) {
      await mkdir(join(work, 'article', 'figures'), {recursive: true})
      await writeFile(join(work, 'article', path), bytes)
    }
    for (const name of ['paper', 'article']) {
      const folder = join(work, name)
      const {html} = await printing(folder, printer, 0)
      const paged = await pagedJs(html, {work, executable: found.path, env: found.env ?? {}}, 0)
      if (paged === undefined) console.warn(`${name}: Paged.js comes to no end`)
      else await writeFile(join(folder, 'paged.pdf'), paged.pdf)
      run(process.execPath, [resolve('dist/cli.cjs'), 'build', '.', '--to', 'pdf', '--out', 'build', '--quiet'], folder)
      await writeFile(join(folder, 'style.csl'), await styleOf(folder))
      const options = ['--citeproc', '--csl=style.csl', '--number-sections', '--output=pandoc.pdf']
      const made = run('pandoc', [await withoutFigures(folder), ...options], folder)
      const all = [
        ['offprint', 'build/paper.pdf'],
        ...(paged === undefined ? [] : [['paged', 'paged.pdf']]),
        ...(made ? [['pandoc', 'pandoc.pdf']] : [])
      ]
      for (const [by = '', file = ''] of all) await drawn(join(folder, file), join('build/pictures', name), by)
    }
  } finally {
    await printer.close()
    await rm(work, {recursive: true, force: true})
  }
}

/** LaTeX takes no SVG, for which pandoc would need one program more. */
async function withoutFigures(folder: string): Promise<string> {
  const text = await readFile(join(folder, 'paper.md'), 'utf8')
  await writeFile(join(folder, 'plain.md'), text.replace(/^!\[.*$/gm, ''))
  return 'plain.md'
}

async function drawn(pdf: string, folder: string, by: string): Promise<void> {
  await mkdir(folder, {recursive: true})
  if (!run('pdftoppm', ['-r', String(resolution), '-png', pdf, join(folder, by)], '.'))
    throw new Error('Cannot draw pages: poppler is missing')
  const pages = (await readdir(folder)).filter((name) => name.startsWith(`${by}-`)).length
  console.log(`${join(folder, by)}-*.png: ${pages} pages`)
}

/** Whether it ended well; 1 is what Offprint says of a manuscript with mistakes, whose outputs are made all the same. */
function run(command: string, args: ReadonlyArray<string>, cwd: string): boolean {
  const {status, error, stderr} = spawnSync(command, args, {cwd, encoding: 'utf8'})
  if (error !== undefined || (status ?? 2) > 1) console.warn(`${command}: ${error?.message ?? stderr.slice(0, 500)}`)
  return error === undefined && (status ?? 2) < 2
}
