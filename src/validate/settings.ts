import type {Article} from '../model/article.ts'
import type {Severity} from '../model/problem.ts'
import type {Options, RuleSetting} from '../model/template.ts'
import type {Rule} from './rule.ts'

/** How a rule is to be run. */
export interface Setting {
  readonly severity: Severity
  readonly options: Options
}

/** The rule's own severity and options, overridden by the template's; `undefined` if it is off. An option that the rule cannot use is passed over. */
export function settingOf(rule: Rule, {template}: Article): Setting | undefined {
  const wish = template.rules.get(rule.id)
  if (wish === 'off') return undefined
  if (wish === undefined) return {severity: rule.severity, options: rule.defaults}
  if (typeof wish === 'string') return {severity: wish, options: rule.defaults}
  const [severity] = wish
  const usable = Object.entries(optionsOf(wish)).filter(([name, value]) => isOption(rule, name, value))
  return {severity, options: {...rule.defaults, ...Object.fromEntries(usable)}}
}

/** The options of a wish; none where it is a severity alone. */
export function optionsOf(wish: RuleSetting): Options {
  return typeof wish === 'string' ? {} : wish[1]
}

/** Whether a rule has such an option, of that type. */
export function isOption(rule: Rule, name: string, value: Options[string]): boolean {
  return Object.hasOwn(rule.defaults, name) && kindOf(rule.defaults[name]) === kindOf(value)
}

/** The type of an option, for messages: `number`, `list` … */
export function kindOf(value: Options[string] | undefined): string {
  return Array.isArray(value) ? 'list' : typeof value
}
