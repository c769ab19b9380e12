/**
 * Marks by which a page to print tells its PDF what an element is, where browsers have no tag for it: subtags for private use
 * (BCP 47, 2.2.7) at the end of its language, which reach the tags as they are.
 */
export const printMarks = {
  abbreviation: 'x-abbreviation',
  contents: 'x-contents',
  definitions: 'x-definitions',
  formula: 'x-formula',
  meaning: 'x-meaning',
  note: 'x-note',
  reference: 'x-reference',
  term: 'x-term'
} as const
