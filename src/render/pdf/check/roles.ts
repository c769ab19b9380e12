import type {Checked} from './checked.ts'
import type {Finding} from './finding.ts'

/** Standard structure types (ISO 32000-1, 14.8.4). */
const standard = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
  Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
  Figure Formula Form`.split(/\s+/)
)

/** Whether each type stands for a standard one (PDF/UA-1, 7.1). */
export function* checkRoles({roles, types}: Checked): Generator<Finding> {
  for (const type of roles.keys())
    if (standard.has(type)) yield {condition: '02-004', what: `the standard type ${type} is mapped to another`}
  for (const type of types) {
    const end = endOf(type, roles)
    if (end === undefined) yield {condition: '02-003', what: `the type ${type} is mapped to itself`}
    else if (!standard.has(end)) yield {condition: '02-001', what: `the type ${type} stands for no standard type`}
  }
}

/** Where the map leads; `undefined` if in a circle. */
function endOf(type: string, roles: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set<string>()
  let end = type
  for (let next: string | undefined = type; next !== undefined; next = roles.get(end)) {
    if (seen.has(next)) return undefined
    seen.add(next)
    end = next
  }
  return end
}
