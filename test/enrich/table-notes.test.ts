import {describe, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import {walk} from '../../src/util/walk.ts'
import {articleOf, problemsOf, worldOf} from '../support/manuscript.ts'

const table = `| Year | Height[^m] |
|------|-----------:|
| 1990 | 3[^e] and 4[^m] |

: Heights. {#tbl:h}

[^m]: In *metres*.
[^e]: Estimated.
`

describe('the notes of a table', () => {
  it('stand beneath it, lettered by their first calls, and are none of the article’s', async () => {
    const {notes, body} = await articleOf(`Text.[^t] See @tbl:h.\n\n${table}\n[^t]: A note.`)
    expect(notes.map(({identifier, number}) => [identifier, number])).toEqual([['t', 1]])
    const set = [...walk(body)].filter((node) => node.type === 'div' && node.identifier !== undefined)
    expect(set).toMatchObject([{identifier: 'table-note-1-a'}, {identifier: 'table-note-1-b'}])
    const links = [...walk(body)].flatMap((node) => (node.type === 'link' && node.url.includes('note') ? node.url : []))
    expect(links).toEqual(['#table-note-1-a', '#table-note-1-b', '#table-note-1-a'])
    expect(await problemsOf(table)).not.toContainEqual(expect.stringMatching(/note-/))
  })

  it.each([
    ['that the text calls too', `Text.[^m]\n\n${table}`, ['m']],
    ['of several paragraphs', table.replace('Estimated.', 'Estimated.\n\n    More.'), ['e']],
    ['that call another', table.replace('Estimated.', 'Estimated.[^x]\n\n[^x]: Or not.'), ['e', 'x']],
    ['of a table without caption', table.replace(': Heights. {#tbl:h}\n\n', ''), ['m', 'e']]
  ])('%s stay among the others', async (_, markdown, left) => {
    const {notes} = await articleOf(markdown)
    expect(notes.map(({identifier}) => identifier)).toEqual(left)
  })

  it('are what each format has for them', async () => {
    const {output} = await build(worldOf(table), {to: ['html', 'jats', 'latex', 'text']})
    const text = (path: string) => new TextDecoder().decode(output.get(path))
    expect(text('paper.xml')).toContain(
      '<table-wrap-foot><fn id="table-note-1-a"><label>a</label><p>In <italic>metres</italic>.</p></fn>'
    )
    expect(text('paper.xml')).toContain('<sup><xref ref-type="table-fn" rid="table-note-1-b">b</xref></sup>')
    expect(text('paper.html')).toMatch(
      /<div class="table-notes"><div class="table-note" id="table-note-1-a"><p><sup>a<\/sup> In <em>/
    )
    expect(text('latex/paper.tex')).toMatch(/\\end\{tabular\}\\par.*\\textsuperscript\{a\} In .*\\end\{table\}/s)
    expect(text('paper.txt')).toMatch(/\^a In metres/)
  })
})
