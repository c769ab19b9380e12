import type {Nodes} from 'mdast'
import type {Article} from '../../model/article.ts'
import {placeOf} from '../../model/place.ts'
import {blinded, isBlind, tellingWords} from '../../util/blind.ts'
import {textsOf} from '../../util/texts.ts'
import type {Rule} from '../rule.ts'

/** What names others, and is not the text of the authors. */
const passed: ReadonlySet<Nodes['type']> = new Set(['bibliography', 'citation'])

/** In a copy for reviewers who are not to know the authors, the text names none of them. */
export const blindCopySilent: Rule = {
  id: 'blind-copy-silent',
  about: 'A blind copy names its authors nowhere in the text, lest a reviewer knows who wrote it.',
  severity: 'warning',
  defaults: {},
  check(article, report) {
    if (!isBlind(article)) return
    const words = tellingWords(article)
    for (const node of authored(article)) {
      if (node.type !== 'text') continue
      const found = words.find((word) => node.value.includes(word))
      if (found === undefined) continue
      const reason = `Unexpected \`${found}\` in a copy that is not to say who wrote it`
      report({reason, place: placeOf(node), note: 'Write of the authors as of others, or leave it out of this copy.'})
    }
  },
  examples: [
    {markdown: '---\ntitle: T\nauthor: Ada Example\nblind: true\n---\n\nAs others showed.\n', problems: []},
    {markdown: '---\ntitle: T\nauthor: Ada Example\n---\n\nAda Example showed.\n', problems: []},
    {
      markdown:
        '---\ntitle: T\nauthor: Ada Example\nblind: true\n---\n\nAda Example showed.\n\n# Acknowledgements\n\nAda Example thanks you.\n',
      problems: ['7:1 Unexpected `Ada Example` in a copy that is not to say who wrote it']
    }
  ]
}

/** All that stays in the blind copy, in reading order. */
function authored(article: Article): ReadonlyArray<Nodes> {
  const open: Array<Nodes> = [...textsOf(blinded(article))].reverse()
  const found: Array<Nodes> = []
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (passed.has(node.type)) continue
    found.push(node)
    if ('children' in node) open.push(...[...node.children].reverse())
  }
  return found
}
