/** A text that may begin with a block of YAML. Lines are told by how many stand above. */
export interface FrontMatter {
  /** Without its fences; `undefined` if there is none. */
  readonly yaml: string | undefined
  /** Lines above the YAML. */
  readonly yamlLine: number
  readonly body: string
  /** Lines above the body. */
  readonly bodyLine: number
  /** It opens like front matter and is never closed; all is then body. */
  readonly unclosed: boolean
}

/**
 * Split a text into its front matter and body: YAML between `---` on the very first line and the next `---` or `...`,
 * as pandoc has it (https://pandoc.org/MANUAL.html#extension-yaml_metadata_block). Line ends are `\n`.
 */
export function frontMatter(text: string): FrontMatter {
  const none = {yaml: undefined, yamlLine: 0, body: text, bodyLine: 0, unclosed: false}
  const opening = /^---[ \t]*\n/.exec(text)
  // A blank line after the dashes makes them a thematic break.
  if (opening === null || /^[ \t]*\n/.test(text.slice(opening[0].length, opening[0].length + 200))) return none
  const from = opening[0].length
  const fence = /^(?:---|\.\.\.)[ \t]*$/gm
  fence.lastIndex = from
  const closing = fence.exec(text)
  if (closing === null)
    return {...none, unclosed: /^[\p{L}_][\p{L}\p{N}_-]*[ \t]*:/u.test(text.slice(from, from + 200))}
  const yaml = text.slice(from, closing.index)
  const bodyFrom = Math.min(text.length, closing.index + closing[0].length + 1)
  return {yaml, yamlLine: 1, body: text.slice(bodyFrom), bodyLine: lineFeeds(yaml) + 2, unclosed: false}
}

function lineFeeds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}
