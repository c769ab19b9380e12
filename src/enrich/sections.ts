import type {Heading, Root, RootContent} from 'mdast'
import {attributesOf} from '../model/attributes.ts'
import type {Div, Section} from '../model/nodes.ts'
import type {SectionRole} from '../model/section-role.ts'
import {isStatement} from '../model/section-role.ts'
import {letters} from '../util/letters.ts'
import {rolesOf} from '../util/section-roles.ts'
import {textOf} from '../util/text.ts'
import type {Identifiers} from './identifiers.ts'
import {isUnnumbered} from './unnumbered.ts'

export interface SectionOptions {
  /** Whether sections carry numbers at all; an appendix has its letter in any case. */
  readonly numbered: boolean
  readonly identifiers: Identifiers
}

/** Put everything below a heading into its section, and number the sections; divisions are sectioned within themselves. */
export function sectionsOf(body: Root, options: SectionOptions): Root {
  const top = createCounter(options.numbered)
  const open: Array<Div | Root> = [body]
  const sectioned: Root = {...body}
  open[0] = sectioned
  for (const parent of open) {
    const divisions = parent.children.filter((child) => child.type === 'div')
    nest(parent, options, parent === sectioned ? top : createCounter(false))
    for (const division of divisions) open.push(division)
  }
  return sectioned
}

/** Replace a parent's flat children by sections; a heading closes those as deep as it or deeper. */
function nest(parent: Div | Root, {identifiers}: SectionOptions, count: Counter): void {
  const path: Array<Section> = []
  const children: Array<RootContent> = []
  for (const child of parent.children) {
    if (child.type === 'heading') {
      while ((path.at(-1)?.depth ?? 0) >= child.depth) path.pop()
      const roles = rolesOf(child)
      const section = {...sectionOf(child, identifiers, count({heading: child, roles}, path.length)), ...some(roles)}
      ;(path.at(-1)?.children ?? children).push(section)
      path.push(section)
    } else (path.at(-1)?.children ?? children).push(child)
  }
  parent.children = children
}

function sectionOf(heading: Heading, identifiers: Identifiers, numbering: Numbering): Section {
  const {id: label} = attributesOf(heading)
  return {
    type: 'section',
    depth: heading.depth,
    ...(label === undefined
      ? {identifier: identifiers.ofTitle(textOf(heading))}
      : {identifier: identifiers.ofLabel(label), label}),
    ...numbering,
    children: [heading],
    ...(heading.position === undefined ? {} : {position: heading.position})
  }
}

function some(roles: ReadonlyArray<SectionRole>): Pick<Section, 'roles'> {
  return roles.length === 0 ? {} : {roles}
}

type Numbering = Pick<Section, 'appendix' | 'number'>

interface Opening {
  readonly heading: Heading
  readonly roles: ReadonlyArray<SectionRole>
}

/** Gives the number of the next section, `level` sections below the top. */
type Counter = (opening: Opening, level: number) => Numbering

/**
 * Numbers follow the nesting, not the depth of the headings, so that a skipped level leaves no “1.0.1”.
 * What is below an unnumbered section carries no number either: it would continue the section before. What an article
 * declares stands outside the count.
 */
function createCounter(numbered: boolean): Counter {
  let sections = 0
  let appendices = 0
  const path: Array<Numbering & {inner: number}> = []
  const atTop = ({heading, roles}: Opening): Numbering => {
    if (isAppendix(heading)) return {appendix: true, number: letters(++appendices)}
    // Its title says by itself that it is one, and often which.
    if (roles[0] === 'appendix') return {appendix: true}
    if (isStatement(roles[0])) return {}
    return numbered ? {number: String(++sections)} : {}
  }
  return (opening, level) => {
    path.length = level
    const above = path.at(-1)
    const isBare = isUnnumbered(opening.heading)
    const counted = isBare ? {} : above === undefined ? atTop(opening) : below(above)
    const own = attributesOf(opening.heading).pairs.get('label')
    const numbering = own === undefined || counted.number === undefined ? counted : {...counted, number: own}
    path.push({...numbering, inner: 0})
    return numbering
  }
}

/** It says so, by its class or its label. */
function isAppendix(heading: Heading): boolean {
  const {classes, id = ''} = attributesOf(heading)
  return classes.includes('appendix') || /^(?:app:|apx[:-])./.test(id)
}

function below(above: Numbering & {inner: number}): Numbering {
  if (above.number === undefined) return {}
  above.inner += 1
  return {...(above.appendix === true ? {appendix: true} : {}), number: `${above.number}.${above.inner}`}
}
