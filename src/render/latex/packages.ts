/** Commands that a package of its own brings, beside `amsmath` and `amssymb`; few files need it. */
const packages: ReadonlyArray<readonly [RegExp, string]> = [
  [/\\sout\b/, 'ulem'],
  [/\\(?:bm|boldsymbol)\b/, 'bm'],
  [/\\(?:cancel|bcancel|xcancel)\b/, 'cancel'],
  [/\\(?:mathscr)\b/, 'mathrsfs'],
  [/\\(?:SI|SIrange|SIlist|si|num|numrange|numlist|qty|qtyrange|qtylist|unit|ang)(?:\[[^\]]*\])?\{/, 'siunitx'],
  [/\\(?:color|textcolor|colorbox)\b/, 'xcolor'],
  [
    /\\(?:coloneqq|eqqcolon|dblcolon|xleftrightarrow|prescript|mathclap|mathllap|mathrlap|underbracket|overbracket)\b|\\begin\{(?:[bpvBV]?matrix\*|[dr]cases)/,
    'mathtools'
  ]
]

/** The packages that a text asks for. */
export function packagesOf(text: string): ReadonlyArray<string> {
  return packages.flatMap(([command, name]) => (command.test(text) ? [name] : []))
}
