import type {CslItem} from '../../model/article.ts'

/** An element of a style as the engine's parser gives it. */
export interface StyleElement {
  readonly name: string
  readonly attrs: Readonly<Record<string, string>>
  readonly children: ReadonlyArray<StyleElement | string>
}

/** Fields that are in an item or are not: the engine neither derives nor renames them. */
export const plainFields: ReadonlySet<string> = new Set(
  `DOI ISBN ISSN PMCID PMID URL abstract accessed annote archive archive_collection archive_location author
  call-number chapter-number collection-editor collection-number collection-title composer container-author
  container-title dimensions director edition editor genre illustrator interviewer issue issued medium number
  number-of-pages number-of-volumes original-author original-date original-publisher original-publisher-place
  original-title publisher publisher-place recipient references reviewed-author scale section source status
  translator version volume`.split(/\s+/)
)

/**
 * A style without the branches that none of the items can take: it prints the same, and the engine is ready sooner,
 * for it follows every branch of every macro to sort by. A style is left whole where items may change in the engine.
 */
export function pruned(style: StyleElement, items: Iterable<CslItem>): StyleElement {
  const types = new Set<string>()
  const fields = new Set<string>()
  for (const item of items) {
    // A note may hold `field: value`, which the engine takes for a field, even for the type.
    if (typeof item.type !== 'string' || item.type === '' || /[:{]/.test(String(item['note'] ?? ''))) return style
    types.add(item.type)
    for (const field of Object.keys(item)) fields.add(field)
  }
  return prunedElement(style, (branch) => isPossible(branch, types, fields))
}

type Test = (branch: StyleElement) => boolean

function prunedElement(element: StyleElement, possible: Test): StyleElement {
  const children = element.children.map((child) => (typeof child === 'string' ? child : prunedElement(child, possible)))
  return {...element, children: element.name === 'choose' ? branches(children, possible) : children}
}

/** The branches that are left; `choose` must begin with `if` (CSL 1.0.2, “Choose”). */
function branches(children: StyleElement['children'], possible: Test): StyleElement['children'] {
  const left = children.filter((child) => typeof child === 'string' || child.name === 'else' || possible(child))
  const at = left.findIndex((child) => typeof child !== 'string')
  const first = left[at]
  if (typeof first !== 'object' || first.name === 'else') return [never, ...left]
  return first.name === 'if' ? left : left.with(at, {...first, name: 'if'})
}

const never: StyleElement = {name: 'if', attrs: {type: 'none-of-the-list', match: 'any'}, children: []}

function isPossible({attrs}: StyleElement, types: ReadonlySet<string>, fields: ReadonlySet<string>): boolean {
  const {match = 'all', ...tests} = attrs
  if (match !== 'all' && match !== 'any') return true
  const outcomes = Object.entries(tests).map(([name, value]) => {
    const words = value.split(/\s+/).filter((word) => word !== '')
    if (name === 'type') return words.some((word) => types.has(word))
    if (name !== 'variable') return true
    const missing = (word: string) => plainFields.has(word) && !fields.has(word)
    return match === 'all' ? !words.some(missing) : !words.every(missing)
  })
  return match === 'all' ? outcomes.every((outcome) => outcome) : outcomes.some((outcome) => outcome)
}
