/** What is stated and numbered as a theorem is: a fenced div of that class. */
export const theoremKinds = [
  'algorithm',
  'assumption',
  'axiom',
  'conjecture',
  'corollary',
  'definition',
  'example',
  'exercise',
  'lemma',
  'proposition',
  'remark',
  'theorem'
] as const

export type TheoremKind = (typeof theoremKinds)[number]

/** Boxes that docutils and those who follow it know by name. */
export const admonitionKinds = [
  'attention',
  'caution',
  'danger',
  'error',
  'hint',
  'important',
  'note',
  'seealso',
  'tip',
  'warning'
] as const

export type AdmonitionKind = (typeof admonitionKinds)[number]
