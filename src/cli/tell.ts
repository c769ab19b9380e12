import type {Problem} from '../model/problem.ts'
import type {Folder} from '../model/world.ts'
import type {Machine} from '../world/node.ts'
import {colourFor} from './colour.ts'
import {failureText} from './failure.ts'
import type {BuildFlags} from './flags.ts'
import type {Host} from './host.ts'
import type {Summary} from './json.ts'
import {json} from './json.ts'
import {problemText, tally} from './problem-text.ts'
import {size} from './size.ts'

export interface Telling {
  readonly machine: Machine
  readonly host: Host
  readonly flags: Pick<BuildFlags, 'json' | 'quiet' | 'to'>
}

/** Say what came of a build: problems and their number to stderr, files written to stdout; or all as JSON to stdout. */
export async function tell(summary: Summary, {machine, host, flags}: Telling): Promise<void> {
  if (flags.json) return host.stdout.write(json(summary))
  const problems = flags.quiet ? summary.problems.filter(({severity}) => severity !== 'info') : summary.problems
  const colour = colourFor(host.stderr, host.env)
  if (problems.length > 0) {
    const sources = await sourcesOf(problems, machine)
    const pathOf = (file: string) => pathTo(file, summary.manuscript)
    host.stderr.write(problemText(problems, {sources, pathOf, colour, columns: host.stderr.columns}))
  }
  if (summary.failure !== undefined) host.stderr.write(failureText(summary.failure, host))
  if (flags.quiet) return
  for (const {path, bytes} of summary.outputs) host.stdout.write(`${path}  ${size(bytes)}\n`)
  const count = tally(problems)
  if (count !== undefined) host.stderr.write(`\n${colour('bold', count)}\n`)
  else if (flags.to === undefined && summary.failure === undefined) host.stdout.write('No problems found\n')
}

function pathTo(file: string, manuscript: string): string {
  return manuscript === '.' || file.startsWith('templates/') ? file : `${manuscript}/${file}`
}

/** The texts that problems point into. */
async function sourcesOf(
  problems: ReadonlyArray<Problem>,
  {manuscript, templates}: Machine
): Promise<ReadonlyMap<string, string>> {
  const files = new Set(problems.flatMap(({place}) => (place?.start === undefined ? [] : [place.file])))
  const decoder = new TextDecoder()
  const sources = new Map<string, string>()
  for (const file of files) {
    const bytes = (await attempt(manuscript, file)) ?? (await attempt(templates, file.replace(/^templates\//, '')))
    if (bytes !== undefined) sources.set(file, decoder.decode(bytes))
  }
  return sources
}

/** A message without the line it speaks of is better than none. */
async function attempt(folder: Folder, file: string): Promise<Uint8Array | undefined> {
  try {
    return await folder.read(file)
  } catch {
    return undefined
  }
}
