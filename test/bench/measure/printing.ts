import type {World} from '../../../src/model/world.ts'

type Print = World['print']

/** Print with the page changed before it is set. */
export function altered(print: Print, change: (html: string) => string): Print {
  return (job) => print({...job, html: change(job.html)})
}
