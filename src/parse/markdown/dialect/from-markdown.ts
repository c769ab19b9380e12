import type {Code, Parents} from 'mdast'
import type {CompileContext, Extension} from 'mdast-util-from-markdown'
import type {Token} from 'micromark-util-types'
import {positionOf} from '../tree/place.ts'
import {childrenOf} from '../tree/raw.ts'
import type {DialectNode} from './raw.ts'
import {asContent, setArgumentColumn, setClosed} from './raw.ts'

/** The tokens of the dialects, as nodes; of a fence it is kept where its argument begins. */
export function dialectsFromMarkdown(): Extension {
  return {
    enter: {
      dialectBreak: ignored,
      dialectComment: ignored,
      dialectPlaceholder: ignored,
      dialectRole: ignored,
      dialectTarget: ignored
    },
    exit: {
      codeFencedFence(this: CompileContext) {
        // As mdast-util-from-markdown has it, but the second fence is seen; what lies on the code are its lines.
        if (this.data.flowCodeInside === true) setClosed(this.stack.at(-2) as Code)
        else {
          this.buffer()
          this.data.flowCodeInside = true
        }
      },
      codeFencedFenceMeta(this: CompileContext, token: Token) {
        const meta = this.resume()
        const code = this.stack.at(-1) as Code
        code.meta = meta
        setArgumentColumn(code, token.start.column - (code.position?.start.column ?? 1))
      },
      dialectBreak: exit((value, position) => ({type: 'cellBreak', value, position})),
      dialectComment: exit((_text, position) => ({type: 'comment', position})),
      dialectPlaceholder: exit((value, position) => ({type: 'placeholder', value, position})),
      dialectRole: exit((text, position) => ({type: 'role', name: text.slice(1, -1), position})),
      dialectTarget: exit((text, position) => ({type: 'target', label: text.slice(1, text.lastIndexOf(')')), position}))
    }
  }
}

function ignored(this: CompileContext): void {
  this.buffer()
}

type Make = (text: string, position: ReturnType<typeof positionOf>) => DialectNode

function exit(make: Make) {
  return function made(this: CompileContext, token: Token): void {
    this.resume()
    const node = make(this.sliceSerialize(token), positionOf(token))
    childrenOf(this.stack.at(-1) as Parents).push(asContent(node))
  }
}
