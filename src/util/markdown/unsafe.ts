import type {Unsafe} from 'mdast-util-to-markdown'

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    citation: 'citation'
  }
}

/** What an item of a list begins with besides digits, and after a parenthesis. */
const value = '(?:[A-Za-z#]|[ivxlcdm]{2,}|[IVXLCDM]{2,})'

/** Characters that the scholarly syntax would take for its own. */
export const unsafe: Array<Unsafe> = [
  {atBreak: true, character: '|'},
  {character: '@', inConstruct: 'phrasing'},
  {character: '$', inConstruct: 'phrasing'},
  {character: '^', inConstruct: 'phrasing'},
  {character: '~', inConstruct: 'phrasing'},
  {character: '{', inConstruct: 'phrasing'},
  {character: ';', inConstruct: 'citation'},
  {character: '\\', after: '[ -/:-@[-`{-~]', inConstruct: 'phrasing'},
  {atBreak: true, character: ':', after: '[:\\s]'},
  {atBreak: true, before: value, character: '.', after: '[ \\t]'},
  {atBreak: true, before: value, character: ')', after: '[ \\t]'},
  {atBreak: true, character: '(', after: `(?:${value}|\\d{1,9}|@[^ \\t)]*)\\)[ \\t]`}
]
