import {accessSync, constants, statSync} from 'node:fs'
import {homedir} from 'node:os'
import {embedded, packageFolder} from './embedded.ts'
import type {FindOptions, FoundBrowser, MissingBrowser, Surroundings} from './found.ts'
import {installed} from './installed.ts'
import {fromPuppeteerCache} from './puppeteer-cache.ts'
import {versionOf} from './version.ts'

/** An executable that PUPPETEER_EXECUTABLE_PATH names; Puppeteer's own variable, so that one setting serves all. */
const variable = 'PUPPETEER_EXECUTABLE_PATH'

const note =
  'Install Chromium, Google Chrome or Microsoft Edge; or set `PUPPETEER_EXECUTABLE_PATH` to the path of one; ' +
  'or, on Linux with an x64 processor, run `npm install @sparticuz/chromium@147.0.0`.'

/**
 * Find a browser to print with: one that is named, one in Puppeteer's cache, one that is installed, else the one npm brought,
 * which is unpacked into the user's cache folder the first time. Never throws: a reason and a way to mend it instead.
 */
export async function findBrowser(options: FindOptions = {}): Promise<FoundBrowser | MissingBrowser> {
  const env = options.env ?? process.env
  const named = options.path ?? (env[variable] || undefined)
  if (named !== undefined) return explicit(named, options)

  const surroundings = surroundingsOf(options, env)
  const reasons: Array<string> = []
  for (const look of [fromPuppeteerCache, installed]) {
    const answer = await look(surroundings)
    if (answer !== undefined && 'path' in answer) return answer
    if (answer !== undefined) reasons.push(answer.reason)
  }
  const answer = await embedded(surroundings, (options.embedded ?? packageFolder)())
  if ('path' in answer) return answer
  return {reason: `Cannot find a browser: ${[...reasons, answer.reason].join('; ')}`, note: answer.note || note}
}

function surroundingsOf(options: FindOptions, env: Surroundings['env']): Surroundings {
  return {
    env,
    platform: options.platform ?? process.platform,
    arch: options.arch ?? process.arch,
    home: options.home ?? homedir(),
    atOnce: options.atOnce ?? false,
    onProgress: options.onProgress ?? (() => undefined)
  }
}

async function explicit(path: string, {path: option, atOnce}: FindOptions): Promise<FoundBrowser | MissingBrowser> {
  const source = option === undefined ? 'environment' : 'option'
  if (!isExecutable(path)) {
    const by = source === 'option' ? '' : `, which \`${variable}\` names`
    return {
      reason: `Cannot find the browser \`${path}\`${by}`,
      note: 'Name the executable file of Chromium, Google Chrome or Microsoft Edge, by its full path.'
    }
  }
  // Whoever is in a hurry need not ask: a browser that was named is used whatever it answers.
  return {path, source, version: atOnce === true ? undefined : await versionOf(path)}
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
