export interface Token {
  readonly text: string
}

/** What Temml gives to a macro that is a function; tokens come last first. */
export interface Expander {
  consumeSpaces(): void
  future(): Token
  popToken(): Token
  consumeArg(delimiters?: ReadonlyArray<string>): {readonly tokens: ReadonlyArray<Token>}
}
