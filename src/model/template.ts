import type {Place} from './place.ts'
import type {Severity} from './problem.ts'

export type Options = Readonly<Record<string, boolean | number | string | ReadonlyArray<string>>>

/** How a template wants one rule: off, a severity, or a severity with limits. */
export type RuleSetting = 'off' | Severity | readonly [Severity, Options]

/** Where a journal's rule was read, and when: `{url, checked: 2026-11-22}`. */
interface RuleSource {
  readonly url: string
  readonly checked: string
}

/** A journal's wishes: a folder of `templates/`, data and no code. */
export interface Template {
  /** The folder's name. */
  readonly id: string
  readonly name: string
  readonly about?: string | undefined
  /** A CSL style id, or the path of a `.csl` file in the template's folder. */
  readonly style: string
  /** Whether sections carry numbers. */
  readonly numberSections: boolean
  readonly rules: ReadonlyMap<string, RuleSetting>
  /** Free settings that the template's own files read, such as `runInHeadings`. */
  readonly settings: Options
  readonly sources: ReadonlyArray<RuleSource>
  /** Where its files set things, by path: `style`, `rules.abstract-length`, `settings.columns`. */
  readonly places?: ReadonlyMap<string, Place> | undefined
  /** All its files, by path in its folder; files of the template it extends beneath. */
  readonly files: ReadonlyMap<string, Uint8Array>
}
