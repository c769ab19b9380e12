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

/** A length as CSS writes it: `25mm`, `10.5pt`. */
type Length = string

/** The sheet and what is printed beside its text. */
interface PageLayout {
  /** How far what touches an edge of the page is printed past it: `3mm`. */
  readonly bleed?: Length | undefined
  /** Marks show where the sheet is to be cut. */
  readonly 'crop-marks'?: boolean | undefined
  /** `A4`, `Letter` and the like, or width and height: `170mm 240mm`. */
  readonly paper?: string | undefined
  /** `inner` and `outer` stand for left and right where facing pages mirror each other. */
  readonly margins?:
    | Readonly<Partial<Record<'bottom' | 'inner' | 'left' | 'outer' | 'right' | 'top', Length>>>
    | undefined
  /** The first page names journal, DOI, dates and licence above the title. */
  readonly banner?: boolean | undefined
  /** In how many columns the text below the title stands; one if absent. */
  readonly columns?: 1 | 2 | undefined
  readonly 'column-gap'?: Length | undefined
  /** Where figures and tables are printed: at the top or foot of the page or column that calls for them, or in the text. */
  readonly floats?: 'foot' | 'here' | 'top' | undefined
}

/** Families for running text, all with Latin, Cyrillic, Greek and the letters of Uzbek and Kazakh, alone or with another's help. */
export const textFamilies = ['EB Garamond', 'Source Serif', 'STIX Two', 'Tinos'] as const

export type TextFamily = (typeof textFamilies)[number]

/** How text is set. */
interface TypeLayout {
  /** The family of the text, of those that Offprint brings. */
  readonly family?: TextFamily | undefined
  readonly size?: Length | undefined
  /** From line to line: a length, or how many lines of the font's own. */
  readonly leading?: Length | number | undefined
  /** How paragraphs are told apart. */
  readonly paragraphs?: 'indent' | 'space' | undefined
  readonly indent?: Length | undefined
  readonly align?: 'justify' | 'left' | undefined
  /** Lines above and below the abstract, a box around it, or nothing. */
  readonly abstract?: 'boxed' | 'plain' | 'ruled' | undefined
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
  readonly page?: PageLayout | undefined
  readonly type?: TypeLayout | undefined
  /** Free settings that the template's own files read, such as `runInHeadings`. */
  readonly settings: Options
  readonly sources: ReadonlyArray<RuleSource>
  /** Where its files set things, by path: `style`, `rules.abstract-length`, `settings.columns`. */
  readonly places?: ReadonlyMap<string, Place> | undefined
  /** All its files, by path in its folder; files of the template it extends beneath. */
  readonly files: ReadonlyMap<string, Uint8Array>
}
