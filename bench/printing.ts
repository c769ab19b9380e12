import {join} from 'node:path'
import {build} from '../src/build.ts'
import type {PrintJob} from '../src/model/world.ts'
import type {Printer} from '../src/world/browser.ts'
import {machine} from '../src/world/node.ts'
import {median} from './stopwatch.ts'

/** What printing takes, in seconds. */
export interface Printing {
  /** The page that is printed. */
  readonly html: string
  readonly pages: number
  /** The browser by itself, from the page to a tagged PDF with an outline. */
  readonly own: number
  /** The same page with its lines and pages made by us, and the PDF mended and checked. */
  readonly ours: number
  /** The first of these, in a process that has not done it before. */
  readonly first: number
}

/** Print a manuscript with a browser that is there already, by itself and as we do; both take turns. */
export async function printing(folder: string, printer: Printer, rounds: number): Promise<Printing> {
  const world = machine({manuscript: folder, out: join(folder, 'build'), env: process.env})
  const times = {own: [] as Array<number>, ours: [] as Array<number>}
  let job: PrintJob | undefined
  let begun = 0
  const print = (asked: PrintJob) => {
    // Its text is hidden until the layout shows it, which browsers by themselves, and Paged.js, do without.
    job = {...asked, html: asked.html.replace('<main hidden', '<main')}
    begun = performance.now()
    return printer.print(asked)
  }
  let pdf: Uint8Array | undefined
  for (let round = -1; round < rounds; round += 1) {
    const {output, failure} = await build({...world, print}, {to: ['pdf']})
    times.ours.push((performance.now() - begun) / 1000)
    if (failure !== undefined || job === undefined) throw failure ?? new Error('Unexpected lack of a page to print')
    pdf = [...output.values()][0]
    const {html} = job
    const start = performance.now()
    await printer.print({html})
    times.own.push((performance.now() - start) / 1000)
    process.stderr.write('.')
  }
  const {PDFDocument} = await import('@cantoo/pdf-lib')
  const pages = (await PDFDocument.load(pdf ?? new Uint8Array())).getPageCount()
  const [first = 0, ...later] = times.ours
  return {html: job?.html ?? '', pages, own: median(times.own.slice(1)), ours: median(later), first}
}
