import type {PdfTrouble} from '../../model/article.ts'
import type {Source} from '../../model/manuscript.ts'
import {type Machine, restart} from './machine.ts'
import {pngOf} from './png.ts'

/** A PDF that can be drawn. */
export interface Drawing {
  readonly pages: number
  /** What a page measures in inches, by its number from 1; nothing for one that cannot be read. */
  size(page: number): {readonly width: number; readonly height: number} | undefined
  /** A page as PNG, so many dots wide; `undefined` if it cannot be drawn. */
  draw(page: number, width: number): Promise<Uint8Array | undefined>
  close(): void
}

/** What keeps a file from being drawn. */
export type Fault = Extract<PdfTrouble['kind'], 'broken' | 'encrypted'>

/** Open a PDF without a password; a fault, where that does not do. */
export async function opened({bytes}: Source, machine: Machine): Promise<Drawing | Fault> {
  try {
    const document = await machine.loadDocument(bytes)
    const size = (page: number) => guarded(() => inches(document.getPage(page - 1).getOriginalSize()))
    return {
      pages: document.getPageCount(),
      size,
      async draw(page, width) {
        const own = size(page)
        if (own === undefined) return undefined
        const height = Math.max(1, Math.round((width * own.height) / own.width))
        try {
          const drawn = document.getPage(page - 1).render({width, height, scale: 1, render: 'bitmap'})
          return await pngOf((await drawn).data, width, height)
        } catch {
          restart()
          return undefined
        }
      },
      close: () => void guarded(() => document.destroy())
    }
  } catch (error) {
    return error instanceof Error && /password|security/i.test(error.message) ? 'encrypted' : 'broken'
  }
}

function inches({originalWidth, originalHeight}: {readonly originalWidth: number; readonly originalHeight: number}) {
  return originalWidth > 0 && originalHeight > 0 ? {width: originalWidth / 72, height: originalHeight / 72} : undefined
}

/** What a hostile file can make it throw is no fault of ours. */
function guarded<T>(call: () => T): T | undefined {
  try {
    return call()
  } catch {
    restart()
    return undefined
  }
}
