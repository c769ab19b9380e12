import type {World} from '../../../src/model/world.ts'

type Print = World['print']

/** Print with the page changed before it is set. */
export function altered(print: Print, change: (html: string) => string): Print {
  return (job) => print({...job, html: change(job.html)})
}

/** Print with more rules at the end of the page's style sheet, which its policy holds to what was written there. */
export function restyled(print: Print, rules: string): Print {
  return altered(print, (html) =>
    html
      .replace(/style-src &#x27;sha256-[^&]*&#x27;/, 'style-src &#x27;unsafe-inline&#x27;')
      .replace('</style>', () => `${rules}</style>`)
  )
}
