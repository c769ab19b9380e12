import {WorldError} from '../model/world.ts'
import {colourFor} from './colour.ts'
import type {Exit} from './exit.ts'
import {exit} from './exit.ts'
import type {Host} from './host.ts'
import {Misuse} from './misuse.ts'
import {plain} from './plain.ts'

/** What failed and how to mend it; with the stack where `OFFPRINT_DEBUG` is set, and never without. */
export function failureText(error: unknown, {env, stderr}: Pick<Host, 'env' | 'stderr'>): string {
  const colour = colourFor(stderr, env)
  const {reason, note} = words(error)
  const lines = [`${colour('red', 'offprint:')} ${plain(reason)}`]
  if (note !== undefined) lines.push(`  ${colour('dim', 'help:')} ${plain(note).replaceAll('\n', '\n    ')}`)
  if (env['OFFPRINT_DEBUG']) lines.push(...stacks(error))
  return `${lines.join('\n')}\n`
}

/** The exit code a failure earns. */
export function exitOf(error: unknown): Exit {
  return error instanceof Misuse ? exit.misuse : exit.machine
}

function words(error: unknown): {reason: string; note?: string | undefined} {
  if (error instanceof Misuse) return {reason: error.message, note: 'See `offprint --help`.'}
  if (error instanceof WorldError) return {reason: error.message, note: error.note}
  const message = error instanceof Error ? error.message : String(error)
  return {
    reason: `Cannot go on, by a fault in Offprint itself: ${message.split('\n', 1)[0]}`,
    note: 'Please report it, with the manuscript if you may and with what `OFFPRINT_DEBUG=1` prints.'
  }
}

/** The stack of an error and of what caused it. */
function stacks(error: unknown): ReadonlyArray<string> {
  if (!(error instanceof Error)) return []
  return [error.stack ?? error.message, ...stacks(error.cause).map((stack) => `caused by ${stack}`)]
}
