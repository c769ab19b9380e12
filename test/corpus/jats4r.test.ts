import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import {hasJats4r, jats4rErrors} from '../support/jats4r.ts'
import type {Files} from '../support/manuscript.ts'
import {worldOf} from '../support/manuscript.ts'

if (!hasJats4r) console.warn('JATS4R’s rules are not run: they, or `XSLT3=…/xslt3.js`, are not at hand')

/** What JATS4R calls errors in the JATS of a manuscript. */
async function errorsOf(markdown: string, files: Files = {}): Promise<ReadonlyArray<string>> {
  const {output} = await build(worldOf(markdown, files), {to: ['jats']})
  return jats4rErrors(new TextDecoder().decode(output.get('paper.xml')))
}

function filesOf(path: string): Files {
  const entries = readdirSync(path, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  return Object.fromEntries(
    entries.map(({parentPath, name}) => [
      `${parentPath}/${name}`.slice(path.length + 1),
      readFileSync(`${parentPath}/${name}`)
    ])
  )
}

describe.skipIf(!hasJats4r)('JATS4R', () => {
  it.each(['every-construct', 'every-field'])('finds no error in %s', async (name) => {
    const {'paper.md': text = '', ...files} = filesOf(`test/fixtures/${name}`)
    expect(await errorsOf(new TextDecoder().decode(text as Uint8Array), files)).toEqual([])
  })

  it('finds what is wrong', async () => {
    const errors = await errorsOf('---\ntitle: T\nlicense: CC-BY-4.0\n---\n\n![A figure.](a.png){#fig:a}', {
      'a.png': ''
    })
    expect(errors).toEqual([expect.stringContaining('All <graphic> must have <alt-text>')])
  })
})
