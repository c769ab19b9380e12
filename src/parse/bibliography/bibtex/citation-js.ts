import type {TexSymbols} from './tex.ts'

/** What we use of citation-js: how BibLaTeX's types and fields map to CSL's, and TeX's symbols. */
export interface CitationJs {
  /** A CSL item but for its keys, of values that are texts already; nothing in them is interpreted. */
  map(type: string, fields: ReadonlyMap<string, string>): Readonly<Record<string, unknown>>
  readonly symbols: TexSymbols
}

/** Load citation-js, which takes a while: only when there is something to read. */
export async function citationJs(): Promise<CitationJs> {
  const {plugins} = await import('@citation-js/core')
  await import('@citation-js/plugin-bibtex')
  const {constants} = plugins.config.get('@bibtex')
  const forms = new Map<string, ReadonlyArray<readonly [name: string, value: unknown]>>()
  /** What becomes of fields, whose values are marks: the same for all entries of a type that have the same ones. */
  const formOf = (type: string, names: ReadonlyArray<string>) => {
    const form = [type, ...names].join('\n')
    const known = forms.get(form)
    if (known !== undefined) return known
    const properties = Object.fromEntries(names.map((name, index) => [name, mark(index)]))
    const [item = {}] = plugins.input.data({type, label: 'key', properties}, '@biblatex/entry+object')
    const made = Object.entries(item).filter(([, value]) => value !== undefined)
    forms.set(form, made)
    return made
  }
  return {
    symbols: {text: constants.commands, math: constants.mathCommands},
    map(type, fields) {
      const values = [...fields.values()]
      return Object.fromEntries(
        formOf(type, [...fields.keys()]).map(([name, value]) => [name, restored(value, values)])
      )
    }
  }
}

// Values travel as marks, so that citation-js does not read as TeX what is text.
function mark(index: number): string {
  return `\uE000${index}\uE001`
}

function restored(value: unknown, values: ReadonlyArray<string>): unknown {
  if (typeof value !== 'string') return value
  return value.replace(/\uE000(\d+)\uE001/g, (_, index: string) => values[Number(index)] ?? '')
}
