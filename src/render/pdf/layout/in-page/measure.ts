/// <reference lib="dom" />
import type {Measured, MeasuredFloat, MeasuredNote, PageArea} from '../measured.ts'
import type {BreakPlace, Kept} from './kept.ts'
import type {LinesRead} from './read-lines.ts'
import type {HyphensKept} from './set-hyphens.ts'

/**
 * Read where every line, figure and row of a table lies in one tall column, and how high each note is; `undefined` where the page holds
 * what cannot be measured so, such as floats. Runs in the page, after `readLines`, and leaves in it what `realise` needs.
 */
export function measure(area: PageArea & {readonly notes: boolean}): Measured | undefined {
  const {width, height, notes: atFoot} = area
  type Mutable<T> = {-readonly [K in keyof T]: T[K]}
  const found = document.querySelector('main')
  if (found === null) return undefined
  const root: HTMLElement = found
  root.classList.toggle('paged', atFoot)
  Object.assign(root.style, {width: `${width}px`, display: 'flow-root', position: 'relative'})
  const atoms: Array<Mutable<Measured['atoms'][number]>> = []
  const places: Array<BreakPlace> = []
  const items = atFoot ? [...root.querySelectorAll<HTMLElement>('.notes li[id]')] : []
  const numbers = new Map(items.map(({id}, index) => [`#${id}`, index]))
  const called = new Set<number>()
  const start = root.getBoundingClientRect().top
  const {linesOf} = (globalThis as unknown as {readonly offprintLines: LinesRead}).offprintLines
  const {offprintHyphens: hyphens} = globalThis as unknown as {readonly offprintHyphens?: HyphensKept}
  /** A page does not end with a line that does. */
  const endsInHyphen = hyphens?.finder(start) ?? (() => false)
  let glued = false
  let supported = true
  let columns: Measured['columns']
  const floats: Array<MeasuredFloat> = []
  const floating: Array<HTMLElement> = []

  walk(root, [])
  if (!supported || called.size !== items.length) return undefined
  const kept: Kept = {places, notes: items, floats: floating}
  Object.assign(globalThis, {offprint: kept})
  return {atoms, notes: items.map(noteOf), columns, floats}

  function walk(box: HTMLElement, chain: ReadonlyArray<HTMLElement>): void {
    let run: Array<Node> = []
    const before = atoms.length
    /** What is empty, such as a list of notes that stand at the foot of pages, is not the first. */
    const isFirst = () => atoms.length === before
    const children = [...box.childNodes]
    const isLeaf = !children.some((child) => child instanceof HTMLElement && isBlock(child) && isInFlow(child))
    const flush = () => {
      if (run.some((node) => (node.textContent ?? '').trim() !== '' || node instanceof Element))
        lines({box, nodes: run, isLeaf, chain: isFirst() ? chain : []})
      run = []
    }
    for (const child of children) {
      if (child instanceof HTMLElement && !isInFlow(child)) {
        apart(child)
        continue
      }
      if (child instanceof HTMLElement && isBlock(child)) {
        flush()
        block(child, isFirst() ? [...chain, child] : [child])
      } else run.push(child)
    }
    flush()
  }

  function isInFlow(element: HTMLElement): boolean {
    const {display, position, cssFloat} = getComputedStyle(element)
    if (cssFloat !== 'none') supported = false
    return display !== 'none' && position !== 'absolute' && position !== 'fixed'
  }

  function isBlock(element: HTMLElement): boolean {
    return !/^(inline|contents|ruby|math)/.test(getComputedStyle(element).display)
  }

  function block(element: HTMLElement, chain: ReadonlyArray<HTMLElement>): void {
    const style = getComputedStyle(element)
    const before = atoms.length
    if (style.breakBefore.startsWith('avoid')) glued = true
    else if (style.breakBefore !== 'auto') supported = false
    if (element.matches('.columns')) inColumns(element)
    else if (style.display === 'table') table(element, chain)
    else if (isWhole(element, style)) whole(element, chain)
    else walk(element, chain)
    const last = atoms.at(-1)
    if (last === undefined || atoms.length === before) return
    last.bottom = Math.max(last.bottom, element.getBoundingClientRect().bottom - start)
    if (style.breakAfter.startsWith('avoid')) glued = true
    else if (style.breakAfter !== 'auto') supported = false
  }

  /** What stands apart from the text is called for by what it follows. */
  function apart(element: HTMLElement): void {
    if (!element.matches('.float')) return
    const {height: high} = element.getBoundingClientRect()
    const notes = calls(element).map(({note}) => note)
    const kind = {across: element.matches('.across'), isPage: element.matches('.turned')}
    floats.push({height: high, ...kind, after: atoms.length - 1, notes})
    floating.push(element)
  }

  /** What breaks come before lies within the columns, not around them. */
  function inColumns(element: HTMLElement): void {
    const leading = Number.parseFloat(getComputedStyle(element).lineHeight) || 1
    columns = {first: atoms.length, top: edges(element).top, count: area.columns ?? 1, leading}
    walk(element.querySelector<HTMLElement>('.flow') ?? element, [])
  }

  function isWhole(element: HTMLElement, {display, breakInside}: CSSStyleDeclaration): boolean {
    if (breakInside.startsWith('avoid') && element.getBoundingClientRect().height <= height) return true
    return !['block', 'flow-root', 'list-item'].includes(display) || ['HR', 'IMG', 'SVG'].includes(element.tagName)
  }

  function whole(element: HTMLElement, chain: ReadonlyArray<HTMLElement>): void {
    add(
      {kind: 'block', chain},
      {...edges(element), origin: originOf(chain), notes: calls(element).map(({note}) => note)}
    )
  }

  /** The head, the title and the first rows as one, then row by row. */
  function table(element: HTMLElement, chain: ReadonlyArray<HTMLElement>): void {
    const rows = [...element.querySelectorAll<HTMLTableRowElement>(':scope > tbody > tr')]
    // What is drawn above it, such as a rule, is drawn anew with it.
    const drawn = element.querySelector(':scope > thead')?.getBoundingClientRect().bottom
    const head = drawn === undefined ? 0 : drawn - element.getBoundingClientRect().top
    if (rows.length < 4 || element.getBoundingClientRect().height < height / 3) {
      whole(element, chain)
      return
    }
    const spanned = spannedRows(rows)
    rows.forEach((row, index) => {
      const {top, bottom} = edges(row)
      const notes = calls(row).map(({note}) => note)
      if (index === 0) {
        const above = calls(element.querySelector(':scope > thead')).map(({note}) => note)
        add({kind: 'block', chain}, {bottom, origin: originOf(chain), notes: [...above, ...notes]})
      } else {
        if (index === 1 || index === rows.length - 1 || spanned.has(index)) glued = true
        add({kind: 'row', row}, {bottom, origin: top, head, notes, isRow: true})
      }
    })
  }

  /** Rows that a cell reaches into from above. */
  function spannedRows(rows: ReadonlyArray<HTMLTableRowElement>): ReadonlySet<number> {
    const spanned = new Set<number>()
    rows.forEach((row, index) => {
      const most = Math.max(1, ...[...row.cells].map(({rowSpan}) => rowSpan))
      for (let below = 1; below < Math.min(most, rows.length - index); below += 1) spanned.add(index + below)
    })
    return spanned
  }

  interface Run {
    readonly box: HTMLElement
    readonly nodes: ReadonlyArray<Node>
    /** It is all that the box holds. */
    readonly isLeaf: boolean
    readonly chain: ReadonlyArray<HTMLElement>
  }

  function lines({box, nodes, isLeaf, chain}: Run): void {
    const style = getComputedStyle(box)
    const lineHeight = Number.parseFloat(style.lineHeight) || 1.2 * Number.parseFloat(style.fontSize)
    const tops = isLeaf
      ? leafLines(box, style, lineHeight, nodes)
      : linesOf(nodes, lineHeight).map(({top, bottom}) => [top - start, bottom - start] as const)
    const notes = calls(box).filter(({link}) => nodes.some((node) => node.contains(link)))
    const [orphans, widows] = [Number(style.orphans) || 2, Number(style.widows) || 2]
    tops.forEach(([top, bottom], index) => {
      const isFirst = index === 0
      if (
        !isFirst &&
        (index < orphans || tops.length - index < widows || endsInHyphen(tops[index - 1]?.[0] ?? top, top))
      )
        glued = true
      const here = notes.filter(
        ({middle}) => (isFirst || middle >= top) && (index === tops.length - 1 || middle < bottom)
      )
      const place: BreakPlace =
        isFirst && chain.length > 0 ? {kind: 'block', chain} : {kind: 'line', nodes, top, lineHeight: bottom - top}
      const origin = place.kind === 'block' ? originOf(chain) : top
      add(place, {bottom, origin, notes: here.map(({note}) => note), line: {top, height: bottom - top}})
    })
  }

  /** Lines of one height, where the box is a multiple of it, or of several where formulas make them higher; as they are drawn, where it is not. */
  function leafLines(box: HTMLElement, style: CSSStyleDeclaration, lineHeight: number, nodes: ReadonlyArray<Node>) {
    const {top, bottom} = box.getBoundingClientRect()
    const from = top - start + Number.parseFloat(style.borderTopWidth) + Number.parseFloat(style.paddingTop)
    const to = bottom - start - Number.parseFloat(style.borderBottomWidth) - Number.parseFloat(style.paddingBottom)
    const count = Math.round((to - from) / lineHeight)
    if (count > 0 && Math.abs(to - from - count * lineHeight) < 0.5) {
      const between = Array.from({length: count - 1}, (_, index) => from + (index + 1) * lineHeight)
      const high = [...box.querySelectorAll('math')].map(marginEdges)
      const edgesOfLines = between.filter(
        (edge) => !high.some(([above, below]) => above < edge - 1 && below > edge + 1)
      )
      return [from, ...edgesOfLines].map((above, index) => [above, edgesOfLines[index] ?? to] as const)
    }
    const drawn = linesOf(nodes, lineHeight)
    return drawn.map(({bottom: below, edge}, index) => {
      const next = drawn[index + 1]
      return [
        index === 0 ? from : edge - start,
        next === undefined ? Math.max(to, below - start) : next.edge - start
      ] as const
    })
  }

  /** Where a formula begins and ends for the line that it stands in. */
  function marginEdges(formula: Element): readonly [number, number] {
    const {top, bottom} = edges(formula)
    const {marginTop, marginBottom} = getComputedStyle(formula)
    return [top - Number.parseFloat(marginTop), bottom + Number.parseFloat(marginBottom)]
  }

  interface Call {
    readonly link: HTMLElement
    readonly note: number
    /** Where the line of the call is. */
    readonly middle: number
  }

  /** The calls of notes in an element, each note's first; a note that a note calls follows it. */
  function calls(element: Element | null): ReadonlyArray<Call> {
    const links = element === null ? [] : [...element.querySelectorAll<HTMLElement>('.call a[href^="#"]')]
    return links.flatMap((link) => {
      const note = numbers.get(link.getAttribute('href') ?? '')
      if (note === undefined || (called.has(note) && link.dataset['first'] === undefined)) return []
      called.add(note)
      link.dataset['first'] = ''
      const middle = link.getBoundingClientRect().bottom - 2 - start
      const within = calls(items[note] ?? null).map((inner) => ({link, note: inner.note, middle}))
      return [{link, note, middle}, ...within]
    })
  }

  function edges(element: Element) {
    const {top, bottom} = element.getBoundingClientRect()
    return {top: top - start, bottom: bottom - start}
  }

  function originOf(chain: ReadonlyArray<HTMLElement>): number {
    return chain[0] === undefined ? 0 : edges(chain[0]).top
  }

  interface Extent {
    readonly bottom: number
    readonly origin: number
    readonly head?: number
    readonly line?: Measured['atoms'][number]['line']
    readonly notes: ReadonlyArray<number>
    readonly isRow?: boolean
  }

  function add(place: BreakPlace, {head = 0, ...extent}: Extent): void {
    atoms.push({...extent, head, breakable: !glued})
    places.push(place)
    glued = false
  }

  function noteOf(item: HTMLElement): MeasuredNote {
    const {top, bottom} = item.getBoundingClientRect()
    const lineHeight = Number.parseFloat(getComputedStyle(item).lineHeight)
    const [, ...later] = linesOf([...item.childNodes], lineHeight)
    const lines = [...later.map(({edge}) => edge - top), bottom - top]
    return {lines, hyphenated: hyphenatedIn(item, lines)}
  }

  /** Which lines of a note end in a hyphen; not looked at where it is too short to be divided. */
  function hyphenatedIn(item: HTMLElement, ends: ReadonlyArray<number>): ReadonlyArray<number> {
    if (hyphens === undefined || ends.length < 4) return []
    const {top} = item.getBoundingClientRect()
    const elements = [item, ...item.querySelectorAll<HTMLElement>('*')]
    const found = elements.flatMap((element) => hyphens.blocks.get(element) ?? []).flatMap(hyphens.endsOf)
    const middles = found.map(({top: at, height: high}) => at + high / 2 - top)
    return middles.map((middle) => ends.findIndex((end) => middle < end))
  }
}
