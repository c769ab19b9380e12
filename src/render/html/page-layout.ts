import type {Template} from '../../model/template.ts'

type Data = Readonly<Record<string, boolean | number | string | null>>

/** How far a line of a font is from the next, in its size, where nothing is put between them: Times and its kin. */
const ownLeading = 1.15

/** Between two columns. */
const usualGap = '6mm'

/** What templates know of page and text, as CSS has it; `null` for what nothing says. */
export function pageLayout({page = {}, type = {}, settings}: Template): Data {
  const {margins = {}} = page
  const {inner, outer} = margins
  return {
    paper: page.paper ?? String(settings['paper'] ?? 'A4'),
    top: margins.top ?? null,
    bottom: margins.bottom ?? null,
    left: inner ?? margins.left ?? null,
    right: outer ?? margins.right ?? null,
    mirrored: inner !== undefined || outer !== undefined,
    ...columnsAndFloats(page),
    banner: page.banner ?? false,
    size: type.size ?? null,
    leading: leadingOf(type),
    paragraphs: type.paragraphs ?? null,
    indent: type.indent ?? null,
    align: type.align ?? null,
    abstract: type.abstract ?? null
  }
}

function columnsAndFloats(page: NonNullable<Template['page']>): Data {
  return {columns: page.columns ?? 1, columnGap: page['column-gap'] ?? usualGap, floats: page.floats ?? 'here'}
}

/** “1.5 lines” as a length. */
function leadingOf({leading, size}: NonNullable<Template['type']>): string | null {
  if (typeof leading !== 'number') return leading ?? null
  return size === undefined ? null : `calc(${size} * ${Number((leading * ownLeading).toFixed(4))})`
}
