import type {Unsafe} from 'mdast-util-to-markdown'

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    citation: 'citation'
  }
}

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
  {atBreak: true, character: ':', after: '[:\\s]'}
]
