import type {Group} from './groups.ts'

/** Part a text at a mark, where it stands in no braces, in no environment and behind no backslash. */
export function parts({text, at}: Group, mark: string): ReadonlyArray<Group> {
  const found: Array<Group> = []
  let from = 0
  let depth = 0
  for (let index = 0; index < text.length; index++) {
    if (depth === 0 && text.startsWith(mark, index)) {
      found.push({text: text.slice(from, index), at: at + from})
      index += mark.length - 1
      from = index + 1
    } else if (text[index] === '\\') {
      depth = Math.max(0, depth + change(text, index))
      index++
    } else if (text[index] === '{') depth++
    else if (text[index] === '}') depth = Math.max(0, depth - 1)
  }
  return [...found, {text: text.slice(from), at: at + from}]
}

/** How many environments a command opens. */
function change(text: string, index: number): number {
  if (text.startsWith('\\begin{', index)) return 1
  return text.startsWith('\\end{', index) ? -1 : 0
}
