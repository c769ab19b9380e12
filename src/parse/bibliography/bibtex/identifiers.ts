/** A value that is no text but an address or a number: TeX's escapes taken off, nothing else read. */
export function verbatim(value: string): string {
  if (!/[\\{}$]/.test(value)) return value.trim()
  return value
    .trim()
    .replace(/^\\(?:url|path|href|nolinkurl)\s*\{(.*)\}$/s, '$1')
    .replace(/\{?\\(?:textunderscore|_)(?:\{\})?\s?\}?/g, '_')
    .replace(/\\textasciitilde(?:\{\})?\s?|\\~\{\}|\\string~|\$\\sim\$/g, '~')
    .replace(/\\([%&#$_{}~^])/g, '$1')
    .replace(/[{}]/g, '')
    .trim()
}

/** A DOI without its resolver's address: `10.1000/182`. */
export function doiOf(value: string): string {
  return verbatim(value).replace(/^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|^doi:\s*/i, '')
}

/** An address, with spaces made safe. */
export function urlOf(value: string): string {
  return verbatim(value).replace(/\s+/g, '%20')
}

/** The address in `howpublished = {\url{https://…}}`, if it is one. */
export function urlWithin(howPublished: string): string | undefined {
  const bare = verbatim(howPublished)
  if (/^https?:\/\/\S+$/.test(bare)) return bare
  const command = /\\url\s*\{([^{}]*)\}|\\href\s*\{([^{}]*)\}/.exec(howPublished)
  const url = command === null ? undefined : verbatim(command[1] ?? command[2] ?? '')
  return url?.startsWith('http') === true ? url : undefined
}

const repositories: ReadonlyMap<string, string> = new Map([
  ['arxiv', 'https://arxiv.org/abs/'],
  ['googlebooks', 'https://books.google.com?id='],
  ['hal', 'https://hal.science/'],
  ['handle', 'https://hdl.handle.net/'],
  ['hdl', 'https://hdl.handle.net/'],
  ['jstor', 'https://www.jstor.org/stable/'],
  ['pubmed', 'https://www.ncbi.nlm.nih.gov/pubmed/']
])

/** Where a copy in a repository is found: `eprint` with `eprinttype`, or BibTeX's `archiveprefix`. */
export function eprintUrl(eprint: string, kind: string): string | undefined {
  const id = verbatim(eprint).replace(/^arxiv:/i, '')
  const address = repositories.get(kind.trim().toLowerCase())
  return address === undefined || id === '' ? undefined : address + id
}

/** Whether an eprint is one of arXiv's, named or by its form. */
export function isArxiv(eprint: string, kind: string): boolean {
  if (eprint === '') return false
  return kind === '' ? /^(?:arxiv:)|^\d{4}\.\d{4,5}(?:v\d+)?$/i.test(eprint.trim()) : /^arxiv$/i.test(kind.trim())
}
