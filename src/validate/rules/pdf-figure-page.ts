import type {Rule} from '../rule.ts'

export const pdfFigurePage: Rule = {
  id: 'pdf-figure-page',
  about: 'A figure taken from a PDF of several pages says which page it is, for the others are not shown.',
  severity: 'info',
  defaults: {},
  check({pdfTroubles = []}, report) {
    for (const {kind, path, pages, place} of pdfTroubles) {
      if (kind !== 'many') continue
      const reason = `Unexpected ${pages} pages in \`${path}\`, expected one; the first is shown`
      report({reason, place, note: 'Write which page is meant: `![Caption](file.pdf){page=2}`.'})
    }
  },
  examples: [
    {markdown: 'See ![a square](a.pdf){page=2}.', files: {'a.pdf': twoPages()}, problems: []},
    {
      markdown: 'See ![a square](a.pdf).',
      files: {'a.pdf': twoPages()},
      problems: ['1:5 Unexpected 2 pages in `a.pdf`, expected one; the first is shown']
    }
  ]
}

/** Two empty pages, of one inch by one. */
function twoPages(): string {
  const page = '<</Type/Page/Parent 1 0 R/MediaBox[0 0 72 72]>>'
  const objects = ['<</Type/Pages/Count 2/Kids[2 0 R 3 0 R]>>', page, page, '<</Type/Catalog/Pages 1 0 R>>']
  const body = objects.map((object, index) => `${index + 1} 0 obj${object}endobj`).join('\n')
  return `%PDF-1.4\n${body}\ntrailer<</Root 4 0 R/Size 5>>`
}
