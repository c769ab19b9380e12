import {WorldError} from '../model/world.ts'
import {manifestFile} from '../package/index.ts'
import type {Released} from '../release/index.ts'
import type {Machine} from '../world/node.ts'
import type {Exit} from './exit.ts'
import {exit} from './exit.ts'
import type {BuildFlags} from './flags.ts'
import type {Host} from './host.ts'
import {progress} from './progress.ts'
import {reportingOf} from './reporting.ts'
import {tell} from './tell.ts'
import {manuscriptOption, templateOption} from './where.ts'

/** The options of `release`. */
export interface ReleaseFlags extends Omit<BuildFlags, 'to'> {
  readonly as?: string | undefined
}

/** Build every format into a folder of its own, whole or not at all; nothing where the manuscript has errors. Throws `Misuse`. */
export async function release(named: string | undefined, flags: ReleaseFlags, host: Host): Promise<Exit> {
  const reporting = reportingOf(flags)
  const {manuscript, main} = await manuscriptOption(named, host)
  const {template, folder: templateFolder} = await templateOption(flags.template, host)
  const steps = progress(host.stderr, flags.quiet === true || reporting === 'json' || reporting === 'sarif')
  const where = {manuscript, out: flags.out, template: templateFolder, env: host.env, onNotice: steps.notice}
  const machine = await host.machine(where)
  machine.start()
  try {
    const {release: make} = await import('../release/index.ts')
    const makers = {node: process.versions.node, browser: await machine.browserVersion()}
    const {problems, ...made} = await make(machine, {makers, main, template, as: flags.as, onStage: steps.stage})
    const spoilt = flags.strict === true && problems.some(({severity}) => severity === 'warning')
    steps.stage('write')
    const {outputs, failure = made.failure} = spoilt ? {outputs: []} : await write(made.release, machine)
    steps.clear()
    const code = failure !== undefined ? exit.machine : outputs.length === 0 ? exit.manuscript : exit.fine
    const summary = {outputs, problems, failure, exit: code, manuscript}
    await tell(summary, {machine, host, reporting, flags: {quiet: flags.quiet, to: 'release'}})
    return code
  } finally {
    steps.clear()
    await machine.close()
  }
}

interface Written {
  readonly outputs: ReadonlyArray<{readonly path: string; readonly bytes: number}>
  readonly failure?: WorldError | undefined
}

async function write(made: Released['release'], {output}: Machine): Promise<Written> {
  if (made === undefined) return {outputs: []}
  const {files} = made
  const folder = `release/${made.name}`
  try {
    await output.writeFolder(folder, files, manifestFile)
  } catch (failure) {
    if (failure instanceof WorldError) return {outputs: [], failure}
    throw failure
  }
  return {outputs: [...files].map(([path, {length}]) => ({path: `${output.name}/${folder}/${path}`, bytes: length}))}
}
