import fc from 'fast-check'

/** What a field may not hold, or would be read as markup in some format. */
const pieces = [
  '<',
  '>',
  '&',
  ']]>',
  '\\',
  '%',
  '{',
  '}',
  '$',
  '#',
  '_',
  '^',
  '~',
  '"',
  "'",
  '`',
  '*',
  '[',
  ']',
  '|',
  '@',
  '--',
  '<!--',
  '-->',
  '</script>',
  '</article-title>',
  '\\end{document}',
  '&amp;',
  '%0A',
  'ER  - ',
  '{{ title }}',
  '{% raw %}',
  '\u0000',
  '\u0001',
  '\u001B[2J',
  '\u007F',
  '\u0085',
  '\u202E',
  '\u2066',
  '\uFFFE',
  '\uD800',
  '\uDC00',
  'é',
  'Ўзбек',
  '日本',
  '😀',
  ' ',
  'x'.repeat(10_000)
]
/** A few of them in a row. */
export const payload = fc.array(fc.constantFrom(...pieces), {minLength: 1, maxLength: 5}).map((parts) => parts.join(''))

/** Letters of their own around a text, so that it is found again. */
export const framed = (text: string) => `Qalpha${text}Qomega`

/** A text as Markdown that says it. */
export const escaped = (text: string) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&')

/** What everybody sees of a text: no control characters, no marks of direction, no halves of characters, no space. */
export function seen(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Z}\uFFFD\uFFFE\uFFFF\\]/gu, '').normalize('NFKC')
}
