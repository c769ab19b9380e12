import type {CslItem} from '../model/article.ts'
import {WorldError} from '../model/world.ts'

/** How to reach the DOI resolver; tests point it at a server of their own. */
export interface DoiOptions {
  /** `https://doi.org/` unless told. */
  readonly resolver?: string | undefined
  /** Milliseconds one request may take. */
  readonly timeout?: number | undefined
  /** Tries in all, the first one included. */
  readonly tries?: number | undefined
  /** Wait so many milliseconds. */
  readonly wait?: ((milliseconds: number) => Promise<void>) | undefined
}

/** A record, or why there is none that more tries would bring. */
export type DoiAnswer = {readonly csl: CslItem} | {readonly refused: string}

const cslJson = 'application/vnd.citationstyles.csl+json'
const longestBody = 5_000_000
/** Longer than this a server may not make us wait, in milliseconds. */
const longestWait = 60_000

/** The fields that CSL knows (CSL 1.0.2, appendix IV); registries add many of their own. */
const fields = new Set(
  `abstract accessed annote archive archive_collection archive_location archive-place author authority available-date
  call-number chair chapter-number citation-number collection-editor collection-number collection-title compiler composer
  container-author container-title container-title-short contributor curator dimensions director division DOI edition
  editor editorial-director editor-translator event-date event-place event-title executive-producer genre guest host
  illustrator interviewer ISBN ISSN issue issued jurisdiction keyword language license medium narrator note number
  number-of-pages number-of-volumes organizer original-author original-date original-publisher original-publisher-place
  original-title page part-number part-title performer PMCID PMID printing-number producer publisher publisher-place
  recipient references reviewed-author reviewed-genre reviewed-title scale script-writer section series-creator source
  status submitted supplement-number title title-short translator type URL version volume volume-title
  year-suffix`.split(/\s+/)
)

/**
 * Ask the resolver for the record of a DOI by content negotiation (https://citation.doi.org/docs.html).
 * Waits and tries again while the network or the server fails, as long as `Retry-After` asks (RFC 9110, 10.2.3).
 * Throws a `WorldError` when it has failed for good.
 */
export async function fetchDoi(doi: string, options: DoiOptions = {}): Promise<DoiAnswer> {
  const tries = options.tries ?? 4
  const wait = options.wait ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)))
  let last = ''
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const outcome = await ask(doi, options)
    if ('csl' in outcome || 'refused' in outcome) return outcome
    last = outcome.trouble
    if (outcome.after !== undefined && outcome.after > longestWait) {
      last = `${last}; it asks to wait for ${Math.ceil(outcome.after / 1000)} s`
      break
    }
    if (attempt < tries) await wait(outcome.after ?? 500 * 2 ** attempt)
  }
  throw new WorldError(`Cannot fetch the record of \`${doi}\`: ${last}`, {
    note: 'Try again later, or put the reference into a bibliography file by hand. Nothing was changed.'
  })
}

interface Trouble {
  readonly trouble: string
  /** Milliseconds that the server asks us to wait. */
  readonly after?: number | undefined
}

async function ask(doi: string, options: DoiOptions): Promise<DoiAnswer | Trouble> {
  const address = (options.resolver ?? 'https://doi.org/') + doi.split('/').map(encodeURIComponent).join('/')
  try {
    const signal = AbortSignal.timeout(options.timeout ?? 20_000)
    const response = await fetch(address, {headers: {accept: cslJson, 'user-agent': 'offprint'}, signal})
    const failure = failureOf(response, doi)
    if (failure !== undefined) return failure
    return recordOf(await body(response), doi)
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return {trouble: 'the server does not answer in time'}
    return {trouble: `no connection (${reasonOf(error)})`}
  }
}

function failureOf(response: Response, doi: string): DoiAnswer | Trouble | undefined {
  const {status} = response
  if (status === 429 || status >= 500) {
    const after = retryAfter(response.headers.get('retry-after'))
    return {trouble: status === 429 ? 'the server is asked too often (429)' : `the server fails (${status})`, after}
  }
  if (status === 404 || status === 410) return {refused: `No DOI \`${doi}\` is registered`}
  if (status === 406) return {refused: `The registry of \`${doi}\` gives no citation data`}
  if (!response.ok) return {refused: `The resolver refuses \`${doi}\` (${status})`}
  const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type !== cslJson && type !== 'application/json') {
    return {refused: `Unexpected answer of type \`${type}\` for \`${doi}\`, expected CSL JSON`}
  }
  return undefined
}

/** `Retry-After` is seconds or a date. */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now())
}

/** The body, but no more than a record can decently be. */
async function body(response: Response): Promise<string> {
  const chunks: Array<Uint8Array> = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > longestBody) throw new Error(`an answer of more than ${longestBody} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function recordOf(text: string, doi: string): DoiAnswer {
  const value = parsed(text)
  if (typeof value !== 'object' || value === null || !('type' in value) || typeof value.type !== 'string') {
    return {refused: `Cannot read the record of \`${doi}\`, expected a CSL item`}
  }
  const known = Object.entries(value).filter(([field]) => fields.has(field))
  const item = {...Object.fromEntries(known), DOI: doi, id: `doi:${doi.toLowerCase()}`, type: value.type}
  const given = 'DOI' in value ? String(value.DOI).toLowerCase() : doi.toLowerCase()
  if (given !== doi.toLowerCase()) return {refused: `Unexpected record: asked for \`${doi}\`, got that of \`${given}\``}
  return {csl: item}
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
