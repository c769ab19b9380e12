/** The page of the template `article`, as far as Typst's settings go. */
const head = `#set page(paper: "a4", margin: (x: 42mm, top: 30mm, bottom: 34mm), numbering: "1")
#set text(size: 11pt, lang: "en", region: "GB", hyphenate: true)
#set par(justify: true, leading: 0.6em)
#set heading(numbering: "1")
#set figure(placement: none)
`

/** An article made by \`article.ts\`, in Typst's language: the same text, formulas, notes, tables, figures and citations. */
export function typst(markdown: string): string {
  const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(markdown) ?? []
  const notes = new Map<string, string>()
  const text = body
    .replace(/^\[\^(\w+)\]: (.*)$/gm, (_, name: string, note: string) => {
      notes.set(name, note)
      return ''
    })
    .replace(/^# References.*$/ms, '')
  const blocks = text.split(/\n{2,}/).map((block) => blockOf(block.trim(), notes))
  const title = /^title: (.*)$/m.exec(front)?.[1] ?? ''
  return [
    head,
    `#align(center, text(size: 18pt)[${title}])`,
    ...blocks,
    '#bibliography("references.bib", style: "apa")',
    ''
  ].join('\n\n')
}

function blockOf(block: string, notes: ReadonlyMap<string, string>): string {
  const heading = /^# (.*)$/.exec(block)?.[1]
  if (heading !== undefined) return `= ${heading}`
  const formula = /^\$\$\n(.*)\n\$\$$/s.exec(block)?.[1]
  if (formula !== undefined) return `$ ${formulaOf(formula)} $`
  const [, caption, file] = /^!\[(.*)\]\((.*)\)\{.*\}$/.exec(block) ?? []
  if (file !== undefined) return `#figure(image("${file}", width: 100%), caption: [${caption ?? ''}])`
  if (block.startsWith('|')) return tableOf(block)
  // The title of the table before it stands below that already.
  if (block.startsWith(': ')) return ''
  return inline(block, notes)
}

function tableOf(block: string): string {
  const [head = '', , ...rows] = block.split('\n').filter((line) => line.startsWith('|'))
  const cells = (row: string) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => `[${cell.trim()}]`)
      .join(', ')
  const columns = head.split('|').length - 2
  return `#figure(table(columns: ${columns}, table.header(${cells(head)}),\n${rows.map(cells).join(',\n')}), caption: [A table.])`
}

function inline(text: string, notes: ReadonlyMap<string, string>): string {
  return text
    .replace(/\$([^$]+)\$/g, (_, formula: string) => `$${formulaOf(formula)}$`)
    .replace(/\[\^(\w+)\]/g, (_, name: string) => `#footnote[${notes.get(name) ?? ''}]`)
    .replace(/\[((?:@|-@)[^\]]*)\]/g, (_, cluster: string) =>
      cluster
        .split('; ')
        .map((each) => {
          const [key = '', ...locator] = each.split(', ')
          return locator.length === 0 ? key : `${key}[${locator.join(', ')}]`
        })
        .join(' ')
    )
}

function formulaOf(tex: string): string {
  return tex
    .replace(/\\frac\{((?:[^{}]|\{[^{}]*\})*)\}\{((?:[^{}]|\{[^{}]*\})*)\}/g, '($1)/($2)')
    .replace(/\\sqrt\{([^{}]*)\}/g, 'sqrt($1)')
    .replace(/([_^])\{([^{}]*)\}/g, '$1($2)')
    .replace(/\\([a-z]+)/g, '$1')
}
