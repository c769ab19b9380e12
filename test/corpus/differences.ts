import {readFileSync} from 'node:fs'
import {parse} from 'yaml'

/** Words that pandoc prints as text and we do not, and why. */
export interface Difference {
  /** Of manuscripts, `*` for any characters. */
  readonly files: string
  /** Runs of words that are lost: regular expressions, each for a whole run. */
  readonly lost: ReadonlyArray<string>
  /** How many words are lost so in all. */
  readonly words: number
  readonly reason: string
}

/** The list of `differences.yaml`. */
export function differences(): ReadonlyArray<Difference> {
  const text = readFileSync(new URL('differences.yaml', import.meta.url), 'utf8')
  return parse(text) as ReadonlyArray<Difference>
}

/** The first difference on the list that a run of words is lost by. */
export function differenceOf(list: ReadonlyArray<Difference>, file: string, run: string): Difference | undefined {
  return list.find(
    ({files, lost}) => pattern(files).test(file) && lost.some((words) => new RegExp(`^(?:${words})$`, 'u').test(run))
  )
}

/** A name with `*` for any characters. */
export function pattern(glob: string): RegExp {
  return new RegExp(`^${glob.split('*').map(literally).join('.*')}$`, 'u')
}

function literally(text: string): string {
  return text.replace(/[.+?^$()[\]{}|\\]/g, '\\$&')
}
