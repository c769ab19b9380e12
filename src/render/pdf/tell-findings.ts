import type {Report} from '../../model/problem.ts'
import type {Finding} from './check/index.ts'
import type {Marked} from './marks.ts'

/** How many are named; one that occurs often is named once. */
const most = 5

/** Say why the PDF is not marked as accessible, or as fit for archives where that was asked for, if it is not. */
export function tellFindings({findings, archival}: Omit<Marked, 'packet'>, report: Report): void {
  if (findings.length > 0)
    report({
      id: 'pdf-accessible',
      severity: 'info',
      reason: `Cannot mark the PDF as accessible (PDF/UA-1): ${told(findings)}`,
      note: 'The numbers are those of the Matterhorn Protocol 1.1. Mend in the manuscript what lies there, such as a figure without `alt`.'
    })
  if (archival === undefined) return
  const part = `PDF/A-${archival.part}`
  if (archival.findings.length > 0)
    report({
      id: 'pdf-archival',
      severity: 'warning',
      reason: `Cannot mark the PDF as fit for archives (${part}): ${told(archival.findings)}`,
      note: `The numbers are clauses of ISO 19005-${archival.part}.`
    })
  if (archival.isSeeThrough)
    report({
      id: 'pdf-see-through',
      severity: 'info',
      reason: `Unexpected picture that lets through what lies beneath, expected none in ${part}`,
      note: 'The standard allows it; some archives do not. Save pictures without an alpha channel, and drawings without opacity.'
    })
}

function told(findings: ReadonlyArray<Finding>): string {
  const each = new Set(
    findings.map(({what, condition, page}) => `${what}${page ? ` on page ${page}` : ''} (${condition})`)
  )
  const more = each.size > most ? `; and ${each.size - most} more` : ''
  return `${[...each].slice(0, most).join('; ')}${more}`
}
