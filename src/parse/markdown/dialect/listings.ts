import type {Code, InlineCode, RootContent} from 'mdast'
import type {Caption} from '../../../model/nodes.ts'
import {placeOf} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'
import {attributesOfText} from '../attribute-text.ts'
import {figureOf} from '../transform/figure.ts'
import type {Directive, Reader} from './directive.ts'
import {attributesOfDirective, directiveOf, positioned} from './directive.ts'

/** `{code-block} language`: with a caption or label it is a listing. */
export function listing(directive: Directive, reader: Reader): ReadonlyArray<RootContent> {
  const {argument, body, options, code} = directive
  const attributes = attributesOfDirective(directive)
  const lang = argument.text === '' ? null : argument.text
  const value = body.text.replace(/^\n+/, '')
  const plain: Code = {type: 'code', lang, meta: null, value, ...positioned(directive)}
  const words = options.get('caption')
  if (words === undefined && attributes.id === undefined) return [plain]
  return [figureOf('listing', [plain], captionOf(words, directive, reader), attributes, code.position)]
}

function captionOf(text: string | undefined, directive: Directive, reader: Reader): Caption | undefined {
  if (text === undefined || text === '') return undefined
  return {type: 'caption', children: reader.inline({text, shift: directive.body.shift})}
}

/** What would have been run to make something of it: shown as code, its options apart. */
export function cell(code: Code, name: string, reader: Reader): ReadonlyArray<RootContent> {
  notRun(code, name, reader.report)
  const lines = code.value.split('\n')
  const own = lines.findIndex((line) => !/^\s*(?:#|%%|\/\/)\|/.test(line))
  const taken = own === -1 ? lines.length : own
  const yaml = lines.slice(0, taken).map((line) => line.replace(/^\s*(?:#|%%|\/\/)\|\s?/, ''))
  const plain: Code = {...code, lang: name, meta: null, value: lines.slice(taken).join('\n')}
  if (taken === 0) return [plain]
  // Read as the options of a directive are.
  const asDirective: Code = {...code, lang: `{${name}}`, meta: null, value: ['---', ...yaml, '---'].join('\n')}
  const directive = directiveOf(asDirective, reader.report)
  if (directive === undefined) return [plain]
  const {options} = directive
  const label = options.get('label') ?? ''
  const kind = /^(fig|tbl|lst)[-:]/.exec(label)?.[1]
  const words = options.get(`${kind}-cap`)
  if (kind === undefined) return [plain]
  const {id, classes} = attributesOfDirective(directive)
  const attributes = {...(id === undefined ? {} : {id}), classes, pairs: new Map<string, string>()}
  const float = kind === 'fig' ? 'figure' : kind === 'tbl' ? 'table' : 'listing'
  return [figureOf(float, [plain], captionOf(words, directive, reader), attributes, code.position)]
}

function notRun(code: Code, name: string, report: Report): void {
  const reason = `Cannot run \`{${name}}\`; the code is shown instead`
  const note = 'Put what it makes into the manuscript, as an image or a table.'
  report({id: 'cell-run', severity: 'info', reason, place: placeOf(code), note})
}

/** Quarto's `` `{python} x` ``, whose value would stand in the line; the expression stays to be seen. */
export function expression(code: InlineCode, report: Report): void {
  const name = /^\{([a-z]+)\}[ \t]/i.exec(code.value)?.[1]?.toLowerCase()
  if (name === undefined || !languages.has(name)) return
  const reason = `Cannot run the expression \`${code.value}\`: it is kept as it is`
  report({id: 'cell-run', severity: 'warning', reason, place: placeOf(code), note: 'Write its value into the text.'})
}

/** The language of Quarto's ```` ```{r name, echo=FALSE} ````; `undefined` if it is none. */
export function cellLanguage({lang, meta}: Code): string | undefined {
  const info = `${lang ?? ''}${meta === null || meta === undefined ? '' : ` ${meta}`}`.trim()
  const name = /^\{([a-z]+)(?:[\s,}]|$)/i.exec(info)?.[1]?.toLowerCase()
  return name !== undefined && info.endsWith('}') && languages.has(name) && attributesOfText(info) === undefined
    ? name
    : undefined
}

const languages: ReadonlySet<string> = new Set([
  ...['bash', 'dot', 'julia', 'mermaid', 'ojs', 'perl', 'python', 'r', 'rcpp', 'ruby', 'sas', 'sh', 'sql', 'stan']
])
