/** Commands that a package of its own brings, beside `amsmath` and `amssymb`; few files need it. */
const packages: ReadonlyArray<readonly [RegExp, string]> = [
  [/\\sout(?![A-Za-z])/, 'ulem'],
  [/\\(?:bm|boldsymbol)(?![A-Za-z])/, 'bm'],
  [/\\(?:cancel|bcancel|xcancel)(?![A-Za-z])/, 'cancel'],
  [/\\(?:mathscr)(?![A-Za-z])/, 'mathrsfs'],
  [/\\(?:SI|SIrange|SIlist|si|num|numrange|numlist|qty|qtyrange|qtylist|unit|ang)(?:\[[^\]]*\])?\{/, 'siunitx'],
  [/\\(?:color|textcolor|colorbox)(?![A-Za-z])/, 'xcolor'],
  [/\\mathds(?![A-Za-z])/, 'dsfont'],
  [/\\mathbbm(?![A-Za-z])/, 'bbm'],
  [/\\nicefrac(?![A-Za-z])/, 'nicefrac'],
  [/\\sfrac(?![A-Za-z])/, 'xfrac'],
  [/\\slashed(?![A-Za-z])/, 'slashed'],
  [/\\xspace(?![A-Za-z])/, 'xspace'],
  [
    /\\(?:coloneqq|eqqcolon|dblcolon|xleftrightarrow|prescript|mathclap|shortintertext|mathllap|mathrlap|underbracket|overbracket)(?![A-Za-z])|\\begin\{(?:[bpvBV]?matrix\*|[dr]?cases\*|[dr]cases)/,
    'mathtools'
  ]
]

/** Fonts that small installations have not: what stands in for their command there. */
const standIns: ReadonlyMap<string, string> = new Map([
  ['bbm', '\\newcommand{\\mathbbm}[1]{\\mathbf{#1}}'],
  ['dsfont', '\\newcommand{\\mathds}[1]{\\mathbf{#1}}']
])

/** The lines of a preamble that load the packages that a text asks for. */
export function packagesFor(text: string): ReadonlyArray<string> {
  return packages.flatMap(([command, name]) => {
    if (!command.test(text)) return []
    const loaded = `\\usepackage${name === 'ulem' ? '[normalem]' : ''}{${name}}`
    const standIn = standIns.get(name)
    return [standIn === undefined ? loaded : `\\IfFileExists{${name}.sty}{${loaded}}{${standIn}}`]
  })
}
