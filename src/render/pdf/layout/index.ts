import type {OpenPage} from '../../../model/world.ts'
import {turn} from '../../../util/turn.ts'
import {hyphenation} from './hyphenation.ts'
import {fillReferences} from './in-page/fill-references.ts'
import {fitWide} from './in-page/fit-wide.ts'
import type {JustifiedText} from './in-page/justified-texts.ts'
import {justifiedTexts} from './in-page/justified-texts.ts'
import {measure} from './in-page/measure.ts'
import {pageArea} from './in-page/page-area.ts'
import {realise} from './in-page/realise.ts'
import {referenceTops} from './in-page/reference-tops.ts'
import {setHyphens} from './in-page/set-hyphens.ts'
import type {Measured, PageArea} from './measured.ts'
import {pageAt} from './page-at.ts'
import type {PagePlan} from './page-plan.ts'
import {paginate} from './paginate.ts'

/** Between text and notes at the foot of a page, in CSS pixels; the rule is drawn within it. */
const gap = 16

export interface Layout {
  /** What to do with the page before it is printed. */
  readonly compose: (page: OpenPage) => Promise<void>
  /** How many pages were planned; `undefined` where the browser was left to make them. */
  planned(): number | undefined
}

export interface LayoutOptions {
  /** The article's (BCP 47): its patterns are loaded while the browser is busy. */
  readonly language: string
  /** Notes stand at the foot of pages. */
  readonly notes: boolean
  /** There are references to pages. */
  readonly references: boolean
  /** The number of the first page. */
  readonly firstPage: number
  /** Words of justified text are divided. */
  readonly hyphens: boolean
  /** There are formulas or tables, which may be wider than the text. */
  readonly wide: boolean
}

/**
 * A way to set a page: soft hyphens are kept where a line ends, and notes stand at the foot of the page they are called on.
 * Text is measured as one tall column, divided by arithmetic, and the page breaks put where that says.
 * A page that cannot be measured so is left to the browser: its notes stay where they are, at the end.
 */
export function layout(options: LayoutOptions): Layout {
  const {language, notes, references, hyphens, wide} = options
  let planned: number | undefined
  // Takes a while to load, which passes while the browser reads the page.
  const patterns = turn().then(() => (hyphens ? hyphenation([language]) : undefined))
  patterns.catch(() => undefined)
  return {
    planned: () => planned,
    async compose(page) {
      // One goes after the other in the page; to wait for each would take longer than they do.
      const [area, texts] = await Promise.all([
        page.run(pageArea, undefined),
        hyphens ? page.run(justifiedTexts, {paged: notes}) : [],
        wide ? page.run(fitWide, undefined) : undefined,
        patterns
      ])
      if (area === undefined) return
      if (texts.length > 0) await hyphenate(page, texts)
      if (!notes && !references) return
      const settled = await settle(page, texts, {...options, area})
      if (settled === undefined) return
      await page.run(realise, {...settled, height: area.height})
      planned = settled.plan.pages.length
    }
  }
}

/** Rounds after which numbers of pages are taken as they are, should each move what the other stands for. */
const mostRounds = 6

/** The pages, and the references to them filled in: a number may move lines, and so what is on which page. */
async function settle(
  page: OpenPage,
  texts: ReadonlyArray<JustifiedText>,
  {area, notes, references, firstPage}: LayoutOptions & {readonly area: PageArea}
): Promise<{readonly plan: PagePlan; readonly measured: Measured} | undefined> {
  for (let round = 1; ; round += 1) {
    const measured = await page.run(measure, {...area, notes})
    if (measured === undefined) return undefined
    const plan = paginate(measured, {height: area.height, gap})
    if (!references || round > mostRounds) return {plan, measured}
    const find = pageAt(measured, plan)
    const tops = await page.run(referenceTops, undefined)
    const numbers = tops.map((top) => (typeof top === 'number' ? String(find(top) + firstPage) : undefined))
    if (!(await page.run(fillReferences, numbers))) return {plan, measured}
    // Lines that ended in a hyphen may end elsewhere now.
    if (texts.length > 0) await hyphenate(page, texts)
  }
}

async function hyphenate(page: OpenPage, texts: ReadonlyArray<JustifiedText>): Promise<void> {
  const divide = await hyphenation(texts.map((piece) => piece.language))
  if (divide === undefined) return
  await page.run(
    setHyphens,
    texts.map(({text, language}) => divide(text, language))
  )
}
