const rules: ReadonlyArray<readonly [RegExp, string]> = [
  [/\*\*([^*\n]+)\*\*/g, '<b>$1</b>'],
  [/(?<![\p{L}\p{N}*])\*([^*\s](?:[^*\n]*[^*\s])?)\*(?![\p{L}\p{N}*])/gu, '<i>$1</i>'],
  [/(?<![\p{L}\p{N}_])_([^_\s](?:[^_\n]*[^_\s])?)_(?![\p{L}\p{N}_])/gu, '<i>$1</i>'],
  [/\^([^\s^]+)\^/g, '<sup>$1</sup>'],
  [/(?<!~)~([^\s~]+)~(?!~)/g, '<sub>$1</sub>'],
  [/\[([^\]\n]*)\]\{\.nocase\}/g, '<span class="nocase">$1</span>'],
  [/\[([^\]\n]*)\]\{\.smallcaps\}/g, '<span style="font-variant:small-caps;">$1</span>']
]
/** Fields whose characters are their own. */
const verbatim: ReadonlySet<string> = new Set(
  'DOI ISBN ISSN PMCID PMID URL citation-key doi id isbn issn language type url'.split(' ')
)
/** Longer texts are not looked through for markup. */
const longest = 20_000

/** An item whose texts are Markdown, as pandoc reads CSL-YAML, with the markup of CSL-JSON in its place. */
export function markedUp(value: unknown): unknown {
  if (typeof value === 'string') return value.length > longest ? value : marked(value)
  if (Array.isArray(value)) return value.map(markedUp)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, verbatim.has(key) ? part : markedUp(part)])
  )
}

function marked(text: string): string {
  if (!/[*_^~[\\]/.test(text)) return text
  // Escaped marks wait in the private use area until the others have been read.
  const hidden = text.replace(/\\([!-/:-@[-`{-~])/g, (_, char: string) =>
    String.fromCharCode(0xe000 + char.charCodeAt(0))
  )
  const read = rules.reduce((done, [pattern, replacement]) => done.replace(pattern, replacement), hidden)
  return read.replace(/[\uE021-\uE07E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xe000))
}
