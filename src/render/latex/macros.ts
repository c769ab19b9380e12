import type {Meta} from '../../model/meta.ts'
import {inMath} from './math.ts'

/** The author's macros for formulas, whether or not LaTeX has commands of these names. */
export function macrosOf({macros}: Meta): string {
  return [...macros]
    .filter(([name, value]) => /^\\[A-Za-z]+$/.test(name) && isWhole(value))
    .map(([name, value]) => {
      const count = Math.max(0, ...[...value.matchAll(/#([1-9])/g)].map(([, digit]) => Number(digit)))
      return `\\providecommand{${name}}{}\\renewcommand{${name}}${count === 0 ? '' : `[${count}]`}{${inMath(value)}}`
    })
    .join('\n')
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
