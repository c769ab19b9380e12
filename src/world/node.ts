import {homedir} from 'node:os'
import {basename, join, resolve} from 'node:path'
import type {Cache, Folder, OutputFolder, World} from '../model/world.ts'
import {WorldError} from '../model/world.ts'
import {cacheFolders} from './browser/cache-folder.ts'
import type {HeadStart} from './browser/head-start.ts'
import {versionOf} from './browser/version.ts'
import {browser, findBrowser} from './browser.ts'
import {clock} from './clock.ts'
import {diskCache} from './disk-cache.ts'
import {diskFolder} from './disk-folder.ts'
import {bundleName, installation, packageFiles} from './installation.ts'
import {outputFolder} from './output-folder.ts'
import {shelf, within} from './shelf.ts'

/** Where on this machine things lie; paths as a person would write them. */
export interface Whereabouts {
  readonly manuscript: string
  readonly out: string
  /** A template's folder, to have before all others. */
  readonly template?: string | undefined
  readonly env: NodeJS.ProcessEnv
  /** A browser that is coming up already. */
  readonly headStart?: Promise<HeadStart | undefined> | undefined
  /** Nothing is printed after the first print, as a rule: the browser ends with it. */
  readonly once?: boolean | undefined
  /** Told what a person may want to know of the browser: that it is unpacked, that it has no sandbox. */
  readonly onNotice?: ((sentence: string) => void) | undefined
}

/** A world with a place to write, and a browser to be started and closed. */
export interface Machine extends World {
  readonly output: OutputFolder
  /** Begin to start the browser: something will be printed soon. */
  start(): void
  /** Which browser would print, and where it is. Throws a `WorldError` if there is none. */
  browser(): Promise<string>
  /** The version of that browser; `undefined` if it does not say. Throws a `WorldError` if there is none. */
  browserVersion(): Promise<string | undefined>
  /** End what was started. */
  close(): Promise<void>
}

/** This machine: its disk, its clock, a browser on it. Throws a `WorldError` if the environment makes no sense. */
export function machine({manuscript, out, template, env, headStart, once, onNotice}: Whereabouts): Machine {
  const root = installation()
  const own = template === undefined ? [] : [within(basename(resolve(template)), diskFolder(template))]
  const find = async () => {
    const found = await findBrowser({env, onProgress: onNotice})
    if ('reason' in found) throw new WorldError(found.reason, {note: found.note})
    return found
  }
  const printer = browser({env, headStart, once, onWarning: onNotice, onProgress: onNotice})
  return {
    manuscript: diskFolder(manuscript, {without: [out, join(manuscript, 'build')]}),
    templates: shelf('templates', [
      ...own,
      diskFolder(join(manuscript, 'templates')),
      diskFolder(join(root, 'templates'))
    ]),
    resources: packageFiles(root),
    cache: cacheOf(env),
    output: outputFolder(out),
    now: clock(env['SOURCE_DATE_EPOCH']),
    ...printer,
    browser: async () => {
      const {version, path} = await find()
      return `${version ?? 'of unknown version'}, ${path}`
    },
    browserVersion: async () => {
      const {version, path, env: own} = await find()
      return version ?? versionOf(path, own)
    }
  }
}

/** A folder somebody names, with all its files, hidden ones too. */
export function folderAt(path: string): Folder {
  return diskFolder(path, {all: true})
}

/** What one bundle made, kept for the same bundle: other code may make another thing of the same. */
function cacheOf(env: NodeJS.ProcessEnv): Cache | undefined {
  const bundle = bundleName()
  const [folder] = cacheFolders({env, platform: process.platform, home: homedir()})
  if (bundle === undefined || folder === undefined || env['OFFPRINT_CACHE'] === 'off') return undefined
  return diskCache(join(folder, 'citations', bundle))
}
