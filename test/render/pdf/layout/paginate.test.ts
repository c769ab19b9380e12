import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Atom, Measured} from '../../../../src/render/pdf/layout/measured.ts'
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
