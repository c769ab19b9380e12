/**
 * Marks by which a page to print tells its PDF what an element is, where browsers have no tag for it: subtags for private use
 * (BCP 47, 2.2.7) at the end of its language, which reach the tags as they are.
 */
export const printMarks = {
  contents: 'x-contents',
  formula: 'x-formula',
  note: 'x-note',
  reference: 'x-reference'
} as const
