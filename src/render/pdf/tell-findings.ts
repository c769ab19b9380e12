import type {Report} from '../../model/problem.ts'
import type {Finding} from './check/index.ts'

/** How many are named; one that occurs often is named once. */
const most = 5

/** Say why the PDF is not marked as accessible, if it is not. */
export function tellFindings(findings: ReadonlyArray<Finding>, report: Report): void {
  if (findings.length === 0) return
  const told = [
    ...new Set(findings.map(({what, condition, page}) => `${what}${page ? ` on page ${page}` : ''} (${condition})`))
  ]
  const more = told.length > most ? `; and ${told.length - most} more` : ''
  report({
    id: 'pdf-accessible',
    severity: 'info',
    reason: `Cannot mark the PDF as accessible (PDF/UA-1): ${told.slice(0, most).join('; ')}${more}`,
    note: 'The numbers are those of the Matterhorn Protocol 1.1. Mend in the manuscript what lies there, such as a figure without `alt`.'
  })
}
