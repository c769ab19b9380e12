/** What a section is for: what articles of most fields have under the same heading, and what journals ask to stand apart. */
export const sectionRoles = [
  'abstract',
  'acknowledgements',
  'ai-use',
  'appendix',
  'cases',
  'code-availability',
  'competing-interests',
  'conclusion',
  'consent',
  'contributions',
  'data-availability',
  'discussion',
  'ethics',
  'funding',
  'introduction',
  'keywords',
  'materials',
  'methods',
  'references',
  'results',
  'subjects',
  'supplementary-material'
] as const

export type SectionRole = (typeof sectionRoles)[number]

/** Roles of sections that declare something outside the argument; the front matter may declare the same. */
export const statementKinds = [
  'acknowledgements',
  'ai-use',
  'code-availability',
  'competing-interests',
  'consent',
  'contributions',
  'data-availability',
  'ethics',
  'funding'
] as const satisfies ReadonlyArray<SectionRole>

/** What articles declare outside their text. */
export type StatementKind = (typeof statementKinds)[number]

/** Whether a role is that of a declaration. */
export function isStatement(role: SectionRole | undefined): role is StatementKind {
  return statementKinds.some((kind) => kind === role)
}
