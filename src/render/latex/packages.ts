/** Commands that a package of its own brings, beside `amsmath` and `amssymb`; few files need it. */
const packages: ReadonlyArray<readonly [RegExp, string]> = [
  [/\\begin\{sideways(?:figure|table)\*?\}/, 'rotating'],
  [/\\begin\{landscape\}/, 'pdflscape'],
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
  [/\\(?:ce|pu)\{/, 'mhchem'],
  [/\\(?:Braket|[sS]et)(?![A-Za-z])/, 'braket'],
  [
    /\\up(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega)(?![A-Za-z])/,
    'upgreek'
  ],
  [/\\(?:[lr]lbracket|rrbracket|mapsfrom|lightning|interleave|sslash)(?![A-Za-z])/, 'stmaryrd'],
  [/\\(?:oiiint|fint|sqint)(?![A-Za-z])/, 'esint'],
  [/\\iddots(?![A-Za-z])/, 'mathdots'],
  [/\\(?:odv|pdv)(?![A-Za-z])/, 'derivative'],
  [
    /\\(?:vcentcolon|[Cc]oloneqq?|[Ee]qq?colon|dblcolon|[Cc]olonapprox|[Cc]olonsim|xleftrightarrow|prescript|mathclap|shortintertext|mathllap|mathrlap|underbracket|overbracket)(?![A-Za-z])|\\begin\{(?:[bpvBV]?matrix\*|[dr]?cases\*|[dr]cases)/,
    'mathtools'
  ]
]

/** Fonts that small installations have not: what stands in for their command there. */
const standIns: ReadonlyMap<string, string> = new Map([
  ['bbm', '\\newcommand{\\mathbbm}[1]{\\mathbf{#1}}'],
  ['dsfont', '\\newcommand{\\mathds}[1]{\\mathbf{#1}}']
])

const options: ReadonlyMap<string, string> = new Map([
  ['mhchem', '[version=4]'],
  ['ulem', '[normalem]']
])

/** What must be said after a package: AMS's classes and ACM's would have turned floats at the edge of the page. */
const settings: ReadonlyMap<string, string> = new Map([
  ['rotating', '\\setlength{\\rotFPtop}{0pt plus 1fil}\\setlength{\\rotFPbot}{0pt plus 1fil}']
])

/** The lines of a preamble that load the packages that a text asks for. */
export function packagesFor(text: string): ReadonlyArray<string> {
  return packages.flatMap(([command, name]) => {
    if (!command.test(text)) return []
    const loaded = `\\usepackage${options.get(name) ?? ''}{${name}}${settings.get(name) ?? ''}`
    const standIn = standIns.get(name)
    return [standIn === undefined ? loaded : `\\IfFileExists{${name}.sty}{${loaded}}{${standIn}}`]
  })
}
