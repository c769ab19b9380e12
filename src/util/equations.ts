import type {Math as DisplayMath} from 'mdast-util-math'
import type {Equation, EquationLine} from '../model/equation.ts'

/** What a displayed formula has numbers for: its lines, or itself. */
export function equationsOf({data}: DisplayMath): ReadonlyArray<Equation> {
  return data?.lines ?? (data === undefined ? [] : [data])
}

/** A line of a formula as a formula of its own; an alignment needs its environment. */
export function lineAlone({value}: EquationLine): string {
  return /(?<!\\)&/.test(value) ? `\\begin{aligned}${value}\\end{aligned}` : value
}

/** The lines of a formula in TeX, as amsmath's environment of their kind, each with `write` at its end. */
export function linedTex({value, data}: DisplayMath, write: (line: EquationLine) => string): string {
  const [, kind = '', pairs = ''] = /^\\begin\{(aligned|alignedat)\}(\{\d+\})?/.exec(value) ?? []
  const name = kind === '' ? 'gather' : kind === 'aligned' ? 'align' : 'alignat'
  const lines = (data?.lines ?? []).map((line) => `${line.value} ${write(line)}`.trimEnd())
  return `\\begin{${name}}${name === 'alignat' ? pairs : ''}\n${lines.join(' \\\\\n')}\n\\end{${name}}`
}

/** The same with each number as a tag, for what has no counter. */
export function taggedLines(node: DisplayMath): string {
  return linedTex(node, ({number}) => {
    return number === undefined ? '\\notag' : `\\tag{${number.replace(/[#$%&_{}]/g, '\\$&')}}`
  })
}
