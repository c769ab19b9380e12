import type {Element} from 'xast'
import type {Page} from './page.ts'
import {characterStyles, contentsStyles, paragraphStyles, type Style} from './style-list.ts'
import {namespaces, w} from './xml.ts'

/** The fonts of the text; only named, for every word processor has them. */
const text = 'Times New Roman'

/** `styles.xml`: the styles of an article, under the names that Word knows where it has one. */
export function styles(page: Page, language: string): Element {
  return w('styles', namespaces, [
    defaults(language),
    ...styleList(page).map(styleElement),
    defaultTable(),
    noList(),
    articleTable()
  ])
}

/** Every style of a paragraph or a run. */
function styleList(page: Page): ReadonlyArray<Style> {
  return [...paragraphStyles(Math.round(240 * page.spacing)), ...contentsStyles(page.measure), ...characterStyles]
}

function defaults(language: string): Element {
  const run = [
    w('rFonts', {ascii: text, hAnsi: text, eastAsia: text, cs: text}),
    w('sz', {val: 24}),
    w('szCs', {val: 24}),
    w('lang', {val: language, eastAsia: language, bidi: language})
  ]
  return w('docDefaults', {}, [
    w('rPrDefault', {}, [w('rPr', {}, run)]),
    w('pPrDefault', {}, [w('pPr', {}, [w('spacing', {after: 0, line: 240, lineRule: 'auto'})])])
  ])
}

function styleElement({id, type, name, basedOn, next, paragraph, run, isDefault}: Style): Element {
  const custom = name === id || name.startsWith('Article ') ? {customStyle: 1} : {}
  return w('style', {type, ...(isDefault === true ? {default: 1} : {}), ...custom, styleId: id}, [
    w('name', {val: name}),
    ...(basedOn === undefined ? [] : [w('basedOn', {val: basedOn})]),
    ...(next === undefined ? [] : [w('next', {val: next})]),
    w('uiPriority', {val: 1}),
    w('qFormat'),
    ...(paragraph === undefined ? [] : [w('pPr', {}, [...paragraph])]),
    ...(run === undefined ? [] : [w('rPr', {}, [...run])])
  ])
}

function defaultTable(): Element {
  return w('style', {type: 'table', default: 1, styleId: 'TableNormal'}, [
    w('name', {val: 'Normal Table'}),
    w('uiPriority', {val: 99}),
    w('semiHidden'),
    w('unhideWhenUsed'),
    w('tblPr', {}, [w('tblInd', {w: 0, type: 'dxa'}), margins()])
  ])
}

function noList(): Element {
  return w('style', {type: 'numbering', default: 1, styleId: 'NoList'}, [
    w('name', {val: 'No List'}),
    w('uiPriority', {val: 99}),
    w('semiHidden'),
    w('unhideWhenUsed')
  ])
}

/** Rules above, below and under the head, and no others. */
function articleTable(): Element {
  const rule = (name: string, size: number) => w(name, {val: 'single', sz: size, space: 0, color: 'auto'})
  return w('style', {type: 'table', customStyle: 1, styleId: 'Table'}, [
    w('name', {val: 'Table'}),
    w('basedOn', {val: 'TableNormal'}),
    w('uiPriority', {val: 1}),
    w('qFormat'),
    w('tblPr', {}, [w('tblBorders', {}, [rule('top', 8), rule('bottom', 8)]), margins()])
  ])
}

function margins(): Element {
  const side = {w: 115, type: 'dxa'}
  const edge = {w: 28, type: 'dxa'}
  return w('tblCellMar', {}, [w('top', edge), w('left', side), w('bottom', edge), w('right', side)])
}
