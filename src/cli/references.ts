import type {Article} from '../model/article.ts'
import {WorldError} from '../model/world.ts'
import {digest, doiOfKey, lockFile, type ReferencesLock, readLock, writeLock} from '../util/references-lock.ts'
import {walk} from '../util/walk.ts'
import {fetchDoi} from '../world/doi.ts'
import type {Machine} from '../world/node.ts'
import type {Exit} from './exit.ts'
import {exit} from './exit.ts'
import {failureText} from './failure.ts'
import type {Host} from './host.ts'
import {Misuse} from './misuse.ts'
import {folderOr} from './where.ts'

/** The options of `references add`. */
export interface ReferencesFlags {
  readonly folder?: string | undefined
}

/**
 * Fetch the records of DOIs into the manuscript's lock file; without DOIs, of all that are cited and not known.
 * What was fetched is kept even if a later one fails. Throws `Misuse` for what is no DOI.
 */
export async function addReferences(given: ReadonlyArray<string>, flags: ReferencesFlags, host: Host): Promise<Exit> {
  const asked = given.map(doiOf)
  const manuscript = await folderOr(flags.folder, host)
  const machine = await host.machine({manuscript, out: 'build', env: host.env})
  const {output} = await host.machine({manuscript, out: manuscript, env: host.env})
  try {
    const before = await lockOf(machine)
    if (before === undefined) {
      host.stderr.write(`offprint: Cannot read \`${lockFile}\`; mend it or remove it, then try again\n`)
      return exit.manuscript
    }
    const dois = given.length > 0 ? asked : await unknownDois(machine)
    if (dois.length === 0) host.stdout.write('Nothing to fetch: every DOI that is cited is known\n')
    return await fetchAll(dois, before, {...machine, output}, host)
  } finally {
    await machine.close()
  }
}

function doiOf(text: string): string {
  const doi = doiOfKey(text) ?? doiOfKey(`doi:${text}`)
  if (doi === undefined) throw new Misuse(`Unexpected \`${text}\`, expected a DOI such as \`10.1000/182\``)
  return doi
}

async function lockOf(machine: Machine): Promise<ReferencesLock | undefined> {
  const bytes = await machine.manuscript.read(lockFile)
  if (bytes === undefined) return new Map()
  const text = new TextDecoder().decode(bytes)
  const {lock} = readLock(text)
  // An unreadable file is never overwritten: it may be half of a merge.
  return lock.size === 0 && text !== writeLock(lock) ? undefined : lock
}

async function unknownDois(machine: Machine): Promise<ReadonlyArray<string>> {
  const {build} = await import('../build.ts')
  const {article} = await build(machine, {to: []})
  return article === undefined ? [] : [...new Set(citedKeys(article))].flatMap((key) => doiOfKey(key) ?? [])
}

/** Keys that are cited or listed, and that no bibliography holds. */
function citedKeys({body, notes, meta, library}: Article): ReadonlyArray<string> {
  const keys: Array<string> = meta.nocite.map(({key}) => key)
  const trees = [body, meta.abstract, ...notes.map(({children}) => ({type: 'root' as const, children: [...children]}))]
  for (const node of walk(trees.filter((tree) => tree !== undefined)))
    if (node.type === 'citation') keys.push(...node.items.map(({key}) => key))
  return keys.filter((key) => !library.has(key))
}

async function fetchAll(
  dois: ReadonlyArray<string>,
  before: ReferencesLock,
  machine: Machine,
  host: Host
): Promise<Exit> {
  const lock = new Map(before)
  let code: Exit = exit.fine
  for (const doi of dois) {
    try {
      const answer = await fetchDoi(doi, {resolver: host.env['OFFPRINT_DOI_RESOLVER']})
      if ('refused' in answer) {
        host.stderr.write(`offprint: ${answer.refused}\n`)
        code = exit.manuscript
        continue
      }
      const {csl} = answer
      lock.set(doi, {csl, fetched: machine.now().toISOString(), sha256: digest(csl)})
      await machine.output.write(lockFile, new TextEncoder().encode(writeLock(lock)))
      host.stdout.write(`${doi}  ${typeof csl['title'] === 'string' ? csl['title'] : csl.type}\n`)
    } catch (error) {
      if (!(error instanceof WorldError)) throw error
      host.stderr.write(failureText(error, host))
      return exit.machine
    }
  }
  return code
}
