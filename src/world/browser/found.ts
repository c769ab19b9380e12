/** A browser that can print, and how we came to it. */
export interface FoundBrowser {
  readonly path: string
  /** `option` and `environment`: named by the caller, or by PUPPETEER_EXECUTABLE_PATH; `embedded`: unpacked from npm. */
  readonly source: 'embedded' | 'environment' | 'installed' | 'option' | 'puppeteer'
  /** As it says itself, such as `147.0.7727.0`; absent if it was not asked. */
  readonly version?: string | undefined
  /** What its process needs to see beside our own environment. */
  readonly env?: Readonly<Record<string, string>> | undefined
}

/** Why there is none, and how to mend that, in Markdown. */
export interface MissingBrowser {
  readonly reason: string
  readonly note: string
}

/** Where to look; everything but `path` is for tests, and is this machine's otherwise. */
export interface FindOptions {
  /** Use this one and no other. */
  readonly path?: string | undefined
  readonly env?: Readonly<Record<string, string | undefined>> | undefined
  readonly platform?: NodeJS.Platform | undefined
  readonly arch?: string | undefined
  readonly home?: string | undefined
  /** The folder of the package that carries a browser; `undefined` if it is not installed. */
  readonly embedded?: (() => string | undefined) | undefined
  /** Only one that starts as it is: nothing is unpacked. */
  readonly atOnce?: boolean | undefined
  /** Told of something slow that happens but once, as a sentence. */
  readonly onProgress?: ((sentence: string) => void) | undefined
}

/** The options, with this machine's own for what is left out. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly arch: string
  readonly home: string
  readonly atOnce: boolean
  readonly onProgress: (sentence: string) => void
}
