import {placeOf} from '../../model/place.ts'
import {isKnownLanguage, languageNames} from '../../util/code-languages.ts'
import {nodesOf} from '../../util/nodes.ts'
import type {Rule} from '../rule.ts'
import {suggester} from '../suggester.ts'

export const codeLanguageKnown: Rule = {
  id: 'code-language-known',
  about: 'The language of code is one that can be coloured; code in any other is printed plain.',
  severity: 'info',
  defaults: {},
  check(article, report) {
    const suggest = suggester(languageNames())
    for (const node of nodesOf(article)) {
      if (node.type !== 'code' || typeof node.lang !== 'string') continue
      const {lang} = node
      // What is in braces is another tool's.
      if (!/^[\w#+.-]{1,40}$/.test(lang) || isKnownLanguage(lang)) continue
      const note = 'It is printed without colours; `text` says that it has none.'
      const reason = `Unexpected language \`${lang}\` of code, expected one that can be coloured`
      report({reason, place: placeOf(node), expected: suggest(lang.toLowerCase()), note})
    }
  },
  examples: [
    {markdown: '```python\nx\n```\n\n```text\nx\n```\n\n    x', problems: []},
    {
      markdown: '```pyhton\nx\n```',
      problems: ['1:1 Unexpected language `pyhton` of code, expected one that can be coloured']
    }
  ]
}
