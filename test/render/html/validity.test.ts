import {readFileSync} from 'node:fs'
import {HtmlValidate} from 'html-validate'
import {describe, expect, it} from 'vitest'
import {check} from '../../support/manuscript.ts'
import {pageOf} from '../../support/page.ts'

const fixture = 'test/fixtures/every-construct'
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  // How long a title is, is its author's affair; a lone “>” is no error of HTML.
  rules: {'long-title': 'off', 'no-raw-characters': 'off'}
})

describe.each(['article', 'proceedings'])('the pages of template %s', (template) => {
  it.each(['screen', 'print'] as const)('are valid HTML: %s', async (medium) => {
    const files = {
      'references.bib': readFileSync(`${fixture}/references.bib`),
      'figures/curve.svg': readFileSync(`${fixture}/figures/curve.svg`),
      'figures/grid.png': readFileSync(`${fixture}/figures/grid.png`)
    }
    const {article} = await check(readFileSync(`${fixture}/paper.md`, 'utf8'), {template, files})
    const {text} = await pageOf(article, medium)
    const {results} = await validator.validateString(text)
    const messages = results.flatMap((result) => result.messages)
    expect(messages.map(({ruleId, message, selector}) => `${ruleId}: ${message} (${selector})`)).toEqual([])
  })
})
