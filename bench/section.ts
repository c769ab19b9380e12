import {readFile, writeFile} from 'node:fs/promises'

/** Write what was measured in one section into the results; those of others stay as they are. */
export async function writeSection({page, data}: {readonly page: string; readonly data: object}): Promise<void> {
  const known = JSON.parse(await readFile('bench/results.json', 'utf8')) as object
  await writeFile('bench/results.json', `${JSON.stringify({...known, ...data}, undefined, 2)}\n`)
  const pages = (await readFile('bench/results.md', 'utf8')).split(/^(?=# )/m)
  const title = titleOf(page)
  const at = pages.findIndex((each) => titleOf(each) === title)
  const all = at === -1 ? [...pages, page] : pages.with(at, page)
  await writeFile('bench/results.md', `${all.map((each) => each.trim()).join('\n\n')}\n`)
}

function titleOf(page: string): string {
  return page.trim().split('\n', 1)[0] ?? ''
}
