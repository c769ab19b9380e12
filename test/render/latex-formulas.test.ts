import {expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import {definitions} from '../../src/render/latex/formula-commands.ts'
import {compile, has} from '../support/latex.ts'
import {worldOf} from '../support/manuscript.ts'

const compiles = await has('latexmk')
const formulas = Object.entries(definitions).map(([name, body]) => {
  const values = body.includes('#2') ? '{x}{y}' : body.includes('#1') ? '{x}' : ''
  return `$a \\${name}${values} b$`
})

async function latexOf(body: string) {
  const made = await build(worldOf(`---\ntitle: Formulas\nauthor: Ada Marsh\n---\n\n# One\n\n${body}\n`), {
    to: ['latex']
  })
  return {...made, tex: new TextDecoder().decode(made.output.get('latex/paper.tex'))}
}

it('defines the commands that readers of the web page have and LaTeX has not, those alone that are used', async () => {
  const {tex, problems} = await latexOf(formulas.join(', '))
  expect(problems.filter(({id}) => id === 'formula-reads')).toEqual([])
  for (const name of Object.keys(definitions))
    expect(tex).toMatch(new RegExp(`(?:provide|renew)command\\{\\\\${name}\\}`))
  expect((await latexOf('$\\sin x$')).tex).not.toContain('\\providecommand{\\arg')
})

it('compiles them', {timeout: 120_000}, async (context) => {
  if (!compiles) return context.skip('needs latexmk')
  const {output} = await latexOf(`${formulas.join(', ')}. In $\\LaTeX$.`)
  expect((await compile(output)).faults).toEqual([])
})

it.each([
  ['\\ce{H2O}', '\\usepackage[version=4]{mhchem}'],
  ['\\set{x | x > 0}', '\\usepackage{braket}'],
  ['\\upalpha', '\\usepackage{upgreek}'],
  ['\\pdv{f}{x}', '\\usepackage{derivative}'],
  ['\\llbracket x \\rrbracket', '\\usepackage{stmaryrd}'],
  ['a \\vcentcolon b', '\\usepackage{mathtools}']
])('loads what has %s', async (formula, line) => {
  expect((await latexOf(`$${formula}$`)).tex).toContain(line)
  expect((await latexOf('$x$')).tex).not.toContain(line)
})
