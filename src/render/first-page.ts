import type {Meta} from '../model/meta.ts'

/** The number of the first page: 15 of an article on pages 15–32, 1 where nothing says. */
export function firstPageOf({publication}: Meta): number {
  const {firstPage = ''} = publication
  return /^\d{1,6}$/.test(firstPage) ? Number(firstPage) : 1
}
