import type {FontSource} from '../model/manuscript.ts'
import {textFamilies} from '../model/template.ts'
import type {World} from '../model/world.ts'
import {WorldError} from '../model/world.ts'
import {isHeld} from '../util/held-characters.ts'
import {type Family, families, inCode, mathematical, rare} from './fonts-known.ts'
import {mathFont} from './math-font/index.ts'

/** What a page asks of its fonts. */
export interface FontNeeds {
  /** The page's style sheet: the families, weights and slopes it names are the ones embedded. */
  readonly css: string
  /** All characters that the page shows. */
  readonly text: string
  readonly math: boolean
  /** What of the text is code. */
  readonly code: string
  readonly italic: boolean
  readonly boldItalic: boolean
  /** The author's own. */
  readonly own?: ReadonlyArray<FontSource> | undefined
}

/** A file of a font, as it stands in a page. */
export interface Face {
  readonly family: Family
  readonly subset: string
  readonly weight: number
  readonly style: 'italic' | 'normal'
  readonly range: string
}

/** `@font-face` rules that hold the fonts themselves: only the subsets, weights and slopes that a page uses. Throws a `WorldError` if a font is not installed. */
export async function fontFaces(given: FontNeeds, resources: World['resources']): Promise<string> {
  const needs = {...given, text: lettersOf(given.text), code: lettersOf(given.code)}
  const faces = facesOf(needs)
  const rules = await Promise.all(faces.map((face) => ruleOf(face, needs, resources)))
  return [...rules, ...emptyFaces(needs, faces), ...ownFaces(needs)].join('\n')
}

/**
 * Faces that hold nothing, for the families that a style sheet names and a page does not need: a machine would lend its own of that name,
 * or what it takes for the same, as Linux takes Liberation Serif for Tinos.
 */
function emptyFaces({css}: FontNeeds, faces: ReadonlyArray<Face>): ReadonlyArray<string> {
  const held = new Set(faces.map(({family}) => family.name))
  const absent = families.filter((family) => names(css, family) && !held.has(family.name))
  return absent.map(({name}) => `@font-face{font-family:"${name}";unicode-range:U+0;src:url(data:,)}`)
}

/** Each character of a text once: a page is a thousand times as long. */
function lettersOf(text: string): string {
  const usual = Array.from({length: 0x7f - 0x20}, (_, index) => String.fromCharCode(0x20 + index))
  const others = text.replace(/[ -~]+/g, '')
  return [...usual.filter((letter) => text.includes(letter)), ...new Set(others)].join('')
}

/** What the author's own fonts are called together: of one weight for one name, they could not stand in for another. */
const ownName = 'Own Letters'

/** A style sheet that asks the author's own fonts for what those at hand lack. */
export function withOwn(css: string, own: FontNeeds['own'] = []): string {
  if (own.length === 0) return css
  const names = families
    .filter(({when, name}) => when !== 'math' && when !== 'signs' && css.includes(`"${name}"`))
    .map(({name}) => name)
  return names.reduce((sheet, name) => sheet.replaceAll(`"${name}"`, `"${name}", "${ownName}"`), css)
}

/** The author's own fonts, for the letters that those at hand lack. Weight and slope are what a file's name tells. */
function ownFaces({own = [], text, css}: FontNeeds): ReadonlyArray<string> {
  const named = textFamilies.filter((family) => css.includes(`"${family}`))
  const isLacking = (letter: string) => !isHeld(letter) || named.some((family) => !isHeld(letter, family))
  const lacking = own.length === 0 ? [] : [...text].filter(isLacking)
  if (lacking.length === 0) return []
  const points = lacking.map((letter) => letter.codePointAt(0) ?? 0).sort((one, next) => one - next)
  // What joins letters belongs to their font.
  const range = [0x200c, 0x200d, ...points].map((point) => `U+${point.toString(16)}`).join(',')
  return own.map(({path, bytes, format}) => {
    const data = Buffer.from(bytes).toString('base64')
    const weight = /bold|black|heavy/i.test(path) ? 700 : 400
    const style = /italic|oblique/i.test(path) ? 'italic' : 'normal'
    const type = format === 'truetype' ? 'ttf' : format === 'opentype' ? 'otf' : format
    return `@font-face{font-family:"${ownName}";font-weight:${weight};font-style:${style};unicode-range:${range};src:url(data:font/${type};base64,${data}) format("${format}")}`
  })
}

/** The subsets, weights and slopes that a page uses. */
export function facesOf(needs: FontNeeds): ReadonlyArray<Face> {
  const points = new Set<number>()
  for (const character of needs.text) points.add(character.codePointAt(0) ?? 0)
  const wanted = families.filter((family) => names(needs.css, family) && isWanted(family, needs))
  return wanted.flatMap((family) => {
    const subsets = Object.entries(family.subsets).filter(([, range]) => holdsAny(range, points))
    return subsets.flatMap(([subset, range]) =>
      stylesOf(family, needs).map((look) => ({family, subset, range, ...look}))
    )
  })
}

/** Whether a style sheet names a family, and not one whose name only begins so. */
function names(css: string, {name}: Family): boolean {
  return new RegExp(`${name}\\s*(?:["',;}!]|$)`).test(css)
}

function isWanted({when}: Family, {css, math, code, text}: FontNeeds): boolean {
  if (when === 'always') return true
  if (when === 'code') return code !== ''
  if (when === 'signs') return signsIn(code) !== ''
  return math || mathematical.test(text) || (/EB Garamond|Source Serif/.test(css) && rare.test(text))
}

/** What of code its own font lacks and ours show. */
function signsIn(code: string): string {
  return [...code].filter((letter) => !inCode.test(letter) && !isUnseen.test(letter) && isHeld(letter)).join('')
}

const isUnseen = /[\p{C}\p{Z}\p{Variation_Selector}]/u

/** The looks that a style sheet and a text ask for; code is never set in italics or bold. */
function stylesOf(family: Family, {css, italic, boldItalic}: FontNeeds): ReadonlyArray<Pick<Face, 'style' | 'weight'>> {
  const upright: Pick<Face, 'style' | 'weight'> = {style: 'normal', weight: 400}
  if (family.when !== 'always') return [upright]
  const named = [...css.matchAll(/font-weight:\s*(bold|[1-9]00)/g)].map(([, weight]) =>
    weight === 'bold' ? 700 : Number(weight)
  )
  const weights = [
    ...new Set(named.filter((weight) => weight !== 400).map((weight) => nearest(weight, family.weights)))
  ].sort()
  const slanted = italic || /font-style:\s*italic/.test(css)
  return [
    upright,
    ...weights.map((weight) => ({style: 'normal' as const, weight})),
    ...(slanted ? [{style: 'italic' as const, weight: 400}] : []),
    ...(boldItalic ? weights.map((weight) => ({style: 'italic' as const, weight})) : [])
  ]
}

function nearest(weight: number, weights: ReadonlyArray<number>): number {
  return weights.reduce((best, one) => (Math.abs(one - weight) <= Math.abs(best - weight) ? one : best), 400)
}

/** Whether any character lies in ranges such as `U+0000-00FF,U+0131`. */
function holdsAny(range: string, points: ReadonlySet<number>): boolean {
  const spans = range.split(',').map((span) => {
    const [first = 0, last = first] = span
      .replace('U+', '')
      .split('-')
      .map((hex) => Number.parseInt(hex, 16))
    return {first, last}
  })
  for (const point of points) if (spans.some(({first, last}) => point >= first && point <= last)) return true
  return false
}

async function ruleOf(
  {family, subset, weight, style, range}: Face,
  {code, text}: FontNeeds,
  resources: World['resources']
): Promise<string> {
  const path = `@fontsource/${family.id}/files/${family.id}-${subset}-${weight}-${style}.${family.format}`
  const bytes = await resources.read(path)
  if (bytes === undefined) throw new WorldError(`Cannot find the font \`${path}\``, {note: 'Install Offprint again.'})
  const shown = family.when === 'signs' ? signsIn(code) : text
  const isWhole = family.when === 'always' || family.when === 'code'
  const data = Buffer.from(isWhole ? bytes : mathFont(bytes, shown)).toString('base64')
  const size = family.adjust === undefined ? '' : `size-adjust:${family.adjust.toFixed(2)}%;`
  return `@font-face{font-family:"${family.name}";font-weight:${weight};font-style:${style};${size}unicode-range:${range};src:url(data:font/${family.format};base64,${data}) format("${family.format}")}`
}
