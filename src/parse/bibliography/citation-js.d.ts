declare module '@citation-js/core' {
  interface BibtexConfig {
    readonly constants: {
      readonly commands: Readonly<Record<string, string>>
      readonly mathCommands: Readonly<Record<string, string>>
    }
    readonly format: {asciiOnly: boolean; checkLabel: boolean; useIdAsLabel: boolean}
  }
  export const plugins: {
    readonly config: {get(plugin: '@bibtex'): BibtexConfig}
    readonly output: {format(name: 'bibtex', items: ReadonlyArray<unknown>): string}
    readonly input: {data(input: unknown, type: string): ReadonlyArray<Readonly<Record<string, unknown>>>}
  }
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
