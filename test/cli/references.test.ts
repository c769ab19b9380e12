import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, describe, expect, it} from 'vitest'
import type {Host, Sink} from '../../src/cli/host.ts'
import {run} from '../../src/cli/run.ts'
import {readLock} from '../../src/util/references-lock.ts'
import {memoryFolder} from '../../src/world/memory.ts'
import {worldOf} from '../support/manuscript.ts'

const cslJson = 'application/vnd.citationstyles.csl+json'
const closers: Array<() => void> = []

afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** A resolver on loopback that knows some DOIs, by their titles. */
async function resolverOf(titles: Readonly<Record<string, string>>): Promise<string> {
  const server = createServer((request, response) => {
    const title = titles[decodeURIComponent(request.url ?? '').slice(1)]
    if (title === undefined) response.writeHead(404).end()
    else response.writeHead(200, {'content-type': cslJson}).end(JSON.stringify({type: 'book', title}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

/** Run `offprint references add` on a manuscript in memory. */
async function add(dois: ReadonlyArray<string>, resolver: string, files: Readonly<Record<string, string>>) {
  const printed = {out: '', err: ''}
  const written = new Map<string, string>()
  const sink = (name: 'err' | 'out'): Sink => ({
    write: (text) => {
      printed[name] += text
    },
    isTerminal: false,
    columns: undefined
  })
  const {'paper.md': text = 'Text.', ...rest} = files
  const world = worldOf(text, {}, {manuscript: memoryFolder('manuscript', {'paper.md': text, ...rest})})
  const write = async (path: string, bytes: Uint8Array) => void written.set(path, new TextDecoder().decode(bytes))
  const host: Host = {
    env: {OFFPRINT_DOI_RESOLVER: resolver},
    stdout: sink('out'),
    stderr: sink('err'),
    isFolder: async () => true,
    folder: async (path) => memoryFolder(path, {}),
    machine: async () => ({
      ...world,
      output: {name: 'manuscript', write, writeFolder: async () => undefined, remove: async () => undefined},
      start: () => undefined,
      browser: async () => '',
      browserVersion: async () => undefined,
      close: async () => undefined
    })
  }
  const code = await run(['references', 'add', ...dois], host)
  return {code, ...printed, lock: written.get('references.lock.json')}
}

describe('offprint references add', () => {
  it('fetches the DOIs given, in any spelling', async () => {
    const resolver = await resolverOf({'10.1000/a': 'First', '10.1000/b': 'Second'})
    const {code, out, lock} = await add(['10.1000/A', 'https://doi.org/10.1000/b'], resolver, {})
    expect(out).toBe('10.1000/a  First\n10.1000/b  Second\n')
    expect([...readLock(lock ?? '').lock.keys()]).toEqual(['10.1000/a', '10.1000/b'])
    expect(readLock(lock ?? '').complaints).toEqual([])
    expect(code).toBe(0)
  })

  it('fetches what is cited and not known, without DOIs', async () => {
    const resolver = await resolverOf({'10.1000/a': 'First', '10.1000/c': 'Noted'})
    const {out} = await add([], resolver, {'paper.md': 'See [@doi:10.1000/a].[^n]\n\n[^n]: And @doi:10.1000/c.'})
    expect(out).toBe('10.1000/a  First\n10.1000/c  Noted\n')
  })

  it('keeps what the lock has', async () => {
    const resolver = await resolverOf({'10.1000/a': 'First', '10.1000/b': 'Second'})
    const {lock: before = ''} = await add(['10.1000/a'], resolver, {})
    const {lock} = await add(['10.1000/b'], resolver, {'references.lock.json': before})
    expect([...readLock(lock ?? '').lock.keys()]).toEqual(['10.1000/a', '10.1000/b'])
  })

  it('says that there is nothing to fetch', async () => {
    const resolver = await resolverOf({})
    const {code, out, lock} = await add([], resolver, {'paper.md': 'Nothing is cited.'})
    expect(out).toContain('Nothing to fetch')
    expect([code, lock]).toEqual([0, undefined])
  })

  it('goes on past a DOI that nobody has registered', async () => {
    const resolver = await resolverOf({'10.1000/b': 'Second'})
    const {code, err, lock} = await add(['10.1000/nobody', '10.1000/b'], resolver, {})
    expect(err).toContain('No DOI `10.1000/nobody` is registered')
    expect([...readLock(lock ?? '').lock.keys()]).toEqual(['10.1000/b'])
    expect(code).toBe(1)
  })

  it('refuses what is no DOI', async () => {
    const {code, err} = await add(['knuth1984'], 'http://127.0.0.1:9/', {})
    expect(err).toContain('Unexpected `knuth1984`, expected a DOI such as `10.1000/182`')
    expect(code).toBe(2)
  })

  it('never overwrites a lock that it cannot read', async () => {
    const resolver = await resolverOf({'10.1000/a': 'First'})
    const {code, err, lock} = await add(['10.1000/a'], resolver, {'references.lock.json': '<<<<<<< HEAD\n'})
    expect(err).toContain('Cannot read `references.lock.json`')
    expect([code, lock]).toEqual([1, undefined])
  })
})
