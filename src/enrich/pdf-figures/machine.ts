import type {PDFiumLibrary} from '@hyzyla/pdfium'
import type {World} from '../../model/world.ts'

/** What draws pages of PDF: PDFium, the same code on every machine. */
export type Machine = Awaited<ReturnType<typeof PDFiumLibrary.init>>

let ready: Promise<Machine | undefined> | undefined

/** The machine, started once; `undefined` where it is not brought along. */
export function machine(resources: World['resources']): Promise<Machine | undefined> {
  ready ??= start(resources)
  return ready
}

/** Have the next page drawn by a new one: after a fault inside, nothing of the old one is certain. */
export function restart(): void {
  ready = undefined
}

async function start(resources: World['resources']): Promise<Machine | undefined> {
  const [{PDFiumLibrary: library}, code] = await Promise.all([
    import('@hyzyla/pdfium'),
    resources.read('@hyzyla/pdfium/dist/pdfium.wasm')
  ])
  return code === undefined ? undefined : library.init({wasmBinary: new Uint8Array(code).buffer})
}
