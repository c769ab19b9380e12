/** An ORCID iD without its address, `0000-0002-1825-0097`; what is none is left as written, for a rule to see. */
export function orcidOf(text: string): string {
  const bare = text
    .trim()
    .replace(/^(?:https?:\/\/)?(?:www\.)?orcid\.org\//i, '')
    .replace(/\/$/, '')
  const digits = bare.replace(/[\s-]/g, '').toUpperCase()
  return /^\d{15}[\dX]$/.test(digits) ? digits.replace(/(.{4})(?=.)/g, '$1-') : bare
}

/** A DOI without its address or `doi:`. */
export function doiOf(text: string): string {
  return text.trim().replace(/^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)/i, '')
}

/** The address of a ROR record, from it or from its nine characters alone; else as written. */
export function rorOf(text: string): string {
  const id = /^(?:(?:https?:\/\/)?(?:www\.)?ror\.org\/)?(0[a-z0-9]{8})\/?$/i.exec(text.trim())?.[1]
  return id === undefined ? text.trim() : `https://ror.org/${id.toLowerCase()}`
}
