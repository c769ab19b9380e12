import {existsSync, readFileSync, realpathSync, statSync} from 'node:fs'
import {delimiter, join, posix} from 'node:path'
import type {FoundBrowser, MissingBrowser, Surroundings} from './found.ts'
import {keepVersion, knownVersion} from './known-version.ts'
import {isTooOld, oldestMajor, versionOf} from './version.ts'

/** On Linux, by name on the PATH; the headless shell first, which starts about twice as fast. */
const commands = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'google-chrome-beta'
]

const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
]

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe'
]

/** A Chromium, Chrome or Edge that the system has, if it is recent enough and starts. */
export async function installed(surroundings: Surroundings): Promise<FoundBrowser | MissingBrowser | undefined> {
  const reasons: Array<string> = []
  for (const path of candidates(surroundings).filter((candidate) => existsSync(candidate))) {
    const answer = await asked(path, surroundings)
    if (typeof answer !== 'string') return answer
    reasons.push(answer)
  }
  return reasons.length === 0 ? undefined : {reason: reasons.join('; '), note: ''}
}

/** A browser, or why it will not do. */
async function asked(path: string, surroundings: Surroundings): Promise<FoundBrowser | string> {
  // A snap has its own /tmp and closes the pipe that we would talk through.
  if (isSnap(path)) return `\`${path}\` is a snap, which cannot be driven`
  const program = started(path)
  const known = surroundings.atOnce ? knownVersion(program, surroundings) : undefined
  const version = known ?? (await versionOf(path))
  if (version === undefined && surroundings.platform !== 'win32') return `\`${path}\` does not start`
  if (isTooOld(version)) return `\`${path}\` is version ${version}, expected ${oldestMajor} or later`
  if (version !== undefined && known === undefined) keepVersion(program, version, surroundings)
  return {path: program, source: 'installed', version}
}

/** The program that a script of one line starts, as Debian's headless shell is: to end the script would not end the browser. */
function started(path: string): string {
  if (statSync(path).size > 1000) return path
  const [, program] = /^#![^\n]*sh[^\n]*\s+(?:exec )?"?(\/[^\s"]+)"? "\$@"\s*$/.exec(readFileSync(path, 'latin1')) ?? []
  return program !== undefined && existsSync(program) ? program : path
}

function candidates({env, platform, home}: Surroundings): ReadonlyArray<string> {
  if (platform === 'darwin') {
    return ['/Applications', join(home, 'Applications')].flatMap((folder) =>
      macApplications.map((application) => join(folder, application))
    )
  }
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      (root) => root !== undefined
    )
    return windowsPrograms.flatMap((program) => roots.map((root) => `${root}\\${program}`))
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => posix.isAbsolute(folder))
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)))
}

function isSnap(path: string): boolean {
  try {
    return path.startsWith('/snap/') || realpathSync(path) === '/usr/bin/snap'
  } catch {
    return false
  }
}
