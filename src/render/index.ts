import type {Article} from '../model/article.ts'
import type {Output} from '../model/world.ts'
import {WorldError} from '../model/world.ts'
import {turn} from '../util/turn.ts'
import {bibtex} from './bibtex.ts'
import {cff} from './cff.ts'
import {crossref} from './crossref/index.ts'
import {cslJson} from './csl-json.ts'
import {datacite} from './datacite.ts'
import {epub} from './epub/index.ts'
import type {Context, Format} from './format.ts'
import {html} from './html/index.ts'
import {jats} from './jats/index.ts'
import {pdf} from './pdf/index.ts'
import {ris} from './ris.ts'

export type {Context, Format} from './format.ts'

/** Every format, in the order of a listing. */
export const formats: ReadonlyArray<Format> = [html, pdf, epub, jats, crossref, datacite, cslJson, bibtex, ris, cff]

/** What formats made, and what the world refused one of them. */
export interface Rendered {
  readonly output: Output
  readonly failure?: WorldError | undefined
}

/** Render the article in each named format; names are known ones. Where the world fails one, the others are still made. */
export async function render(article: Article, names: ReadonlyArray<string>, context: Context): Promise<Rendered> {
  const asked = formats.filter((format) => names.includes(format.name))
  const printing = asked.filter(({prints}) => prints).map((format) => begun(format, article, context))
  // The browser prints while the other formats are made.
  await Promise.all(printing.map(({handedOver}) => handedOver))
  const others = asked.filter(({prints}) => !prints).map((format) => format.render(article, context))
  const settled = await Promise.allSettled([...printing.map(({rendered}) => rendered), ...others])
  let failure: WorldError | undefined
  for (const each of settled) {
    if (each.status === 'fulfilled') continue
    if (!(each.reason instanceof WorldError)) throw each.reason
    failure ??= each.reason
  }
  const outputs = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  return {output: new Map(outputs.flatMap((output) => [...output])), failure}
}

/** A format that prints, on its way; `handedOver` settles when the browser has its page, or will get none. */
function begun(format: Format, article: Article, context: Context) {
  let settle: () => void = () => undefined
  const handedOver = new Promise<void>((resolve) => {
    settle = resolve
  })
  const print: Context['print'] = (job) => {
    const printed = context.print(job)
    turn().then(settle)
    return printed
  }
  const rendered = format.render(article, {...context, print})
  rendered.then(settle, settle)
  return {rendered, handedOver}
}
