import type {Element} from 'hast'
import temml from 'temml'
import type {Macros} from '../model/macro.ts'
import {contentOf, type TemmlNode} from './mathml-tree.ts'
import {expansions, placeIn} from './tex-macros.ts'
import {tightScripts} from './tight-scripts.ts'

export interface MathOptions {
  /** Set on a line of its own. */
  readonly display: boolean
  /** TeX macros of the author: `\R` → `\mathbb{R}`. */
  readonly macros?: Macros | undefined
}

/** A `math` element with its TeX as an annotation, or what is wrong with the TeX and at which of its characters. */
export type MathResult =
  | {readonly tree: Element}
  | {readonly error: string; readonly offset: number | undefined; readonly macro?: string | undefined}

/** How often macros may expand in one formula, and how long a formula may be: no formula of an article comes near. */
const maxExpand = 1000
const maxLength = 50_000

/** The tree before it is written; Temml declares it by another name than it exports. */
const {__renderToMathMLTree: treeOf} = temml as unknown as {
  __renderToMathMLTree(tex: string, options: Parameters<typeof temml.renderToString>[1]): TemmlNode
}

/** What Temml made of formulas with some macros: a formula is checked, and set in each format. */
const built = new WeakMap<Macros, Map<string, Built>>()

type Built = {readonly node: TemmlNode} | Extract<MathResult, {readonly error: string}>

/** TeX as MathML Core. Never throws: what cannot be read comes back as an error. */
export function mathml(tex: string, {display, macros = new Map()}: MathOptions): MathResult {
  if (tex.length > maxLength) return {error: `Unexpected formula of ${tex.length} characters`, offset: maxLength}
  const known = built.get(macros) ?? new Map<string, Built>()
  built.set(macros, known)
  const key = `${display ? 'display' : 'inline'} ${tex}`
  const found = known.get(key) ?? build(tex, display, macros)
  known.set(key, found)
  return 'error' in found ? found : tree(found.node)
}

function build(tex: string, display: boolean, macros: Macros): Built {
  try {
    return {
      node: treeOf(readable(tex), {
        displayMode: display,
        annotate: true,
        throwOnError: true,
        trust: false,
        maxExpand,
        macros: expansions(macros)
      })
    }
  } catch (error) {
    return {error: reasonOf(error), ...placeIn(tex, macros, error)}
  }
}

/** A tree of one's own, to be changed at will. */
function tree(node: TemmlNode): MathResult {
  try {
    const [math] = contentOf(node)
    if (math?.type === 'element' && math.tagName === 'math') return {tree: tightScripts(math)}
    return {error: 'Cannot read the formula', offset: undefined}
  } catch (error) {
    return {error: reasonOf(error), offset: undefined}
  }
}

/**
 * What Temml does not read, as what it does, each character as far as can be where it was: words between lines as a line, a table's columns without their `@{…}` and as
 * columns of lines where they have widths, and the starred `cases` of mathtools, whose second column is text.
 */
function readable(tex: string): string {
  const columns = tex.replace(/(?<=\\begin\{array\}(?:\[[a-z]\])?\{)(?:[^{}]|\{[^{}]*\})*(?=\})/g, (spec) =>
    spec
      .replace(/[@!<>]\{[^{}]*\}/g, (all) => ' '.repeat(all.length))
      .replace(/[pmb]\{[^{}]*\}/g, (all) => `l${' '.repeat(all.length - 1)}`)
  )
  const rows = columns.replace(
    /\\(?:short)?intertext\{(?:[^{}]|\{[^{}]*\})*\}(?!\s*(?:\\\\|\\end|$))/g,
    (text) => `${text}${/^\s*\\begin\{(?:align|alignat|gather)\}/.test(tex) ? '\\notag' : ''}\\\\`
  )
  return rows.replace(/\\begin\{([dr]?cases)\*\}([\s\S]*?)\\end\{\1\*\}/g, (_, name: string, body: string) => {
    return `\\begin{${name}}${body.replace(/(?<!\\)&((?:(?!\\\\)[\s\S])*)/g, '&\\text{$1}')}\\end{${name}}`
  })
}

/** Without Temml's echo of the place: “… at end of input: \frac{1”. */
function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return 'Unexpected depth of the formula'
  if (!(error instanceof Error)) return 'Cannot read the formula'
  return error.message.replace(/ at (?:end of input|position \d+):[\s\S]*$/, '').trim()
}
