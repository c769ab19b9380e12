import type {TheoremKind} from '../../../model/statement-kind.ts'
import {theoremKinds} from '../../../model/statement-kind.ts'
import {everyLanguage} from '../../../util/terms.ts'
import {groupsAt} from './groups.ts'

/** What `\newtheorem{thm}{Theorem}` says. */
export interface TheoremName {
  readonly name: string
  /** The word it prints. */
  readonly word: string
  /** `\newtheorem*`. */
  readonly unnumbered: boolean
}

/** Each kind of theorem that a piece of LaTeX defines. */
export function theoremNamesIn(tex: string): ReadonlyArray<TheoremName> {
  return [...tex.matchAll(/\\newtheorem(\*?)(?=\{)/g)].flatMap(({0: start, 1: star, index}) => {
    const {required} = groupsAt(tex, index + start.length, 2)
    const [name, word] = required
    return name === undefined || word === undefined
      ? []
      : [{name: name.text.trim(), word: word.text.trim(), unnumbered: star === '*'}]
  })
}

/** The names that authors give where they define none. */
const usual: ReadonlyMap<string, TheoremKind> = new Map<string, TheoremKind>([
  ...theoremKinds.map((kind) => [kind, kind] as const),
  ...(['theo', 'thm'] as const).map((name) => [name, 'theorem'] as const),
  ...(['lem', 'lemm'] as const).map((name) => [name, 'lemma'] as const),
  ...(['cor', 'coro'] as const).map((name) => [name, 'corollary'] as const),
  ...(['prop'] as const).map((name) => [name, 'proposition'] as const),
  ...(['conj'] as const).map((name) => [name, 'conjecture'] as const),
  ...(['defn', 'dfn', 'defi'] as const).map((name) => [name, 'definition'] as const),
  ...(['rem', 'rmk'] as const).map((name) => [name, 'remark'] as const),
  ...(['exa', 'exmp', 'ex'] as const).map((name) => [name, 'example'] as const),
  ...(['assum', 'asm'] as const).map((name) => [name, 'assumption'] as const)
])

/** Whether an environment of a name is a theorem in any article. */
export function isUsualStatement(name: string): boolean {
  return name === 'proof' || usual.has(name)
}

/** What the environment of a name states: by the word it is defined with, else by its name. */
export function statementOf(
  name: string,
  defined: ReadonlyArray<TheoremName>
): {readonly kind: TheoremKind | 'proof' | undefined; readonly own?: TheoremName} {
  const own = defined.find((each) => each.name === name)
  if (own === undefined) return {kind: name === 'proof' ? 'proof' : usual.get(name)}
  const word = own.word.toLowerCase()
  const kind = theoremKinds.find((each) => each === word || wordsOf(each).has(word))
  return {kind: kind ?? undefined, own}
}

/** How each language names what is stated. */
function wordsOf(kind: TheoremKind): ReadonlySet<string> {
  return new Set(
    [...everyLanguage().values()].map((words) => words[kind].caption.replace(/[#\s-]+/g, '').toLowerCase())
  )
}
