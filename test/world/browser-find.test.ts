import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, beforeEach, describe, expect, it} from 'vitest'
import {packageFolder} from '../../src/world/browser/embedded.ts'
import type {FindOptions} from '../../src/world/browser.ts'
import {findBrowser} from '../../src/world/browser.ts'

const root = mkdtempSync(join(tmpdir(), 'offprint-test-'))
afterAll(() => rmSync(root, {recursive: true}))

let home: string
let nowhere: FindOptions
beforeEach(() => {
  home = mkdtempSync(join(root, 'home-'))
  nowhere = {env: {PATH: join(home, 'bin'), XDG_CACHE_HOME: join(home, 'cache')}, home, embedded: () => undefined}
})

/** An executable that answers `--version`. */
function executable(path: string, version: string): string {
  mkdirSync(dirname(path), {recursive: true})
  writeFileSync(path, `#!/bin/sh\necho Chromium ${version}\n`)
  chmodSync(path, 0o755)
  return path
}

describe.skipIf(process.platform !== 'linux')('a browser is found', () => {
  it('where it is named, by the caller before the environment', async () => {
    const one = executable(join(home, 'one'), '140.0.1.2')
    const two = executable(join(home, 'two'), '141.0.1.2')
    const env = {...nowhere.env, PUPPETEER_EXECUTABLE_PATH: two}
    expect(await findBrowser({...nowhere, env, path: one})).toEqual({path: one, source: 'option', version: '140.0.1.2'})
    expect(await findBrowser({...nowhere, env})).toEqual({path: two, source: 'environment', version: '141.0.1.2'})
  })

  it('nowhere else if it is named and not there', async () => {
    executable(join(home, 'bin/chromium'), '140.0.1.2')
    const env = {...nowhere.env, PUPPETEER_EXECUTABLE_PATH: '/no/such'}
    expect(await findBrowser({...nowhere, env})).toMatchObject({
      reason: 'Cannot find the browser `/no/such`, which `PUPPETEER_EXECUTABLE_PATH` names'
    })
  })

  it('in Puppeteer’s cache, the newest headless shell before an installed one', async () => {
    executable(join(home, 'bin/chromium'), '150.0.1.2')
    const cache = join(home, '.cache/puppeteer/chrome-headless-shell')
    for (const version of ['99.0.1.2', '148.0.7778.97', '131.0.1.2']) {
      executable(join(cache, `linux-${version}/chrome-headless-shell-linux64/chrome-headless-shell`), version)
    }
    expect(await findBrowser(nowhere)).toMatchObject({source: 'puppeteer', version: '148.0.7778.97'})
  })

  it('on the PATH, the headless shell first, and none that is too old or does not start', async () => {
    const path = executable(join(home, 'bin/chromium'), '150.0.1.2')
    executable(join(home, 'bin/google-chrome'), '90.0.1.2')
    writeFileSync(join(home, 'bin/google-chrome-stable'), '')
    expect(await findBrowser(nowhere)).toEqual({path, source: 'installed', version: '150.0.1.2'})
    const shell = executable(join(home, 'bin/chromium-headless-shell'), '150.0.1.2')
    expect(await findBrowser(nowhere)).toMatchObject({path: shell})
  })

  it('as the program that a script there starts, for that is what can be ended', async () => {
    const shell = executable(join(home, 'lib/headless-shell'), '150.0.1.2')
    const script = executable(join(home, 'bin/chromium-headless-shell'), '150.0.1.2')
    writeFileSync(script, `#!/bin/sh -e\n\n${shell} "$@"\n`)
    expect(await findBrowser(nowhere)).toMatchObject({path: shell, version: '150.0.1.2'})
    writeFileSync(script, `#!/bin/sh -e\n\necho 150.0.1.2\n`)
    expect(await findBrowser(nowhere)).toMatchObject({path: script})
  })

  it('and asked for its version once, where there is no time to ask, until its program is another', async () => {
    const path = executable(join(home, 'bin/chromium'), `150.0.1.2\necho asked >> ${home}/log`)
    const asked = () => (existsSync(`${home}/log`) ? readFileSync(`${home}/log`, 'utf8').match(/asked/g)?.length : 0)
    const hurry = {...nowhere, atOnce: true}
    expect(await findBrowser(hurry)).toEqual({path, source: 'installed', version: '150.0.1.2'})
    expect(await findBrowser(hurry)).toEqual({path, source: 'installed', version: '150.0.1.2'})
    expect(asked()).toBe(1)
    await findBrowser(nowhere)
    expect(asked()).toBe(2)
    executable(path, '90.0.1.2')
    expect(await findBrowser(hurry)).toHaveProperty('reason')
  })

  it('or the reasons are told', async () => {
    executable(join(home, 'bin/chromium'), '90.0.1.2')
    const answer = await findBrowser(nowhere)
    expect(answer).toEqual({
      reason: `Cannot find a browser: \`${home}/bin/chromium\` is version 90.0.1.2, expected 131 or later; the package \`@sparticuz/chromium\` is not installed`,
      note: expect.stringContaining('npm install @sparticuz/chromium')
    })
  })
})

const carried = packageFolder()

describe.skipIf(carried === undefined || process.platform !== 'linux' || process.arch !== 'x64')(
  'the one npm brought',
  () => {
    it('is unpacked once, by two at the same time, and again if it was cut short', async () => {
      const told: Array<string> = []
      const options = {...nowhere, embedded: () => carried, onProgress: (sentence: string) => void told.push(sentence)}
      const [one, two] = await Promise.all([findBrowser(options), findBrowser(options)])
      expect(one).toMatchObject({source: 'embedded', version: expect.stringMatching(/^147\./)})
      expect(two).toEqual(one)
      expect(told).toHaveLength(2)
      expect(readdirSync(join(home, 'cache/offprint'))).toEqual(['chromium-147.0.0'])
      expect(await findBrowser(options)).toEqual(one)
      expect(told).toHaveLength(2)
      if (!('path' in one)) throw new Error(one.reason)
      truncateSync(one.path, 1000)
      expect(await findBrowser(options)).toEqual(one)
      expect(told).toHaveLength(3)
      expect(existsSync(one.path)).toBe(true)
    })

    it('is not brought for another processor', async () => {
      expect(await findBrowser({...nowhere, embedded: () => carried, arch: 'arm64'})).toMatchObject({
        reason: 'Cannot find a browser: none is brought for linux on arm64'
      })
    })

    it('says why it cannot be unpacked, and leaves nothing behind', async () => {
      const broken = join(home, 'package')
      mkdirSync(join(broken, 'build/esm'), {recursive: true})
      writeFileSync(join(broken, 'package.json'), '{"version": "147.0.0-broken"}')
      writeFileSync(
        join(broken, 'build/esm/index.js'),
        'export default {executablePath() { throw new Error("No space left") }}'
      )
      const answer = await findBrowser({...nowhere, embedded: () => broken})
      expect(answer).toMatchObject({note: expect.stringContaining('XDG_CACHE_HOME')})
      expect(readdirSync(join(home, 'cache/offprint'))).toEqual([])
    })
  }
)
