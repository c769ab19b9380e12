import {describe, expect, test} from 'vitest'
import {build} from '../../src/build.ts'
import {partsOf} from '../support/docx.ts'
import {problemsOf, worldOf} from '../support/manuscript.ts'

/** What a manuscript is in one format; the parts of a Word document one after another. */
async function made(markdown: string, format: string): Promise<string> {
  const {output} = await build(worldOf(markdown), {to: [format]})
  const [path = '', bytes = new Uint8Array()] = [...output].find(([name]) => /paper\./.test(name)) ?? []
  return path.endsWith('.docx') ? Object.values(partsOf(bytes)).join('') : new TextDecoder().decode(bytes)
}

const lines = `\\begin{align}
a &= b \\label{eq:a} \\\\
c &= \\begin{cases} 1 \\\\ 2 \\end{cases} \\notag \\\\
e &= f \\tag{A*} \\label{eq:t} \\\\
g &= h \\label{eq:b}
\\end{align}

See (\\ref{eq:a}), \\eqref{eq:b}, @eq:t.
`

describe('lines of a formula, each with its number', () => {
  test('in text and Markdown', async () => {
    expect(await made(lines, 'text')).toContain(
      '    a &= b (1)\n    c &= \\begin{cases} 1 \\\\ 2 \\end{cases}\n    e &= f (A*)\n    g &= h (2)\n\nSee (1), (2), Equation\u00a0(A*).'
    )
    expect(await made(lines, 'markdown')).toContain('a &= b \\tag{1} \\\\\nc &= ')
  })

  test('in HTML, rows that links lead to', async () => {
    const html = await made(lines, 'html')
    expect(html.match(/<mtr id="[^"]*">|class="tml-tag">[^<]*/g)).toEqual([
      ...['<mtr id="eq:a">', 'class="tml-tag">(1)', '<mtr id="eq:t">', 'class="tml-tag">(A*)'],
      ...['<mtr id="eq:b">', 'class="tml-tag">(2)']
    ])
    expect(html).toContain('<a href="#eq:b">(2)</a>')
  })

  test('in JATS, a group of formulas', async () => {
    const jats = await made(lines, 'jats')
    expect(jats.match(/<disp-formula[^>]*>(?:<label>[^<]*)?/g)).toEqual([
      '<disp-formula-group>',
      '<disp-formula id="eq-a"><label>(1)',
      '<disp-formula>',
      '<disp-formula id="eq-t"><label>(A*)',
      '<disp-formula id="eq-b"><label>(2)'
    ])
  })

  test('in LaTeX, by its own counter', async () => {
    const latex = await made(lines, 'latex')
    expect(latex).toContain('a &= b \\label{eq:a} \\\\\n')
    expect(latex).toContain('\\notag \\\\\ne &= f \\tag{A*}\\label{eq:t} \\\\\ng &= h \\label{eq:b}\n\\end{align}')
  })

  test('in Word, a row each, its number a field', async () => {
    const docx = await made(lines, 'docx')
    expect(docx.match(/SEQ Equation/g)).toHaveLength(2)
    expect(docx).toContain('A*')
  })
})

describe('which formulas have a number', () => {
  test.each([
    ['$$a$$', '    a'],
    ['$$a$$ {#eq:a}', '    a (1)'],
    ['$$a \\tag{Q}$$', '    a (Q)'],
    ['\\begin{equation}\na\n\\end{equation}', '    a (1)'],
    ['\\begin{equation*}\na\n\\end{equation*}', '    a'],
    ['\\begin{equation}\na \\notag\n\\end{equation}', '    a'],
    ['\\begin{eqnarray}\na &=& b \\nonumber \\\\\nc &=& d\n\\end{eqnarray}', '    a &= b\n    c &= d (1)'],
    ['\\begin{gather*}\na \\\\\nb\n\\end{gather*}', '    \\begin{gathered}\n    a \\\\\n    b\n    \\end{gathered}'],
    ['\\begin{equation}\n\\begin{split}a \\\\ b\\end{split}\n\\end{equation}', '\\end{split} (1)'],
    ['\\begin{multline}\na \\\\\nb\n\\end{multline}', '\\end{gathered} (1)'],
    ['$$\\begin{aligned}a \\label{eq:a} \\\\ b \\\\ c \\label{eq:b}\\end{aligned}$$', '    a (1)\n    b\n    c (2)'],
    ['$$\\begin{align}a \\\\ b\\end{align}$$ {#eq:ab}', '\\end{aligned} (1)'],
    ['\\begin{align}\n\\begin{split}a \\\\ b\\end{split}\n\\end{align}', '\\end{split} (1)'],
    ['\\begin{alignat}{2}\na &= b & c &= d \\\\\ne &= f\n\\end{alignat}', '    a &= b & c &= d (1)\n    e &= f (2)'],
    [
      '\\begin{align}\na \\\\\n\\intertext{and *so*, by $x$,}\nb\n\\end{align}',
      '\\end{aligned} (1)\n\nand so, by x,\n\n    \\begin{aligned}\n    b\n    \\end{aligned} (2)'
    ]
  ])('%j', async (markdown, text) => {
    expect(await made(markdown, 'text')).toContain(text)
  })

  test('parts of one equation are lettered, and it has the number itself', async () => {
    const group =
      '\\begin{subequations}\\label{eq:all}\n\\begin{align}\na \\label{eq:a} \\\\\nb\n\\end{align}\n\\end{subequations}'
    const markdown = `$$x$$ {#eq:x}\n\n${group}\n\n$$y$$ {#eq:y}\n\n@eq:all, @eq:a, \\eqref{eq:y}.`
    expect(await made(markdown, 'text')).toContain(
      '    x (1)\n\n    a (2a)\n    b (2b)\n\n    y (3)\n\nEquation\u00a0(2), Equation\u00a0(2a), (3).'
    )
    expect(await made(markdown, 'latex')).toContain(
      '\\begin{subequations}\\label{eq:all}\n\\begin{align}\na \\label{eq:a} \\\\\nb\n\\end{align}\n\\end{subequations}\n\n\\begin{equation}\\label{eq:y}'
    )
    expect(await made(markdown, 'jats')).toMatch(/<disp-formula-group id="eq-all">.*rid="eq-all"/)
    expect(await made(markdown, 'html')).toMatch(/id="eq:all".*href="#eq:all"/s)
  })

  test('equations that a formula points at are numbers in it', async () => {
    const markdown = '$$x$$ {#eq:x}\n\n$$ a \\stackrel{\\eqref{eq:x}}{=} b \\quad \\text{by \\ref{eq:x}} $$'
    expect(await made(markdown, 'text')).toContain('\\stackrel{\\text{(1)}}{=} b \\quad \\text{by \\text{1}}')
    expect(await problemsOf('$$ a \\stackrel{\\eqref{eq:x}}{=} b $$')).toEqual(
      expect.arrayContaining([
        '1:16 label-resolves: Cannot find label `eq:x`, expected one that the manuscript defines'
      ])
    )
  })

  test('a label that two lines claim is told', async () => {
    expect(await problemsOf(lines.replace('eq:b', 'eq:a'))).toEqual(
      expect.arrayContaining([expect.stringContaining('label-unique')])
    )
  })
})

describe('notations', () => {
  test.each([
    [
      'MyST',
      '$$ x $$ (cross)\n\n[](#cross), {eq}`cross`, @cross',
      '    x (1)\n\nEquation\u00a0(1), (1), Equation\u00a0(1)'
    ],
    ['MyST', '$$\nx\n$$ (cross)\n\n{eq}`cross`', '    x (1)\n\n(1)'],
    ['MyST', '$$ x $$ (not one) but words', '    x\n\n(not one) but words'],
    ['GitHub', '```math\nx^2\n```', '    x^2'],
    ['GitHub', 'See $`x^2`$.', 'See x^2.'],
    ['pandoc', '```{.math #eq:a}\nx^2\n```\n\n@eq:a', '    x^2 (1)\n\nEquation\u00a0(1)']
  ])('of %s: %j', async (_, markdown, text) => {
    expect(await made(markdown, 'text')).toContain(text)
  })

  test.each([
    ['\\mbox{if $x$}', 'if'],
    ['\\ensuremath{x}', '<mi>x</mi>'],
    ['\\mathds{1}', '𝟙'],
    ['\\mathbbm{1}', '𝟙'],
    ['\\nicefrac{a}{2}', '<mi>/</mi>'],
    ['\\begin{array}{@{}l>{\\bf}p{2cm}@{}} a & b \\end{array}', '<mtable'],
    ['\\begin{cases*} a & if $x$ \\\\ b & else \\end{cases*}', 'else']
  ])('of LaTeX that papers use: %s', async (tex, shown) => {
    expect(await problemsOf(`$$ ${tex} $$`)).not.toContainEqual(expect.stringContaining('formula-reads'))
    const html = await made(`$$ ${tex} $$`, 'html')
    expect(html.slice(html.indexOf('<math'), html.indexOf('<annotation'))).toContain(shown)
  })

  test('of packages bring the package, and fonts that may be missing a stand-in', async () => {
    expect(await made('$\\mathds{1} \\nicefrac12$', 'latex')).toMatch(
      /\\IfFileExists\{dsfont\.sty\}\{\\usepackage\{dsfont\}\}\{\\newcommand\{\\mathds\}.*\n\\usepackage\{nicefrac\}/
    )
  })
})

describe('macros', () => {
  const definitions = `\\def\\R{\\mathbb{R}}
\\def\\f#1#2{\\frac{#1}{#2}}
\\newcommand\\N{\\mathbb{N}}
\\newcommand{\\x}[2][d]{#1_{#2}}
\\DeclareMathOperator*{\\argmin}{arg\\,min}
\\let\\oldphi\\phi
\\let\\phi\\varphi
\\providecommand{\\N}{no}

$$
\\newcommand{\\Q}{\\mathbb{Q}}
$$
`

  test.each([
    ['\\R', '<mi>ℝ</mi>'],
    ['\\f{1}{2}', '<mfrac><mn>1</mn><mn>2</mn></mfrac>'],
    ['\\N', '<mi>ℕ</mi>'],
    ['\\x{2}', '<msub><mi>d</mi><mn>2</mn></msub>'],
    ['\\x[\\beta]{2}', '<msub><mi>β</mi><mn>2</mn></msub>'],
    ['\\oldphi \\phi', '<mi>ϕ</mi><mi>φ</mi>'],
    ['\\Q', '<mi>ℚ</mi>']
  ])('defined in the text: %s', async (tex, mathml) => {
    const html = await made(`${definitions}\nSee $${tex}$.`, 'html')
    expect(html).toContain(mathml)
    expect(html).not.toContain('newcommand')
  })

  test('limits stand below a starred operator in a display', async () => {
    expect(await made(`${definitions}\n$$\\argmin_x$$`, 'html')).toMatch(/<munder><mi>arg.min<.mi>/)
  })

  test('defined for LaTeX’s preamble, and by MyST', async () => {
    const front = 'header-includes:\n  - \\newcommand{\\H}{\\mathbf{H}}\nmath:\n  \\K: \\mathbb{K}\n'
    expect(await made(`---\n${front}---\n\nSee $\\H\\K$.`, 'html')).toContain('<mi>𝐇</mi><mi>𝕂</mi>')
  })

  test('come before their use in LaTeX, with their defaults', async () => {
    const latex = await made(`${definitions}\n$\\x{2}\\oldphi$`, 'latex')
    expect(latex).toContain('\\providecommand{\\x}{}\\renewcommand{\\x}[2][{d}]{#1_{#2}}')
    expect(latex).toMatch(/\\let\\oldphi\\phi\n\\let\\phi\\varphi\n/)
  })

  test('a fault within one is told where it is used', async () => {
    expect(await problemsOf('\\def\\R{b\\nosuch}\n\n$aaa\\R$')).toContain(
      '3:5 formula-reads: Cannot read the formula: Unsupported function name: \\nosuch, in the macro `\\R`'
    )
  })
})
