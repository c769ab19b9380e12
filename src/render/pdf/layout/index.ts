import type {OpenPage} from '../../../model/world.ts'
import {turn} from '../../../util/turn.ts'
import {hyphenation} from './hyphenation.ts'
import {breakAddresses} from './in-page/break-addresses.ts'
import {breakFormulas} from './in-page/break-formulas.ts'
import {closeRoots} from './in-page/close-roots.ts'
import {fillCells} from './in-page/fill-cells.ts'
import {fillReferences} from './in-page/fill-references.ts'
import {findLooseLines} from './in-page/find-loose-lines.ts'
import {fitWide} from './in-page/fit-wide.ts'
import {floatReferences} from './in-page/float-references.ts'
import type {JustifiedText} from './in-page/justified-texts.ts'
import {justifiedTexts} from './in-page/justified-texts.ts'
import {keepHyphens} from './in-page/keep-hyphens.ts'
import {measure} from './in-page/measure.ts'
import {mendLadders} from './in-page/mend-ladders.ts'
import {pageArea} from './in-page/page-area.ts'
import {pointTargets} from './in-page/point-targets.ts'
import {ragText} from './in-page/rag-text.ts'
import {readLines} from './in-page/read-lines.ts'
import {realise} from './in-page/realise.ts'
import {referenceTops} from './in-page/reference-tops.ts'
import {restoreColumns} from './in-page/restore-columns.ts'
import {rotateFloats} from './in-page/rotate-floats.ts'
import {sectionTops} from './in-page/section-tops.ts'
import {setFloats} from './in-page/set-floats.ts'
import {setHyphens} from './in-page/set-hyphens.ts'
import {setLineNumbers} from './in-page/set-line-numbers.ts'
import {setOnGrid} from './in-page/set-on-grid.ts'
import {setRunningHeads} from './in-page/set-running-heads.ts'
import {tieLastWords} from './in-page/tie-last-words.ts'
import {trackLooseLines} from './in-page/track-loose-lines.ts'
import {turnFloats} from './in-page/turn-floats.ts'
import {lineNumbers} from './line-numbers.ts'
import type {Measured, PageArea} from './measured.ts'
import {pageAt} from './page-at.ts'
import type {PagePlan} from './page-plan.ts'
import {paginate} from './paginate.ts'
import {runningHeads} from './running-heads.ts'

/** Between text and notes at the foot of a page, in CSS pixels; the rule is drawn within it. */
const gap = 16

/** Between text and what stands apart from it, in CSS pixels. */
const floatGap = 20

export interface Layout {
  /** Load what takes a while, to be called when the browser has begun to read the page. */
  prepare(): void
  /** The page to load: its text hidden, so that the browser does not lay it out as for a window; `compose` shows it. */
  page(html: string): string
  /** What to do with the page before it is printed. */
  readonly compose: (page: OpenPage) => Promise<void>
  /** How many pages were planned; `undefined` where the browser was left to make them. */
  planned(): number | undefined
  /** Whether so many pages are as planned, or none were to be. */
  asPlanned(pages: number): boolean
}

/** What needs the pages to be planned. */
export interface Wishes {
  /** Notes stand at the foot of pages. */
  readonly notes: boolean
  /** There are references to pages. */
  readonly references: boolean
  /** Sections are named above pages. */
  readonly sections: boolean
  /** From which line number to which: 1, 5; 0 for none. */
  readonly lineNumbers: number
  /** Text stands in columns. */
  readonly columns: boolean
  /** Figures and tables stand there, apart from the text; in the text if absent. */
  readonly floats?: 'foot' | 'top' | undefined
  /** No page ends in a hyphen. */
  readonly wholeWords: boolean
}

export interface LayoutOptions {
  /** The article's (BCP 47): its patterns are loaded while the browser is busy. */
  readonly language: string
  readonly wishes: Wishes
  /** The number of the first page. */
  readonly firstPage: number
  /** Words of justified text are divided. */
  readonly hyphens: boolean
  /** There are formulas or tables, which may be wider than the text. */
  readonly wide: boolean
  /** Told when the browser begins to be busy for longest. */
  readonly onWait?: (() => void) | undefined
  /** There is what may be turned: it stands apart from the text, which makes the pages planned, or is a page of it. */
  readonly turned?: 'apart' | 'here' | undefined
}

/**
 * A way to set a page: soft hyphens are kept where a line ends, and notes stand at the foot of the page they are called on.
 * Text is measured as one tall column, divided by arithmetic, and the page breaks put where that says.
 * A page that cannot be measured so is left to the browser: its notes stay where they are, at the end.
 */
export function layout(options: LayoutOptions): Layout {
  let planned: number | undefined
  let isWished = hasWish(options.wishes)
  let source = ''
  return {
    prepare() {
      if (options.hyphens) hyphenation([options.language]).catch(() => undefined)
    },
    page(html) {
      source = html
      return html.replace(/<main(?=[\s>])/, '<main hidden')
    },
    planned: () => planned,
    asPlanned: (pages) => !isWished || pages === planned,
    async compose(page) {
      const start = await prepare(page, options, source)
      if (start === undefined) return
      isWished ||= start.frames > 0 && options.turned === 'apart'
      const settled = isWished ? await settle(page, {...options, ...start}) : undefined
      planned = settled?.plan.pages
      if (settled === undefined) await leavePages(page, start)
      else await setPages(page, settled, {...options, ...start})
    }
  }
}

/** Whether anything is wanted. */
function hasWish(wishes: Wishes): boolean {
  return Object.values(wishes).some(Boolean)
}

interface Start {
  readonly area: PageArea
  readonly texts: ReadonlyArray<JustifiedText>
  /** How much is turned. */
  readonly frames: number
}

/** The page as one tall column, its words divided; `undefined` where its area is not known. */
async function prepare(page: OpenPage, options: LayoutOptions, source: string): Promise<Start | undefined> {
  const {language, wishes, hyphens} = options
  // The browser finds the style of all elements for the first time, which takes it a while.
  const meanwhile = hyphens ? turn().then(() => divideAhead(source, language)) : undefined
  const [area, , , found] = await Promise.all([
    page.run(pageArea, {planned: hasWish(wishes)}),
    page.run(tieLastWords, undefined),
    hyphens ? page.run(breakAddresses, undefined) : undefined,
    hyphens ? page.run(justifiedTexts, {paged: wishes.notes}) : [],
    meanwhile
  ])
  const texts = area === undefined ? [] : found
  const divided = texts.length > 0 ? await dividedTexts(texts) : undefined
  const frames = await setWords(page, options, {divided, isRagged: texts.length > 0})
  return area && {area, texts, frames}
}

/** All that is done to the text before the page is measured, its hyphens first, so that it is laid out with them; gives how much is turned. */
async function setWords(
  page: OpenPage,
  {wishes, turned, wide, onWait}: LayoutOptions,
  {divided, isRagged}: {readonly divided: ReadonlyArray<string> | undefined; readonly isRagged: boolean}
): Promise<number> {
  const hasFloats = wishes.columns || wishes.floats !== undefined
  const steps: Array<Promise<unknown>> = []
  if (isRagged) steps.push(page.run(ragText, undefined))
  if (divided !== undefined) steps.push(page.run(setHyphens, divided))
  const frames = turned ? page.run(turnFloats, {apart: turned === 'apart'}) : 0
  if (hasFloats) steps.push(page.run(setFloats, {apart: wishes.floats !== undefined}))
  if (wide) for (const step of [fillCells, closeRoots, breakFormulas, fitWide]) steps.push(page.run(step, undefined))
  if (divided !== undefined) steps.push(page.run(keepHyphens, undefined), page.run(mendLadders, undefined))
  turn().then(onWait)
  const [count] = await Promise.all([frames, ...steps])
  return count
}

/** Make the pages that were settled, and set what is set when lines are what they are: that is read before pages break, which moves it. */
async function setPages(page: OpenPage, settled: Settled, options: LayoutOptions & Start): Promise<void> {
  const {wishes, area, texts, frames, firstPage} = options
  const {measured, plan} = settled
  const [tops] = await Promise.all([
    wishes.sections ? page.run(sectionTops, undefined) : [],
    texts.length > 0 ? page.run(findLooseLines, undefined) : undefined
  ])
  const steps: Array<Promise<unknown>> = [page.run(realise, settled)]
  if (wishes.sections) {
    const heads = runningHeads(tops, plan.pages, pageAt(measured, plan))
    steps.push(page.run(setRunningHeads, {first: firstPage, heads}))
  }
  if (wishes.lineNumbers > 0) steps.push(page.run(setLineNumbers, lineNumbers(measured, plan, wishes.lineNumbers)))
  if (texts.length > 0) steps.push(page.run(trackLooseLines, undefined))
  if (frames > 0) steps.push(page.run(rotateFloats, undefined))
  if (area.columns !== undefined) steps.push(page.run(pointTargets, undefined))
  await Promise.all(steps)
}

/** Have the browser make the pages. */
async function leavePages(page: OpenPage, {area, texts, frames}: Start): Promise<void> {
  const steps: Array<Promise<unknown>> = []
  if (area.columns !== undefined) steps.push(page.run(restoreColumns, undefined))
  if (texts.length > 0) steps.push(page.run(findLooseLines, undefined), page.run(trackLooseLines, undefined))
  if (frames > 0) steps.push(page.run(rotateFloats, undefined))
  await Promise.all(steps)
}

interface Settled {
  readonly plan: PagePlan
  readonly measured: Measured
}

/** Rounds after which numbers of pages are taken as they are, should each move what the other stands for. */
const mostRounds = 6

/** The pages, and the references to them filled in: a number may move lines, and so what is on which page. */
async function settle(
  page: OpenPage,
  {area, texts, wishes: {notes, references, floats}, firstPage}: LayoutOptions & Start
): Promise<Settled | undefined> {
  for (let round = 1; ; round += 1) {
    const measured = await measuredPage(page, {...area, notes})
    if (measured === undefined) return undefined
    const plan = paginate(measured, {height: area.height, gap, floatGap, ...(floats && {placement: floats})})
    if (!references || round > mostRounds) return {plan, measured}
    const find = pageAt(measured, plan)
    const tops = await page.run(referenceTops, undefined)
    const numbers = tops.map((top) => (top === undefined ? undefined : String(find(top) + firstPage)))
    if (!(await page.run(fillReferences, numbers))) return {plan, measured}
    // Lines that ended in a hyphen may end elsewhere now.
    if (texts.length > 0) await hyphenate(page, texts)
  }
}

/** The page as one tall column; `undefined` where it cannot be measured so. */
async function measuredPage(page: OpenPage, options: PageArea & {notes: boolean}): Promise<Measured | undefined> {
  const onGrid = options.columns === undefined ? undefined : page.run(setOnGrid, undefined)
  const [, measured] = await Promise.all([page.run(readLines, undefined), page.run(measure, options), onGrid])
  const {floats = []} = measured ?? {}
  if (measured === undefined || floats.length === 0) return measured
  const references = await page.run(floatReferences, undefined)
  // JSON knows no `undefined`.
  return {...measured, floats: floats.map((float, index) => ({...float, reference: references[index] ?? undefined}))}
}

/** Divide the words of a page, to have them at hand when it is known which of them stand in justified text. */
async function divideAhead(html: string, language: string): Promise<void> {
  const divide = await hyphenation([language])
  if (divide !== undefined) for (const [text] of html.matchAll(/(?<=>)[^<>]{6,}(?=<)/g)) divide(text, language)
}

async function hyphenate(page: OpenPage, texts: ReadonlyArray<JustifiedText>): Promise<void> {
  const divided = await dividedTexts(texts)
  if (divided === undefined) return
  const steps = [page.run(setHyphens, divided), page.run(keepHyphens, undefined), page.run(mendLadders, undefined)]
  await Promise.all(steps)
}

/** Texts with soft hyphens; `undefined` where none of their languages has patterns. */
async function dividedTexts(texts: ReadonlyArray<JustifiedText>): Promise<ReadonlyArray<string> | undefined> {
  const divide = await hyphenation(texts.map(({language}) => language))
  return divide && texts.map(({text, language}) => divide(text, language))
}
