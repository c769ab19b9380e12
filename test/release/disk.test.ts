import {execFile} from 'node:child_process'
import {appendFile, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {readSums, sha256, writeSums} from '../../src/package/index.ts'
import {examine, release} from '../../src/release/index.ts'
import {folderAt} from '../../src/world/node.ts'
import {outputFolder} from '../../src/world/output-folder.ts'
import {blankPage} from '../support/blank-page.ts'
import {worldOf} from '../support/manuscript.ts'

let folder: string
const call = promisify(execFile)
const sha256sum = await call('sha256sum', ['--version']).then(
  () => true,
  () => false
)
if (!sha256sum) console.warn('Tests with coreutils are skipped: there is no `sha256sum`')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-release-'))
})

afterAll(() => rm(folder, {recursive: true, force: true}))

describe('a release on the disk', () => {
  it('is checked by sha256sum, and by its manifest', async ({skip}) => {
    const pdf = await blankPage()
    const world = worldOf('---\ntitle: T\nauthor: A\n---\n\nText.\n', {}, {print: async () => pdf})
    const {release: made} = await release(world, {makers: {node: '20.0.0'}})
    if (made === undefined) return expect.fail('no release')
    await outputFolder(folder).writeFolder('whole', made.files, 'manifest.json')
    const whole = join(folder, 'whole')
    expect(await examine(folderAt(whole))).toMatchObject({count: made.files.size, differences: []})
    if (sha256sum) await call('sha256sum', ['--check', '--strict', 'SHA256SUMS'], {cwd: whole})

    await appendFile(join(whole, 'paper.xml'), ' ')
    await rm(join(whole, 'paper.ris'))
    await writeFile(join(whole, '.hidden'), '')
    await symlink('/nowhere', join(whole, 'link'))
    expect(await examine(folderAt(whole))).toMatchObject({
      differences: [
        {kind: 'extra', path: '.hidden'},
        {kind: 'extra', path: 'link'},
        {kind: 'missing', path: 'paper.ris'},
        {kind: 'changed', path: 'paper.xml'}
      ]
    })
    if (!sha256sum) return skip()
    await expect(call('sha256sum', ['--check', 'SHA256SUMS'], {cwd: whole})).rejects.toThrow(
      '1 computed checksum did NOT match'
    )
  })

  it('escapes names as sha256sum does', async ({skip}) => {
    if (!sha256sum) return skip()
    const names = ['a\\b.txt', 'a\nb.txt', 'a\rb.txt', ' a  b*.txt', 'ö.txt']
    for (const name of names) await writeFile(join(folder, name), name)
    const {stdout} = await call('sha256sum', ['--', ...names], {cwd: folder})
    const sums = names.map((path) => ({path, sha256: sha256(path)}))
    expect(writeSums(sums)).toBe(stdout)
    expect(readSums(stdout)).toEqual(sums)
  })
})
