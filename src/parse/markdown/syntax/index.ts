import type {Extension} from 'micromark-util-types'
import {abbreviation} from './abbreviation.ts'
import {attributeBlock} from './attribute-block.ts'
import {bracketEnd, noteStart} from './bracket.ts'
import {citationKey} from './citation-key.ts'
import {dashTable} from './dash-table.ts'
import {definition} from './definition.ts'
import {divFence} from './div-fence.ts'
import {fancyList} from './fancy-list.ts'
import {formula} from './formula.ts'
import {formulaBlock} from './formula-block.ts'
import {gridTable} from './grid-table.ts'
import {holderTag} from './holder-tag.ts'
import {metadataBlock} from './metadata-block.ts'
import {scriptMark} from './script.ts'
import {citationSeparator, unbreakableSpace} from './single.ts'
import {codes} from './tokens.ts'
import {underline} from './underline.ts'

/** Their marks begin with a letter, a hash or a parenthesis. */
const fancyLists = Object.fromEntries(
  [
    codes.hash,
    codes.leftParenthesis,
    ...[...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => letter.charCodeAt(0))
  ].map((code) => [code, fancyList])
)

/** What scholarly Markdown adds to CommonMark and GFM: pandoc's constructs, for micromark. */
export const scholarly: Extension = {
  document: {...fancyLists, [codes.colon]: definition, [codes.tilde]: definition},
  flowInitial: {
    [codes.dash]: metadataBlock,
    [codes.plus]: gridTable,
    [codes.space]: [gridTable, dashTable],
    [codes.tab]: dashTable,
    null: dashTable
  },
  flow: {
    [codes.asterisk]: abbreviation,
    [codes.dollar]: formulaBlock,
    [codes.colon]: divFence,
    [codes.dash]: underline,
    [codes.lessThan]: holderTag,
    [codes.equals]: underline
  },
  text: {
    [codes.at]: citationKey,
    [codes.dash]: citationKey,
    [codes.semicolon]: citationSeparator,
    [codes.leftBrace]: attributeBlock,
    [codes.rightBracket]: bracketEnd,
    [codes.caret]: [noteStart, scriptMark],
    [codes.tilde]: scriptMark,
    [codes.dollar]: formula,
    [codes.backslash]: unbreakableSpace
  },
  insideSpan: {null: [scriptMark]},
  attentionMarkers: {null: [codes.caret, codes.tilde]}
}
