import {Liquid, LiquidError} from 'liquidjs'
import type {Report} from '../../model/problem.ts'
import type {Template} from '../../model/template.ts'

/** How much a template may read, do and hold: characters, milliseconds and units of memory (LiquidJS, “DoS”). */
const limits = {parseLimit: 1_000_000, renderLimit: 3_000, memoryLimit: 500_000_000}

/** Filters that answer differently each time. */
const unsteady = ['date', 'date_to_long_string', 'date_to_rfc822', 'date_to_string', 'date_to_xmlschema', 'sample']

/** Fills in one file of a template; a mistake in it is reported, and `undefined` given. */
export type Fill = (path: string, data: Readonly<Record<string, unknown>>) => string | undefined

/** How another language than HTML writes text, and marks what Liquid is to fill in. */
export interface Dialect {
  escape(text: unknown): string
  readonly output: readonly [string, string]
  readonly tag: readonly [string, string]
  /** Filters beside Liquid's own; what they give is not escaped again. */
  readonly filters: Readonly<Record<string, (value: unknown) => string>>
}

/**
 * A template's files in Liquid, in a sandbox: they see the data given and each other, nothing else.
 * Text is escaped for HTML, or as the dialect says, unless it says `raw`; `css` writes a string of CSS.
 */
export function createTemplate(template: Template, report: Report, dialect?: Dialect): Fill {
  const texts = new Map([...template.files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))
  const engine = new Liquid({
    templates: Object.fromEntries(texts),
    outputEscape: dialect?.escape ?? 'escape',
    outputDelimiterLeft: dialect?.output[0] ?? '{{',
    outputDelimiterRight: dialect?.output[1] ?? '}}',
    tagDelimiterLeft: dialect?.tag[0] ?? '{%',
    tagDelimiterRight: dialect?.tag[1] ?? '%}',
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    lenientIf: true,
    // The machine's own would take a while to ask for, and be another elsewhere.
    locale: 'en',
    ...limits
  })
  for (const name of unsteady) delete engine.filters[name]
  const own = {css: cssString, ...dialect?.filters}
  for (const [name, handler] of Object.entries(own)) engine.registerFilter(name, {raw: true, handler})
  return (path, data) => {
    try {
      return engine.renderFileSync(path, data)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      const {file, ...start} = placeOf(error, path)
      report({
        id: 'template-fills',
        severity: 'error',
        reason: `Cannot fill in the template: ${reasonOf(error)}`,
        place: {
          file: `templates/${template.id}/${file}`,
          ...(start.line === undefined ? {} : {start: {line: start.line, column: start.column}})
        }
      })
      return undefined
    }
  }
}

/** A string of CSS (CSS Syntax 3, 4.3.5): what could end it, or the style sheet around it, is escaped. */
function cssString(value: unknown): string {
  const text = String(value ?? '').replace(
    /["\\<>&\p{Cc}]/gu,
    (character) => `\\${character.codePointAt(0)?.toString(16)} `
  )
  return `"${text}"`
}

function reasonOf(error: Error): string {
  return error.message.replace(/, file:[\s\S]*$|, line:\d+, col:\d+$/, '').replace(/^ENOENT: /, '')
}

function placeOf(
  error: Error,
  path: string
): {file: string; line?: undefined} | {file: string; line: number; column: number} {
  if (!LiquidError.is(error)) return {file: path}
  const {token} = error
  const [line, column] = token.getPosition()
  const file = token.file ?? path
  return line === undefined || column === undefined ? {file} : {file, line, column}
}
