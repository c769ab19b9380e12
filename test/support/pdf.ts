import type {Problem} from '../../src/model/problem.ts'
import type {PrintJob} from '../../src/model/world.ts'
import {WorldError} from '../../src/model/world.ts'
import {render} from '../../src/render/index.ts'
import {packageFiles} from '../../src/world/installation.ts'
import type {Files} from './manuscript.ts'
import {articleOf} from './manuscript.ts'

/** Build a manuscript's PDF with the given way to print. */
export async function pdfOf(
  markdown: string,
  print: (job: PrintJob) => Promise<Uint8Array>,
  rest: {files?: Files; now?: Date; problems?: Array<Problem>} = {}
): Promise<Uint8Array> {
  const {files, failure} = await render(await articleOf(markdown, rest.files), ['pdf'], {
    slug: 'paper',
    problems: [],
    report: (problem) => void rest.problems?.push(problem),
    print,
    resources: packageFiles(),
    now: () => rest.now ?? new Date(0)
  })
  if (failure !== undefined) throw failure
  const bytes = files.get('pdf')?.get('paper.pdf')
  if (bytes === undefined) throw new WorldError('Unexpected lack of a PDF')
  return bytes
}
