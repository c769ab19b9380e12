import * as v from 'valibot'
import {describe, expect, it} from 'vitest'
import {github} from '../../src/cli/github.ts'
import type {Summary} from '../../src/cli/json.ts'
import {sarif} from '../../src/cli/sarif.ts'
import type {Problem} from '../../src/model/problem.ts'
import {WorldError} from '../../src/model/world.ts'
import {rules} from '../../src/validate/index.ts'
import {session} from '../support/host.ts'
import {sarifLog} from '../support/sarif.ts'

const head = '---\ntitle: A title\nauthor: Ada Lovelace\nabstract: What it says.\nkeywords: [one, two, three]\n---\n\n'
const bad = {'paper.md': `${head}# A section\n\nAs @nobody1999 says.\n`}
const pathOf = (file: string) => `manuscript/${file}`

function summaryOf(problem: Partial<Problem>, failure?: WorldError): Summary {
  const whole = {id: 'citation-resolves', severity: 'error', reason: 'Cannot', ...problem} as const
  return {exit: 1, manuscript: 'manuscript', outputs: [], problems: [whole], failure}
}

function logOf(summary: Summary) {
  return v.parse(sarifLog, JSON.parse(sarif(summary, {rules, pathOf})))
}

describe('offprint check --format github', () => {
  it('tells a workflow of each problem at its place', async () => {
    const {stdout, code} = await session(['check', '--format', 'github'], {files: bad})
    expect(stdout.split('\n')[0]).toBe(
      '::error file=manuscript/paper.md,line=10,endLine=10,col=5,endColumn=15,title=citation-resolves::' +
        'Cannot find reference `nobody1999`, expected a bibliography that holds it%0A' +
        'help: Name one in the front matter: `bibliography: references.bib`.'
    )
    expect(code).toBe(1)
  })

  it('escapes what would end a property, a line or a command', () => {
    const place = {file: 'a,b:c%.md', start: {line: 2, column: 1}, end: {line: 3, column: 4}}
    const summary = summaryOf({severity: 'info', reason: '100 %\r\n::stop-commands::x\u001B[2J', place})
    expect(github(summary, pathOf)).toBe(
      '::notice file=manuscript/a%2Cb%3Ac%25.md,line=2,endLine=3,title=citation-resolves::' +
        '100 %25%0A::stop-commands::xU+001B[2J\n'
    )
  })

  it('tells of a machine that failed', () => {
    const printed = github(
      summaryOf({severity: 'warning'}, new WorldError('Cannot write', {note: 'Make room.'})),
      pathOf
    )
    expect(printed).toContain('::warning title=citation-resolves::Cannot\n')
    expect(printed).toContain('::error title=offprint::Cannot write%0Ahelp: Make room.\n')
  })

  it('is for builds too', async () => {
    const {stdout, stderr} = await session(['build', '--to', 'html', '--format', 'github'], {files: bad})
    expect(stdout).toMatch(/^::error .*\n(?:::.*\n)*build\/paper\.html {2}\d+ kB\n$/)
    expect(stderr).toContain('1 error')
  })
})

describe('offprint check --format sarif', () => {
  it('prints a log of SARIF 2.1.0, rules and all', async () => {
    const {stdout, stderr, code} = await session(['check', '--format', 'sarif'], {files: bad})
    const log = v.parse(sarifLog, JSON.parse(stdout))
    const [{tool, results, invocations} = expect.fail('no run')] = log.runs
    expect(tool.driver.rules.map(({id}) => id)).toEqual(rules.map(({id}) => id))
    expect(tool.driver.rules.every(({help}) => help?.text.includes('For example'))).toBe(true)
    expect(invocations).toEqual([{executionSuccessful: true, exitCode: 1}])
    expect(results).toContainEqual(
      expect.objectContaining({
        ruleId: 'citation-resolves',
        level: 'error',
        locations: [
          {
            physicalLocation: {
              artifactLocation: {uri: 'manuscript/paper.md'},
              region: {startLine: 10, startColumn: 5, endLine: 10, endColumn: 15}
            }
          }
        ]
      })
    )
    expect(stderr).toBe('')
    expect(code).toBe(1)
  })

  it('takes problems of no rule, without a place, and with two', () => {
    const {runs} = logOf(
      summaryOf({id: 'yaml-valid', cause: {file: 'été 100%/\uD800.md', start: {line: 1, column: 2}}})
    )
    expect(runs[0]?.tool.driver.rules.at(-1)).toEqual({id: 'yaml-valid'})
    expect(runs[0]?.results[0]?.locations).toEqual([])
    expect(runs[0]?.results[0]?.relatedLocations?.[0]?.physicalLocation.artifactLocation.uri).toBe(
      'manuscript/%C3%A9t%C3%A9%20100%25/%EF%BF%BD.md'
    )
  })

  it('lets no text be a placeholder or a link', () => {
    const {runs} = logOf(summaryOf({reason: 'See {0} and [here](https://example.org)', expected: ['a{b}']}))
    expect(runs[0]?.results[0]?.message.text).toBe('See {{0}} and [here\\](https://example.org)\nexpected: `a{b}`')
  })

  it('tells of a machine that failed', async () => {
    const {runs} = logOf(summaryOf({}, new WorldError('Cannot write')))
    expect(runs[0]?.invocations[0]).toMatchObject({executionSuccessful: false})
  })
})

describe('offprint check --format', () => {
  it('is `json` by its other name', async () => {
    const [one, other] = await Promise.all([
      session(['check', '--format', 'json'], {files: bad}),
      session(['check', '--json'], {files: bad})
    ])
    expect(one.stdout).toBe(other.stdout)
    expect(JSON.parse(one.stdout)).toMatchObject({exit: 1})
  })

  it.each([
    [['check', '--format', 'xml'], 'Allowed choices are text, github, sarif, json'],
    [['check', '--format', 'sarif', '--json'], 'Unexpected `--json` beside `--format sarif`']
  ])('refuses %j', async (argv, words) => {
    const {code, stderr} = await session(argv, {files: bad})
    expect(stderr).toContain(words)
    expect(code).toBe(2)
  })
})
