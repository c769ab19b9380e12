import {plainFields} from './item-classes.ts'
import type {Labels, StyleToken, Test, TokenList} from './tokens.ts'

/** What of the engine reads a style into tokens; of the one version that is installed. */
interface Reading {
  readonly Attributes: Record<string, Attribute>
  readonly Util: {substituteStart: (this: StyleToken, engine: object, target: Array<StyleToken>) => void}
  expandMacro: (this: Building, call: {readonly postponed_macro: string}, target: Array<StyleToken>) => void
}

/** Gives an element what its attribute says; a condition, a test. */
type Attribute = (this: {readonly tests?: ReadonlyArray<Test>}, engine: object, value: string) => void

/** An engine that is being made. */
interface Building {
  readonly macros: Readonly<Record<string, TokenList>>
  readonly build: {readonly extension?: unknown; readonly current_default_locale: unknown}
}

/** Have something read a style, and keep what its tokens say of themselves. */
export function labelled<Result>(csl: object, labels: Labels, read: () => Result): Result {
  const reading = csl as Reading
  const {Attributes, Util, expandMacro} = reading
  const {substituteStart} = Util
  const own = {...Attributes}
  Attributes['@type'] = settling(own['@type'], () => true, labels)
  Attributes['@variable'] = settling(own['@variable'], areFields, labels)
  Util.substituteStart = function (engine, target) {
    const before = target.length
    substituteStart.call(this, engine, target)
    const last = target.at(-1)
    if (target.length > before && last?.name === 'if') labels.seeking.add(last)
  }
  reading.expandMacro = function (call, target) {
    const before = target.length
    expandMacro.call(this, call, target)
    const runs = target.slice(before).filter(({name, tokentype}) => name === 'text' && tokentype === 2)
    const [only] = runs
    // In keys to sort by, a macro's own tokens follow instead.
    const name = this.build.extension ? undefined : macroName(this, call.postponed_macro)
    if (name !== undefined && only !== undefined && runs.length === 1) labels.macros.set(only, name)
  }
  try {
    return read()
  } finally {
    Object.assign(Attributes, {'@type': own['@type'], '@variable': own['@variable']})
    Util.substituteStart = substituteStart
    reading.expandMacro = expandMacro
  }
}

/** The attribute, and its tests entered as settled where its value is one that settles them. */
function settling(attribute: Attribute | undefined, settles: (value: string) => boolean, labels: Labels): Attribute {
  return function (engine, value) {
    const before = this.tests?.length ?? 0
    attribute?.call(this, engine, value)
    if (settles(value)) for (const test of this.tests?.slice(before) ?? []) labels.settled.add(test)
  }
}

function areFields(value: string): boolean {
  return value.split(/\s+/).every((field) => plainFields.has(field))
}

/** The name under which the engine keeps a macro: one with a date has the language too. */
function macroName({macros, build}: Building, name: string): string | undefined {
  return [name, `${name}@${String(build.current_default_locale)}`].find((each) => Object.hasOwn(macros, each))
}
