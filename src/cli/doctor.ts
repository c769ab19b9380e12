import {WorldError} from '../model/world.ts'
import type {Machine} from '../world/node.ts'
import {colourFor} from './colour.ts'
import type {Exit} from './exit.ts'
import {exit} from './exit.ts'
import type {Host} from './host.ts'
import {plain} from './plain.ts'
import {folderOr} from './where.ts'

/** One thing that Offprint needs: gives what was found, throws what is wrong. */
interface Examination {
  readonly name: string
  readonly examine: (machine: Machine) => Promise<string>
}

const oldest = [20, 19] as const
/** A face of the text, without which nothing can be set. */
const font = '@fontsource/stix-two-text/files/stix-two-text-latin-400-normal.woff2'
const probe = '.offprint-doctor'

/** Look at what Offprint needs of this machine; say what is wrong and how to mend it. */
export async function doctor({out}: {readonly out: string}, host: Host): Promise<Exit> {
  const machine = await host.machine({manuscript: await folderOr(undefined, host), out, env: host.env})
  const colour = colourFor(host.stdout, host.env)
  let code: Exit = exit.fine
  try {
    for (const {name, examine} of examinations) {
      const {fine, text, note} = await outcome(() => examine(machine))
      if (!fine) code = exit.machine
      const mark = fine ? colour('green', '✔') : colour('red', '✖')
      host.stdout.write(`${mark} ${name.padEnd(10)} ${plain(text)}\n`)
      if (note !== undefined) host.stdout.write(`  ${colour('dim', 'help:')} ${plain(note)}\n`)
    }
  } finally {
    await machine.close()
  }
  return code
}

interface Outcome {
  readonly fine: boolean
  readonly text: string
  readonly note?: string | undefined
}

async function outcome(examine: () => Promise<string>): Promise<Outcome> {
  try {
    return {fine: true, text: await examine()}
  } catch (error) {
    if (!(error instanceof WorldError)) throw error
    return {fine: false, text: error.message, note: error.note}
  }
}

const examinations: ReadonlyArray<Examination> = [
  {name: 'Node', examine: async () => node(process.versions.node)},
  {name: 'Browser', examine: (machine) => machine.browser()},
  {name: 'Printing', examine: printing},
  {name: 'Fonts', examine: fonts},
  {name: 'Templates', examine: templates},
  {name: 'Output', examine: output}
]

/** The version, if it is not too old. Throws a `WorldError`. */
export function node(version: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return version
  throw new WorldError(`Unexpected version ${version} of Node, expected ${oldest.join('.')} or later`, {
    note: 'Install a current one from https://nodejs.org.'
  })
}

async function printing({print}: Machine): Promise<string> {
  const bytes = await print({html: '<!doctype html><html lang="en"><title>Test</title><p>Test'})
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-') return 'a page was printed'
  throw new WorldError('Cannot print: what the browser gave is no PDF')
}

async function fonts({resources}: Machine): Promise<string> {
  const bytes = await resources.read(font)
  if (bytes !== undefined) return 'STIX Two, from npm'
  throw new WorldError(`Cannot find the font \`${font}\``, {note: 'Install Offprint again: `npm ci`.'})
}

async function templates({templates: shelf}: Machine): Promise<string> {
  const paths = (await shelf.list()) ?? []
  const ids = paths.flatMap((path) => (path.endsWith('/template.yaml') ? [path.split('/')[0] ?? ''] : []))
  if (ids.length > 0) return ids.join(', ')
  throw new WorldError('Cannot find any template', {note: 'Install Offprint again.'})
}

async function output({output: folder}: Machine): Promise<string> {
  await folder.write(probe, new Uint8Array())
  await folder.remove(probe)
  return `\`${folder.name}\` can be written`
}
