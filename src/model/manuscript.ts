import type {Template} from './template.ts'

/** A file as found: where it was, and what it held. */
export interface Source {
  /** Relative to the manuscript's folder, with `/`. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** A text file of the manuscript, decoded: valid UTF-8, no byte order mark, line ends as `\n`. */
export interface TextSource {
  readonly path: string
  readonly text: string
  readonly bytes: Uint8Array
  /** Lines and characters of the file above the text, where it is what goes on behind a file included in it. */
  readonly above?: {readonly line: number; readonly offset: number} | undefined
}

/** A font of the author's own. */
export interface FontSource extends Source {
  /** As CSS names it (CSS Fonts 4, `format()`). */
  readonly format: 'opentype' | 'truetype' | 'woff' | 'woff2'
}

/** A CSL style, ready for the engine. */
export interface CitationStyle {
  /** As resolved: `apa`, or the path of a `.csl` file. */
  readonly id: string
  /** The independent style's XML. */
  readonly xml: string
  /** Locale XML by BCP 47 tag: always `en-US`, and what the article and the style ask for. */
  readonly locales: ReadonlyMap<string, string>
}

/** After `load`: all that will be read, and nothing decided. */
export interface Manuscript {
  /** The text files, in reading order; the first one holds the front matter. */
  readonly text: ReadonlyArray<TextSource>
  /** YAML files that say more about the article; the front matter goes before them. */
  readonly metadata?: ReadonlyArray<TextSource> | undefined
  /** Quarto's `_variables.yml`. */
  readonly variables?: TextSource | undefined
  /** Records fetched by DOI, if there are any: `references.lock.json`. */
  readonly lock?: TextSource | undefined
  /** Bibliography files, in order of priority: those the front matter names, or else every one found beside the text. */
  readonly bibliography: ReadonlyArray<TextSource>
  /** Every image file in the folder, by path. */
  readonly assets: ReadonlyMap<string, Source>
  /** Tables as data, CSV and TSV: the files there are, and the texts of those whose names occur in the text, by path. */
  readonly data?: {readonly files: ReadonlyArray<string>; readonly texts: ReadonlyMap<string, TextSource>} | undefined
  /** The citation style and its locales, found and read; `undefined` if there is none by the name asked for. */
  readonly csl: CitationStyle | undefined
  /** The Word document whose styles and page Word's output takes; the template's `reference.docx` if absent. */
  readonly referenceDocument?: Source | undefined
  /** Fonts for letters that those at hand lack. */
  readonly fonts?: ReadonlyArray<FontSource> | undefined
  readonly template: Template
}
