import type {Element} from 'xast'
import {w} from './xml.ts'

/** A named style; its properties in the order of the schema. */
export interface Style {
  readonly id: string
  readonly type: 'character' | 'paragraph'
  /** Word’s own name where it has one. */
  readonly name: string
  readonly basedOn?: string
  readonly next?: string
  readonly paragraph?: ReadonlyArray<Element>
  readonly run?: ReadonlyArray<Element>
  readonly isDefault?: boolean
}

interface Look {
  readonly keep?: boolean
  readonly before?: number
  readonly after?: number
  readonly line?: number
  readonly left?: number
  readonly hanging?: number
  readonly right?: number
  readonly align?: 'both' | 'center' | 'left' | 'right'
  readonly outline?: number
  /** Half-points. */
  readonly size?: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly font?: string
  /** Other elements of `w:pPr`, which stand before the spacing. */
  readonly extra?: ReadonlyArray<Element>
}

/** Styles of paragraphs; `line` is the distance of lines in running text, in 240ths of a line. */
export function paragraphStyles(line: number): ReadonlyArray<Style> {
  const heading = (level: number, size: number, look: Look = {}): Style =>
    style(
      `Heading${level}`,
      `heading ${level}`,
      'Normal',
      {
        ...{
          keep: true,
          before: level === 1 ? 360 : 240,
          after: 120,
          align: 'left',
          outline: level - 1,
          size,
          bold: true
        },
        ...look
      },
      'BodyText'
    )
  return [
    {id: 'Normal', type: 'paragraph', name: 'Normal', isDefault: true},
    style('BodyText', 'Body Text', 'Normal', {after: 140, line, align: 'left'}),
    style(
      'Title',
      'Title',
      'Normal',
      {keep: true, before: 120, after: 160, align: 'center', size: 36, bold: true},
      'Author'
    ),
    style('Subtitle', 'Subtitle', 'Normal', {keep: true, after: 200, align: 'center', size: 28}, 'Author'),
    style('Masthead', 'Masthead', 'Normal', {after: 120, align: 'left', size: 20}),
    style('Author', 'Author', 'Normal', {before: 80, after: 120, align: 'center', size: 26}, 'Affiliation'),
    style('Affiliation', 'Affiliation', 'Normal', {after: 40, align: 'center', size: 22}),
    style('AuthorNote', 'Author Note', 'Normal', {after: 40, align: 'center', size: 20}),
    style(
      'AbstractTitle',
      'Abstract Title',
      'Normal',
      {keep: true, before: 300, after: 80, align: 'center', bold: true},
      'Abstract'
    ),
    style('Abstract', 'Abstract', 'BodyText', {after: 120, left: 567, right: 567}),
    style('Keywords', 'Keywords', 'Abstract', {after: 240, left: 567, right: 567}),
    heading(1, 28),
    heading(2, 26),
    heading(3, 24),
    heading(4, 24, {italic: true}),
    heading(5, 24, {bold: false, italic: true}),
    heading(6, 24, {bold: false, italic: true}),
    style('BlockText', 'Block Text', 'BodyText', {before: 60, after: 140, left: 567, right: 567}),
    style('ListParagraph', 'List Paragraph', 'BodyText', {after: 60}),
    style('DefinitionTerm', 'Definition Term', 'BodyText', {keep: true, after: 20, bold: true}, 'Definition'),
    style('Definition', 'Definition', 'BodyText', {after: 80, left: 425}),
    style('Note', 'Note', 'BodyText', {after: 140, left: 284, right: 284, extra: [leftRule()]}),
    style('Theorem', 'Theorem', 'BodyText', {before: 60, after: 140}),
    style('SourceCode', 'Source Code', 'Normal', {
      ...{before: 60, after: 180, align: 'left', size: 20, font: 'Courier New'},
      extra: [w('keepLines'), w('suppressAutoHyphens')]
    }),
    style('HorizontalRule', 'Horizontal Rule', 'Normal', {after: 200, extra: [bottomRule()]}),
    style('Equation', 'Equation', 'Normal', {before: 100, after: 140}),
    style('Figure', 'Figure', 'Normal', {before: 200, after: 100, align: 'center'}, 'Caption'),
    style('Caption', 'caption', 'Normal', {before: 120, after: 160, align: 'left', size: 22}),
    style('TableText', 'Table Text', 'Normal', {size: 22}),
    style('TableEnd', 'Table End', 'Normal', {after: 0, size: 16, extra: [w('suppressLineNumbers')]}),
    style('FootnoteText', 'footnote text', 'Normal', {after: 40, size: 20}),
    style('Bibliography', 'Bibliography', 'Normal', {after: 100, line, left: 425, hanging: 425}),
    style('BibliographyNumbered', 'Bibliography Numbered', 'Bibliography', {after: 100, line, left: 567, hanging: 567}),
    style('BibliographyBlock', 'Bibliography Block', 'Bibliography', {after: 120, line, left: 0, hanging: 0}),
    style('Colophon', 'Colophon', 'Normal', {before: 60, after: 40, size: 20}),
    style('Footer', 'footer', 'Normal', {align: 'center', size: 20})
  ]
}

/** Styles of a table of contents, with dots that lead to the numbers at the right edge of the text. */
export function contentsStyles(measure: number): ReadonlyArray<Style> {
  const tabs = w('tabs', {}, [w('tab', {val: 'right', leader: 'dot', pos: measure})])
  const levels = [1, 2, 3, 4, 5, 6].map((level) =>
    style(`TOC${level}`, `toc ${level}`, 'Normal', {
      after: 60,
      left: 284 * level,
      right: 567,
      hanging: 284,
      align: 'left',
      extra: [tabs]
    })
  )
  const heading = {keep: true, before: 300, after: 80, align: 'left', bold: true} as const
  return [style('TOCHeading', 'TOC Heading', 'Normal', heading, 'BodyText'), ...levels]
}

/** Styles of runs. */
export const characterStyles: ReadonlyArray<Style> = [
  character('DefaultParagraphFont', 'Default Paragraph Font', [], true),
  character('VerbatimChar', 'Verbatim Char', [
    fonts('Courier New'),
    w('noProof'),
    w('sz', {val: 21}),
    w('szCs', {val: 21})
  ]),
  character('Hyperlink', 'Hyperlink', [w('color', {val: '1F3F8F'})]),
  character('FootnoteReference', 'footnote reference', [w('vertAlign', {val: 'superscript'})]),
  character('Unresolved', 'Unresolved', [w('b'), w('bCs'), w('color', {val: 'B00020'})])
]

function style(id: string, name: string, basedOn: string, look: Look, next?: string): Style {
  const {size, bold, italic, font} = look
  const flag = (value: boolean | undefined, element: string) =>
    value === undefined ? [] : [w(element, value ? {} : {val: 0}), w(`${element}Cs`, value ? {} : {val: 0})]
  return {
    id,
    type: 'paragraph',
    name,
    basedOn,
    ...(next === undefined ? {} : {next}),
    paragraph: paragraphLook(look),
    run: [
      ...(font === undefined ? [] : [fonts(font)]),
      ...flag(bold, 'b'),
      ...flag(italic, 'i'),
      ...(font === undefined ? [] : [w('noProof')]),
      ...(size === undefined ? [] : [w('sz', {val: size}), w('szCs', {val: size})])
    ]
  }
}

function paragraphLook({
  keep,
  before,
  after,
  line,
  left,
  right,
  hanging,
  align,
  outline,
  extra = []
}: Look): ReadonlyArray<Element> {
  const spacing = {before, after, line, ...(line === undefined ? {} : {lineRule: 'auto'})}
  const has = (values: ReadonlyArray<number | undefined>) => values.some((value) => value !== undefined)
  return [
    ...(keep === true ? [w('keepNext'), w('keepLines')] : []),
    ...extra,
    ...(has([before, after, line]) ? [w('spacing', spacing)] : []),
    ...(has([left, right, hanging]) ? [w('ind', {left, right, hanging})] : []),
    ...(align === undefined ? [] : [w('jc', {val: align})]),
    ...(outline === undefined ? [] : [w('outlineLvl', {val: outline})])
  ]
}

function character(id: string, name: string, run: ReadonlyArray<Element>, isDefault = false): Style {
  return {id, type: 'character', name, run, isDefault, ...(isDefault ? {} : {basedOn: 'DefaultParagraphFont'})}
}

function fonts(font: string): Element {
  return w('rFonts', {ascii: font, hAnsi: font, eastAsia: font, cs: font})
}

function leftRule(): Element {
  return w('pBdr', {}, [w('left', {val: 'single', sz: 12, space: 8, color: '808080'})])
}

function bottomRule(): Element {
  return w('pBdr', {}, [w('bottom', {val: 'single', sz: 4, space: 1, color: '808080'})])
}
