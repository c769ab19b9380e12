import type {Code, Token, TokenizeContext} from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    attributeBlock: 'attributeBlock'
    bracket: 'bracket'
    bracketAttributes: 'bracketAttributes'
    bracketMarker: 'bracketMarker'
    citationKey: 'citationKey'
    citationKeyMarker: 'citationKeyMarker'
    citationKeyText: 'citationKeyText'
    citationSeparator: 'citationSeparator'
    definitionDescription: 'definitionDescription'
    definitionPrefix: 'definitionPrefix'
    divFence: 'divFence'
    divFenceInfo: 'divFenceInfo'
    divFenceMarker: 'divFenceMarker'
    formula: 'formula'
    formulaFlow: 'formulaFlow'
    formulaMarker: 'formulaMarker'
    formulaText: 'formulaText'
    noteStart: 'noteStart'
    scriptMark: 'scriptMark'
    scriptMarker: 'scriptMarker'
    subscript: 'subscript'
    superscript: 'superscript'
    unbreakableSpace: 'unbreakableSpace'
  }
  interface Token {
    /** A bracket's opening marker, on the marker that closes it. */
    _bracketStart?: Token
    /** A bracket that is a note. */
    _isNote?: boolean
    /** An attribute block that ends its text. */
    _endsText?: boolean
    /** A note's opening cannot begin a link; set to what `labelEnd` reads. */
    _inactive?: boolean
    _balanced?: boolean
    /** How a script mark may act: white space on one side forbids one way. */
    _opens?: boolean
    _closes?: boolean
  }
}

/** Codes that the constructs ask for; the rest is told by range. */
export const codes = {
  asterisk: 42,
  tab: -2,
  virtualSpace: -1,
  space: 32,
  quotationMark: 34,
  hash: 35,
  dollar: 36,
  apostrophe: 39,
  leftParenthesis: 40,
  rightParenthesis: 41,
  plus: 43,
  dash: 45,
  dot: 46,
  colon: 58,
  semicolon: 59,
  lessThan: 60,
  equals: 61,
  greaterThan: 62,
  at: 64,
  leftBracket: 91,
  backslash: 92,
  rightBracket: 93,
  caret: 94,
  leftBrace: 123,
  bar: 124,
  rightBrace: 125,
  tilde: 126
} as const

/** Line endings are the negative codes below tabs and their spaces. */
export function isLineEnd(code: Code): boolean {
  return code !== null && code < codes.tab
}

/** White space within a line. */
export function isBlank(code: Code): boolean {
  return code === codes.space || code === codes.tab || code === codes.virtualSpace
}

/** What micromark keeps of opened brackets: shared by links, images and notes. */
interface Brackets {
  _labelStarts?: Array<Token>
}

/** The stack of brackets still open in this text. */
export function openBrackets(context: TokenizeContext): Array<Token> {
  const holder = context as Brackets
  holder._labelStarts ??= []
  return holder._labelStarts
}
