import type {YamlEntry} from '../../util/yaml.ts'
import type {Reading} from './reading.ts'
import {scalarsOf} from './reading.ts'

/** Keywords: a list, or one text with semicolons, commas or line ends between them. */
export function keywordsOf(entry: YamlEntry | undefined, reading: Reading): ReadonlyArray<string> {
  const texts = scalarsOf(entry, 'keywords', reading).map(({text}) => text)
  const split = entry?.value.kind === 'scalar' ? texts.flatMap(parts) : texts
  return split.map(plainText).filter((keyword) => keyword !== '')
}

function parts(text: string): ReadonlyArray<string> {
  return text.split(text.includes(';') ? ';' : /[,\n]/)
}

/** Without Markdown's escapes: `semi\-Markov` is “semi-Markov”. */
export function plainText(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
