import {describe, expect, it} from 'vitest'
import {frame} from '../../src/cli/frame.ts'
import {plain} from '../../src/cli/plain.ts'
import {problemText, tally} from '../../src/cli/problem-text.ts'
import type {Problem} from '../../src/model/problem.ts'

const options = {sources: new Map([['a.md', 'one\n\ttwo three\n']]), pathOf: (file: string) => file, colour: plainly}
const problem: Problem = {id: 'promise-kept', severity: 'warning', reason: 'Unexpected `three`'}

describe('problemText', () => {
  it('shows the place, what was expected, how to mend it and the other place', () => {
    const place = {file: 'a.md', start: {line: 2, column: 6}, end: {line: 2, column: 11}}
    const cause = {file: 'b.md', start: {line: 1, column: 1}}
    const text = problemText([{...problem, place, expected: ['four', 'five'], note: 'Count.', cause}], options)
    expect(text).toBe(
      [
        'a.md:2:6 warning Unexpected `three` promise-kept',
        '  2 |   two three',
        '    |       ^^^^^',
        '  expected: `four`, `five`',
        '  see: b.md:1:1',
        '  help: Count.',
        ''
      ].join('\n')
    )
  })

  it('sorts by place, and says once what holds of several', () => {
    const at = (line: number) => ({...problem, place: {file: 'c.md', start: {line, column: 1}}})
    const text = problemText([...[30, 4, 200, 4].map(at), {...problem, id: 'other'}], options)
    expect(text).toBe(
      [
        'warning Unexpected `three` other',
        '',
        'c.md:4:1 warning Unexpected `three` promise-kept',
        '  also at: c.md:30:1, c.md:200:1',
        ''
      ].join('\n')
    )
  })

  it('stops at twenty of a kind', () => {
    const many = Array.from({length: 1500}, (_, index) => ({...problem, reason: `Unexpected \`${index}\``}))
    const text = problemText(many, options)
    expect(text.match(/warning/g)).toHaveLength(20)
    expect(text).toContain('… and 1,480 more of promise-kept')
  })
})

describe('frame', () => {
  const at = (line: number, from: number, to: number) => ({
    file: 'a.md',
    start: {line, column: from},
    end: {line, column: to}
  })

  it('cuts a long line around the place', () => {
    const found = frame(`${'x'.repeat(5_000_000)}HERE${'y'.repeat(1000)}`, at(1, 5_000_001, 5_000_005), 60)
    expect(found?.line.length).toBeLessThan(65)
    expect(found?.line.slice(found.marks.indexOf('^'), found.marks.length)).toBe('HERE')
  })

  it('counts columns as a terminal does', () => {
    expect(frame('漢字 e\u0301 x', at(1, 7, 8), 60)).toEqual({line: '漢字 e\u0301 x', marks: '       ^'})
  })

  it('goes on to the end of the line where the place does', () => {
    expect(frame('one two\nthree', {...at(1, 5, 0), end: {line: 2, column: 3}}, 60)?.marks).toBe('    ^^^')
  })

  it('knows of no line that is not there', () => {
    expect(frame('one', at(9, 1, 2), 60)).toBeUndefined()
    expect(frame('one', {file: 'a.md'}, 60)).toBeUndefined()
    expect(frame('one', at(1, 99, 120), 60)?.marks).toBe('   ^')
  })
})

describe('plain', () => {
  it('shows what would command a terminal or turn the text around', () => {
    expect(plain('a\u001B[31mb\u202Ec\r\n\td')).toBe('aU+001B[31mbU+202Ec\n\td')
  })
})

describe('tally', () => {
  it('counts by severity', () => {
    expect(tally([problem, problem, {...problem, severity: 'error'}])).toBe('1 error, 2 warnings')
    expect(tally([])).toBeUndefined()
  })
})

function plainly(_: string, text: string): string {
  return text
}
