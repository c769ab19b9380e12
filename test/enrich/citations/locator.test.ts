import {expect, it} from 'vitest'
import {printedLocator} from '../../../src/enrich/citations/locator.ts'

it.each([
  ['97--99', '97–99'],
  ['xii--xv, 3--4', 'xii–xv, 3–4'],
  ['97-99', '97-99'],
  ['97–99', '97–99'],
  ['--', '--']
])('should print %s as %s', (written, printed) => {
  expect(printedLocator(written)).toBe(printed)
})
