/** Text to put into a content stream, before the character at an offset. */
export interface Edit {
  readonly at: number
  readonly text: string
}

/** The content with what is put in; of two at one place the first comes first. */
export function edited(content: string, edits: ReadonlyArray<Edit>): string {
  const parts: Array<string> = []
  let copied = 0
  for (const {at, text} of [...edits].sort((one, next) => one.at - next.at)) {
    parts.push(content.slice(copied, at), text)
    copied = at
  }
  return [...parts, content.slice(copied)].join('')
}
