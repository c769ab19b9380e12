#!/usr/bin/env node
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {setFlagsFromString} from 'node:v8'
import {headStart} from '../world/browser/head-start.ts'
import {compiled} from './compiled.ts'

// What `offprint` starts: the bundle beside it, with the machine code of an earlier run.

declare const bundleName: string
/** What is loaded at need, by the name of its package. */
declare const partNames: Readonly<Record<string, string>>

const folder = dirname(fileURLToPath(import.meta.url))
const bundle = join(folder, bundleName)
const require = createRequire(bundle)
const [command = '', ...flags] = process.argv.slice(2)
const formats = flags[flags.indexOf('--to') + 1]
/** Runs that do the same thing run the same code. */
const purpose = [command, flags.includes('--to') ? formats : ''].filter((word) => /^[\w,]+$/.test(word ?? '')).join('-')

// Node keeps its own modules compiled for the options it starts with; what is loaded after they change, it compiles itself.
const brought = ['crypto', 'path/posix', 'perf_hooks', 'process', 'zlib']
const toPrint = prints() ? ['tty', 'worker_threads'] : []
for (const id of [...brought, ...toPrint]) require(`node:${id}`)
for (const flag of late(Number.parseInt(process.versions.node, 10))) setFlagsFromString(flag)

// Who asks for these, as resvg does, has Node load all that it reaches the network with; `fetch` needs neither.
for (const name of ['Request', 'Response']) Reflect.deleteProperty(globalThis, name)

/** A browser, if the command is likely to print; a moment is given to start it before the load of the bundle keeps us busy. */
const browser = prints() ? headStart(process.env) : undefined
const loaded = new Map<string, unknown>()
launch()

async function launch(): Promise<void> {
  await Promise.race([browser, setTimeout(15, undefined, {ref: false})])
  const {main} = compiled(bundle, {purpose, wrapped: true, require: requireHere}) as typeof import('./main.ts')
  await main(browser)
  await (await browser)?.process.kill()
  const streams = [process.stdout, process.stderr]
  await Promise.all(streams.map((stream) => new Promise((resolve) => stream.write('', resolve))))
  // Pipes that close and memory that is given back keep nobody waiting.
  process.exit()
}

function prints(): boolean {
  if (command !== 'build' || flags.some((flag) => /^(-h|--help|--to=.*)$/.test(flag))) return false
  return !flags.includes('--to') || (formats ?? '').split(',').includes('pdf')
}

/** citeproc-js is no part of the bundle, as its licence asks; it is large enough to be worth keeping compiled too, as patterns are. */
function requireHere(id: string): unknown {
  const part = partNames[id]
  if (part !== undefined) return once(join(folder, part), true)
  return id === 'citeproc' || id.startsWith('hyphen/') ? once(require.resolve(id), false) : require(id)
}

function once(file: string, wrapped: boolean): unknown {
  const known = loaded.get(file) ?? compiled(file, {purpose, wrapped, require: requireHere})
  loaded.set(file, known)
  return known
}

/**
 * Options that have V8 optimise late. A build runs most of its code for less than a second, too short to win back what
 * optimising it costs: this spares up to a third of the processor's time. Nor is marking what is in use, bit by bit beside
 * the work, won back before the end. Versions of Node that are not known to have an option would complain of it.
 */
function late(node: number): ReadonlyArray<string> {
  if (node === 20) return ['--interrupt-budget=1000000', '--no-incremental-marking']
  if (node < 22 || node > 26) return []
  return ['--invocation-count-for-maglev=4000', '--invocation-count-for-turbofan=30000', '--no-incremental-marking']
}
