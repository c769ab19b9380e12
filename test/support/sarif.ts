import * as v from 'valibot'

const count = v.pipe(v.number(), v.integer(), v.minValue(1))
const message = v.strictObject({text: v.pipe(v.string(), v.nonEmpty())})
const level = v.picklist(['none', 'note', 'warning', 'error'])
/** A reference of RFC 3986: nothing in it that needs escaping. */
const uri = v.pipe(v.string(), v.regex(/^(?:[\w\-.~!$&'()*+,;=:@/?#[\]]|%[0-9A-F]{2})+$/))

const region = v.pipe(
  v.strictObject({
    startLine: count,
    startColumn: v.optional(count),
    endLine: v.optional(count),
    endColumn: v.optional(count)
  }),
  v.check(({startLine, endLine = startLine}) => endLine >= startLine, 'ends before it starts'),
  v.check(
    ({startLine, endLine = startLine, startColumn = 1, endColumn}) =>
      endLine > startLine || endColumn === undefined || endColumn >= startColumn,
    'ends before it starts'
  )
)
const physicalLocation = v.strictObject({artifactLocation: v.strictObject({uri}), region: v.optional(region)})

const rule = v.strictObject({
  id: v.pipe(v.string(), v.nonEmpty()),
  shortDescription: v.optional(message),
  help: v.optional(v.strictObject({text: v.string(), markdown: v.string()})),
  defaultConfiguration: v.optional(v.strictObject({level}))
})

const result = v.strictObject({
  ruleId: v.string(),
  ruleIndex: v.pipe(v.number(), v.integer(), v.minValue(0)),
  level,
  message,
  locations: v.array(v.strictObject({physicalLocation})),
  relatedLocations: v.optional(v.array(v.strictObject({id: v.number(), physicalLocation, message})))
})

const unique = (ids: ReadonlyArray<string>) => new Set(ids).size === ids.length

const run = v.strictObject({
  tool: v.strictObject({
    driver: v.strictObject({
      name: v.string(),
      version: v.string(),
      semanticVersion: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+/)),
      rules: v.pipe(
        v.array(rule),
        v.check((rules) => unique(rules.map(({id}) => id)), 'a rule twice')
      )
    })
  }),
  columnKind: v.picklist(['utf16CodeUnits', 'unicodeCodePoints']),
  invocations: v.array(
    v.strictObject({
      executionSuccessful: v.boolean(),
      exitCode: v.number(),
      toolExecutionNotifications: v.optional(v.array(v.strictObject({level, message})))
    })
  ),
  results: v.array(result)
})

/** The part of SARIF 2.1.0’s schema that we write, and nothing beside it; each result names its rule by id and index alike. */
export const sarifLog = v.strictObject({
  $schema: v.pipe(v.string(), v.url()),
  version: v.literal('2.1.0'),
  runs: v.array(
    v.pipe(
      run,
      v.check(
        ({tool, results}) => results.every(({ruleId, ruleIndex}) => tool.driver.rules[ruleIndex]?.id === ruleId),
        'a result of another rule'
      )
    )
  )
})
