import {readdirSync, readFileSync} from 'node:fs'
import type {Nodes} from 'mdast'
import {toString as textOf} from 'mdast-util-to-string'
import {beforeAll, describe, expect, it} from 'vitest'
import {load} from '../src/load/index.ts'
import type {Draft, LibraryEntry} from '../src/model/article.ts'
import type {Problem} from '../src/model/problem.ts'
import {parse} from '../src/parse/index.ts'
import {memoryFolder, memoryWorld} from '../src/world/memory.ts'

/**
 * Where the manuscript may differ from the author's text, and why.
 * Every other word, and every mark between words, is the author's.
 */
const allowed: ReadonlyArray<{readonly original: string | RegExp; readonly ours: string; readonly why: string}> = [
  {
    original: 'INDIA – UZBEKISTAN DEFENCE COOPERATION: FROM BILATERAL DIALOGUE TO STRATEGIC ALLIANCE',
    ours: 'India – Uzbekistan Defence Cooperation: From Bilateral Dialogue to Strategic Alliance',
    why: 'capitals are a matter of layout: a template sets them'
  },
  {original: 'Number: ', ours: '', why: 'the label of a field, which a template prints'},
  {original: 'Abstract: ', ours: '', why: 'the same'},
  {original: 'Keywords: ', ours: '', why: 'the same'},
  {original: 'Introduction. ', ours: 'Introduction ', why: 'a run-in head became a heading, which ends without a stop'},
  {original: 'Main discussion. ', ours: 'Main discussion ', why: 'the same'},
  {original: 'Conclusion. ', ours: 'Conclusion ', why: 'the same'},
  {original: /[*]/g, ours: '', why: 'the markup of bold title and italic abstract, a matter of layout'},
  {original: ', –New Delhi, ', ours: ', New Delhi, ', why: 'a dash left over from a list of publisher and place'}
]

function words(text: string): ReadonlyArray<string> {
  return text.split(/\s+/).filter((word) => word !== '')
}

function original(): {readonly text: string; readonly references: ReadonlyArray<string>} {
  const source = words(readFileSync('test/fixtures/paper/original.txt', 'utf8')).join(' ')
  const ours = allowed.reduce((text, difference) => {
    const changed = text.replace(difference.original, difference.ours)
    if (changed === text) throw new Error(`Allowed difference does not occur: ${difference.original}`)
    return changed
  }, source)
  const [text = '', list = ''] = ours.split(' REFERENCES ')
  return {text, references: list.split(/(?:^| )\d\. /).filter((reference) => reference !== '')}
}

function block(node: Nodes): string {
  return 'children' in node && node.children.some((child) => child.type === 'paragraph' || child.type === 'heading')
    ? node.children.map(block).join(' ')
    : textOf(node)
}

/** All that an entry says, as a bag of words without punctuation; the short title is a part of the title, once more. */
function entryWords({csl}: LibraryEntry): ReadonlyArray<string> {
  const {id, type, language, 'title-short': short, ...fields} = csl
  return bag(JSON.stringify(Object.values(fields)).replace(/"(?:family|given|literal|date-parts)":/g, ' '))
}

function bag(text: string): ReadonlyArray<string> {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).toSorted()
}

describe('the paper', () => {
  let draft: Draft
  const problems: Array<Problem> = []

  beforeAll(async () => {
    const files = ['paper.md', 'references.bib'].map((path) => [path, readFileSync(`manuscript/${path}`)] as const)
    const templates = readdirSync('templates', {recursive: true, encoding: 'utf8', withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .map((path) => [path.replace('templates/', ''), readFileSync(path)] as const)
    const world = memoryWorld(Object.fromEntries(files), {
      templates: memoryFolder('templates', Object.fromEntries(templates))
    })
    const report = (problem: Problem) => void problems.push(problem)
    const manuscript = await load(world, {}, report)
    if (manuscript === undefined) throw new Error(`Cannot load the paper: ${JSON.stringify(problems)}`)
    draft = await parse(manuscript, report)
  })

  it('holds the words of the original, in order', () => {
    const {title, authors, abstract, keywords} = draft.meta
    const [author] = authors
    const ours = [
      title.map((node) => textOf(node)).join(''),
      ...[author?.name.family, author?.name.given, author?.name.middle, author?.phone],
      abstract === undefined ? '' : block(abstract),
      keywords.join(', '),
      block(draft.body)
    ]
    expect(words(ours.join(' '))).toEqual(words(original().text))
  })

  it('holds the references of the original, in order, and nothing beside', () => {
    const {references} = original()
    expect(references).toHaveLength(5)
    const listed = draft.meta.nocite.map(({key}) => draft.library.get(key))
    expect(listed.map((entry) => (entry === undefined ? [] : entryWords(entry)))).toEqual(references.map(bag))
    expect(draft.library.size).toBe(5)
  })
})
