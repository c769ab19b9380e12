import type {Article} from '../../src/model/article.ts'
import {textOf} from '../../src/util/text.ts'
import {walk} from '../../src/util/walk.ts'

/** Commands whose first argument is no text, but a name, an address or a language. */
const named =
  /\\(?:citewords|hyperlink|href|markas|label|foreignlanguage|caption\[|begin|end|includegraphics(?:\[[^\]]*\])?)\{(?:[^{}]|\{[^{}]*\})*\}/g

/** The words of a LaTeX file, its commands taken off, and those of the reference list, which stands beside it. */
export function latexWords(tex: string, article: Article): {readonly text: string; readonly listed: string} {
  const numbers = new Map([...article.labels.values()].flat().map(({identifier, number}) => [identifier, number]))
  const places = new Map(
    [...walk([article.body])]
      .flatMap((node) => (node.type === 'bibliography' ? node.children : []))
      .map(({key}, index) => [key, index + 1])
  )
  const body = tex.slice(tex.indexOf('\\setcounter{footnote}{0}'), tex.indexOf('\\end{document}'))
  const text = body
    .replace(/\\(?:eq)?ref\{([^}]*)\}/g, (_, name: string) => numbers.get(name) ?? '')
    .replace(/\\cite\{([^}]*)\}/g, (_, keys: string) =>
      keys
        .split(',')
        .map((key) => places.get(key))
        .join(', ')
    )
    .replace(/\\caption\[(?:[^[\]]|\[[^[\]]*\])*\]/g, ' ')
    .replace(/\\Description\{[^}]*\}/g, ' ')
    .replace(named, ' ')
    .replace(/\\[A-Za-z]+/g, '')
  const works = [...walk([article.body])].flatMap((node) => (node.type === 'bibliography' ? [node] : []))
  return {text, listed: textOf(works).replace(/[^\p{L}\p{N}]+/gu, '')}
}
