import type {Funding} from '../../model/meta.ts'
import type {YamlEntry, YamlNode} from '../../util/yaml.ts'
import {doiOf, rorOf} from './identifiers.ts'
import type {Fields, Reading} from './reading.ts'
import {fieldsOf, itemsOf, textOf, textsOf, vocabulary} from './reading.ts'

const known = vocabulary(
  {
    funder: 'institution agency organization organisation source sources funder-name',
    name: '',
    'funder-id': 'doi ror funder-doi fundref',
    awards: 'award award-number award-id grant grants grant-number id number',
    statement: 'text funding-statement'
  },
  'open-access recipient recipients investigator investigators department url'
)

/** Funders with their awards, and the prose that stands for or beside them. */
export interface FundingFields {
  readonly funding: ReadonlyArray<Funding>
  readonly statement: YamlEntry | undefined
}

/** Read funding: maps by funder or by award; a mere text is the statement. */
export function fundingOf(entry: YamlEntry | undefined, reading: Reading): FundingFields {
  if (entry === undefined) return {funding: [], statement: undefined}
  if (entry.value.kind === 'scalar') return {funding: [], statement: entry}
  const found = itemsOf(entry.value).map((node) => one(node, reading))
  return {
    funding: found.flatMap(({funding}) => funding),
    statement: found.map(({statement}) => statement).find((each) => each !== undefined)
  }
}

function one(node: YamlNode, reading: Reading): FundingFields {
  if (node.kind !== 'map') {
    const funder = node.kind === 'scalar' ? node.text.trim() : ''
    return {funding: funder === '' ? [] : [{funder, awards: []}], statement: undefined}
  }
  const fields = fieldsOf(node, known, reading)
  const statement = fields.get('statement')
  // Quarto and MyST list awards as maps, each with its own sources.
  const awards = itemsOf(fields.get('awards')?.value).filter((award) => award.kind === 'map')
  const inner = awards.flatMap((award) => byFunder(fieldsOf(award, known, reading), reading))
  const outer = awards.length > 0 && !fields.has('funder') ? [] : byFunder(fields, reading)
  return {funding: [...outer, ...inner], statement}
}

function byFunder(fields: Fields, reading: Reading): ReadonlyArray<Funding> {
  const awards = itemsOf(fields.get('awards')?.value).flatMap((item) =>
    item.kind === 'scalar' ? [item.text.trim()] : []
  )
  return itemsOf(funderOf(fields)?.value).flatMap((node): ReadonlyArray<Funding> => {
    const own = node.kind === 'map' ? fieldsOf(node, known, reading) : fields
    const key = node.place
    const [funder] =
      node.kind === 'map' ? textsOf(funderOf(own), 'funder', reading) : textsOf({key, value: node}, 'funder', reading)
    const id = textOf(own.get('funder-id'), 'funder-id', reading)
    return funder === undefined ? [] : [{funder, funderId: id === undefined ? undefined : identifier(id), awards}]
  })
}

/** A `name` beside sources is that of the programme. */
function funderOf(fields: Fields): YamlEntry | undefined {
  return fields.get('funder') ?? fields.get('name')
}

function identifier(id: string): string {
  return /ror\.org|^0[a-z0-9]{8}$/i.test(id) ? rorOf(id) : doiOf(id)
}
