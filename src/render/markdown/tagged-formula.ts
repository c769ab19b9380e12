/** Environments of amsmath that number their lines, and take a tag within. */
const numbering = /\\end\{(?:align|alignat|eqnarray|equation|flalign|gather|multline)\*?\}\s*$/

/** TeX of a displayed formula with its number as a tag, where TeX wants it. */
export function taggedFormula(tex: string, number: string | undefined): string {
  if (number === undefined || /\\tag\b/.test(tex)) return tex
  const tag = `\\tag{${number}}`
  const end = numbering.exec(tex)
  return end === null ? `${tex} ${tag}` : `${tex.slice(0, end.index)} ${tag} ${end[0]}`
}
