import type {PhrasingContent} from 'mdast'
import type {Terms} from '../util/terms.ts'

/** “a”, “a and b”, “a, b and c”. */
export function listed(items: ReadonlyArray<ReadonlyArray<PhrasingContent>>, words: Terms): Array<PhrasingContent> {
  return items.flatMap((item, index) => {
    if (index === 0) return item
    const value = index === items.length - 1 ? ` ${words.and} ` : ', '
    return [{type: 'text', value}, ...item]
  })
}
