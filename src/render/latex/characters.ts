/**
 * Characters that LaTeX prints as they are, in the encodings T1, TS1 and T2A: `t1enc.dfu`, `ts1enc.dfu` and `t2aenc.dfu`
 * of LaTeX 2022-11-01. Those outside T2A first, for Cyrillic is set in an encoding of its own.
 */
const latin = set(
  String.raw`\n\x20-\x7E`,
  String.raw`\u00A1-\u00AC\u00AE-\u00B7\u00B9-\u0125\u0128-\u0137\u0139-\u013E\u0141-\u0148\u014A-\u0165\u0168-\u017E`,
  String.raw`\u0192\u01C4-\u01D4\u01E2\u01E3\u01E6-\u01EB\u01F0\u01F4\u01F5\u0218-\u021B\u0232\u0233\u0237\u02C7\u02D8`,
  String.raw`\u02D9\u02DB\u02DD\u0E3F\u1E02\u1E03\u1E0D\u1E1E-\u1E21\u1E25\u1E30\u1E31\u1E37\u1E43\u1E45\u1E47\u1E5B`,
  String.raw`\u1E63\u1E6D\u1E8E-\u1E91\u1E9E\u1EF2\u1EF3\u200C\u2010-\u2016\u2018-\u201A\u201C-\u201E\u2020-\u2022\u2030`,
  String.raw`\u2031\u2039-\u203B\u203D\u2044\u204E\u2052\u20A1\u20A4\u20A6\u20A9\u20AB\u20AC\u20B1\u2103\u2116\u2117`,
  String.raw`\u211E\u2120\u2122\u2127\u212E\u2190-\u2193\u2422\u2423\u25E6\u25EF\u266A\u27E8\u27E9\u3008\u3009`,
  String.raw`\uFB00-\uFB06`
)
const cyrillic = set(
  String.raw`\u0400-\u045F\u0490-\u0493\u0496-\u049D\u04A0-\u04A5\u04AA\u04AB\u04AE-\u04B3\u04B6-\u04BB\u04C0-\u04C2`,
  String.raw`\u04D0-\u04DF\u04E2-\u04E9\u04EC-\u04F5\u04F8\u04F9`
)

/** What TeX writes for characters that its text fonts lack. */
const substitutes: ReadonlyMap<string, string> = new Map([
  ...pairs('ΓΔΘΛΞΠΣΥΦΨΩ', 'Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega'),
  ...pairs(
    'αβγδεζηθικλμνξπρςστυφχψωϑϕϖϱϵ',
    'alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho varsigma sigma tau upsilon varphi chi psi omega vartheta phi varpi varrho epsilon'
  ),
  ...pairs(
    '±∓≤≥≠≈≡∼≃≅∝∞∂∇∑∏∫√∈∉∋⊂⊃⊆⊇∩∪∧∨∀∃∅∘∙⋅≪≫⊕⊗⊥∥∠∴⟶⟵→←↔⇒⇐⇔↑↓↦⟹⇌ℓℏℜℑℵ⋮⋯≺≻△▽◇□■▲▼★✓✗∗⌊⌋⌈⌉',
    'pm mp leq geq neq approx equiv sim simeq cong propto infty partial nabla sum prod int surd in notin ni subset supset subseteq supseteq cap cup wedge vee forall exists emptyset circ bullet cdot ll gg oplus otimes perp parallel angle therefore longrightarrow longleftarrow rightarrow leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow uparrow downarrow mapsto Longrightarrow rightleftharpoons ell hbar Re Im aleph vdots cdots prec succ bigtriangleup bigtriangledown Diamond square blacksquare blacktriangle blacktriangledown bigstar checkmark times ast lfloor rfloor lceil rceil'
  ),
  ...[...'ΑΒΕΖΗΙΚΜΝΟΡΤΧο'].map((letter, index) => [letter, 'ABEZHIKMNOPTXo'[index] ?? ''] as const),
  ...pairs('άέήίύώ', 'acute\\alpha acute\\varepsilon acute\\eta acute\\iota acute\\upsilon acute\\omega'),
  ...[...'ΆΈΉΊΌΎό'].map((letter, index) => [letter, `\\'{${'AEHIOYo'[index] ?? ''}}`] as const),
  ...[...'⁰⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'].map((letter) => [letter, `\\textsuperscript{${letter.normalize('NFKC')}}`] as const),
  ...[...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₙ'].map((letter) => [letter, `\\textsubscript{${letter.normalize('NFKC')}}`] as const),
  ...[...'ℝℕℤℚℂℙ'].map((letter) => [letter, `\\ensuremath{\\mathbb{${letter.normalize('NFKC')}}}`] as const),
  ...[...'⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚'].map((letter) => [letter, letter.normalize('NFKC').replace('⁄', '/')] as const),
  // The letters oʻ and gʻ of Uzbek, and its tutuq belgisi.
  ['ʻ', '\\textquoteleft{}'],
  ['ʼ', '\\textquoteright{}'],
  ['…', '\\textellipsis{}'],
  ['ʹ', "\\ensuremath{'}"],
  ['‑', '\\mbox{-}'],
  ['−', '\\ensuremath{-}'],
  ['′', "\\ensuremath{'}"],
  ['″', "\\ensuremath{''}"],
  ['‴', "\\ensuremath{'''}"],
  ['●', '\\textbullet{}'],
  ['▪', '\\textbullet{}'],
  ['☐', '\\ensuremath{\\square}'],
  ['☑', '\\ensuremath{\\boxtimes}'],
  ['☒', '\\ensuremath{\\boxtimes}'],
  ['✔', '\\ensuremath{\\checkmark}'],
  ['○', '\\ensuremath{\\circ}'],
  ['Ħ', '\\={H}'],
  // Spaces of a width of their own.
  ['\u2002', '\\enskip{}'],
  ['\u2003', '\\quad{}'],
  ['\u2004', '\\ '],
  ['\u2005', '\\ '],
  ['\u2006', '\\,'],
  ['\u2007', '\\enskip{}'],
  ['\u2008', '\\,'],
  ['\u200A', '\\,'],
  ['\u205F', '\\,'],
  ['\u3000', '\\quad{}'],
  ['\u200B', '\\hspace{0pt}'],
  ['\u2060', '\\nobreak{}'],
  ['\uFE0E', ''],
  ['\uFE0F', ''],
  ['\u200D', ''],
  // Marks of direction: the text is set from left to right.
  ...[...'\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069'].map((mark) => [mark, ''] as const)
])

/** Whether LaTeX's own fonts hold a character, or all of several. */
export function isPrintable(letter: string): boolean {
  return [...letter].every((each) => latin.test(each) || cyrillic.test(each))
}

/** Cyrillic letters with what stands between them, which are set in an encoding of their own. */
export const cyrillicRuns = new RegExp(
  `${cyrillic.source}\\p{M}*(?:[ ,.:;\\u00AB\\u00BB–-]*${cyrillic.source}\\p{M}*)*`,
  'gu'
)

/** What a file says of the characters in it that pdfLaTeX does not know, and those for which it has no letter at all. */
export function declarations(text: string): {
  readonly lines: ReadonlyArray<string>
  readonly lacking: ReadonlyArray<string>
} {
  const strange = [...new Set(text)].filter((letter) => !isPrintable(letter)).sort()
  const lacking = strange.filter((letter) => !substitutes.has(letter))
  // Classes put headings into capitals.
  const capitals = strange.map((letter) => letter.toUpperCase()).filter((letter) => [...letter].length === 1)
  const declared = [...new Set([...strange, ...capitals])].filter((letter) => !isPrintable(letter)).sort()
  const lines = declared.map((letter) => {
    const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return `\\character{${code}}{${substitutes.get(letter) ?? `\\lacking{${code}}`}}`
  })
  return {lines, lacking}
}

function pairs(letters: string, commands: string): ReadonlyArray<readonly [string, string]> {
  const names = commands.split(' ')
  return [...letters].map((letter, index) => [letter, `\\ensuremath{\\${names[index]}}`] as const)
}

function set(...ranges: ReadonlyArray<string>): RegExp {
  return new RegExp(`[${ranges.join('')}]`, 'u')
}
