import {decoded} from './entities.ts'

/** A heading of a page, as plain text. */
export interface PageHeading {
  readonly id: string | undefined
  readonly text: string
}

/** The headings of a page, in order: formulas as TeX, without the calls of notes. Linear in the length of the page. */
export function headings(html: string): ReadonlyArray<PageHeading> {
  return [...html.matchAll(/<h([1-6])(\s[^<>]*)?>([\s\S]*?)<\/h\1>/g)].map(([, , attributes = '', content = '']) => ({
    id: /\sid="([^"]*)"/.exec(attributes)?.[1],
    text: textOf(content)
  }))
}

function textOf(content: string): string {
  const tagless = content
    .replace(/<sup class="call">[\s\S]*?<\/sup>/g, '')
    .replace(/<math\b[\s\S]*?<\/math>/g, texOf)
    .replace(/<[^<>]*>/g, '')
  return decoded(tagless).replace(/\s+/g, ' ').trim()
}

function texOf(math: string): string {
  return /<annotation\b[^<>]*>([\s\S]*?)<\/annotation>/.exec(math)?.[1] ?? math
}
