import type {Article} from '../../model/article.ts'
import type {Place} from '../../model/place.ts'
import type {Finding, Report} from '../../model/problem.ts'
import type {Options} from '../../model/template.ts'
import {nearest} from '../../util/nearest.ts'
import type {Rule} from '../rule.ts'
import {isOption, kindOf, optionsOf} from '../settings.ts'

/** The rule about rules: given all others, see that a template sets none that does not exist. */
export function templateRuleKnown(others: ReadonlyArray<Rule>): Rule {
  const rule: Rule = {
    id: 'template-rule-known',
    about: 'A template sets only rules and options that exist: a slip there silently turns a check off.',
    severity: 'warning',
    defaults: {},
    check(article, report) {
      const rules = new Map([...others, rule].map((known) => [known.id, known]))
      for (const [id, setting] of article.template.rules) {
        const known = rules.get(id)
        if (known !== undefined) checkOptions(known, optionsOf(setting), article, report)
        else
          report({
            reason: `Cannot find rule \`${id}\`, expected one that Offprint has`,
            place: placeOf(article, id),
            expected: nearest(id, rules.keys())
          })
      }
    },
    examples: [
      {markdown: 'Text.', settings: {'title-present': 'warning'}, problems: []},
      {
        markdown: 'Text.',
        settings: {'titel-present': 'warning'},
        problems: ['templates/article/template.yaml Cannot find rule `titel-present`, expected one that Offprint has']
      },
      {
        markdown: 'Text.',
        settings: {'abstract-length': ['warning', {maximum: 100}]},
        problems: [
          'templates/article/template.yaml Unexpected option `maximum` of rule `abstract-length`, expected `min` or `max`'
        ]
      },
      {
        markdown: 'Text.',
        settings: {'abstract-length': ['warning', {max: '100'}]},
        problems: [
          'templates/article/template.yaml Unexpected string for option `max` of rule `abstract-length`, expected a number'
        ]
      }
    ]
  }
  return rule
}

function checkOptions(rule: Rule, options: Options, article: Article, report: Report<Finding>): void {
  const names = Object.keys(rule.defaults)
  for (const [name, value] of Object.entries(options)) {
    if (isOption(rule, name, value)) continue
    const isKnown = names.includes(name)
    const expected = names.length === 0 ? 'none' : names.map((known) => `\`${known}\``).join(' or ')
    report({
      reason: isKnown
        ? `Unexpected ${kindOf(value)} for option \`${name}\` of rule \`${rule.id}\`, expected a ${kindOf(rule.defaults[name])}`
        : `Unexpected option \`${name}\` of rule \`${rule.id}\`, expected ${expected}`,
      place: placeOf(article, rule.id),
      expected: isKnown ? undefined : nearest(name, names)
    })
  }
}

function placeOf({template}: Article, rule: string): Place {
  return template.places?.get(`rules.${rule}`) ?? {file: `templates/${template.id}/template.yaml`}
}
