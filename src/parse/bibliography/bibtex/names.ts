import {isBraced, listOf, splitOutside} from './lists.ts'

/** A name as CSL-JSON has it. */
export interface CslName {
  readonly family?: string
  readonly given?: string
  readonly 'dropping-particle'?: string
  readonly 'non-dropping-particle'?: string
  readonly suffix?: string
  readonly literal?: string
}

export interface NameOptions {
  /** TeX to text. */
  readonly text: (tex: string) => string
  /** Whether “van der” belongs to the family name when sorting and shortening; BibLaTeX's `useprefix`. */
  readonly usePrefix: boolean
  /** Told of a name with more commas than a name can have. */
  readonly tooMany: (name: string) => void
}

/**
 * Read a list of names: `First von Last`, `von Last, First`, `von Last, Jr, First`, BibLaTeX's `family=…, given=…`,
 * `{An Organisation}`. A final “others” becomes the literal `others`, which stands for “et al.”.
 */
export function namesOf(value: string, options: NameOptions): ReadonlyArray<CslName> {
  return listOf(value)
    .flatMap((name) => nameOf(name, options))
    .filter((name) => Object.keys(name).length > 0)
}

function nameOf(name: string, options: NameOptions): ReadonlyArray<CslName> {
  const {text} = options
  if (/^others$/i.test(name)) return [{literal: 'others'}]
  if (isBraced(name)) return named('literal', text(name))
  const parts = splitOutside(name, /,/g).map((part) => part.trim())
  if (parts.some((part) => /^[a-z-]+\s*=/.test(part.replace(/^"/, '')))) return [extended(parts, options)]
  const filled = parts.at(-1) === '' ? parts.slice(0, -1) : parts
  if (filled.length <= 1) return [firstLast(filled[0] ?? '', options)]
  if (filled.length > 3) {
    options.tooMany(name)
    return people(filled, options)
  }
  const [last = '', middle = '', first = ''] = filled
  const [suffix, given] = filled.length === 3 ? [middle, first] : ['', middle]
  return [person({words: wordsOf(last), given, suffix}, options)]
}

/** “Smith, J., Jones, K.”: most likely people, each with a comma. */
function people(parts: ReadonlyArray<string>, options: NameOptions): ReadonlyArray<CslName> {
  if (parts.length % 2 === 1) return named('literal', options.text(parts.join(', ')))
  return parts.flatMap((part, index) => {
    if (index % 2 === 1) return []
    return [person({words: wordsOf(part), given: parts[index + 1] ?? '', suffix: ''}, options)]
  })
}

/** `family=Duchamp, given=Philippe, given-i=Ph, prefix=de, useprefix=true`. */
function extended(parts: ReadonlyArray<string>, options: NameOptions): CslName {
  const fields = new Map(
    parts.map((part): [string, string] => {
      const [, key = '', value = ''] = /^"?([a-z-]+)\s*=\s*([\s\S]*?)"?$/.exec(part) ?? []
      return [key, options.text(value)]
    })
  )
  const asked = fields.get('useprefix')
  const usePrefix = asked === undefined ? options.usePrefix : asked === 'true'
  return compact({
    family: fields.get('family') ?? '',
    given: fields.get('given') ?? '',
    [usePrefix ? 'non-dropping-particle' : 'dropping-particle']: fields.get('prefix') ?? '',
    suffix: fields.get('suffix') ?? ''
  })
}

function firstLast(name: string, options: NameOptions): CslName {
  const words = wordsOf(name)
  const lower = words.findIndex((word, index) => isLower(word) && index < words.length - 1)
  const begin = lower === -1 ? words.length - 1 : lower
  return person({words: words.slice(begin), given: words.slice(0, begin).join(' '), suffix: ''}, options)
}

interface Parts {
  /** Particle and family name. */
  readonly words: ReadonlyArray<string>
  readonly given: string
  readonly suffix: string
}

function person({words, given, suffix}: Parts, {text, usePrefix}: NameOptions): CslName {
  const lower = words.findLastIndex((word, index) => isLower(word) && index < words.length - 1)
  const particle = text(words.slice(0, lower + 1).join(' '))
  const family = text(words.slice(lower + 1).join(' '))
  const bound = boundParticle(family)
  const rest = bound === undefined ? family : family.slice(bound.length)
  const nonDropping = usePrefix ? [particle, bound ?? ''].join(' ').trim() : (bound ?? '')
  if (rest !== '' && given === '' && particle === '' && bound === undefined && suffix === '') return {family: rest}
  return compact({
    family: rest,
    given: text(given),
    'dropping-particle': usePrefix ? '' : particle,
    'non-dropping-particle': nonDropping.replaceAll("'", '’'),
    suffix: text(suffix)
  })
}

/** `d’` of d’Alembert, `al-` of al-Khwarizmi: a particle written with the name. */
function boundParticle(family: string): string | undefined {
  return /^(?:d|de l|dell|l)['’](?=\p{Lu})|^(?:a[dlnrstz]|ash|ath|el|ul)[-‐](?=[ʿʾʻ‘’']?\p{Lu})/u.exec(family)?.[0]
}

function wordsOf(name: string): ReadonlyArray<string> {
  return splitOutside(name, /[\s~]/g).filter((word) => word !== '')
}

/** Whether a word begins small, as particles do: by its first letter outside braces, or that of `{\'e}`. */
function isLower(word: string): boolean {
  const bare = word
    .replace(/^\{\\[^A-Za-z\s]\s*\{?|^\{\\[A-Za-z]+\s*\{?/, '')
    .replace(/^\\[^A-Za-z\s]\{?|^\\[A-Za-z]+\s*\{?/, '')
  if (bare.startsWith('{')) return false
  const letter = /\p{L}/u.exec(bare)?.[0]
  if (letter === undefined || boundParticle(bare) !== undefined) return false
  return letter === letter.toLowerCase() && letter !== letter.toUpperCase()
}

function named(part: 'literal', value: string): ReadonlyArray<CslName> {
  return value === '' ? [] : [{[part]: value}]
}

function compact(parts: Readonly<Record<string, string>>): CslName {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== ''))
}
