import {describe, expect, it} from 'vitest'
import type {OpenPage} from '../../../../src/model/world.ts'
import {layout} from '../../../../src/render/pdf/layout/index.ts'

const noWishes = {notes: false, references: false, sections: false, lineNumbers: 0, columns: false, wholeWords: false}

describe('the layout of a page', () => {
  it('ends with the one failure of a browser that is gone, whatever was asked of it', async () => {
    const page: OpenPage = {
      async run({name}) {
        if (name === 'pageArea') return {width: 400, height: 600} as never
        throw new Error('gone')
      }
    }
    const {compose} = layout({
      language: 'en',
      wishes: noWishes,
      firstPage: 1,
      hyphens: false,
      wide: true,
      turned: 'apart'
    })
    await expect(compose(page)).rejects.toThrow('gone')
    // What nobody waited for would be told by now, and end the process.
    await new Promise((resolve) => setTimeout(resolve, 20))
  })
})
