import {readdirSync, readFileSync, rmSync, statSync} from 'node:fs'
import Module from 'node:module'
import {homedir} from 'node:os'
import {basename, dirname, join} from 'node:path'
import {Script} from 'node:vm'
import {cacheFolders} from '../world/browser/cache-folder.ts'
import {keepFile} from '../world/keep-file.ts'

export interface CompiledOptions {
  /** What the process is going to do: each purpose keeps the code that it runs. */
  readonly purpose: string
  /** It is of our own making: in ASCII, and in the function that Node would put around it. */
  readonly wrapped: boolean
  readonly require: (id: string) => unknown
}

/**
 * Load a CommonJS file with the machine code that V8 made of it in an earlier run, which spares most of the start;
 * what this run compiled is kept when the process ends. Without a place to keep it, it is compiled each time.
 * The file's name, size and time are part of the code's name, for V8 compares no more than the length of the source.
 */
export function compiled(file: string, {purpose, wrapped, require}: CompiledOptions): unknown {
  const source = wrapped ? readFileSync(file, 'latin1') : Module.wrap(readFileSync(file, 'utf8'))
  const kept = join(ownFolder(), 'code', nameOf(file, purpose))
  const cachedData = contentOf(kept)
  const script = new Script(source, {filename: file, ...(cachedData === undefined ? {} : {cachedData})})
  if (cachedData === undefined || script.cachedDataRejected)
    process.once('exit', () => {
      if (keepFile(kept, script.createCachedData())) forgetOld(dirname(kept))
    })
  const module = {exports: {}}
  script.runInThisContext().call(module.exports, module.exports, require, module, file, dirname(file))
  return module.exports
}

/** The user's own: code from a folder that others write to would be theirs to choose. */
function ownFolder(): string {
  const [own = ''] = cacheFolders({env: process.env, platform: process.platform, home: homedir()})
  return own
}

function nameOf(file: string, purpose: string): string {
  const {size, mtimeMs} = statSync(file)
  return [basename(file), size, Math.round(mtimeMs), process.version, process.arch, purpose].join('-')
}

function contentOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

/** Code of versions that nobody runs any more; all of a month ago is made again when wanted. */
function forgetOld(folder: string): void {
  const oldest = Date.now() - 30 * 24 * 60 * 60 * 1000
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    // Another process may have moved it meanwhile.
    const {mtimeMs} = statSync(path, {throwIfNoEntry: false}) ?? {mtimeMs: oldest}
    if (mtimeMs < oldest) rmSync(path, {force: true})
  }
}
