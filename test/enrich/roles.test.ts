import type {RootContent} from 'mdast'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import type {Section} from '../../src/model/nodes.ts'
import {articleOf, worldOf} from '../support/manuscript.ts'

/** The sections of the top as `heading|roles|number`. */
async function rolesIn(markdown: string): Promise<ReadonlyArray<string>> {
  const {body} = await articleOf(markdown)
  const isSection = (node: RootContent): node is Section => node.type === 'section'
  return body.children
    .filter(isSection)
    .map(({roles = [], number}) => `${roles.join(' ')}${number ? ` ${number}` : ''}`)
}

/** Every file of a format, as one text. */
async function made(markdown: string, format: string, template?: string): Promise<string> {
  const {output} = await build(worldOf(markdown), {to: [format], template})
  return [...output.values()].map((bytes) => new TextDecoder().decode(bytes)).join('\n')
}

describe('the roles of sections', () => {
  it.each([
    ['Introduction', 'introduction 1'],
    ['Введение', 'introduction 1'],
    ['Kirish', 'introduction 1'],
    ['2. Материалы и методы', 'materials methods 1'],
    ['Results & Discussion', 'results discussion 1'],
    ['Natijalar va muhokama', 'results discussion 1'],
    ['Xulosa', 'conclusion 1'],
    ['Acknowledgments', 'acknowledgements'],
    ['Благодарности', 'acknowledgements'],
    ['Minnatdorchilik', 'acknowledgements'],
    ['Mualliflarning hissasi', 'contributions'],
    ["Manfaatlar to'qnashuvi", 'competing-interests'],
    ['Authors’ contributions', 'contributions'],
    ['Declaration of competing interest', 'competing-interests'],
    ['Availability of data and materials', 'data-availability'],
    ['Data and code availability', 'code-availability data-availability'],
    ['Источники финансирования', 'funding'],
    ['Appendix B. Proofs', 'appendix'],
    ['Contributions', '1'],
    ['Discussion of funding', '1'],
    ['Discussion and funding', '1'],
    ['Our thanks {.acknowledgements}', 'acknowledgements'],
    ['What we did {role="methods results"}', 'methods results 1'],
    ['Funding {role=none}', '1']
  ])('`# %s`', async (heading, expected) => {
    expect(await rolesIn(`# ${heading}\n\nText.`)).toEqual([expected.startsWith('1') ? ` ${expected}` : expected])
  })

  it('are not counted where they declare something, and count on behind it', async () => {
    expect(await rolesIn('# Introduction\n\na\n\n# Funding\n\nb\n\n# Conclusions\n\nc')).toEqual([
      'introduction 1',
      'funding',
      'conclusion 2'
    ])
  })

  it('give the list its place, wherever the heading stands that asks for it', async () => {
    const bib = {'references.bib': '@book{a, title={T}, author={Doe, J.}, year=2000}'}
    const {body} = await articleOf('See [@a].\n\n# References\n\n# Appendix\n\nText.', bib)
    const types = body.children.map((node) => ('children' in node ? node.children.map(({type}) => type).join(' ') : ''))
    expect(types.slice(1)).toEqual(['heading bibliography', 'heading paragraph'])
  })
})

const declared = `---
title: T
data-availability: On request.
---

# Introduction

Text.

# Благодарности

Thanks.

# Conflict of interest

None.

# Conclusion

Text.
`

describe('roles in formats', () => {
  it('are sections, notes and thanks in JATS', async () => {
    const xml = await made(declared, 'jats')
    expect(xml).toMatch(/<sec id="[^"]*" sec-type="intro">/)
    expect(xml).toMatch(/<sec id="[^"]*" sec-type="conclusions">/)
    expect(xml).toMatch(/<ack id="[^"]*"><title>Благодарности<\/title><p>Thanks\.<\/p><\/ack>/)
    expect(xml).toMatch(/<fn id="[^"]*" fn-type="coi-statement">/)
    expect(xml).toMatch(/<sec sec-type="data-availability"><title>Data availability<\/title><p>On request\./)
  })

  it('are landmarks in HTML, and terms of the vocabulary in EPUB', async () => {
    const html = await made(declared, 'html')
    expect(html).toContain('role="doc-introduction" aria-label="Introduction"')
    expect(html).toContain('role="doc-conclusion" aria-label="Conclusion"')
    expect(html).toMatch(/<section class="statement acknowledgements"[^>]* role="doc-acknowledgments"/)
  })

  it('are what a class has for thanks in LaTeX, under the author’s heading', async () => {
    const own = await made('# Thanks to all {.acknowledgements}\n\nThanks.', 'latex', 'acmart')
    expect(own).toMatch(/\\renewcommand\{\\acksname\}\{Thanks to all\}\n\\begin\{acks\}\n[^\n]*Thanks\.\n\\end\{acks\}/)
    const given = await made('---\nacknowledgements: Thanks.\n---\n\nText.', 'latex', 'revtex')
    expect(given).toMatch(/\\begin\{acknowledgments\}\nThanks\.\n\\end\{acknowledgments\}/)
    expect(await made(declared, 'latex')).toContain('\\section*{\\incyrillic{Благодарности}}')
  })
})
