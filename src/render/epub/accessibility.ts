import type {Root} from 'hast'
import {walk} from '../../util/walk.ts'
import type {Picture} from './pictures.ts'

/** Metadata of EPUB Accessibility 1.1, 2: properties of schema.org with their values, in order. */
export type AccessMetadata = ReadonlyArray<readonly [property: string, value: string]>

/** What the book offers to readers who cannot see, or see little: found in the book itself, nothing claimed beyond it. */
export function accessibility(tree: Root, pictures: ReadonlyArray<Picture>): AccessMetadata {
  const {math, described} = look(tree)
  const isReadable = pictures.length === 0 || described
  const features = ['structuralNavigation', 'tableOfContents', 'readingOrder', 'ARIA', 'displayTransformability']
  return [
    ['accessMode', 'textual'],
    ...(pictures.length > 0 ? [['accessMode', 'visual'] as const] : []),
    ...(isReadable ? [['accessModeSufficient', 'textual'] as const] : []),
    ...(pictures.length > 0 ? [['accessModeSufficient', 'textual,visual'] as const] : []),
    ...features.map((feature) => ['accessibilityFeature', feature] as const),
    ...(pictures.length > 0 && described ? [['accessibilityFeature', 'alternativeText'] as const] : []),
    ...(math ? [['accessibilityFeature', 'MathML'] as const] : []),
    ['accessibilityHazard', pictures.some(mayMove) ? 'unknown' : 'none'],
    ['accessibilitySummary', summary(pictures.length > 0, described, math)]
  ]
}

function look(tree: Root): {readonly math: boolean; readonly described: boolean} {
  let math = false
  let described = true
  for (const node of walk(tree)) {
    if (node.type !== 'element') continue
    if (node.tagName === 'math') math = true
    if (node.tagName === 'img' && String(node.properties['alt'] ?? '').trim() === '') described = false
  }
  return {math, described}
}

/** Formats that can hold an animation, and drawings that do. */
function mayMove({type, bytes}: Picture): boolean {
  if (type === 'svg') return /<animate|<set[\s>]|animation|@keyframes/.test(new TextDecoder().decode(bytes))
  return type === 'gif' || type === 'webp'
}

function summary(hasPictures: boolean, described: boolean, math: boolean): string {
  const sentences = ['The text can be reflowed and is structured by headings; notes and references link both ways.']
  if (hasPictures)
    sentences.push(described ? 'Pictures have alternative text.' : 'Some pictures lack alternative text.')
  if (math) sentences.push('Formulas are MathML.')
  return sentences.join(' ')
}
