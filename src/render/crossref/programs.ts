import type {Element} from 'xast'
import {x} from 'xastscript'
import type {Meta, Publication} from '../../model/meta.ts'
import {element, present} from './element.ts'

/** Funders and awards (fundref.xsd); schema 5.3.1 knows the Funder Registry's identifiers, not ROR's. */
export function funding({funding: all}: Meta): Element | undefined {
  if (all.length === 0) return undefined
  const groups = all.map(({funder, funderId, awards}) => {
    const name = assertion('funder_name', funder)
    const id =
      funderId?.startsWith('10.13039/') === true
        ? assertion('funder_identifier', `https://doi.org/${funderId}`)
        : undefined
    const named = name === undefined || id === undefined ? name : {...name, children: [...name.children, id]}
    return x(
      'fr:assertion',
      {name: 'fundgroup'},
      present([named, ...awards.map((award) => assertion('award_number', award))])
    )
  })
  return x('fr:program', {name: 'fundref'}, groups)
}

function assertion(name: string, text: string): Element | undefined {
  return element('fr:assertion', text, {name})
}

/** The licence, and that it lets all read (AccessIndicators.xsd). */
export function access({licence, publication: {date}}: Meta): Element | undefined {
  const {spdx, url} = licence ?? {}
  if (url === undefined) return undefined
  const start: Readonly<Record<string, string>> = date?.length === 10 ? {start_date: date} : {}
  return x(
    'ai:program',
    {name: 'AccessIndicators'},
    present([
      spdx?.startsWith('CC') === true ? x('ai:free_to_read') : undefined,
      element('ai:license_ref', url, {applies_to: 'vor', ...start})
    ])
  )
}

/** Our relations by the schema's: between versions of one work (`intra`), or two works (`inter`). */
const kinds: ReadonlyMap<string, readonly ['inter' | 'intra', string]> = new Map([
  ['preprint', ['intra', 'hasPreprint']],
  ['translation', ['intra', 'hasTranslation']],
  ['version', ['intra', 'isVersionOf']],
  ['companion', ['inter', 'hasRelatedMaterial']],
  ['data', ['inter', 'basedOnData']],
  ['related', ['inter', 'hasRelatedMaterial']],
  ['review', ['inter', 'hasReview']],
  ['supplement', ['inter', 'isSupplementedBy']]
])

/** Related works (relations.xsd); relations that the schema has no name for stay out. */
export function relations({related = []}: Publication): Element | undefined {
  const items = related.flatMap(({relation, target}) => {
    const [reach, type] = kinds.get(relation.toLowerCase()) ?? []
    if (reach === undefined || type === undefined) return []
    const attributes = {'relationship-type': type, 'identifier-type': target.startsWith('10.') ? 'doi' : 'uri'}
    return [x('rel:related_item', present([element(`rel:${reach}_work_relation`, target, attributes)]))]
  })
  return items.length === 0 ? undefined : x('rel:program', {name: 'relations'}, items)
}
