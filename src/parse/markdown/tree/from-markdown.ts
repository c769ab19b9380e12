import type {Nodes, Paragraph, Parents, PhrasingContent, RootContent} from 'mdast'
import type {CompileContext, Extension} from 'mdast-util-from-markdown'
import type {Token} from 'micromark-util-types'
import {attributesOfText} from '../attribute-text.ts'
import {divInfo} from '../syntax/div-fence.ts'
import type {AbbreviationNode} from '../transform/abbreviations.ts'
import {attach} from './attach.ts'
import {closeBracket} from './bracket.ts'
import {setDescription} from './descriptions.ts'
import {keyNode} from './key.ts'
import {enterListValue, exitListMarker} from './list.ts'
import {positionOf} from './place.ts'
import {asContent, childrenOf} from './raw.ts'

/** The tokens of the scholarly syntax, as nodes. */
export function scholarlyFromMarkdown(): Extension {
  return {
    canContainEols: ['bracket', 'span', 'subscript', 'superscript'],
    enter: {
      abbreviation: ignored,
      attributeBlock: ignored,
      bracket: enterBracket,
      bracketAttributes: ignored,
      citationKey: ignored,
      citationSeparator,
      definitionDescription: enterDescription,
      definitionPrefix: enterDefinitionPrefix,
      divFence: ignored,
      formula: ignored,
      formulaFlow: ignored,
      listItemValue: enterListValue,
      metadataBlock: ignored,
      subscript: enterScript,
      superscript: enterScript,
      unbreakableSpace: ignored
    },
    exit: {
      abbreviation: exitAbbreviation,
      attributeBlock: exitAttributeBlock,
      bracket: exitBracket,
      bracketAttributes: exitBracketAttributes,
      characterEscape: exitEscape,
      citationKey: exitKey,
      definitionDescription: close,
      divFence: exitDivFence,
      formula: exitFormula,
      label: exitLabel,
      formulaFlow: exitFormulaFlow,
      listItemMarker: exitListMarker,
      metadataBlock: exitMetadataBlock,
      subscript: close,
      superscript: close,
      unbreakableSpace: exitUnbreakableSpace
    }
  }
}

/** The node being built. */
function parentOf(context: CompileContext): Parents {
  return context.stack.at(-1) as Parents
}

/** What is inside is read from the source, not from its tokens. */
function ignored(this: CompileContext): void {
  this.buffer()
}

function exitAbbreviation(this: CompileContext, token: Token): void {
  this.resume()
  const [, short = '', long = ''] = /^\*\[(.*?)\]:(.*)$/s.exec(this.sliceSerialize(token)) ?? []
  const node: AbbreviationNode = {
    type: 'abbreviation',
    short: short.trim(),
    long: long.replace(/\s+/g, ' ').trim(),
    position: positionOf(token)
  }
  childrenOf(parentOf(this)).push(node as unknown as RootContent)
}

function exitMetadataBlock(this: CompileContext, token: Token): void {
  this.resume()
  childrenOf(parentOf(this)).push({type: 'metadataBlock', position: positionOf(token)} as unknown as RootContent)
}

function close(this: CompileContext, token: Token): void {
  this.exit(token)
}

function enterScript(this: CompileContext, token: Token): void {
  this.enter({type: token.type === 'superscript' ? 'superscript' : 'subscript', children: []}, token)
}

function enterDescription(this: CompileContext, token: Token): void {
  this.enter({type: 'definitionDescription', spread: false, children: []}, token)
}

function enterDefinitionPrefix(this: CompileContext, token: Token): void {
  const description = parentOf(this)
  if (description.type === 'definitionDescription' && this.sliceSerialize(token, true).startsWith('~'))
    description.data = {...description.data, mark: '~'}
}

function enterBracket(this: CompileContext, token: Token): void {
  this.enter({type: 'bracket', children: []} as unknown as Paragraph, token)
}

function exitBracket(this: CompileContext, token: Token): void {
  const bracket = parentOf(this)
  this.exit(token)
  closeBracket(parentOf(this), bracket, token._isNote === true)
}

function exitBracketAttributes(this: CompileContext, token: Token): void {
  this.resume()
  const attributes = attributesOfText(this.sliceSerialize(token))
  if (attributes !== undefined) parentOf(this).data = {attributes}
}

function citationSeparator(this: CompileContext, token: Token): void {
  const parent = parentOf(this)
  if ((parent.type as string) === 'bracket') {
    childrenOf(parent).push(asContent({type: 'separator', position: positionOf(token)}))
  } else addText(this, token, ';')
}

function exitUnbreakableSpace(this: CompileContext, token: Token): void {
  this.resume()
  addText(this, token, '\u00a0')
}

/** Text goes on in the text before it, as mdast has no two texts side by side. */
function addText(context: CompileContext, token: Token, value: string): void {
  const children = childrenOf(parentOf(context))
  const last = children.at(-1)
  const position = positionOf(token)
  if (last?.type === 'text') {
    last.value += value
    if (last.position !== undefined) last.position.end = position.end
  } else children.push({type: 'text', value, position})
}

/** A mark that was escaped stands for itself. */
function exitEscape(this: CompileContext): void {
  const text = childrenOf(parentOf(this)).at(-1)
  if (text?.type !== 'text' || !/["'.|-]$/.test(text.value)) return
  text.data = {...text.data, literal: [...(text.data?.literal ?? []), text.value.length - 1]}
}

function exitAttributeBlock(this: CompileContext, token: Token): void {
  this.resume()
  const text = this.sliceSerialize(token)
  const attributes = attributesOfText(text)
  const taken = attributes !== undefined && attach(parentOf(this), attributes, token)
  if (!taken) addText(this, token, text)
}

function exitKey(this: CompileContext, token: Token): void {
  this.resume()
  const source = this.sliceSerialize(token)
  const children = childrenOf(parentOf(this))
  children.push(keyNode(source, positionOf(token)))
}

function exitDivFence(this: CompileContext, token: Token): void {
  this.resume()
  const info = this.sliceSerialize(token).replace(/^:+[ \t]*/, '')
  const attributes = info === '' ? undefined : divInfo(info)
  childrenOf(parentOf(this)).push(asContent({type: 'divFence', attributes, position: positionOf(token)}))
}

function exitFormula(this: CompileContext, token: Token): void {
  this.resume()
  const source = this.sliceSerialize(token)
  const position = positionOf(token)
  const children = childrenOf(parentOf(this))
  const value = formulaText(source)
  if (source.startsWith('$$')) children.push(asContent({type: 'displayFormula', value, position}))
  else children.push({type: 'inlineMath', value: unquoted(value), position})
}

function exitFormulaFlow(this: CompileContext, token: Token): void {
  this.resume()
  const source = this.sliceSerialize(token).trimEnd()
  const end = source.lastIndexOf('$$')
  const attributes = attributesOfText(source.slice(end + 2).trim())
  const label = attributes?.id
  const data = attributes === undefined ? {} : {data: {attributes, ...(label === undefined ? {} : {label})}}
  const value = source.slice(2, end).trim()
  childrenOf(parentOf(this)).push({type: 'math', value, ...data, position: positionOf(token)})
}

/** As mdast-util-from-markdown has it, but an image's description keeps its markup. */
function exitLabel(this: CompileContext): void {
  const {children} = parentOf(this)
  const value = this.resume()
  const node = parentOf(this) as Nodes
  this.data.inReference = true
  if (node.type === 'link') node.children = children as Array<PhrasingContent>
  else if (node.type === 'image') {
    node.alt = value
    setDescription(node, children as Array<PhrasingContent>)
  }
}

/** Without its dollars and the white space beside them. */
function formulaText(source: string): string {
  const size = source.startsWith('$$') ? 2 : 1
  return source.slice(size, -size).trim()
}

/** GitHub's ``$`x`$``. */
function unquoted(tex: string): string {
  return /^(`+)([^`]+)\1$/.exec(tex)?.[2]?.trim() ?? tex
}
