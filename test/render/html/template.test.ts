import {describe, expect, it} from 'vitest'
import type {Problem} from '../../../src/model/problem.ts'
import type {Template} from '../../../src/model/template.ts'
import {createTemplate} from '../../../src/render/html/template.ts'

function fill(files: Readonly<Record<string, string>>, data: Readonly<Record<string, unknown>> = {}) {
  const problems: Array<Problem> = []
  const template: Template = {
    id: 'mine',
    name: 'Mine',
    style: 'apa',
    numberSections: false,
    rules: new Map(),
    settings: {},
    sources: [],
    files: new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]))
  }
  const text = createTemplate(template, (problem) => void problems.push(problem))('a.html', data)
  return {
    text,
    problems: problems.map(
      ({reason, place}) => `${place?.file}:${place?.start?.line}:${place?.start?.column} ${reason}`
    )
  }
}

describe('a template', () => {
  it('escapes text, gives markup as it is, and quotes strings of CSS', () => {
    const {text} = fill({'a.html': '{{ x }} {{ x | raw }} {{ y | css }}'}, {x: '<b>&"', y: '"}</style>\\\n'})
    expect(text).toBe('&lt;b&gt;&amp;&#34; <b>&" "\\22 }\\3c /style\\3e \\5c \\a "')
  })

  it('includes its own files and no others', () => {
    expect(fill({'a.html': "{% include 'b.html' %}", 'b.html': 'B'}).text).toBe('B')
    expect(fill({'a.html': "x\n{% include '../../package.json' %}"}).problems).toEqual([
      'templates/mine/a.html:2:1 Cannot fill in the template: Failed to lookup "../../package.json" in "."'
    ])
  })

  it.each([
    ['{{ nothing }}', '1:4 Cannot fill in the template: undefined variable: nothing'],
    ['\n {% for %}', '2:2 Cannot fill in the template: illegal tag: {% for %}'],
    ['{{ x | unknown }}', '1:1 Cannot fill in the template: undefined filter: unknown'],
    ['{{ "now" | date }}', '1:1 Cannot fill in the template: undefined filter: date'],
    ['{{ x.constructor }}', '1:4 Cannot fill in the template: undefined variable: x.constructor'],
    ['{% if x %}', '1:1 Cannot fill in the template: tag {% if x %} not closed']
  ])('reports the place of a mistake: %j', (source, message) => {
    const {text, problems} = fill({'a.html': source}, {x: {}})
    expect(text).toBeUndefined()
    expect(problems).toEqual([`templates/mine/a.html:${message}`])
  })

  it('comes to an end', () => {
    const endless = fill({
      'a.html': '{% for i in (1..100000000) %}{% for j in (1..100000000) %}x{% endfor %}{% endfor %}'
    })
    expect(endless.text).toBeUndefined()
    expect(fill({'a.html': "{% include 'a.html' %}"}).text).toBeUndefined()
  })

  it('says that a file is missing', () => {
    expect(fill({}).problems).toEqual([
      'templates/mine/a.html:undefined:undefined Cannot fill in the template: Failed to lookup "a.html" in "."'
    ])
  })
})
