/** A change of a content stream: text put in before the character at an offset, in place of what stands there up to `end`. */
export interface Edit {
  readonly at: number
  /** `at` if nothing goes. */
  readonly end?: number
  readonly text: string
}

/** The content as changed; of two changes at one place the first comes first. */
export function edited(content: string, edits: ReadonlyArray<Edit>): string {
  const parts: Array<string> = []
  let copied = 0
  for (const {at, end = at, text} of [...edits].sort((one, next) => one.at - next.at)) {
    parts.push(content.slice(copied, at), text)
    copied = Math.max(copied, end)
  }
  return [...parts, content.slice(copied)].join('')
}
