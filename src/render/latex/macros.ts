import type {Macro} from '../../model/macro.ts'
import type {Meta} from '../../model/meta.ts'
import {inMath} from './math.ts'

/** The author's macros for formulas, whether or not LaTeX has commands of these names. */
export function macrosOf({macros}: Meta): string {
  const known = [...macros].filter(([name]) => /^\\[A-Za-z]+$/.test(name))
  // The others may be defined anew: these are what they were.
  const same = known.map(([name, macro]) =>
    typeof macro === 'object' && 'same' in macro ? `\\let${name}${macro.same}` : ''
  )
  return [...same, ...known.map(([name, macro]) => definition(name, macro))].filter((line) => line !== '').join('\n')
}

function definition(name: string, macro: Macro): string {
  if (typeof macro === 'object' && 'same' in macro) return ''
  const {body, optional} = typeof macro === 'string' ? {body: macro, optional: undefined} : macro
  if (!isWhole(body) || !isWhole(optional ?? '')) return ''
  const count = Math.max(0, ...[...body.matchAll(/#([1-9])/g)].map(([, digit]) => Number(digit)))
  const fallback = optional === undefined ? '' : `[{${inMath(optional)}}]`
  const taken = count === 0 && optional === undefined ? '' : `[${Math.max(count, optional === undefined ? 0 : 1)}]`
  return `\\providecommand{${name}}{}\\renewcommand{${name}}${taken}${fallback}{${inMath(body)}}`
}

/** Every brace that opens is closed, and nothing is a comment; else the rest of the file would be a part of the macro. */
function isWhole(tex: string): boolean {
  let depth = 0
  const bare = tex.replace(/\\[\s\S]/g, '')
  if (/[%\\]|#(?![1-9])/.test(bare)) return false
  for (const [brace] of bare.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}
