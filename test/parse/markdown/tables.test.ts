import type {Table} from 'mdast'
import {describe, expect, it} from 'vitest'
import {textOf} from '../../../src/util/text.ts'
import {walk} from '../../../src/util/walk.ts'
import {read} from './reading.ts'

/** The one table of a text. */
function table(text: string): Table {
  const tables = [...walk(read(text).root)].filter((node) => node.type === 'table')
  const [only] = tables
  if (only === undefined || tables.length > 1) throw new Error(`${tables.length} tables`)
  return only
}

/** Rows of cells: their text, and how far they reach if further than one. */
function cells(text: string): ReadonlyArray<ReadonlyArray<string>> {
  return table(text).children.map((row) =>
    row.children.map((cell) => {
      const {colSpan = 1, rowSpan = 1} = cell.data ?? {}
      return `${textOf(cell.children).replace(/\n/g, ' ')}${colSpan * rowSpan > 1 ? ` ${colSpan}×${rowSpan}` : ''}`
    })
  )
}

const lines = (...all: ReadonlyArray<string>) => all.join('\n')

describe('a grid table', () => {
  it('should have a head above the double line, and sides by its colons', () => {
    const text = lines('+:----+---:+', '| A   | B  |', '+:===:+====+', '| c d | 12 |', '+-----+----+')
    expect(cells(text)).toEqual([
      ['A', 'B'],
      ['c d', '12']
    ])
    expect(table(text).align).toEqual(['center', null])
    expect(table(text).data).toEqual({widths: [expect.any(Number), expect.any(Number)]})
  })
  it('should need no head', () => {
    const text = lines('+:--+--:+', '| a | b |', '+---+---+', '| c | d |', '+---+---+')
    expect(table(text).data).toMatchObject({headRows: 0})
    expect(table(text).align).toEqual(['left', 'right'])
  })
  it('should have cells over columns and rows', () => {
    const text = lines(
      '+---------------------+----------+',
      '| Property            | Earth    |',
      '+=============+=======+==========+',
      '|             | min   | -89.2 °C |',
      '| Temperature +-------+----------+',
      '| 1961–1990   | mean  | 14 °C    |',
      '|             +-------+----------+',
      '|             | max   | 56.7 °C  |',
      '+-------------+-------+----------+'
    )
    expect(cells(text)).toEqual([
      ['Property 2×1', 'Earth'],
      ['Temperature 1961–1990 1×3', 'min', '-89.2 °C'],
      ['mean', '14 °C'],
      ['max', '56.7 °C']
    ])
  })
  it('should have a foot between double lines', () => {
    const text = lines('+--+', '|a |', '+==+', '|b |', '+--+', '|c |', '+==+', '|d |', '+==+')
    expect(table(text).data).toMatchObject({footRows: 1})
    expect(cells(text)).toEqual([['a'], ['b'], ['c'], ['d']])
  })
  it('should have blocks in its cells, a table among them', () => {
    const text = lines(
      '+---------+----------+',
      '| - one   | +--+     |',
      '| - two   | |x |     |',
      '|         | +--+     |',
      '| After.  |          |',
      '+---------+----------+'
    )
    const [outer, inner] = [...walk(read(text).root)].filter((node) => node.type === 'table')
    const [left, right] = outer?.children[0]?.children ?? []
    expect(left?.children.map(({type}) => type as string)).toEqual(['list', 'paragraph'])
    expect(left?.data).toEqual({blocks: true})
    expect(right?.children).toEqual([inner])
  })
  it('should take a mark or a number alone for text', () => {
    const text = lines('+----+----+', '| -  | 1. |', '+----+----+', '|--- | *  |', '+----+----+')
    expect(cells(text)).toEqual([
      ['-', '1.'],
      ['---', '*']
    ])
  })
  it('should say where what is in it stands', () => {
    const text = lines(
      '> Text.',
      '>',
      '>  +------+---------+',
      '>  | a    |   see   |',
      '>  |      |   [@x]  |',
      '>  +------+---------+'
    )
    const [found] = [...walk(read(text).root)].filter((node) => node.type === 'citation')
    expect(found?.position?.start).toEqual({line: 5, column: 15, offset: text.indexOf('[@x]')})
    expect(found?.position?.end).toMatchObject({line: 5, column: 19})
  })
  it('should use what the whole text defines', () => {
    const text = lines('+-------+', '| [a][] |', '| x[^1] |', '+-------+', '', '[a]: /b', '', '[^1]: Note.')
    const types = [...walk(table(text))].map(({type}) => type)
    expect(types).toContain('link')
    expect(types).toContain('footnoteReference')
  })
  it('should count wide characters as two columns, and marks as none', () => {
    const text = lines('+------+----+', '| 日本 | é́  |', '+------+----+')
    expect(cells(text)).toEqual([['日本', 'é́']])
  })
  it('should take a bar and a corner that stand in a text', () => {
    const text = lines('+-----------+---+', '| a | b +-- | c |', '+-----------+---+')
    expect(cells(text)).toEqual([['a | b +--', 'c']])
  })
  it('should not break off a paragraph, nor be anything else where its borders do not meet', () => {
    expect(read(lines('Text', '+---+', '| a |', '+---+')).root.children.map(({type}) => type)).toEqual(['paragraph'])
    const broken = read(lines('+---+---+', '| a | b |', '+---+', '', 'After.'))
    expect(textOf(broken.root)).toContain('| a | b |')
    expect(textOf(broken.root)).toContain('After.')
  })
  it('should end with the list item or quotation that it stands in', () => {
    expect(cells(lines('- +---+', '  | a |', '  +---+', '- b'))).toEqual([['a']])
    expect(cells(lines('> +---+', '> | a |', '> +---+', '| lazy |'))).toEqual([['a']])
  })
  it('should take the caption before or behind it', () => {
    const drawn = lines('+---+', '| a |', '+---+')
    for (const text of [`: A *caption*. {#tbl:a}\n\n${drawn}`, `${drawn}\n\nTable: A *caption*. {#tbl:a}`]) {
      const [figure] = read(text).root.children
      expect(figure).toMatchObject({type: 'figure', kind: 'table', label: 'tbl:a'})
    }
  })
})

describe('a table under dashes', () => {
  const simple = lines(
    '  Right     Left     Center     Default',
    '-------     ------ ----------   -------',
    '     12     12        12            12',
    '    123     *a* b     @x           1.'
  )
  it('should have a head, and sides by how it stands over the dashes', () => {
    expect(cells(simple)).toEqual([
      ['Right', 'Left', 'Center', 'Default'],
      ['12', '12', '12', '12'],
      ['123', 'a b', '', '1.']
    ])
    expect(table(simple).align).toEqual(['right', 'left', 'center', null])
  })
  it('should end at an empty line, at dashes, or where a caption or a fence begins', () => {
    for (const behind of ['', '\n\nAfter.', '\n---- ----\n\nAfter.', '\n: A caption.', '\n:::']) {
      expect(cells(simple + behind)).toHaveLength(3)
      expect(textOf(read(simple + behind).root)).toContain(/[.]$/.exec(behind) ? behind.trim().slice(-6) : '')
    }
    expect(read(`${simple}\nTable: A caption. {#tbl:a}`).root.children[0]).toMatchObject({label: 'tbl:a'})
  })
  it('should need no head where dashes end it', () => {
    const text = lines(
      '-------     ------ ----------   -------',
      '     12     12        12             12',
      '      1     1          1              1',
      '-------     ------ ----------   -------'
    )
    expect(table(text).data).toEqual({headRows: 0})
    expect(table(text).align).toEqual(['right', 'left', 'center', 'right'])
    expect(cells(text)).toHaveLength(2)
  })
  it('should have cells of several lines', () => {
    const text = lines(
      '-------------------------------------------------------------',
      ' Centered   Default           Right Left',
      '  Header    Aligned         Aligned Aligned',
      '----------- ------- --------------- -------------------------',
      '   First    row                12.0 Example of a row that',
      '                                    spans *multiple',
      '                                    lines*.',
      '',
      '  Second    row                 5.0 Here is another.',
      '-------------------------------------------------------------',
      '',
      'After.'
    )
    expect(cells(text)).toEqual([
      ['Centered Header', 'Default Aligned', 'Right Aligned', 'Left Aligned'],
      ['First', 'row', '12.0', 'Example of a row that spans multiple lines.'],
      ['Second', 'row', '5.0', 'Here is another.']
    ])
    expect(table(text).align).toEqual(['center', null, 'right', 'left'])
    expect(cells(lines('----- ------', 'one   two', '      three', '', 'four  five', '----- ------'))).toEqual([
      ['one', 'two three'],
      ['four', 'five']
    ])
  })
  it('should say where what is in it stands, in containers too', () => {
    const text = lines('- Text.', '', '      a      b', '  --------   ---', '  - x [@y]   z', '', '- more')
    const [list, ...others] = read(text).root.children
    const [found] = [...walk(read(text).root)].filter((node) => node.type === 'citation')
    expect(others).toEqual([])
    expect(list).toMatchObject({type: 'list', children: [{}, {}]})
    expect(found?.position?.start).toEqual({line: 5, column: 7, offset: text.indexOf('[@y]')})
  })
  it('should leave rules, headings and lists alone', () => {
    const types = (text: string) => read(text).root.children.map(({type}) => type)
    expect(types('- - -')).toEqual(['thematicBreak'])
    expect(types('-- --')).toEqual(['thematicBreak'])
    expect(types('-- --\n\nText\n\n- a\n\n> b\n\n---\n')).toEqual([
      'thematicBreak',
      'paragraph',
      'list',
      'blockquote',
      'thematicBreak'
    ])
    expect(types('Foo bar\n---')).toEqual(['heading'])
    expect(types('Foo\n- a\n- b')).toEqual(['paragraph', 'list'])
    expect(types('x\n\n---\nFoo\n---\nBar').slice(1)).toEqual(['thematicBreak', 'heading', 'paragraph'])
    expect(types('```\n- a\n```')).toEqual(['code'])
    expect(types('a\n$$\n- b\n$$\nc')).toEqual(['paragraph', 'math', 'paragraph'])
    expect(types('# a\n2. b')).toEqual(['heading', 'list'])
    expect(types('    code\n    more')).toEqual(['code'])
  })
})
