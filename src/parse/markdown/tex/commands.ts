/** What a command of LaTeX is followed by. */
export interface Shape {
  /** How many groups in braces it takes. */
  readonly groups: number
  /** It may have groups in brackets before them, or `anywhere` between and behind them. */
  readonly optional?: boolean | 'anywhere'
  /** It defines another, whose name need not stand in braces. */
  readonly defines?: boolean
  /** A space behind it ends its name, and is none of the text. */
  readonly spaced?: boolean
}

const one: Shape = {groups: 1}
const none: Shape = {groups: 0}

/** Commands whose text is set otherwise, and how. */
export const styled: ReadonlyMap<
  string,
  'delete' | 'emphasis' | 'strong' | 'subscript' | 'superscript' | `.${string}`
> = new Map([
  ['emph', 'emphasis'],
  ['textit', 'emphasis'],
  ['textsl', 'emphasis'],
  ['textbf', 'strong'],
  ['textsc', '.smallcaps'],
  ['underline', '.underline'],
  ['uline', '.underline'],
  ['sout', 'delete'],
  ['textsuperscript', 'superscript'],
  ['textsubscript', 'subscript']
])

/** Commands whose text stands as it is. */
export const plain: ReadonlySet<string> = new Set(['mbox', 'textnormal', 'textrm', 'textsf', 'textup'])

/** Code, its group as typed. */
export const typed: ReadonlySet<string> = new Set(['texttt'])

/** natbib's and biblatex's commands, and how pandoc reads each. */
export const citing: ReadonlyMap<string, 'names' | 'narrative' | 'parenthetical' | 'year'> = new Map([
  ...[
    'cite',
    'citep',
    'citealp',
    'parencite',
    'autocite',
    'footcite',
    'supercite',
    'Citep',
    'Parencite',
    'Autocite'
  ].map((name) => [name, 'parenthetical'] as const),
  ...['citet', 'citealt', 'textcite', 'Citet', 'Textcite'].map((name) => [name, 'narrative'] as const),
  ...['citeyear', 'citeyearpar'].map((name) => [name, 'year'] as const),
  ...['citeauthor', 'Citeauthor', 'citefullauthor'].map((name) => [name, 'names'] as const)
])

/** LaTeX's headings, and how deep each is (as pandoc has it). */
export const sectioning: ReadonlyMap<string, 1 | 2 | 3 | 4 | 5> = new Map([
  ['part', 1],
  ['chapter', 1],
  ['section', 1],
  ['subsection', 2],
  ['subsubsection', 3],
  ['paragraph', 4],
  ['subparagraph', 5]
])

/** The one whose number is a page's. */
export const paging = 'pageref'

/** LaTeX's, hyperref's and cleveref's references: whether the word stands before the number, and in capitals. */
export const referring: ReadonlyMap<
  string,
  {readonly bare: boolean; readonly capitalised: boolean; readonly unbracketed?: boolean}
> = new Map([
  [paging, {bare: true, capitalised: false}],
  ['ref', {bare: true, capitalised: false, unbracketed: true}],
  ['eqref', {bare: true, capitalised: false}],
  ['autoref', {bare: false, capitalised: true}],
  ['cref', {bare: false, capitalised: false}],
  ['Cref', {bare: false, capitalised: true}]
])

/** Commands that define others, which formulas use. */
export const defining: ReadonlySet<string> = new Set([
  ...['DeclareMathOperator', 'DeclareRobustCommand', 'newcommand', 'providecommand', 'renewcommand'],
  ...['def', 'edef', 'gdef', 'let', 'xdef']
])

/** Names and signs. */
export const signs: ReadonlyMap<string, string> = new Map([
  ['LaTeX', 'LaTeX'],
  ['TeX', 'TeX'],
  ['LaTeXe', 'LaTeX2e'],
  ['BibTeX', 'BibTeX'],
  ['ldots', '…'],
  ['dots', '…'],
  ['textellipsis', '…'],
  ['textendash', '–'],
  ['textemdash', '—'],
  ['textbackslash', '\\'],
  ['textregistered', '®'],
  ['texttrademark', '™'],
  ['copyright', '©'],
  ['textdegree', '°'],
  ['S', '§'],
  ['P', '¶'],
  ['pounds', '£'],
  ['euro', '€']
])

/** Letters, which take the white space behind them with them. */
export const letters: ReadonlyMap<string, string> = new Map([
  ...[...'ßæÆœŒøØåÅłŁıȷ'].map(
    (letter, at) =>
      [['ss', 'ae', 'AE', 'oe', 'OE', 'o', 'O', 'aa', 'AA', 'l', 'L', 'i', 'j'][at] ?? '', letter] as const
  )
])

/** Where lines and pages end and what is listed: the template's to say. */
export const layout: ReadonlySet<string> = new Set([
  ...['newpage', 'pagebreak', 'clearpage', 'cleardoublepage', 'newline', 'linebreak', 'noindent', 'indent', 'par'],
  ...[
    'smallskip',
    'medskip',
    'bigskip',
    'vfill',
    'hfill',
    'centering',
    'raggedright',
    'maketitle',
    'appendix',
    'frontmatter',
    'mainmatter',
    'backmatter'
  ],
  ...[
    'listoffigures',
    'listoftables',
    'listoflistings',
    'tableofcontents',
    'doublespacing',
    'onehalfspacing',
    'singlespacing'
  ],
  ...[
    'tiny',
    'scriptsize',
    'footnotesize',
    'small',
    'normalsize',
    'large',
    'Large',
    'protect',
    'sloppy',
    'FloatBarrier'
  ]
])

/** The same, with a length in braces. */
export const spacing: ReadonlySet<string> = new Set([
  ...['vspace', 'hspace', 'phantom', 'thispagestyle', 'pagestyle', 'theoremstyle'],
  ...['bibliographystyle', 'enlargethispage', 'setstretch']
])

/** Accents by commands of letters, and what combines with the letter in their group. */
export const accented: ReadonlySet<string> = new Set(['b', 'c', 'd', 'H', 'k', 'r', 't', 'u', 'v'])

/** Commands by the shape they have; what they say is read by their names. */
const shapes: ReadonlyMap<string, Shape> = new Map([
  ['href', {groups: 2}],
  ...['url', 'footnote', 'label', 'citetext', 'nocite', 'input', 'include'].map((name) => [name, one] as const),
  ['includegraphics', {groups: 1, optional: true}],
  ['footnotetext', {groups: 1, optional: true}],
  ['footnotemark', {groups: 0, optional: true}],
  ['newtheorem', {groups: 2, optional: 'anywhere'}]
])

/** How a command that is understood goes on; `undefined` if it is not. */
export function shapeOf(name: string): Shape | undefined {
  if (letters.has(name)) return {groups: 0, spaced: true}
  if (signs.has(name) || layout.has(name)) return none
  if (citing.has(name) || sectioning.has(name)) return {groups: 1, optional: true}
  const own = shapes.get(name)
  if (own !== undefined) return own
  if (accented.has(name)) return one
  if (defining.has(name)) return {groups: 2, defines: true}
  const known = styled.has(name) || plain.has(name) || typed.has(name) || referring.has(name) || spacing.has(name)
  return known ? one : undefined
}
