import type {SectionTop} from './in-page/section-tops.ts'

/** For each page the section that is read at its end; `pageAt` tells on which page what begins there stands. */
export function runningHeads(
  sections: ReadonlyArray<SectionTop>,
  pages: number,
  pageAt: (top: number) => number
): ReadonlyArray<string> {
  const begun = sections.map(({top, title}) => ({page: pageAt(top), title}))
  return Array.from({length: pages}, (_, page) => begun.findLast((section) => section.page <= page)?.title ?? '')
}
