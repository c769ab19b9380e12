import type {Strong} from 'mdast'

/** What stands where something pointed at does not exist: `[?fig:map]`, in bold, of class `unresolved`. */
export function unresolved(label: string): Strong {
  return {
    type: 'strong',
    data: {attributes: {classes: ['unresolved'], pairs: new Map()}},
    children: [{type: 'text', value: `[?${label}]`}]
  }
}
