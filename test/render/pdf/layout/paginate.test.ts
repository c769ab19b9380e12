import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {calledFor} from '../../../../src/render/pdf/layout/called-for.ts'
import type {Atom, Measured, MeasuredFloat} from '../../../../src/render/pdf/layout/measured.ts'
import type {PlannedArea} from '../../../../src/render/pdf/layout/page-plan.ts'
import {paginate} from '../../../../src/render/pdf/layout/paginate.ts'

const line = 10
const options = {height: 100, gap: 10}

/** Lines of text, each with the numbers of its notes; a note has as many lines as told. */
function column(lines: ReadonlyArray<ReadonlyArray<number>>, notes: ReadonlyArray<number> = []): Measured {
  return {
    atoms: lines.map((called, index) => atom(index * line, {notes: called})),
    notes: notes.map((count) => ({
      lines: Array.from({length: count}, (_, index) => (index + 1) * 8)
    }))
  }
}

function atom(top: number, rest: Partial<Atom> = {}): Atom {
  return {bottom: top + line, origin: top, head: 0, breakable: true, notes: [], ...rest}
}

const plain = (count: number): ReadonlyArray<ReadonlyArray<number>> => Array.from({length: count}, () => [])
const spans = (pages: ReadonlyArray<PlannedArea>) => pages.map(({from, to}) => [from, to])

describe('pages', () => {
  it('hold as many lines as fit', () => {
    expect(spans(paginate(column(plain(25)), options).areas)).toEqual([
      [0, 10],
      [10, 20],
      [20, 25]
    ])
  })

  it('make room for the notes that are called on them, from the foot upwards', () => {
    const {areas: pages} = paginate(column([...plain(3), [0, 1], ...plain(20)], [2, 1]), options)
    expect(spans(pages)[0]).toEqual([0, 6])
    expect(pages[0]?.notes).toEqual([
      {note: 0, from: 0, to: 2, top: 75, first: true},
      {note: 1, from: 0, to: 1, top: 91, first: false}
    ])
  })

  it('end where they may', () => {
    const {atoms} = column(plain(20))
    const glued = atoms.map((each, index) => (index === 9 || index === 10 ? {...each, breakable: false} : each))
    expect(spans(paginate({atoms: glued, notes: []}, options).areas)).toEqual([
      [0, 8],
      [8, 18],
      [18, 20]
    ])
  })

  it('begin without the space above, and with the head of a table', () => {
    const atoms = [...Array.from({length: 10}, (_, index) => atom(index * line)), atom(150, {origin: 140, head: 20})]
    const more = Array.from({length: 8}, (_, index) => atom(160 + index * line))
    expect(spans(paginate({atoms: [...atoms, ...more], notes: []}, options).areas)).toEqual([
      [0, 10],
      [10, 17],
      [17, 19]
    ])
  })

  it('divide a note that is too long, two lines at least on each side', () => {
    const {areas: pages} = paginate(column([...plain(4), [0], ...plain(12)], [8]), options)
    expect(pages[0]).toMatchObject({from: 0, to: 5, notes: [{note: 0, from: 0, to: 4}]})
    expect(pages[1]).toMatchObject({from: 5, notes: [{note: 0, from: 4, to: 8, first: true}]})
  })

  it('divide no note behind a hyphen, unless it ends in nothing else', () => {
    const {atoms, notes} = column([...plain(4), [0], ...plain(12)], [8])
    const partsOf = (hyphenated: ReadonlyArray<number>) =>
      paginate({atoms, notes: notes.map((note) => ({...note, hyphenated}))}, options).areas[0]?.notes
    expect(partsOf([3])).toMatchObject([{from: 0, to: 3}])
    expect(partsOf([1, 2, 3])).toMatchObject([{from: 0, to: 4}])
  })

  it('end before a line whose notes would not all begin on them, where that leaves them nearly full', () => {
    const {areas} = paginate(column([...plain(10), [0, 1], ...plain(12)], [1, 1]), {...options, height: 130})
    expect(spans(areas)[0]).toEqual([0, 10])
    expect(areas[1]?.notes.map(({note}) => note)).toEqual([0, 1])
    const crowded = paginate(column([...plain(3), [0, 1], ...plain(12)], [6, 4]), options).areas
    expect(crowded[0]).toMatchObject({from: 0, to: 4, notes: [{note: 0}]})
  })

  it('are left to a note that is longer than a page', () => {
    const {areas: pages} = paginate(column([[0], [], []], [40]), options)
    expect(pages.map(({from, to, notes}) => [to - from, notes.map((part) => part.to - part.from)])).toEqual([
      [1, [9]],
      [0, [11]],
      [0, [11]],
      [1, [9]],
      [1, []]
    ])
  })

  it('carry on when nothing fits', () => {
    const huge = [atom(0, {bottom: 500}), atom(500, {notes: [0]}), atom(510)]
    const {areas: pages} = paginate({atoms: huge, notes: [{lines: [300]}]}, options)
    expect(pages.flatMap(({from, to}) => Array.from({length: to - from}, (_, index) => from + index))).toEqual([
      0, 1, 2
    ])
    expect(pages.flatMap(({notes}) => notes.map(({note}) => note))).toEqual([0])
  })

  it('hold every line and every line of every note once and in order, none on a page before its call', () => {
    const notes = fc.array(fc.integer({min: 1, max: 60}), {maxLength: 12})
    const cases = fc.tuple(
      notes,
      fc.array(fc.record({high: fc.integer({min: 1, max: 130}), breakable: fc.boolean()}), {
        minLength: 1,
        maxLength: 60
      }),
      fc.array(fc.nat(59), {minLength: 12, maxLength: 12})
    )
    fc.assert(
      fc.property(cases, ([counts, pieces, callers]) => {
        const {notes: measured} = column([], counts)
        const places = counts.map((_, note) => (callers[note] ?? 0) % pieces.length).sort((a, b) => a - b)
        let top = 0
        const atoms = pieces.map(({high, breakable}, index) => {
          const each = atom(top, {
            bottom: top + high,
            breakable,
            notes: places.flatMap((place, note) => (place === index ? [note] : []))
          })
          top += high
          return each
        })
        const {areas: pages} = paginate({atoms, notes: measured}, options)
        expect(pages.flatMap(({from, to}) => Array.from({length: to - from}, (_, index) => from + index))).toEqual(
          atoms.map((_, index) => index)
        )
        const lines = pages.flatMap((page) =>
          page.notes.flatMap(({note, from, to}) => Array.from({length: to - from}, (_, index) => [note, from + index]))
        )
        expect(lines).toEqual(counts.flatMap((count, note) => Array.from({length: count}, (_, index) => [note, index])))
        pages.forEach((page, index) => {
          const before = pages.slice(0, index + 1).at(-1)?.to ?? 0
          for (const {note} of page.notes) expect(places[note]).toBeLessThan(before)
        })
      })
    )
  })
})

describe('floats', () => {
  const float = (after: number, rest: Partial<MeasuredFloat> = {}): MeasuredFloat => ({
    height: 25,
    across: false,
    after,
    notes: [],
    ...rest
  })
  const places = (areas: ReadonlyArray<PlannedArea>) =>
    areas.map(({floats = []}) => floats.map((each) => [each.float, each.top]))
  const withGap = {...options, floatGap: 5}

  it('stand at the top of the page that calls for them, or of the next, but above no title', () => {
    const measured = {...column(plain(40)), floats: [float(2), float(12), float(29)]}
    const {areas} = paginate(measured, withGap)
    // The second page has room for two, with what calls for the second; what calls for the third would not stay with it.
    expect(places(areas)).toEqual([
      [],
      [
        [0, 0],
        [1, 30]
      ],
      [],
      [[2, 0]],
      []
    ])
    expect(spans(areas)).toEqual([
      [0, 10],
      [10, 14],
      [14, 24],
      [24, 31],
      [31, 40]
    ])
    expect(areas[1]).toMatchObject({band: 60, origin: 40})
  })

  it('stand at the foot, above the notes', () => {
    const measured = {...column([...plain(3), [0], ...plain(10)], [1]), floats: [float(1)]}
    const {areas} = paginate(measured, {...withGap, placement: 'foot'})
    expect(places(areas)).toEqual([[[0, 56]], []])
    expect(spans(areas)[0]).toEqual([0, 5])
    expect(areas[0]?.notes).toMatchObject([{top: 91}])
  })

  it('stand across columns at the top of the page, in their order, their notes in the first', () => {
    const floats = [float(3, {across: true, notes: [0]}), float(4), float(5, {across: true})]
    const measured = {...column(plain(40), [1]), floats, columns: {first: 0, top: 0, count: 2, leading: 1}}
    const {areas} = paginate(measured, withGap)
    expect(places(areas).slice(0, 4)).toEqual([[[0, 0]], [[1, 30]], [[2, 0]], []])
    expect(areas.slice(0, 4).map(({band, page, notes}) => [band, page, notes.length])).toEqual([
      [30, 0, 1],
      [60, 0, 0],
      [30, 1, 0],
      [30, 1, 0]
    ])
  })

  it('take whole lines together in columns, and reach no further than that', () => {
    const floats = [2, 2, 2].map((after) => float(after, {height: 16}))
    const measured = {...column(plain(40)), floats, columns: {first: 0, top: 0, count: 2, leading: line}}
    const [area] = paginate(measured, withGap).areas
    expect([area?.band, places(area ? [area] : [])]).toEqual([70, [[0, 21, 42].map((top, index) => [index, top])]])
  })

  it('leave columns as long as each other before a page of floats alone', () => {
    const floats = [float(13, {height: 90, across: true})]
    const {areas} = paginate({...column(plain(14)), floats, columns: {first: 0, top: 0, count: 2, leading: 1}}, withGap)
    expect(spans(areas)).toEqual([
      [0, 7],
      [7, 14],
      [14, 14]
    ])
    expect(places(areas)).toEqual([[], [], [[0, 0]]])
  })

  it('wait for the reference that follows them closely', () => {
    const measured = {...column(plain(24)), floats: [float(8, {reference: 115}), float(9, {reference: 225})]}
    const [first, second] = calledFor(measured, 50)
    expect([first?.after, second?.after]).toEqual([11, 9])
  })

  it('leave the text of a table whole, for nothing can stand above its rows', () => {
    const {atoms} = column(plain(30))
    const rows = atoms.map((each, index) => (index > 5 && index < 25 ? {...each, isRow: true} : each))
    const {areas} = paginate({atoms: rows, notes: [], floats: [float(4)]}, withGap)
    expect(places(areas)).toEqual([[], [], [], [[0, 0]]])
  })

  it('have a place each, in order, none on a page before what calls for it, nothing over the edge', () => {
    const cases = fc.tuple(
      fc.array(fc.record({high: fc.integer({min: 1, max: 95}), across: fc.boolean(), after: fc.nat(59)}), {
        maxLength: 8
      }),
      fc.array(fc.integer({min: 1, max: 30}), {minLength: 1, maxLength: 60}),
      fc.constantFrom('foot' as const, 'top' as const),
      fc.constantFrom(1, 2)
    )
    fc.assert(
      fc.property(cases, ([figures, lines, placement, count]) => {
        let top = 0
        const atoms = lines.map((high) => {
          const each = atom(top, {bottom: top + high})
          top += high
          return each
        })
        const floats = figures
          .map(({high, across, after}) => float(after % lines.length, {height: high, across: across && count > 1}))
          .sort((one, next) => one.after - next.after)
        const columns = count > 1 ? {first: 0, top: 0, count, leading: 1} : undefined
        const {areas} = paginate({atoms, notes: [], floats, columns}, {...withGap, placement})
        expect(areas.flatMap(({floats: each = []}) => each.map((one) => one.float))).toEqual(
          floats.map((_, index) => index)
        )
        expect(areas.flatMap(({from, to}) => atoms.slice(from, to))).toHaveLength(atoms.length)
        for (const area of areas) isWell(area)

        function isWell(area: PlannedArea): void {
          const below = placement === 'foot' ? (area.floats ?? []).filter(({float: each}) => !floats[each]?.across) : []
          const foot = Math.min(area.foot ?? area.height, ...below.map((each) => each.top))
          for (const {bottom} of atoms.slice(area.from, area.to)) expect(bottom - area.origin).toBeLessThanOrEqual(foot)
          for (const each of area.floats ?? []) isPlaced(area, each.float, each.top)
        }

        function isPlaced(area: PlannedArea, index: number, at: number): void {
          const {height, after} = floats[index] ?? float(0)
          expect(at + height).toBeLessThanOrEqual(area.height)
          expect(area.page).toBeGreaterThanOrEqual(areas.find(({to}) => to > after)?.page ?? 0)
        }
      })
    )
  })
})

describe('columns', () => {
  const spots = (areas: ReadonlyArray<PlannedArea>) =>
    areas.map(({page, column, start, height, from, to}) => [page, column, start, height, from, to])

  it('stand side by side below what is as wide as the page, then on whole pages', () => {
    const measured = {...column(plain(40)), columns: {first: 4, top: 45, count: 2, leading: 1}}
    const shifted = measured.atoms.map((each, index) => (index < 4 ? each : atom(45 + (index - 4) * line)))
    expect(spots(paginate({...measured, atoms: shifted}, options).areas)).toEqual([
      [0, undefined, 0, 100, 0, 4],
      [0, 0, 0, 55, 4, 9],
      [0, 1, 55, 55, 9, 14],
      [1, 0, 110, 100, 14, 24],
      [1, 1, 210, 100, 24, 34],
      [2, 0, 310, 100, 34, 37],
      [2, 1, 410, 100, 37, 40]
    ])
  })

  it('are as long as each other on the last page, their notes at the foot of what is filled', () => {
    const called = [[0], ...plain(8), [1], ...plain(4)]
    const {areas} = paginate({...column(called, [2, 1]), columns: {first: 0, top: 0, count: 2, leading: 1}}, options)
    expect(spans(areas)).toEqual([
      [0, 7],
      [7, 14]
    ])
    expect(areas.map(({foot = 0, notes}) => notes.map(({top}) => Math.round(foot - top)))).toEqual([[17], [9]])
    expect(areas[0]?.foot).toBeLessThan(100)
    // Where one alone is filled, as much as where none can be divided.
    const {areas: one} = paginate({...column([[], []]), columns: {first: 0, top: 0, count: 2, leading: 1}}, options)
    expect(spans(one)).toEqual([
      [0, 1],
      [1, 2]
    ])
  })

  it('begin on the next page where little is left, and stay empty where nothing fits', () => {
    const little = {...column(plain(12)), columns: {first: 9, top: 90, count: 2, leading: 1}}
    expect(spots(paginate(little, options).areas).slice(1)).toEqual([
      [1, 0, 0, 100, 9, 11],
      [1, 1, 100, 100, 11, 12]
    ])
    const atoms = [atom(0, {bottom: 40}), atom(40, {bottom: 120})]
    const high = {atoms, notes: [], columns: {first: 1, top: 40, count: 2, leading: 1}}
    expect(spots(paginate(high, options).areas)).toEqual([
      [0, undefined, 0, 100, 0, 1],
      [0, 0, 0, 60, 1, 1],
      [0, 1, 60, 60, 1, 1],
      [1, 0, 120, 100, 1, 2]
    ])
  })

  it('begin below room in which nothing is read', () => {
    const atoms = plain(12).map((_, index) => atom(30 + index * line))
    const {areas} = paginate({atoms, notes: [], columns: {first: 0, top: 30, count: 2, leading: 1}}, options)
    expect(spots(areas)).toEqual([
      [0, 0, 0, 70, 0, 6],
      [0, 1, 70, 70, 6, 12]
    ])
  })

  it('hold the notes that are called above them', () => {
    const measured = {...column([[0], [], [1], []], [1, 1]), columns: {first: 2, top: 20, count: 2, leading: 1}}
    const {areas} = paginate(measured, options)
    expect(areas.map(({notes}) => notes.map(({note}) => note))).toEqual([[], [0, 1], []])
  })
})
