import type {Section} from '../../model/nodes.ts'
import type {SectionRole} from '../../model/section-role.ts'

/** The values that JATS 1.3 suggests for `@sec-type`, and those of JATS4R for what authors declare. */
const types: Readonly<Partial<Record<SectionRole, string>>> = {
  'ai-use': 'ai-use',
  cases: 'cases',
  'code-availability': 'code-availability',
  'competing-interests': 'coi-statement',
  conclusion: 'conclusions',
  consent: 'informed-consent',
  contributions: 'author-contributions',
  'data-availability': 'data-availability',
  discussion: 'discussion',
  ethics: 'ethics-statement',
  funding: 'funding-statement',
  introduction: 'intro',
  materials: 'materials',
  methods: 'methods',
  results: 'results',
  subjects: 'subjects',
  'supplementary-material': 'supplementary-material'
}

/** `@sec-type` of a section; each of several counts: “Results and discussion” is `results|discussion`. */
export function sectionType({roles = []}: Pick<Section, 'roles'>): string | undefined {
  const found = roles.flatMap((role) => types[role] ?? [])
  return found.length === 0 ? undefined : found.join('|')
}
