declare module '@citation-js/core' {
  interface BibtexConfig {
    readonly constants: {
      readonly commands: Readonly<Record<string, string>>
      readonly mathCommands: Readonly<Record<string, string>>
    }
  }
  export const plugins: {
    readonly config: {get(plugin: '@bibtex'): BibtexConfig}
    readonly input: {data(input: unknown, type: string): ReadonlyArray<Readonly<Record<string, unknown>>>}
  }
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
