import type {Nodes} from 'mdast'
import type {Article} from '../../model/article.ts'
import type {Place} from '../../model/place.ts'
import {placeOf} from '../../model/place.ts'
import {formulaReferences} from '../../util/formula-references.ts'
import {nodesOf} from '../../util/nodes.ts'
import {placeInFormula} from '../formula-place.ts'
import type {Rule} from '../rule.ts'
import {suggester} from '../suggester.ts'

export const labelResolves: Rule = {
  id: 'label-resolves',
  about: 'What a cross-reference points at exists: otherwise readers see `[?fig:map]`.',
  severity: 'error',
  defaults: {},
  check(article, report) {
    const suggest = suggester(article.labels.keys())
    for (const node of nodesOf(article)) {
      for (const {label, place} of targetsOf(node)) {
        if (article.labels.has(label)) continue
        report({
          reason: `Cannot find label \`${label}\`, expected one that the manuscript defines`,
          place,
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
    },
    {
      markdown: 'See $a \\stackrel{\\eqref{eq:no}}{=} b$.',
      problems: ['1:18 Cannot find label `eq:no`, expected one that the manuscript defines']
    }
  ]
}

/** What a pointer points at, or the pointers that are left in a formula: those whose label is known are numbers by now. */
function targetsOf(node: Nodes): ReadonlyArray<{readonly label: string; readonly place: Place | undefined}> {
  if (node.type === 'crossReference')
    return node.targets.map(({label, position}) => ({
      label,
      place: placeOf({type: node.type, position: position ?? node.position})
    }))
  if (node.type !== 'math' && node.type !== 'inlineMath') return []
  return formulaReferences(node.value).map(({label, at}) => ({label, place: placeInFormula(node, at)}))
}

function noteOn(label: string, {labels}: Article): string | undefined {
  return labels.size === 0 ? `No label is defined; write \`{#${label}}\` after what is meant.` : undefined
}
