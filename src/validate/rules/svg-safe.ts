import {placeOf} from '../../model/place.ts'
import type {Finding, Report} from '../../model/problem.ts'
import {pictureOf} from '../../util/asset.ts'
import {namedImageType} from '../../util/image-type.ts'
import {nodesOf} from '../../util/nodes.ts'
import type {Rule} from '../rule.ts'

export const svgSafe: Rule = {
  id: 'svg-safe',
  about:
    'A drawing holds no script and asks for nothing outside itself: neither works in print, and both endanger readers.',
  severity: 'warning',
  defaults: {},
  check(article, report) {
    const seen = new Map<string, ReadonlyArray<Finding>>()
    for (const node of nodesOf(article)) {
      if (node.type !== 'image' || namedImageType(node.url) !== 'svg') continue
      const asset = pictureOf(article.assets, node)
      if (asset.kind !== 'found') continue
      const {path, bytes} = asset.source
      const findings = seen.get(path) ?? faultsOf(path, new TextDecoder().decode(bytes))
      seen.set(path, findings)
      for (const finding of findings) report({...finding, place: placeOf(node)})
    }
  },
  examples: [
    {
      markdown: 'See ![a square](a.svg).',
      files: {'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><rect id="r"/><use href="#r"/></svg>'},
      problems: []
    },
    {
      markdown: 'See ![a square](a.svg).',
      files: {'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'},
      problems: ['1:5 Unexpected script in `a.svg`, expected a drawing alone']
    },
    {
      markdown: 'See ![a square](a.svg).',
      files: {'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'},
      problems: ['1:5 Unexpected script in `a.svg`, expected a drawing alone']
    },
    {
      markdown: 'See ![a square](a.svg).',
      files: {'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://example.org/a.png"/></svg>'},
      problems: ['1:5 Unexpected reference to `https://example.org/a.png` in `a.svg`, expected all parts inside it']
    },
    {
      markdown: 'See ![a square](a.svg).',
      files: {
        'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><style>@import url(//example.org/a.css);</style></svg>'
      },
      problems: ['1:5 Unexpected reference to `//example.org/a.css` in `a.svg`, expected all parts inside it']
    }
  ]
}

function faultsOf(path: string, svg: string): ReadonlyArray<Finding> {
  const findings: Array<Finding> = []
  const report: Report<Finding> = (finding) => void findings.push(finding)
  if (isScripted(svg))
    report({
      reason: `Unexpected script in \`${path}\`, expected a drawing alone`,
      note: 'It is never run. Export the drawing anew, as plain SVG.'
    })
  for (const address of new Set([...loaded(svg)].slice(0, mostAddresses)))
    report({
      reason: `Unexpected reference to \`${address}\` in \`${path}\`, expected all parts inside it`,
      note: 'It is not loaded. Embed fonts and pictures when exporting the drawing.'
    })
  return findings
}

/** One drawing need not fill the screen. */
const mostAddresses = 5

/** A start tag: its local name and its attributes. A well-formed one holds no `<`. */
const startTag = /<(?:[\w-]+:)?([\w-]+)([^<>]*)>/g

function isScripted(svg: string): boolean {
  for (const [, name = '', attributes = ''] of svg.matchAll(startTag)) {
    if (name.toLowerCase() === 'script') return true
    if (/\son[a-z]+\s*=|["'\s]javascript:/i.test(attributes)) return true
  }
  return false
}

/** Addresses of what a viewer would load; a link is not loaded. */
function* loaded(svg: string): Generator<string> {
  for (const [, name = '', attributes = ''] of svg.matchAll(startTag)) {
    if (name === 'a') continue
    for (const [, , address = ''] of attributes.matchAll(/\s(?:[\w-]+:)?(?:href|src)\s*=\s*(["'])(.*?)\1/g))
      if (isExternal(address)) yield address
  }
  for (const [, address = ''] of svg.matchAll(/\burl\(\s*["']?([^"')\s]{1,2000})/g))
    if (isExternal(address)) yield address
}

function isExternal(address: string): boolean {
  return !/^\s*(?:#|data:|$)/i.test(address)
}
