import type {Nodes, Root} from 'mdast'
import type {Point, Position} from 'unist'
import {walk} from '../../util/walk.ts'
import {descriptionOf} from './tree/descriptions.ts'

/** Where the first character of a text stands, and how far its further lines are from the left. */
export interface Shift {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly indent?: number | undefined
  /** Characters before the text. */
  readonly offset?: number | undefined
}

/** Make the positions of a tree those of the file that its text stands in, and name the file. */
export function setPlaces(root: Root, shift: Shift): void {
  movePlaces(root, (point) => moved(point, shift), shift.file)
}

/** Put every position of a tree elsewhere. */
export function movePlaces(root: Root, to: (point: Point) => Point, file?: string): void {
  const done = new Set<Position>()
  const move = (position: Position | undefined) => {
    if (position === undefined || done.has(position)) return
    done.add(position)
    position.start = to(position.start)
    position.end = to(position.end)
    if (file !== undefined) position.file = file
  }
  for (const node of walkAll(root)) for (const position of positionsOf(node)) move(position)
}

/** Nodes and those that citations hold aside. */
function* walkAll(from: Nodes | ReadonlyArray<Nodes>): Generator<Nodes, void> {
  for (const node of walk(from)) {
    yield node
    if (node.type === 'image' || node.type === 'imageReference') yield* walkAll(descriptionOf(node))
    if (node.type === 'citation') {
      for (const {prefix, suffix} of node.items) {
        yield* walkAll(prefix)
        yield* walkAll(suffix)
      }
    }
  }
}

function positionsOf(node: Nodes): ReadonlyArray<Position | undefined> {
  if (node.type === 'citation')
    return [node.position, ...node.items.flatMap(({position, extent}) => [position, extent])]
  if (node.type === 'crossReference') return [node.position, ...node.targets.map(({position}) => position)]
  return [node.position]
}

/** A point of the text as a point of the file. */
export function moved({line, column, offset}: Point, shift: Shift): Point {
  const by = line === 1 ? shift.column - 1 : (shift.indent ?? 0)
  return {
    line: line + shift.line - 1,
    column: column + by,
    ...(offset === undefined ? {} : {offset: offset + (shift.offset ?? 0)})
  }
}
