import type CSL from 'citeproc'

/**
 * Marks in the engine's output are Unicode's noncharacters, which no text interchanges (Unicode 16, 23.7):
 * `begin kind number? middle` … `end`.
 */
export const begin = '\uFDD0'
export const middle = '\uFDD1'
export const end = '\uFDD2'

/** What a pair of marks says of the text between. */
export const kinds = {
  affix: 'x',
  block: 'b',
  indent: 'i',
  italic: 'e',
  left: 'l',
  link: 'u',
  normal: 'n',
  others: 'y',
  placed: 'p',
  right: 'r',
  smallCaps: 'c',
  strong: 's',
  sub: 'd',
  sup: 'h',
  underline: 'o',
  variable: 'v'
} as const

export type Kind = (typeof kinds)[keyof typeof kinds]

/** Text between marks. */
export function marked(kind: Kind, text: string, number?: number): string {
  return `${begin}${kind}${number ?? ''}${middle}${text}${end}`
}

/** Classes of spans in which the style takes back what is around them; `normal` stretches carry the index. */
export const plainClasses = ['no-italic', 'no-smallcaps', 'no-bold', 'no-underline', 'no-script'] as const

/** Text of others, in which marks have no business. */
export function unmarked(text: string): string {
  return text.replace(/[\uFDD0-\uFDD2]/g, '\uFFFD')
}

export const formatName = 'marks'

/** The engine's output format: marks, from which the tree is made. */
export const format: CSL.Format = {
  text_escape: (text: string) => text ?? '',
  bibstart: '',
  bibend: '',
  '@passthrough/true': same,
  '@font-style/italic': around(kinds.italic),
  '@font-style/oblique': around(kinds.italic),
  '@font-style/normal': around(kinds.normal, 0),
  '@font-variant/small-caps': around(kinds.smallCaps),
  '@font-variant/normal': around(kinds.normal, 1),
  '@font-weight/bold': around(kinds.strong),
  '@font-weight/normal': around(kinds.normal, 2),
  '@font-weight/light': false,
  '@text-decoration/none': around(kinds.normal, 3),
  '@text-decoration/underline': around(kinds.underline),
  '@vertical-align/baseline': around(kinds.normal, 4),
  '@vertical-align/sup': around(kinds.sup),
  '@vertical-align/sub': around(kinds.sub),
  '@strip-periods/true': same,
  '@strip-periods/false': same,
  '@quotes/true': quoted('open-quote', 'close-quote'),
  '@quotes/inner': innerQuoted,
  '@quotes/false': false,
  '@cite/entry': same,
  '@bibliography/entry': same,
  '@display/block': around(kinds.block),
  '@display/left-margin': around(kinds.left),
  '@display/right-inline': around(kinds.right),
  '@display/indent': around(kinds.indent),
  '@showid/true': wrapped,
  '@URL/true': around(kinds.link),
  '@DOI/true': around(kinds.link)
}

/** The engine's own way of handing over a variable is to tell `variableWrapper` of it, punctuation before it apart. */
function wrapped(this: {readonly params?: CSL.WrapperParameters}, engine: CSL.Engine, text = ''): string {
  const {just_looking: looking, suppress_decorations: bare} = engine.tmp
  if (looking || bare || this.params === undefined) return text
  const [, before = '', inner = ''] = /^([ .;:,!?]*)([\s\S]*)$/.exec(text) ?? []
  return engine.sys.variableWrapper?.(this.params, before, inner, '') ?? text
}

function innerQuoted(engine: CSL.Engine, text?: string): string {
  return text === undefined ? '’' : engine.getTerm('open-inner-quote') + text + engine.getTerm('close-inner-quote')
}

function same(_engine: CSL.Engine, text = ''): string {
  return text
}

function around(kind: Kind, number?: number): CSL.Decorate {
  return (_engine, text = '') => (text === '' ? '' : marked(kind, text, number))
}

function quoted(open: string, close: string): CSL.Decorate {
  return (engine, text = '') => engine.getTerm(open) + text + engine.getTerm(close)
}
