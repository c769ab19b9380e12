/** Files by path, relative and with `/`: what formats give and `package` takes. */
export type Output = ReadonlyMap<string, Uint8Array>

/** A folder one may read. Paths are relative and with `/`; one that leaves the folder, by `..` or by a symbolic link, reads as absent. */
export interface Folder {
  /** How to name the folder to a person. */
  readonly name: string
  /** The bytes of a file, or `undefined` if there is no such file. Throws a `WorldError` if it cannot be read. */
  read(path: string): Promise<Uint8Array | undefined>
  /** All files below, sorted; hidden files, `node_modules` and output folders left out. `undefined` if there is no such folder. */
  list(): Promise<ReadonlyArray<string> | undefined>
}

/** A folder one may write. */
export interface OutputFolder {
  readonly name: string
  /** Write one file whole or not at all: to a temporary name, then renamed. Throws a `WorldError`. */
  write(path: string, bytes: Uint8Array): Promise<void>
  /**
   * Write a folder whole or not at all: to a temporary name, then renamed. One of that name is replaced if the new files
   * have its marker, and it too. Throws a `WorldError`.
   */
  writeFolder(path: string, files: Output, marker: string): Promise<void>
  /** Remove a file, if it is there. Throws a `WorldError`. */
  remove(path: string): Promise<void>
}

/** A page to print: complete HTML that asks for nothing outside itself. */
export interface PrintJob {
  readonly html: string
  /** Told the address of each request that the page made outside itself, and did not get. */
  readonly onRefused?: ((address: string) => void) | undefined
  /** Told when the browser has the page to read: whoever waits may be busy from then on. */
  readonly onTaken?: (() => void) | undefined
  /** Sets the page once it is loaded and before it is printed: makes its lines and pages. */
  readonly compose?: ((page: OpenPage) => Promise<void>) | undefined
}

/** A page in the browser, not yet printed; its fonts are there. Its own scripts do not run, ours do. */
export interface OpenPage {
  /**
   * Run a function that refers to nothing outside itself in the page, after those that were asked for before; argument and result are
   * JSON. What is asked for at once runs at once.
   */
  run<Argument, Result>(script: (argument: Argument) => Result, argument: Argument): Promise<Result>
}

/** Keeps what was costly to make, under a name made from all that it follows from; it may forget anything at any time. */
export interface Cache {
  /** `undefined` if it is not kept, or cannot be read. */
  read(key: string): Promise<Uint8Array | undefined>
  /** Never fails: what cannot be kept is not. */
  write(key: string, bytes: Uint8Array): Promise<void>
}

/** All that lies outside the pipeline; tests pass one that lives in memory. */
export interface World {
  readonly manuscript: Folder
  /** One folder a template: `article/template.yaml` … */
  readonly templates: Folder
  /** What Offprint itself brings: fonts, by `<package>/<file>`. */
  readonly resources: Folder
  /** Print HTML to a tagged, outlined PDF in a headless browser, with neither network nor scripts of the page. Throws a `WorldError`. */
  print(job: PrintJob): Promise<Uint8Array>
  /** Absent where nothing is kept from one build to the next. */
  readonly cache?: Cache | undefined
  /** The only clock; SOURCE_DATE_EPOCH if set. */
  now(): Date
}

/** The world failed us: disk, browser, network. Caught by the command line alone. */
export class WorldError extends Error {
  override readonly name = 'WorldError'
  /** How to mend it, in Markdown. */
  readonly note: string | undefined

  constructor(reason: string, options: {readonly note?: string; readonly cause?: unknown} = {}) {
    super(reason, {cause: options.cause})
    this.note = options.note
  }
}
