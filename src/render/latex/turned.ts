import type {Figure, FloatKind} from '../../model/nodes.ts'
import {isTurned} from '../../util/turned.ts'
import type {State} from './state.ts'

/** A page is about so much higher than it is wide, where the text is. */
const proportion = 1.4

/**
 * Write a float that stands turned on a page of its own (`rotating`); `write` is given the name of its environment, and its lines are as
 * long as the page is high.
 */
export function turnedFloat(kind: Exclude<FloatKind, 'listing'>, state: State, write: (environment: string) => string) {
  const environment = `sideways${kind}${state.layout.columns > 1 ? '*' : ''}`
  return onWidePage(state, () => write(environment))
}

/** Whether a float is to be turned where it stands: on pages that are turned it is already. */
export function isTurnedHere(node: Figure, {turned}: State): boolean {
  return turned === 'floats' || (turned === undefined && isTurned(node))
}

/** Where a float may stand, as its environment is told: those of `rotating` have pages of their own, on turned pages none may have one. */
export function placementOf(environment: string, {turned}: State): string {
  if (environment.startsWith('sideways')) return ''
  return turned === 'pages' ? '[!htb]' : '[tbp]'
}

/** Write what runs over turned pages (`pdflscape`); in two columns there are none, and the floats in it turn one by one. */
export function turnedPages(state: State, write: () => string): string {
  const {columns} = state.layout
  const before = state.turned
  state.turned = columns > 1 ? 'floats' : 'pages'
  const written = columns > 1 ? write() : onWidePage(state, write)
  state.turned = before
  return columns > 1 || written.trim() === '' ? written : `${inLandscape(written.trim())}\n\n`
}

/** On turned pages of its own. */
export function inLandscape(written: string): string {
  return `\\begin{landscape}\n${written}\n\\end{landscape}`
}

function onWidePage(state: State, write: () => string): string {
  const before = state.layout
  state.layout = {columns: 1, line: Math.floor(before.line * before.columns * proportion)}
  const written = write()
  state.layout = before
  return written
}
