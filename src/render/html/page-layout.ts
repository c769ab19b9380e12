import type {Template, TextFamily} from '../../model/template.ts'
import {inchesOf} from '../../util/length.ts'
import {sheetOf} from '../../util/sheet.ts'
import type {Cut} from '../cut.ts'

type Data = Readonly<Record<string, boolean | number | string | null>>

/** How far a line of a font is from the next, in its size, where nothing is put between them: Times and its kin. */
const ownLeading = 1.15

/** The faces of each family as style sheets name them, and those that lend it letters. */
const faces: Readonly<Record<TextFamily, string>> = {
  'EB Garamond': '"EB Garamond", "STIX Two Math"',
  'Source Serif': '"Source Serif 4", "Tinos Greek", "STIX Two Math"',
  'STIX Two': '"STIX Two Text", "Tinos", "STIX Two Math"',
  Tinos: '"Tinos Text", "STIX Two Math"'
}

/** Between two columns. */
const usualGap = '6mm'

/** What templates know of page and text, as CSS has it; `null` for what nothing says. */
export function pageLayout({page = {}, type = {}, settings}: Template, cut?: Cut): Data {
  const {margins = {}} = page
  const paper = page.paper ?? String(settings['paper'] ?? 'A4')
  const {inner, outer} = margins
  return {
    paper: cut === undefined ? paper : (sheetOf(paper) ?? []).map((side) => wider(side, 2, cut)).join(' '),
    around: cut === undefined ? '0mm' : `${cut.around.toFixed(3)}pt`,
    top: wider(margins.top, 1, cut),
    bottom: wider(margins.bottom, 1, cut),
    left: wider(inner ?? margins.left, 1, cut),
    right: wider(outer ?? margins.right, 1, cut),
    mirrored: inner !== undefined || outer !== undefined,
    ...columnsAndFloats(page),
    banner: page.banner ?? false,
    family: faces[type.family ?? 'STIX Two'],
    size: type.size ?? null,
    leading: leadingOf(type),
    paragraphs: type.paragraphs ?? null,
    indent: type.indent ?? null,
    align: type.align ?? null,
    abstract: type.abstract ?? null
  }
}

/** A length, and so many times what is cut off on one side; in points, for sizes of sheets are read as lengths. */
function wider(length: string | undefined, times: number, cut: Cut | undefined): string | null {
  if (length === undefined || cut === undefined) return length ?? null
  return `${((inchesOf(length, 0) ?? 0) * 72 + times * cut.around).toFixed(3)}pt`
}

function columnsAndFloats(page: NonNullable<Template['page']>): Data {
  return {columns: page.columns ?? 1, columnGap: page['column-gap'] ?? usualGap, floats: page.floats ?? 'here'}
}

/** “1.5 lines” as a length. */
function leadingOf({leading, size}: NonNullable<Template['type']>): string | null {
  if (typeof leading !== 'number') return leading ?? null
  return size === undefined ? null : `calc(${size} * ${Number((leading * ownLeading).toFixed(4))})`
}
