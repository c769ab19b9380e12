import {describe, expect, it} from 'vitest'
import {build} from '../../../src/build.ts'
import type {Figure} from '../../../src/model/nodes.ts'
import {walk} from '../../../src/util/walk.ts'
import {articleOf, problemsOf, worldOf} from '../../support/manuscript.ts'

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"/>'
const files = {'a.svg': svg, 'b.svg': svg, 'c.svg': svg}

async function figuresOf(markdown: string): Promise<ReadonlyArray<Figure>> {
  const {body} = await articleOf(markdown, files)
  return [...walk(body)].filter((node) => node.type === 'figure')
}

const row = `::: {#fig:all}
![One.](a.svg){#fig:one width=50% alt="A"}
![Two.](b.svg){width=50% alt=""}

![Three.](c.svg){#fig:three alt="C"}

All.
:::

See @fig:one and @fig:three.`

describe('several pictures in one figure', () => {
  it('are parts with letters, captions and shares of their own, in a paragraph of several too', async () => {
    const figures = await figuresOf(row)
    expect(figures.map(({number, part, share}) => [number, part, share])).toEqual([
      ['1', undefined, undefined],
      ['1a', 'a', 0.5],
      ['1b', 'b', 0.5],
      ['1c', 'c', undefined]
    ])
    expect(await problemsOf(row, files)).not.toContainEqual(expect.stringMatching(/figure-has-alt|label-resolves/))
  })

  it('without words of their own stand side by side where Quarto has them in columns', async () => {
    const figures = await figuresOf('::: {#fig-all layout-ncol=2}\n![](a.svg)\n![](b.svg)\n\nAll.\n:::')
    expect(figures.map(({number, share}) => [number, share])).toEqual([
      ['1', undefined],
      [undefined, 0.5],
      [undefined, 0.5]
    ])
  })

  it('stay pictures where they have neither words nor shares', async () => {
    expect(await figuresOf('::: {#fig:all}\n![](a.svg) ![](b.svg)\n\nAll.\n:::')).toHaveLength(1)
  })

  it('keep their lines in every format', async () => {
    const {output} = await build(worldOf(row, files, {print: async () => new Uint8Array()}), {to: ['html', 'jats']})
    const text = (path: string) => new TextDecoder().decode(output.get(path))
    expect(
      text('paper.html')
        .match(/<div class="parts">(?:(?!<\/div>).)*<\/div>/s)?.[0]
        .match(/<img/g)
    ).toHaveLength(2)
    expect(text('paper.html')).toMatch(/\.s\d+\{width:50%\}/)
    expect(text('paper.xml').match(/<fig id=|<fig>/g)).toHaveLength(3)
  })
})
