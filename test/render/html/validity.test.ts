import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {htmlFaults} from '../../support/html-faults.ts'
import {check} from '../../support/manuscript.ts'
import {pageOf} from '../../support/page.ts'

const fixture = 'test/fixtures/every-construct'

describe.each(['article', 'proceedings'])('the pages of template %s', (template) => {
  it.each(['screen', 'print'] as const)('are valid HTML: %s', async (medium) => {
    const files = {
      'references.bib': readFileSync(`${fixture}/references.bib`),
      'figures/curve.svg': readFileSync(`${fixture}/figures/curve.svg`),
      'figures/grid.png': readFileSync(`${fixture}/figures/grid.png`)
    }
    const {article} = await check(readFileSync(`${fixture}/paper.md`, 'utf8'), {template, files})
    const {text} = await pageOf(article, medium)
    expect(await htmlFaults(text)).toEqual([])
  })
})
