import {readFile, stat} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {cacheFolders} from './cache-folder.ts'
import type {FoundBrowser, MissingBrowser, Surroundings} from './found.ts'
import type {Unpacked} from './unpack.ts'
import {unpack} from './unpack.ts'

/** The folder of `@sparticuz/chromium`, an optional dependency that carries a headless shell; `undefined` if npm left it out. */
export function packageFolder(): string | undefined {
  try {
    // Its main module is `build/cjs/index.cjs`.
    return dirname(dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))))
  } catch {
    return undefined
  }
}

/** The browser that npm brought, unpacked into the user's cache folder, once for each version. */
export async function embedded(
  {env, platform, arch, home, atOnce, onProgress}: Surroundings,
  folder: string | undefined
): Promise<FoundBrowser | MissingBrowser> {
  if (platform !== 'linux' || arch !== 'x64') return {reason: `none is brought for ${platform} on ${arch}`, note: ''}
  if (folder === undefined) return {reason: 'the package `@sparticuz/chromium` is not installed', note: ''}
  const version = await packageVersion(folder)
  const reasons: Array<string> = []
  for (const cache of cacheFolders({env, platform, home})) {
    const target = join(cache, `chromium-${version}`)
    const kept = await unpackedAt(target)
    if (kept !== undefined) return found(target, kept, env)
    if (atOnce) return {reason: 'it is not unpacked yet', note: ''}
    onProgress('Unpacking the browser; this happens once')
    const outcome = await unpack(folder, target)
    if (!('reason' in outcome)) return found(target, outcome, env)
    reasons.push(`cannot unpack it into \`${cache}\`: ${outcome.reason}`)
  }
  return {
    reason: `the one npm brought does not run: ${reasons.join('; ')}`,
    note: 'It takes 200 MB of disk: make room, or set `XDG_CACHE_HOME` to a folder you may write; or install Chromium and set `PUPPETEER_EXECUTABLE_PATH`.'
  }
}

/** What was unpacked there before, if it is whole: a crash of the machine may leave a file cut short. */
async function unpackedAt(target: string): Promise<Unpacked | undefined> {
  try {
    const unpacked: Unpacked = JSON.parse(await readFile(join(target, 'unpacked.json'), 'utf8'))
    const {size} = await stat(join(target, 'chromium'))
    return size === unpacked.size ? unpacked : undefined
  } catch {
    return undefined
  }
}

function found(target: string, {version, libraries, fonts}: Unpacked, env: Surroundings['env']): FoundBrowser {
  const beside = join(target, 'al2023', 'lib')
  const searched = env['LD_LIBRARY_PATH'] === undefined ? beside : `${beside}:${env['LD_LIBRARY_PATH']}`
  return {
    path: join(target, 'chromium'),
    source: 'embedded',
    version,
    env: {
      ...(libraries ? {LD_LIBRARY_PATH: searched} : {}),
      ...(fonts ? {FONTCONFIG_FILE: join(target, 'fonts', 'fonts.conf')} : {})
    }
  }
}

async function packageVersion(folder: string): Promise<string> {
  const {version}: {version: string} = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  return version
}
