import type {Problem} from '../model/problem.ts'
import type {Folder} from '../model/world.ts'
import type {Machine} from '../world/node.ts'
import {colourFor} from './colour.ts'
import {failureText} from './failure.ts'
import type {BuildFlags} from './flags.ts'
import {github} from './github.ts'
import type {Host} from './host.ts'
import type {Summary} from './json.ts'
import {json} from './json.ts'
import {problemText, tally} from './problem-text.ts'
import type {Reporting} from './reporting.ts'
import {size} from './size.ts'

export interface Telling {
  readonly machine: Machine
  readonly host: Host
  readonly reporting: Reporting
  readonly flags: Pick<BuildFlags, 'quiet' | 'to'>
}

/**
 * Say what came of a build: problems and their number to stderr, files written to stdout; for GitHub problems to stdout too,
 * where its runner reads them; for other programs all to stdout.
 */
export async function tell(summary: Summary, {machine, host, reporting, flags}: Telling): Promise<void> {
  const pathOf = (file: string) => pathTo(file, summary.manuscript)
  if (reporting === 'json') return host.stdout.write(json(summary))
  if (reporting === 'sarif') {
    const [{sarif}, {rules}] = await Promise.all([import('./sarif.ts'), import('../validate/index.ts')])
    return host.stdout.write(sarif(summary, {rules, pathOf}))
  }
  const problems = flags.quiet ? summary.problems.filter(({severity}) => severity !== 'info') : summary.problems
  if (reporting === 'github') host.stdout.write(github({...summary, problems}, pathOf))
  else await tellPerson({...summary, problems}, {machine, host, pathOf})
  if (flags.quiet) return
  for (const {path, bytes} of summary.outputs) host.stdout.write(`${path}  ${size(bytes)}\n`)
  const count = tally(problems)
  if (count !== undefined) host.stderr.write(`\n${colourFor(host.stderr, host.env)('bold', count)}\n`)
  else if (flags.to === undefined && summary.failure === undefined) host.stdout.write('No problems found\n')
}

interface Listener extends Pick<Telling, 'host' | 'machine'> {
  readonly pathOf: (file: string) => string
}

async function tellPerson({problems, failure}: Summary, {machine, host, pathOf}: Listener): Promise<void> {
  if (problems.length > 0) {
    const colour = colourFor(host.stderr, host.env)
    const sources = await sourcesOf(problems, machine)
    host.stderr.write(problemText(problems, {sources, pathOf, colour, columns: host.stderr.columns}))
  }
  if (failure !== undefined) host.stderr.write(failureText(failure, host))
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
