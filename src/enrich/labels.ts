import type {Nodes} from 'mdast'
import type {Label, Note} from '../model/article.ts'
import {attributesOf} from '../model/attributes.ts'
import type {Place} from '../model/place.ts'
import {placeOf} from '../model/place.ts'
import {equationsOf} from '../util/equations.ts'
import {textOf} from '../util/text.ts'
import {walk} from '../util/walk.ts'

/** Every label of numbered texts, with all that claim it, in reading order. */
export function labelsOf(
  texts: ReadonlyArray<Nodes>,
  notes: ReadonlyArray<Note> = []
): ReadonlyMap<string, ReadonlyArray<Label>> {
  const labels = new Map<string, Array<Label>>()
  const claim = ([name, label]: Claim) => {
    const claimants = labels.get(name)
    if (claimants === undefined) labels.set(name, [label])
    else claimants.push(label)
  }
  for (const node of walk(texts)) for (const each of claimsOf(node)) claim(each)
  for (const note of notes) for (const each of claimsOfNote(note)) claim(each)
  return labels
}

/** A note is called by its name, which an inline one has not, or by its label. */
function claimsOfNote({identifier, label, number, place}: Note): ReadonlyArray<Claim> {
  const names = [/^(?:citation|inline|mark)-/.test(identifier) ? undefined : `fn:${identifier}`, label]
  const claimed: Label = {kind: 'note', identifier: `note-${number}`, number: String(number), place}
  return names.flatMap((name): ReadonlyArray<Claim> => (name === undefined ? [] : [[name, claimed]]))
}

type Claim = readonly [string, Label]

function claimsOf(node: Nodes): ReadonlyArray<Claim> {
  const place = placeOf(node)
  if (node.type !== 'math') return claimOf(node, place)
  return equationsOf(node).flatMap(({label, number, identifier = label}): ReadonlyArray<Claim> => {
    return label === undefined || identifier === undefined
      ? []
      : [[label, {kind: 'equation', identifier, number, place}]]
  })
}

function claimOf(node: Nodes, place: Place | undefined): ReadonlyArray<Claim> {
  if (node.type === 'section' && node.label !== undefined) {
    const {label, identifier, number, appendix, children} = node
    const title = children[0]?.type === 'heading' ? textOf(children[0]) : ''
    return [[label, {kind: appendix === true ? 'appendix' : 'section', identifier, number, title, place}]]
  }
  if ((node.type === 'figure' || node.type === 'div') && node.kind !== undefined && node.label !== undefined) {
    const {label, kind, number, identifier = label} = node
    return [[label, {kind, identifier, number, place}]]
  }
  if (node.type === 'div' && node.label !== undefined) {
    const {label, identifier = label} = node
    const kind = attributesOf(node).classes.includes('subequations') ? 'equation' : 'proof'
    return [[label, {kind, identifier, number: node.number, place}]]
  }
  return []
}
