import {h} from 'hastscript'
import {attributesOf} from '../../model/attributes.ts'
import type {Handlers} from '../../model/nodes.ts'
import {printMarks} from '../print-marks.ts'
import {authored} from './attributes.ts'
import type {Scope, Writer, Written} from './scope.ts'

/** Runs of text that need no more than an element. */
export const inline: Pick<
  Handlers<Writer, Written>,
  'break' | 'delete' | 'emphasis' | 'inlineCode' | 'span' | 'strong' | 'subscript' | 'superscript' | 'text'
> = {
  break: () => [h('br'), {type: 'text', value: '\n'}],
  delete: (node, {all}) => h('del', authored(node), all(node)),
  emphasis: (node, {all}) => h('em', authored(node), all(node)),
  inlineCode: (node) => h('code', authored(node), node.value),
  span: (node, {all, scope}) => {
    const {classes, pairs} = attributesOf(node)
    const title = pairs.get('title')
    if (title === undefined || !classes.includes('abbr')) return h('span', authored(node), all(node))
    const {className: _, ...properties} = authored(node)
    const others = classes.filter((name) => name !== 'abbr')
    const className = others.length === 0 ? {} : {className: others}
    return h('abbr', {...properties, ...className, ...meaning(title, scope)}, all(node))
  },
  strong: (node, {all}) => h('strong', authored(node), all(node)),
  subscript: (node, {all}) => h('sub', authored(node), all(node)),
  superscript: (node, {all}) => h('sup', authored(node), all(node)),
  text: (node) => ({type: 'text', value: node.value})
}

/** What an abbreviation means; on paper as the text of a picture, which alone of such texts reaches the tags. */
function meaning(title: string, {medium, article}: Scope): Record<string, string> {
  if (medium === 'screen') return {title}
  return {title, role: 'img', ariaLabel: title, lang: `${article.meta.language}-${printMarks.abbreviation}`}
}
