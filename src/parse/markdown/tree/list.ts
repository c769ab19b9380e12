import type {List, ListItem} from 'mdast'
import type {CompileContext} from 'mdast-util-from-markdown'
import type {Token} from 'micromark-util-types'
import {listValue} from '../list-value.ts'

/** Where the value of an item begins, until its mark ends. */
const values = new WeakMap<CompileContext['data'], string>()

/** The value of an item, as `(a` in `(a)`. */
export function enterListValue(this: CompileContext, token: Token): void {
  values.set(this.data, this.sliceSerialize(token))
}

/** The mark of the first item says how the list counts, and that of an example what its label is. */
export function exitListMarker(this: CompileContext, token: Token): void {
  const value = values.get(this.data)
  values.delete(this.data)
  const item = this.stack.findLast((node): node is ListItem => node.type === 'listItem')
  const list = this.stack.findLast((node): node is List => node.type === 'list')
  if (value === undefined || item === undefined || list === undefined) return
  const found = listValue(value + this.sliceSerialize(token), list.data?.numbering)
  if (found === undefined) return
  if (list.start === null) {
    list.start = found.start
    const {style, delimiter} = found.numbering
    if (style !== 'decimal' || delimiter !== 'period') list.data = {...list.data, numbering: found.numbering}
  }
  if (found.example !== undefined) item.data = {...item.data, example: found.example}
}
