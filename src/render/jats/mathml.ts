import type {ElementContent as HastContent, Element as HastElement} from 'hast'
import type {Element, ElementContent} from 'xast'
import type {Macros} from '../../model/macro.ts'
import {mathml} from '../../util/mathml.ts'
import {levelled} from '../../util/mathml-levels.ts'
import {xmlText} from './inline.ts'

/** A formula as MathML under the prefix that the JATS DTD declares, `mml:`; `undefined` if its TeX cannot be read. */
export function prefixedMathml(tex: string, display: boolean, macros: Macros): Element | undefined {
  const result = mathml(tex, {display, macros})
  return 'tree' in result ? element(levelled(presentation(result.tree))) : undefined
}

/** Without the annotation: the TeX stands beside it in `tex-math`. */
function presentation(math: HastElement): HastElement {
  const [semantics] = math.children
  if (semantics?.type !== 'element' || semantics.tagName !== 'semantics') return math
  const children = semantics.children.filter((child) => child.type !== 'element' || child.tagName !== 'annotation')
  return {...math, children}
}

/** Attributes of MathML 3, which the DTD knows (`scriptlevel` on `mstyle` alone); Temml's are partly MathML Core's and CSS. */
const known: ReadonlySet<string> = new Set(
  `accent accentunder align bevelled close columnalign columnlines columnspacing columnspan depth display
  displaystyle fence form frame height largeop linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize
  minsize movablelimits notation open rowalign rowlines rowspacing rowspan rspace scriptlevel separator separators
  stretchy symmetric voffset width`.split(/\s+/)
)

function element(node: HastElement): Element {
  const attributes = Object.entries(node.properties).flatMap(([key, value]) => {
    const name = key.toLowerCase()
    return known.has(name) && value !== null && value !== false ? [[name, String(value)]] : []
  })
  return {
    type: 'element',
    name: `mml:${node.tagName}`,
    attributes: Object.fromEntries(attributes),
    children: node.children.flatMap((child) => content(child))
  }
}

function content(node: HastContent): Array<ElementContent> {
  if (node.type === 'text') return [{type: 'text', value: xmlText(node.value)}]
  return node.type === 'element' ? [element(node)] : []
}
