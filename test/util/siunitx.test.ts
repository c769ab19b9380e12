import {toHtml} from 'hast-util-to-html'
import {describe, expect, it} from 'vitest'
import {packagesFor} from '../../src/render/latex/packages.ts'
import {mathml} from '../../src/util/mathml.ts'

/** What a formula shows. */
function shown(tex: string, macros = new Map<string, string>()): string {
  const made = mathml(tex, {display: false, macros})
  if (!('tree' in made)) return made.error
  const [markup = ''] = toHtml(made.tree).split('<annotation')
  return markup.replace(/<[^>]*>/g, '')
}

describe('quantities of siunitx', () => {
  it.each([
    ['\\SI{3}{\\metre\\per\\second}', '3ms−1'],
    ['\\qty[per-mode = power]{3.5e3}{\\kilo\\gram}', '3.5×103kg'],
    ['\\qty{9.81}{\\metre\\per\\second\\squared}', '9.81ms−2'],
    ['\\num{12345.67891}', '12345.67891'],
    ['\\num{1234 +- 5}', '1234±5'],
    ['\\si{\\square\\metre\\per\\kelvin\\tothe{4}}', 'm2K−4'],
    ['\\unit{kg.m/s^2}', 'kgm/s2'],
    ['\\ang{10;20;30}', '10°20′30″'],
    ['\\qtyrange{1}{2}{\\micro\\metre}', '1–2μm'],
    ['\\SIlist{1;2}{\\percent}', '1,2%'],
    ['\\qty{a + b}', '{a+b}']
  ])('%s', (tex, text) => {
    expect(shown(tex).replace(/\s+/g, '')).toBe(text)
  })

  it('are what the author says, where the author says it', () => {
    expect(shown('\\unit', new Map([['\\unit', 'u']]))).toBe('u')
  })

  it('bring the package, where LaTeX reads them', () => {
    expect(packagesFor('$\\qty[a = b]{1}{\\metre}$')).toEqual(['\\usepackage{siunitx}'])
    expect(packagesFor('$\\signal \\unitary$')).toEqual([])
  })
})
