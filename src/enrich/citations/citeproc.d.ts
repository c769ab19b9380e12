declare module 'citeproc' {
  namespace CSL {
    interface CitationItem {
      id: string
      prefix?: string
      suffix?: string
      locator?: string
      label?: string
      'suppress-author'?: boolean
      'author-only'?: boolean
      /** Set by the engine. */
      position?: number
    }
    interface Cluster {
      citationID: string
      citationItems: Array<CitationItem>
      properties: {noteIndex: number; unsorted?: boolean}
      /** Set by the engine: the items in the order printed. */
      sortedItems?: ReadonlyArray<readonly [unknown, CitationItem]> | undefined
    }
    interface Sys {
      retrieveLocale(tag: string): string
      /** The engine keeps the last one given for all engines. */
      stringCompare?: (a: string, b: string) => number
      retrieveItem(id: string): object
      variableWrapper?: (parameters: WrapperParameters, before: string, text: string, after: string) => string
    }
    interface WrapperParameters {
      readonly context: 'bibliography' | 'citation'
      readonly itemData: {readonly id: string}
      readonly variableNames: ReadonlyArray<string>
    }
    interface BibliographyParameters {
      readonly entry_ids: ReadonlyArray<ReadonlyArray<string>>
      readonly hangingindent: boolean | number
      readonly 'second-field-align': 'flush' | 'margin' | false
    }
    /** What a decoration sees: the engine, and the text formatted so far. */
    type Decorate = (this: {readonly params?: WrapperParameters}, engine: Engine, text?: string) => string
    /** An output format of the engine. */
    type Format = Record<string, Decorate | false | string | ((text: string) => string)>
    interface StyleNode {
      readonly name: string
      readonly attrs: Readonly<Record<string, string>>
      readonly children: ReadonlyArray<StyleNode | string>
    }
    interface RegistryEntry {
      /** Its place in the list, from 1. */
      readonly seq: number
      /** The letter after the year, as a number from 0. */
      readonly disambig: {readonly year_suffix?: string | false}
    }
    class Engine {
      constructor(sys: Sys, style: object | string, language?: string, force?: boolean)
      readonly opt: {
        lang: string
        readonly xclass: 'in-text' | 'note'
        readonly 'default-locale-sort': string
        development_extensions: Record<string, boolean>
      }
      /** By tag. */
      readonly locale: Readonly<Record<string, {readonly opts: Record<string, unknown>}>>
      readonly registry: {readonly registry: Readonly<Record<string, RegistryEntry>>}
      readonly sys: Sys
      readonly tmp: {readonly just_looking: boolean; readonly suppress_decorations: boolean}
      setOutputFormat(name: string): void
      getTerm(name: string, form?: string): string
      rebuildProcessorState(
        clusters: ReadonlyArray<Cluster>,
        format: string,
        uncited?: ReadonlyArray<string>
      ): ReadonlyArray<readonly [id: string, note: number, text: string]>
      /** Format a citation among others; gives all that change by it. */
      processCitationCluster(
        cluster: Cluster,
        before: ReadonlyArray<readonly [id: string, note: number]>,
        after: ReadonlyArray<readonly [id: string, note: number]>,
        flag: number
      ): readonly [unknown, ReadonlyArray<readonly [index: number, text: string, id: string]>]
      makeCitationCluster(items: ReadonlyArray<CitationItem>): string
      makeBibliography(): readonly [BibliographyParameters, ReadonlyArray<string>] | false
    }
    /** Writes the particles into the name. */
    function parseParticles(name: object, normalizeApostrophe: boolean): void
    const Output: {readonly Formats: Record<string, Format>}
    function parseXml(xml: string): StyleNode
  }
  export = CSL
}
