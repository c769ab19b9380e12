import type {PdfTrouble} from '../../model/article.ts'
import type {Finding} from '../../model/problem.ts'
import type {Rule} from '../rule.ts'

export const pdfFigureRead: Rule = {
  id: 'pdf-figure-read',
  about: 'A figure in PDF can be drawn, for only LaTeX shows it as it is.',
  severity: 'error',
  defaults: {},
  check({pdfTroubles = []}, report) {
    for (const trouble of pdfTroubles) {
      const finding = findingOf(trouble)
      if (finding !== undefined) report({...finding, place: trouble.place})
    }
  },
  examples: [
    {
      markdown: 'See ![a square](a.pdf).',
      files: {'a.pdf': 'not read', 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>'},
      problems: []
    },
    {
      markdown: 'See ![a square](a.pdf).',
      files: {'a.pdf': '%PDF-1.4 and no more'},
      problems: ['1:5 Cannot read `a.pdf`: it is damaged, empty or no PDF']
    },
    {
      markdown: 'See ![a square](a.pdf){page=2}.',
      files: {
        'a.pdf':
          '%PDF-1.4\n1 0 obj<</Type/Pages/Count 1/Kids[2 0 R]>>endobj\n2 0 obj<</Type/Page/Parent 1 0 R/MediaBox[0 0 72 72]>>endobj\n3 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 3 0 R/Size 4>>'
      },
      problems: ['1:5 Unexpected page `2` of `a.pdf`, expected 1']
    }
  ]
}

function findingOf({kind, path, page, pages = 0}: PdfTrouble): Finding | undefined {
  switch (kind) {
    case 'many':
      return undefined
    case 'encrypted':
      return {
        reason: `Cannot read \`${path}\`: it is encrypted`,
        note: 'Save the figure without a password.'
      }
    case 'broken':
      return {
        reason: `Cannot read \`${path}\`: it is damaged, empty or no PDF`,
        note: 'Save the figure again, or put it beside as SVG or PNG under the same name.'
      }
    case 'page-missing':
      return {
        reason: `Unexpected page \`${page ?? '1'}\` of \`${path}\`, expected ${pages === 1 ? '1' : `1 to ${pages}`}`
      }
    case 'page-unread':
      return {
        reason: `Cannot draw page ${page ?? '1'} of \`${path}\`: it is damaged`,
        note: 'Save the figure again, or put it beside as SVG or PNG under the same name.'
      }
  }
}
