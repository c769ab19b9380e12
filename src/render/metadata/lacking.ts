import type {Meta} from '../../model/meta.ts'
import type {Problem} from '../../model/problem.ts'

/** The complaint that a record (`what`) cannot do without a field of the front matter. */
export function lacking(format: string, what: string, field: string, {places}: Meta): Problem {
  return {
    id: `${format}-complete`,
    severity: 'error',
    reason: `Cannot find \`${field}\`, expected it for ${what}`,
    place: places.get(''),
    note: `Give \`${field}:\` in the front matter.`
  }
}
