import type {Output} from '../model/world.ts'
import type {Manifest} from '../package/index.ts'
import {manifestFile, readManifest} from '../package/index.ts'
import type {Difference} from '../release/index.ts'
import {causes, compare, examine} from '../release/index.ts'
import type {Exit} from './exit.ts'
import {exit} from './exit.ts'
import {grouped} from './grouped.ts'
import type {Host} from './host.ts'
import {plain} from './plain.ts'
import {tell} from './tell.ts'
import {folderOr, manuscriptOption, templateOption} from './where.ts'

/** The options of `verify`. */
export interface VerifyFlags {
  readonly rebuild?: boolean | undefined
  readonly manuscript?: string | undefined
  readonly template?: string | undefined
  readonly json?: boolean | undefined
}

/** What was found wrong, and why as far as that is known. */
interface Verdict {
  readonly count: number
  readonly differences: ReadonlyArray<Difference>
  readonly causes: ReadonlyArray<string>
}

/** Say which files of a release changed, are missing or extra; with `rebuild`, which another build makes otherwise. Throws `Misuse`. */
export async function verify(folder: string, flags: VerifyFlags, host: Host): Promise<Exit> {
  const path = await folderOr(folder, host)
  const release = await host.folder(path)
  const examined = await examine(release)
  if ('reason' in examined) {
    host.stderr.write(`offprint: ${plain(examined.reason)}\n`)
    if (examined.note !== undefined) host.stderr.write(`  help: ${plain(examined.note)}\n`)
    return exit.manuscript
  }
  let verdict: Verdict = {...examined, causes: []}
  if (flags.rebuild === true) {
    const made = await rebuilt(examined.manifest, flags, host)
    if (typeof made === 'number') return made
    verdict = {count: made.size, differences: await compare(made, release), causes: why(examined.manifest, made)}
  }
  const code = verdict.differences.length === 0 ? exit.fine : exit.manuscript
  host.stdout.write(flags.json ? jsonOf(path, code, verdict) : textOf(verdict))
  return code
}

/** The files that the manuscript makes now, or the exit code of its failure, which was told. */
async function rebuilt(manifest: Manifest, flags: VerifyFlags, host: Host): Promise<Output | Exit> {
  const {manuscript, main} = await manuscriptOption(flags.manuscript, host)
  const option = await templateOption(flags.template, host)
  const machine = await host.machine({manuscript, out: 'build', template: option.folder, env: host.env})
  machine.start()
  try {
    const {release} = await import('../release/index.ts')
    const makers = {node: process.versions.node, browser: await machine.browserVersion()}
    const template = option.template ?? manifest.versions.template.id
    const {problems, failure, release: made} = await release(machine, {makers, main, template, again: manifest.version})
    if (made !== undefined) return made.files
    const code = failure === undefined ? exit.manuscript : exit.machine
    const summary = {outputs: [], problems, failure, exit: code, manuscript}
    const reporting = flags.json === true ? 'json' : 'text'
    await tell(summary, {machine, host, reporting, flags: {to: 'release'}})
    return code
  } finally {
    await machine.close()
  }
}

function why(before: Manifest, files: Output): ReadonlyArray<string> {
  const now = readManifest(new TextDecoder().decode(files.get(manifestFile)))
  return 'reason' in now ? [] : causes(before, now)
}

function textOf({count, differences, causes: reasons}: Verdict): string {
  if (differences.length === 0) return `All ${grouped(count)} files are as released\n`
  const lines = differences.map(({kind, path}) => `${kind.padEnd(7)}  ${path}`)
  return [...lines, ...reasons.map((reason) => `because  ${reason}`)].map((line) => `${plain(line)}\n`).join('')
}

function jsonOf(folder: string, code: Exit, verdict: Verdict): string {
  return `${JSON.stringify({version: 1, exit: code, folder, ...verdict}, undefined, 2)}\n`
}
