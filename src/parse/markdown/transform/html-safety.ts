import type {Element} from 'hast'
import type {Place} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'

/** Elements that a printed article has no use for, or that could do harm; they go with all they hold. */
const dropped: ReadonlySet<string> = new Set(
  (
    'applet area audio base basefont bgsound button canvas command datalist dialog embed form frame frameset iframe ' +
    'input keygen link map marquee math meta meter noembed noframes noscript object optgroup option param portal ' +
    'progress script select slot source style svg template textarea title track video'
  ).split(' ')
)

/** Report what of an element cannot be taken over; `false` if it goes with all it holds. */
export function isTaken(element: Element, place: Place | undefined, report: Report): boolean {
  const {tagName, properties} = element
  if (dropped.has(tagName)) {
    const note = 'It is left out; say it in Markdown, or leave it to the template.'
    report({
      id: 'html-taken',
      severity: 'warning',
      reason: `Cannot take over the HTML element \`<${shown(tagName)}>\``,
      place,
      note
    })
    return false
  }
  const handlers = Object.keys(properties).filter((name) => /^on/i.test(name))
  for (const name of handlers) {
    const reason = `Unexpected \`${shown(name.toLowerCase())}\` on the HTML element \`<${shown(tagName)}>\``
    report({
      id: 'html-taken',
      severity: 'warning',
      reason,
      place,
      note: 'No code of a manuscript runs; it is left out.'
    })
  }
  return true
}

/** Report an element that is not HTML's; what it holds stays. */
export function unknown(name: string, place: Place | undefined, report: Report): void {
  const reason = `Unexpected HTML element \`<${shown(name)}>\``
  const note = 'Its tags are left out and the text between them stays; write `\\<` where a less-than sign is meant.'
  report({id: 'html-taken', severity: 'warning', reason, place, note})
}

/** Report a tag, such as `<b>`, whose other, such as `</b>`, is not there. */
export function unpaired(tag: string, other: string, place: Place | undefined, report: Report): void {
  const reason = `Unexpected \`${shown(tag)}\` without \`${shown(other)}\``
  const note = 'It marks up nothing; write `\\<` where a less-than sign is meant.'
  report({id: 'html-taken', severity: 'warning', reason, place, note})
}

function shown(name: string): string {
  return name.length > 40 ? `${name.slice(0, 39)}…` : name
}
