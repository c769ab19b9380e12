import {execFile} from 'node:child_process'
import {existsSync} from 'node:fs'
import {lstat, mkdir, mkdtemp, rename, rm, stat, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {promisify} from 'node:util'
import {versionOf} from './version.ts'

/** What is known of an unpacked browser; kept beside it. */
export interface Unpacked {
  readonly version: string
  /** Of the executable, in bytes. */
  readonly size: number
  /** Whether it starts only with the shared libraries that came with it. */
  readonly libraries: boolean
  /** Whether the system has no fonts set up, so that those that came with it must do. */
  readonly fonts: boolean
}

/**
 * Unpack a browser from its package into a folder that appears whole or not at all.
 * Of two processes that do so at once the second throws its own work away.
 */
export async function unpack(packageFolder: string, target: string): Promise<Unpacked | {readonly reason: string}> {
  let partial: string | undefined
  try {
    await ownFolder(dirname(target))
    partial = await mkdtemp(`${target}.partial-`)
    await inflate(packageFolder, partial)
    const unpacked = await examine(partial)
    if (!('reason' in unpacked)) {
      await writeFile(join(partial, 'unpacked.json'), JSON.stringify(unpacked))
      await settle(partial, target, unpacked)
    }
    return unpacked
  } catch (error) {
    return {reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}
  } finally {
    if (partial !== undefined) await rm(partial, {recursive: true, force: true})
  }
}

/** Make the folder for us alone; among temporary files another user may have made it first, to have us run what is in it. */
async function ownFolder(folder: string): Promise<void> {
  await mkdir(folder, {recursive: true, mode: 0o700})
  const {uid} = await lstat(folder)
  if (uid !== process.getuid?.()) throw new Error('the folder is another user’s')
}

/**
 * The package unpacks itself into the temporary folder, wherever that is, and its shared libraries only where it takes itself to
 * run in a certain cloud; a process of its own is told both, and ours goes on meanwhile.
 */
async function inflate(packageFolder: string, folder: string): Promise<void> {
  const entry = pathToFileURL(join(packageFolder, 'build', 'esm', 'index.js')).href
  const script = `const {default: chromium} = await import(${JSON.stringify(entry)}); chromium.setGraphicsMode = false; await chromium.executablePath()`
  const env = {...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x', NODE_OPTIONS: ''}
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {env, timeout: 300_000})
  await Promise.all(graphics.map((file) => rm(join(folder, file), {force: true})))
  if (existsSync(join(folder, 'fonts'))) await writeFile(join(folder, 'fonts', 'fonts.conf'), fontsConfiguration)
}

/** What draws in three dimensions; printing does not. */
const graphics = ['libEGL.so', 'libGLESv2.so', 'libvk_swiftshader.so', 'libvulkan.so.1', 'vk_swiftshader_icd.json']

/** Its own names folders of that cloud. */
const fontsConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

async function examine(folder: string): Promise<Unpacked | {readonly reason: string}> {
  const path = join(folder, 'chromium')
  const {size} = await stat(path)
  const fonts = !existsSync('/etc/fonts/fonts.conf')
  const bare = await versionOf(path)
  if (bare !== undefined) return {version: bare, size, libraries: false, fonts}
  const version = await versionOf(path, {LD_LIBRARY_PATH: join(folder, 'al2023', 'lib')})
  if (version !== undefined) return {version, size, libraries: true, fonts}
  return {reason: 'it does not start on this system, which may have another C library than glibc'}
}

/** Put the whole folder in place, unless another process was faster; what was broken there makes room. */
async function settle(partial: string, target: string, {size}: Unpacked): Promise<void> {
  const there = await stat(join(target, 'chromium')).catch(() => undefined)
  if (there?.size === size && existsSync(join(target, 'unpacked.json'))) return
  await rm(target, {recursive: true, force: true})
  try {
    await rename(partial, target)
  } catch (error) {
    if (!existsSync(join(target, 'unpacked.json'))) throw error
  }
}
