import {basename, extname} from 'node:path/posix'
import type {Article} from '../../model/article.ts'
import type {Source} from '../../model/manuscript.ts'
import type {Attachable} from '../../model/meta.ts'
import {attachables} from '../../model/meta.ts'
import {isSame} from '../../util/same.ts'
import type {Context} from '../format.ts'

/** A file within the PDF. */
export interface Attachment {
  /** Without folders. */
  readonly name: string
  readonly bytes: Uint8Array
  /** A media type. */
  readonly type: string
  /** What it is, in words. */
  readonly about: string
  /** What it is to the document (ISO 32000-2, 7.11.3, Table 43). */
  readonly relationship: 'Alternative' | 'Data' | 'Source' | 'Supplement'
}

/** By the extensions that text and bibliographies have. */
const types: ReadonlyMap<string, string> = new Map([
  ['.bib', 'application/x-bibtex'],
  ['.json', 'application/json'],
  ['.md', 'text/markdown'],
  ['.markdown', 'text/markdown'],
  ['.qmd', 'text/markdown'],
  ['.ris', 'application/x-research-info-systems'],
  ['.yaml', 'application/yaml'],
  ['.yml', 'application/yaml']
])

/** The files that an article’s PDF is to carry; a blind copy tells what it must leave out. */
export async function attachmentsOf(article: Article, context: Context): Promise<ReadonlyArray<Attachment>> {
  const asked = askedOf(article)
  if (asked.length === 0) return []
  const {sources} = article
  if (sources === undefined && asked.some((each) => each !== 'jats'))
    context.report({
      id: 'attachment-blind',
      severity: 'warning',
      reason: 'Cannot attach `source` and `references` to a blind copy: they may name the authors',
      note: 'Leave them out of `attach` in what goes to reviewers.'
    })
  return [
    ...(asked.includes('source') ? described(sources?.text ?? [], 'Source') : []),
    ...(asked.includes('references') ? described(sources?.references ?? [], 'Data') : []),
    ...(asked.includes('jats') ? await jatsOf(article, context) : [])
  ]
}

/** As the front matter says, or else the template’s setting `attach`. */
function askedOf({meta, template}: Article): ReadonlyArray<Attachable> {
  const setting = template.settings['attach']
  const listed = Array.isArray(setting) ? setting : [setting]
  return meta.attach ?? attachables.filter((each) => listed.includes(each))
}

function described(sources: ReadonlyArray<Source>, relationship: 'Data' | 'Source'): ReadonlyArray<Attachment> {
  const bases = sources.map(({path}) => basename(path))
  const isAlone = (base: string) => bases.filter((each) => each === base).length === 1
  return sources.map(({path, bytes}) => {
    const base = basename(path)
    const about = relationship === 'Source' ? 'What the article is made from' : 'The works that the article may cite'
    const type = types.get(extname(path).toLowerCase()) ?? 'text/plain'
    return {name: isAlone(base) ? base : path.replaceAll('/', '-'), bytes, type, about, relationship}
  })
}

/** The article as JATS; what is wrong with it is told once, should it be an output as well. */
async function jatsOf(article: Article, context: Context): Promise<ReadonlyArray<Attachment>> {
  const {jats} = await import('../jats/index.ts')
  const report: Context['report'] = (problem) => {
    if (!context.problems.some((known) => isSame(known, problem))) context.report(problem)
  }
  const name = `${context.slug}.xml`
  const bytes = (await jats.render(article, {...context, report})).get(name)
  const about = 'The article as JATS XML'
  return bytes === undefined ? [] : [{name, bytes, type: 'application/xml', about, relationship: 'Alternative'}]
}
