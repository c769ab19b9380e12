import {describe, expect, test} from 'vitest'
import {build} from '../../src/build.ts'
import {check, worldOf} from '../support/manuscript.ts'

/** What can be pointed at, each in the notations of pandoc-crossref and Quarto. */
const things = `
# Intro {#sec:intro}

Text.

# Methods {#sec-methods}

## Sampling {#sec:sampling}

Text.

# Plain {.unnumbered #sec:plain}

![A.](a.png){#fig:a}

![B.](a.png){#fig:b}

![C.](a.png){#fig-c}

<div id="fig:d">

![D, in a division.](a.png)

</div>

| a |
|---|
| b |

: One. {#tbl:a}

| a |
|---|
| b |

: Two. {#tbl-b}

$$ x $$ {#eq:a}

$$ y $$ {#eq-b}

\`\`\`{#lst:a .python caption="Code"}
x
\`\`\`

::: {.theorem #thm-a}
T.
:::

::: {.lemma #lem:a}
L.
:::

::: {#fig:whole}
![One](a.png){#fig:one}

![Two](a.png){#fig:two}

Both.
:::

![S.](a.png){#fig:s .supplementary}

![T.](a.png){#fig:t .supplementary}

![No number.](a.png){#fig:none .unnumbered}

![Tagged.](a.png){#fig:tagged tag="B.1"}

![U.](a.png){#fig:u .supplementary}

| a |
|---|
| b |

: Three. {#tbl:s .supplementary}

$$ z $$ {#eq:s .supplementary}

\`\`\`{#lst:s .python .supplementary caption="More"}
x
\`\`\`

::: {#fig:four}
![One](a.png){#fig:four-a}

![Two](a.png){#fig:four-b}

![Three](a.png){#fig:four-c}

All.
:::

![Own.](a.png){#fig:own label="F"}

[$$ w $$]{#eq:own label="E"}

[$$ v $$]{label="joss"}

: Five.
  []{label="joss-table"}

| a |
|---|
| b |

::: {.proof #prf-a}
P.
:::

Note.[^n] Note.\\footnote{\\label{noted} Text.}

[^n]: Text.

# Data {#sec:data .appendix}

Text.

# Code {#app:code}

Text.

# Forms {#apx-forms}

Text.
`

const ranges =
  '[@fig:a; @fig:b; @fig-c], [@fig:four-a; @fig:four-b; @fig:four-c], [@fig:s; @fig:t; @fig:u], [@sec:data; @app:code; @apx-forms], @fn:n'

/** The paragraph of a text in which things are pointed at, as plain text prints it. */
async function printed(text: string, language = 'en'): Promise<string> {
  const markdown = `---\nlang: ${language}\n---\n\n§ ${text}\n${things}`
  const {output} = await build(worldOf(markdown), {to: ['text']})
  const lines = new TextDecoder().decode(output.get('paper.txt')).split('\n')
  const line = lines.find((each) => each.startsWith('§')) ?? ''
  return line.slice(2).replaceAll('\u00A0', ' ')
}

describe('cross-references', () => {
  test.each([
    // pandoc-crossref
    ['@fig:a', 'Figure 1'],
    ['@Fig:a', 'Figure 1'],
    ['[@fig:a]', 'Figure 1'],
    ['[-@fig:a]', '1'],
    ['@tbl:a, @eq:a, @lst:a', 'Table 1, Equation (1), Listing 1'],
    ['@sec:intro, @sec:sampling', 'Section 1, Section 2.1'],
    ['[-@eq:a]', '(1)'],
    ['[@fig:a; @fig:b]', 'Figures 1 and 2'],
    ['[@fig:a; @fig:b; @fig-c]', 'Figures 1–3'],
    ['[@fig:d; @fig:a; @fig:b]', 'Figures 1, 2 and 4'],
    ['[-@fig:a; -@fig:b]', '1 and 2'],
    ['[@eq:a; @eq-b]', 'Equations (1) and (2)'],
    ['[@fig:a; @tbl:a]', 'Figure 1 and Table 1'],
    ['[Figs. @fig:a; @fig:b]', 'Figs. 1 and 2'],
    ['@fig:whole, @fig:one, [@fig:one; @fig:two]', 'Figure 5, Figure 5a, Figures 5a and 5b'],
    ['@fig:s, [@fig:s; @fig:t]', 'Figure S1, Figures S1 and S2'],
    ['@sec:data', 'Appendix A'],
    ['@sec:plain', '“Plain”'],
    ['@app:code, @apx-forms, [@sec:data; @app:code; @apx-forms]', 'Appendix B, Appendix C, Appendices A–C'],
    ['@tbl:s, @eq:s, @lst:s, [@fig:s; @fig:t; @fig:u]', 'Table S1, Equation (S1), Listing S1, Figures S1–S3'],
    ['[@fig:four-a; @fig:four-b; @fig:four-c]', 'Figures 6a–c'],
    ['[@fig:one; @fig:four-a; @fig:four-b]', 'Figures 5a, 6a and 6b'],
    ['@fn:n, [-@fn:n], [](#noted)', 'note 1, 1, Note 2'],
    ['@fig:own, @eq:own, @fig:tagged', 'Figure F, Equation (E), Figure B.1'],
    // pandoc-xnos, and Manubot with it
    ['*@fig:a, +@fig:a, !@fig:a, {@fig:a}B, {!@fig:a}', 'Figure 1, Figure 1, 1, Figure 1B, 1'],
    ['[*@fig:a], [+@fig:a], [!@fig:a]', 'Figure 1, Figure 1, 1'],
    // JOSS
    ['\\autoref{joss}, \\ref{joss-table}', 'Equation (3), 3'],
    ['{prf:ref}`prf-a`, @prf-a', 'Proof, Proof'],
    // Quarto
    ['@fig-c, @tbl-b, @eq-b, @sec-methods', 'Figure 3, Table 2, Equation (2), Section 2'],
    ['@thm-a, @lem:a', 'Theorem 1, Lemma 1'],
    // MyST
    ['{ref}`fig:a`, {numref}`tbl:a`, {eq}`eq:a`', 'Figure 1, Table 1, (1)'],
    ['{numref}`Fig. %s <fig:a>`, {ref}`words <fig:a>`', 'Fig. 1, words'],
    ['[](#fig:a), [](#eq:a)', 'Figure 1, Equation (1)'],
    ['@joss, [@joss], [-@joss]', 'Equation (3), Equation (3), (3)'],
    // LaTeX
    ['Fig. \\ref{fig:a}, (\\ref{eq:a}), \\eqref{eq:a}', 'Fig. 1, (1), (1)'],
    ['\\autoref{fig:a}, \\cref{fig:a,fig:b}, \\Cref{tbl:a}', 'Figure 1, Figures 1 and 2, Table 1']
  ])('%s', async (text, words) => {
    expect(await printed(text)).toBe(words)
  })

  test.each([
    ['ru', 'Слово, @fig:a. Слово. @fig:a, ср. @fig:a; @Fig:a', 'Слово, рис. 1. Слово. Рис. 1, ср. рис. 1; Рис. 1'],
    ['ru', '[@tbl:a; @tbl-b], @eq:a', 'табл. 1 и 2, (1)'],
    ['de', '@fig:a, @tbl:a', 'Abbildung 1, Tabelle 1'],
    ['uz', '@fig:a, @tbl:a', '1-rasm, 1-jadval'],
    ['uz-Cyrl', '@fig:a, @tbl:a', '1-расм, 1-жадвал'],
    ['fr', '@fig:a, @tbl:a', 'figure 1, tableau 1'],
    ['en', ranges, 'Figures 1–3, Figures 6a–c, Figures S1–S3, Appendices A–C, note 1'],
    ['ru', `См. ${ranges}`, 'См. рис. 1–3, рис. 6a–c, рис. S1–S3, прил. A–C, прим. 1'],
    ['uz', `Bu ${ranges}`, 'Bu 1–3-rasmlar, 6a–c-rasmlar, S1–S3-rasmlar, A–C-ilovalar, 1-izoh'],
    ['de', ranges, 'Abbildungen 1–3, Abbildungen 6a–c, Abbildungen S1–S3, Anhänge A–C, Anmerkung 1'],
    ['fr', `Voir ${ranges}`, 'Voir figures 1–3, figures 6a–c, figures S1–S3, annexes A–C, note 1']
  ])('in the words of %s: %s', async (language, text, words) => {
    expect(await printed(text, language)).toBe(words)
  })

  test('at the start of a paragraph begin with a capital', async () => {
    const {output} = await build(worldOf('---\nlang: ru\n---\n\n@fig:a дан.\n\n![A.](a.png){#fig:a}'), {to: ['text']})
    expect(new TextDecoder().decode(output.get('paper.txt'))).toContain('Рис.\u00A01 дан.')
  })

  test('to what is missing are marked and told, with the nearest labels', async () => {
    expect(await printed('@fig:aa')).toBe('[?fig:aa]')
    const {problems} = await check(`@fig:ab\n${things}`)
    const found = problems.find(({id}) => id === 'label-resolves')
    expect(found).toMatchObject({severity: 'error', place: {start: {line: 1, column: 2}}})
    expect(found?.expected).toContain('fig:a')
  })

  test('to what two things claim are told where the second stands, and lead to the first', async () => {
    const {problems} = await check('@fig:a\n\n![A.](a.png){#fig:a}\n\n![B.](b.png){#fig:a}')
    const found = problems.find(({id}) => id === 'label-unique')
    expect(found).toMatchObject({severity: 'error', place: {start: {line: 5, column: 1}}})
  })

  test.each([
    ['@fn:none', '1:2'],
    ['\\ref{none}', '1:6'],
    ['\\cref{fig:none}', '1:7'],
    ['{ref}`none`', '1:7'],
    ['[see @app:none]', '1:7'],
    ['{prf:ref}`none`', '1:11']
  ])('to what is missing is told at its place: %s', async (text, place) => {
    const {problems} = await check(text)
    const found = problems.filter(({id}) => id === 'label-resolves').map((each) => each.place?.start)
    expect(found.map((start) => `${start?.line}:${start?.column}`)).toEqual([place])
  })

  test('to notes and proofs lead there in every format', async () => {
    const text = '@fn:n, {prf:ref}`prf-a`.[^n]\n\n[^n]: Text.\n\n::: {.proof #prf-a}\nP.\n:::'
    const {output} = await build(worldOf(text), {to: ['html', 'jats']})
    const read = (path: string) => new TextDecoder().decode(output.get(path)).replaceAll('\u00A0', ' ')
    expect(read('paper.html')).toContain('<a href="#note-1">Note 1</a>, <a href="#prf-a">Proof</a>')
    expect(read('paper.xml')).toContain('<xref ref-type="fn" rid="fn-n">Note 1</xref>')
    expect(read('paper.xml')).toMatch(/rid="prf-a">Proof<\/xref>.*id="prf-a"/)
  })
})
