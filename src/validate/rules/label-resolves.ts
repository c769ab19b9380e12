import type {Article} from '../../model/article.ts'
import {placeOf} from '../../model/place.ts'
import {textsOf} from '../../util/texts.ts'
import {walk} from '../../util/walk.ts'
import type {Rule} from '../rule.ts'
import {suggester} from '../suggester.ts'

export const labelResolves: Rule = {
  id: 'label-resolves',
  about: 'What a cross-reference points at exists: otherwise readers see `[?fig:map]`.',
  severity: 'error',
  defaults: {},
  check(article, report) {
    const suggest = suggester(article.labels.keys())
    for (const node of walk(textsOf(article))) {
      if (node.type !== 'crossReference') continue
      for (const {label, position} of node.targets) {
        if (article.labels.has(label)) continue
        report({
          reason: `Cannot find label \`${label}\`, expected one that the manuscript defines`,
          place: placeOf({type: node.type, position: position ?? node.position}),
          expected: suggest(label),
          note: noteOn(label, article)
        })
      }
    }
  },
  examples: [
    {markdown: '# Methods {#sec:methods}\n\nSee @sec:methods.', problems: []},
    {
      markdown: '# Methods {#sec:methods}\n\nSee @sec:method.',
      problems: ['3:6 Cannot find label `sec:method`, expected one that the manuscript defines']
    }
  ]
}

function noteOn(label: string, {labels}: Article): string | undefined {
  return labels.size === 0 ? `No label is defined; write \`{#${label}}\` after what is meant.` : undefined
}
