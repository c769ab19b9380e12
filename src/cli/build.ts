import type {Problem} from '../model/problem.ts'
import {WorldError} from '../model/world.ts'
import {turn} from '../util/turn.ts'
import type {Machine} from '../world/node.ts'
import type {Exit} from './exit.ts'
import {exit} from './exit.ts'
import type {BuildFlags} from './flags.ts'
import {attachedNames, formatNames} from './formats.ts'
import type {Host} from './host.ts'
import {progress} from './progress.ts'
import {reportingOf} from './reporting.ts'
import {tell} from './tell.ts'
import {manuscriptOption, templateOption} from './where.ts'

/** Build what is asked for, write it, say what is wrong with the manuscript. Throws `Misuse`. */
export async function build(named: string | undefined, flags: BuildFlags, host: Host): Promise<Exit> {
  const reporting = reportingOf(flags)
  const {manuscript, main} = await manuscriptOption(named, host)
  const {template, folder: templateFolder} = await templateOption(flags.template, host)
  const steps = progress(host.stderr, flags.quiet === true || reporting === 'json' || reporting === 'sarif')
  const where = {manuscript, out: flags.out, template: templateFolder, env: host.env, onNotice: steps.notice}
  const machine = await host.machine(where)
  // The browser takes as long to start as everything else together; a wrong name is found after.
  if (flags.to?.split(',').includes('pdf')) machine.start()
  try {
    const {build: make, formats, packages} = await import('../index.ts')
    const names = [...formats, ...packages].map(({name}) => name)
    const to = flags.to === undefined ? [] : formatNames(flags.to, names)
    const attach = attachedNames(flags.attach)
    const onStage = async (name: string) => {
      steps.stage(name)
      // The browser comes up meanwhile, and its messages are read between two stages.
      await turn()
    }
    const done = await carriedOut(
      () => make(machine, {to, main, template, review: flags.review, blind: flags.blind, attach, onStage}),
      machine,
      steps.stage
    )
    steps.clear()
    const code = codeOf(done, flags.strict === true)
    await tell({...done, exit: code, manuscript}, {machine, host, reporting, flags})
    return code
  } finally {
    await machine.close()
  }
}

/** What came of a build, whole or not. */
interface Done {
  readonly outputs: ReadonlyArray<{readonly path: string; readonly bytes: number}>
  readonly problems: ReadonlyArray<Problem>
  readonly failure?: WorldError | undefined
}

type Make = () => ReturnType<typeof import('../build.ts').build>

/** Build and write; what the world refuses ends it, with what was done until then. */
async function carriedOut(make: Make, machine: Machine, onStage: (stage: string) => void): Promise<Done> {
  const outputs: Array<{path: string; bytes: number}> = []
  let problems: ReadonlyArray<Problem> = []
  try {
    const built = await make()
    problems = built.problems
    onStage('write')
    // The browser ends while files are written.
    machine.close().catch(() => undefined)
    const writing = [...built.output].map(([path, bytes]) => machine.output.write(path, bytes).then(() => path))
    const settled = await Promise.allSettled(writing)
    for (const each of settled) {
      if (each.status === 'rejected') continue
      outputs.push({path: `${machine.output.name}/${each.value}`, bytes: built.output.get(each.value)?.length ?? 0})
    }
    await Promise.all(writing)
    return {outputs, problems, failure: built.failure}
  } catch (error) {
    if (error instanceof WorldError) return {outputs, problems, failure: error}
    throw error
  }
}

function codeOf({problems, failure}: Done, strict: boolean): Exit {
  if (failure !== undefined) return exit.machine
  const bad = problems.some(({severity}) => severity === 'error' || (strict && severity === 'warning'))
  return bad ? exit.manuscript : exit.fine
}
