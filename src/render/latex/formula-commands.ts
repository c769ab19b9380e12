/** Other names of a command: `larr` of `leftarrow`. */
const aliases: Readonly<Record<string, string>> = {
  Downarrow: 'dArr Darr',
  Im: 'image',
  Leftarrow: 'lArr Larr',
  Leftrightarrow: 'hArr Harr lrArr Lrarr',
  Re: 'real',
  Rightarrow: 'rArr Rarr',
  S: 'sect',
  Uparrow: 'uArr Uarr',
  aleph: 'alef alefsym',
  bullet: 'bull',
  cdot: 'sdot',
  clubsuit: 'clubs',
  ddagger: 'Dagger',
  diamondsuit: 'diamonds',
  downarrow: 'darr',
  exists: 'exist',
  heartsuit: 'hearts',
  in: 'isin',
  infty: 'infin',
  langle: 'lang',
  leftarrow: 'larr',
  leftrightarrow: 'harr lrarr',
  pm: 'plusmn',
  rangle: 'rang',
  rightarrow: 'rarr',
  spadesuit: 'spades',
  subset: 'sub',
  subseteq: 'sube',
  supseteq: 'supe',
  uparrow: 'uarr',
  vartheta: 'thetasym',
  wp: 'weierp'
}

/** Functions that are called as they are named. */
const operators = 'Res Tr arcctg arctg ch cosec cotg ctg cth erf rank sgn sh tg th tr'

/** Greek letters that look as Latin ones do, by those. */
const capitals = 'Alpha A Beta B Chi X Epsilon E Eta H Iota I Kappa K Mu M Nu N Omicron O Rho P Tau T Zeta Z'

/** What is said between parts of a formula, with quads about it. */
const words = 'all and as assume else even for given if in integer let odd or otherwise since then unless using'

/** What each stands for. */
export const definitions: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(aliases).flatMap(([name, others]) => others.split(' ').map((other) => [other, `\\${name}`]))
  ),
  ...Object.fromEntries(operators.split(' ').map((name) => [name, `\\operatorname{${name}}`])),
  ...Object.fromEntries(
    capitals.match(/\w+ \w/g)?.map((pair) => [pair.slice(0, -2), `\\mathrm{${pair.at(-1)}}`]) ?? []
  ),
  ...Object.fromEntries(words.split(' ').map((word) => [`q${word}`, `\\quad\\text{${word}}\\quad`])),
  Bqty: '\\left\\{#1\\right\\}',
  Bra: '\\left\\langle#1\\right|',
  Complex: '\\mathbb{C}',
  Ket: '\\left|#1\\right\\rangle',
  N: '\\mathbb{N}',
  PV: '\\operatorname{P.V.}',
  R: '\\mathbb{R}',
  Reals: '\\mathbb{R}',
  Z: '\\mathbb{Z}',
  abs: '\\left\\vert#1\\right\\vert',
  absolutevalue: '\\left\\vert#1\\right\\vert',
  acomm: '\\left\\{#1,#2\\right\\}',
  anticommutator: '\\left\\{#1,#2\\right\\}',
  argmax: '\\operatorname*{arg\\,max}',
  argmin: '\\operatorname*{arg\\,min}',
  bqty: '\\left[#1\\right]',
  bra: '\\mathinner{\\langle{#1}|}',
  braket: '\\mathinner{\\langle{#1}\\rangle}',
  cnums: '\\mathbb{C}',
  comm: '\\left[#1,#2\\right]',
  commutator: '\\left[#1,#2\\right]',
  cp: '\\mathbin{\\boldsymbol\\times}',
  cross: '\\mathbin{\\boldsymbol\\times}',
  crossproduct: '\\mathbin{\\boldsymbol\\times}',
  curl: '\\boldsymbol\\nabla\\mathbin{\\boldsymbol\\times}',
  dd: '\\text{d}',
  derivative: '\\frac{\\text{d}{#1}}{\\text{d}{#2}}',
  differential: '\\text{d}',
  divergence: '\\boldsymbol\\nabla\\boldsymbol\\cdot',
  dotproduct: '\\mathbin{\\boldsymbol\\cdot}',
  dotsx: '\\ldots\\,',
  dv: '\\frac{\\text{d}{#1}}{\\text{d}{#2}}',
  eqdef: '\\overset{\\text{def}}{=}',
  ev: '\\left\\langle{#1}\\right\\rangle',
  eval: '\\left.#1\\right\\vert',
  evaluated: '\\left.#1\\right\\vert',
  expectationvalue: '\\left\\langle{#1}\\right\\rangle',
  expval: '\\left\\langle{#1}\\right\\rangle',
  fdv: '\\frac{\\delta{#1}}{\\delta{#2}}',
  functionalderivative: '\\frac{\\delta{#1}}{\\delta{#2}}',
  grad: '\\boldsymbol\\nabla',
  gradient: '\\boldsymbol\\nabla',
  gt: '>',
  innerproduct: '\\left\\langle{#1}\\mid{#2}\\right\\rangle',
  ket: '\\mathinner{|{#1}\\rangle}',
  laplacian: '\\nabla^2',
  lBrace: '\\{\\mskip-6mu\\{',
  lt: '<',
  natnums: '\\mathbb{N}',
  norm: '\\left\\Vert#1\\right\\Vert',
  notni: '\\not\\ni',
  omicron: 'o',
  order: '\\mathcal{O}\\left(#1\\right)',
  partialderivative: '\\frac{\\partial{#1}}{\\partial{#2}}',
  pb: '\\left\\{#1,#2\\right\\}',
  plim: '\\operatorname*{plim}',
  poissonbracket: '\\left\\{#1,#2\\right\\}',
  pqty: '\\left(#1\\right)',
  principalvalue: '\\mathcal{P}',
  pv: '\\mathcal{P}',
  qc: '\\text{,}\\quad',
  qcc: '\\quad\\text{c.c.}\\quad',
  qcomma: '\\text{,}\\quad',
  qq: '\\quad\\text{#1}\\quad',
  qqtext: '\\quad\\text{#1}\\quad',
  quantity: '\\left\\{#1\\right\\}',
  questeq: '\\overset{?}{=}',
  rBrace: '\\}\\mskip-6mu\\}',
  reals: '\\mathbb{R}',
  va: '\\vec{\\boldsymbol{#1}}',
  var: '\\delta',
  variation: '\\delta',
  vb: '\\boldsymbol{#1}',
  vdot: '\\boldsymbol\\cdot',
  vectorarrow: '\\vec{\\boldsymbol{#1}}',
  vectorbold: '\\boldsymbol{#1}',
  vectorunit: '\\boldsymbol{\\hat{#1}}',
  vqty: '\\left\\vert#1\\right\\vert',
  vu: '\\boldsymbol{\\hat{#1}}'
}

/**
 * Commands that formulas may hold, for Temml reads them, and LaTeX has not: those of KaTeX, of the package physics, and
 * functions as they are named in the east of Europe. Lines of a preamble for those that a text uses; what a class has stays.
 */
export function commandsFor(text: string): ReadonlyArray<string> {
  const used = new Set(text.match(/\\[A-Za-z]+/g))
  return Object.entries(definitions).flatMap(([name, body]) => {
    if (!used.has(`\\${name}`)) return []
    // In text it is the letter thorn.
    if (name === 'th')
      return [`\\AtBeginDocument{\\let\\thorn\\th\\renewcommand{\\th}{\\ifmmode${body}\\else\\thorn\\fi}}`]
    const count = body.includes('#2') ? '[2]' : body.includes('#1') ? '[1]' : ''
    return [`\\providecommand{\\${name}}${count}{${body}}`]
  })
}
