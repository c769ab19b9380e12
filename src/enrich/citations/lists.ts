import type {Root} from 'mdast'
import type {CslItem, Library} from '../../model/article.ts'
import {attributesOf} from '../../model/attributes.ts'
import type {CitationStyle} from '../../model/manuscript.ts'
import type {Bibliography} from '../../model/nodes.ts'
import {rolesOf} from '../../util/section-roles.ts'
import {terms} from '../../util/terms.ts'
import {walk} from '../../util/walk.ts'
import type {Entry} from './entries.ts'

interface ListsOptions {
  readonly body: Root
  /** The lists of the body. */
  readonly nodes: ReadonlyArray<Bibliography>
  readonly library: Library
  readonly language: string
}

/** The lists of the body, and which entries stand in each. An entry that no list wants goes into the last one that takes all, or a new one. */
export function listsOf(
  {body, nodes, library, language}: ListsOptions,
  entries: ReadonlyArray<Entry>
): ReadonlyMap<Bibliography, ReadonlyArray<Entry>> {
  const lists = new Map(
    nodes.map((node) => {
      const wanted = wantedBy(node, body, library)
      return [node, entries.filter(({key}) => wanted(key))] as const
    })
  )
  const listed = new Set([...lists.values()].flat())
  const rest = entries.filter((entry) => !listed.has(entry))
  if (rest.length > 0) lists.set(appended(body, language), rest)
  return lists
}

/** A style for several lists: a dash for the authors of the entry before would stand for others where that entry is in another list. */
export function styleForLists(style: CitationStyle, nodes: ReadonlyArray<Bibliography>): CitationStyle {
  const whole = nodes.length < 2 && nodes.every((node) => !isSelective(node))
  if (whole) return style
  return {...style, xml: style.xml.replace(/\ssubsequent-author-substitute(?:-rule)?="[^"]*"/g, '')}
}

/** Whether a work belongs into a list, by the list's attributes: `.type-book`, `keyword=primary`, `.not-type-book`, `.section`. */
function wantedBy(node: Bibliography, body: Root, library: Library): (key: string) => boolean {
  const {classes, pairs} = attributesOf(node)
  const tests = [...classes, ...[...pairs].map(([name, value]) => `${name}-${value}`)].flatMap((wish) => {
    const [, not, field, value = ''] = /^(not-?)?(type|keyword)-(.+)$/.exec(wish) ?? []
    if (field === undefined) return []
    return [
      (key: string) => {
        const item = library.get(key)?.csl
        const has = item !== undefined && (field === 'type' ? item.type === value : keywordsOf(item).includes(value))
        return has === (not === undefined)
      }
    ]
  })
  if (classes.includes('section')) {
    const keys = keysBeside(node, body)
    tests.push((key) => keys.has(key))
  }
  return (key) => tests.every((test) => test(key))
}

function isSelective(node: Bibliography): boolean {
  const {classes, pairs} = attributesOf(node)
  return (
    pairs.has('type') ||
    pairs.has('keyword') ||
    classes.some((name) => /^(?:section$|(?:not-?)?(?:type|keyword)-)/.test(name))
  )
}

function keywordsOf(item: CslItem): ReadonlyArray<string> {
  const {keyword} = item
  return typeof keyword === 'string' ? keyword.split(/[,;]/).map((word) => word.trim()) : []
}

/** What is cited in the section of the top level that holds the list. */
function keysBeside(node: Bibliography, body: Root): ReadonlySet<string> {
  const depth = topDepth(body)
  const sections: Array<Array<Root['children'][number]>> = [[]]
  for (const child of body.children) {
    if (child.type === 'heading' && child.depth === depth) sections.push([])
    sections.at(-1)?.push(child)
  }
  const own = sections.find((section) => [...walk(section)].includes(node)) ?? []
  return new Set([...walk(own)].flatMap((each) => (each.type === 'citation' ? each.items.map(({key}) => key) : [])))
}

function topDepth(body: Root): 1 | 2 | 3 | 4 | 5 | 6 {
  let depth: 1 | 2 | 3 | 4 | 5 | 6 | undefined
  for (const child of body.children)
    if (child.type === 'heading' && (depth === undefined || child.depth < depth)) depth = child.depth
  return depth ?? 1
}

/**
 * A list under the heading that says so and has nothing below it; else at the end, under the heading that stands there with
 * nothing below it, or under one in the article's language.
 */
function appended(body: Root, language: string): Bibliography {
  const list: Bibliography = {type: 'bibliography', children: []}
  const named = body.children.findLastIndex((_, index) => awaitsList(body, index))
  if (named !== -1) {
    body.children.splice(named + 1, 0, list)
    return list
  }
  const last = body.children.findLast(({type}) => type !== 'footnoteDefinition')
  if (last?.type !== 'heading')
    body.children.push({
      type: 'heading',
      depth: topDepth(body),
      data: {attributes: {classes: ['unnumbered'], pairs: new Map()}},
      children: [{type: 'text', value: terms(language).references}]
    })
  body.children.push(list)
  return list
}

/** Whether a heading says “References” or the like, and another of its depth or above follows it at once. */
function awaitsList({children}: Root, index: number): boolean {
  const heading = children[index]
  if (heading?.type !== 'heading' || !rolesOf(heading).includes('references')) return false
  const next = children.slice(index + 1).find(({type}) => type !== 'footnoteDefinition')
  return next === undefined || (next.type === 'heading' && next.depth <= heading.depth)
}
