import {PDFDict as Dict, PDFName} from '@cantoo/pdf-lib'
import {grouped, within} from './blocks.ts'
import type {Scene, SetBlock} from './fragments.ts'
import type {Measure} from './measure.ts'
import {none} from './measure.ts'

const parentKey = PDFName.of('P')

/** Whether captions stand by what they are about, rows are whole, and heads repeated. */
export function measureTables(scene: Scene): ReadonlyArray<Measure> {
  const {blocks} = scene
  const groups = [
    ...grouped(
      blocks.filter((block) => within(block, 'Div', 'Figure', 'Table')),
      groupOf
    ).values()
  ]
  const captioned = groups.filter((group) => group.some((block) => block.path.at(-1) === 'Caption'))
  const rows = grouped(
    blocks.filter((block) => within(block, 'TR')),
    (block) => ancestor(block, 'TR')
  )
  const tables = grouped(
    blocks.filter((block) => within(block, 'TR')),
    (block) => ancestor(block, 'Table')
  )
  // The head is on each page.
  const split = [...rows.values()].filter((row) => row.some(isCell) && pagesOf(row).length > 1)
  const headless = [...tables.values()].flatMap((table) => pagesWithoutHead(table, scene))
  return [
    none('T12', 'captions on another page than what they are about', captioned.filter(isApart).map(nameOf)),
    none('T12', 'rows of a table divided between pages', split.map(nameOf)),
    none('T12', 'pages on which a table goes on without its head', headless)
  ]
}

function isCell({path}: SetBlock): boolean {
  return path.at(-1) === 'TD' || path.includes('TD')
}

/** A table and a figure each stand with their caption in an element of its own. */
function groupOf(block: SetBlock): unknown {
  return block.path.at(-1) === 'Div' || within(block, 'Div') ? ancestor(block, 'Div') : ancestor(block, 'Figure')
}

/** The element of a type that is around a block. */
export function ancestor({element, path}: SetBlock, type: string): unknown {
  let found = element
  for (let depth = path.length - 1; depth > path.lastIndexOf(type); depth -= 1) {
    const parent = found.lookup(parentKey)
    if (!(parent instanceof Dict)) return found
    found = parent
  }
  return found
}

/** The caption must share a page with the first or the last of what it is about: its table may go on over pages. */
function isApart(group: ReadonlyArray<SetBlock>): boolean {
  const caption = pagesOf(group.filter((block) => within(block, 'Caption')))
  const rest = pagesOf(group.filter((block) => !within(block, 'Caption')))
  return rest.length > 0 && !caption.some((page) => page === rest[0] || page === rest.at(-1))
}

function pagesOf(blocks: ReadonlyArray<SetBlock>): ReadonlyArray<number> {
  return [...new Set(blocks.flatMap(({pages}) => [...pages]))].sort((one, next) => one - next)
}

function nameOf(blocks: ReadonlyArray<SetBlock>): string {
  const text = blocks.flatMap(({lines}) => lines.map((line) => line.text)).join(' ')
  return `page ${pagesOf(blocks)[0]} “${text.trim().slice(0, 24)}”`
}

/** Pages that rows stand on and no cell of the head above them, be it tagged or repeated as an artifact. */
function pagesWithoutHead(table: ReadonlyArray<SetBlock>, {texts}: Scene): ReadonlyArray<string> {
  const head = table.find((block) => block.path.at(-1) === 'TH' && block.lines.length > 0)?.lines[0]
  if (head === undefined) return []
  return pagesOf(table)
    .slice(1)
    .filter((page) => {
      const rows = table.flatMap(({lines}) => lines.filter((line) => line.page === page))
      const top = Math.min(...rows.map(({y}) => y))
      const word = head.text.trim().split(/\s+/)[0] ?? ''
      return !texts.some((text) => text.page === page && text.y <= top + 1 && text.text.includes(word))
    })
    .map((page) => `page ${page}`)
}
