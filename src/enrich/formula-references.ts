import type {Nodes} from 'mdast'
import type {Label} from '../model/article.ts'
import {formulaReferences} from '../util/formula-references.ts'
import {walk} from '../util/walk.ts'

/** Put the numbers of what formulas point at into them: a formula holds no links, but `\stackrel{\eqref{eq:a}}{=}` says by which equation. */
export function numberedInFormulas(
  texts: ReadonlyArray<Nodes>,
  labels: ReadonlyMap<string, ReadonlyArray<Label>>
): void {
  for (const node of walk(texts)) {
    if (node.type !== 'math' && node.type !== 'inlineMath') continue
    const numbered = (tex: string) =>
      formulaReferences(tex).reduceRight((text, {label, isBracketed, at, end}) => {
        const number = labels.get(label)?.[0]?.number
        if (number === undefined) return text
        return `${text.slice(0, at)}\\text{${isBracketed ? `(${number})` : number}}${text.slice(end)}`
      }, tex)
    node.value = numbered(node.value)
    if (node.type === 'math' && node.data?.lines !== undefined)
      node.data = {...node.data, lines: node.data.lines.map((line) => ({...line, value: numbered(line.value)}))}
  }
}
