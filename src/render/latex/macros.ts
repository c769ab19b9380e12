import type {Meta} from '../../model/meta.ts'
import {inMath} from './math.ts'

/** The author's macros for formulas, whether or not LaTeX has commands of these names. */
export function macrosOf({macros}: Meta): string {
  return [...macros]
    .filter(([name, value]) => /^\\[A-Za-z]+$/.test(name) && isEven(value))
    .map(([name, value]) => {
      const count = Math.max(0, ...[...value.matchAll(/#([1-9])/g)].map(([, digit]) => Number(digit)))
      return `\\providecommand{${name}}{}\\renewcommand{${name}}${count === 0 ? '' : `[${count}]`}{${inMath(value)}}`
    })
    .join('\n')
}

/** Every brace that opens is closed; else the rest of the file would be a part of the macro. */
function isEven(tex: string): boolean {
  let depth = 0
  for (const [brace] of tex.replace(/\\[\s\S]/g, '').matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}
