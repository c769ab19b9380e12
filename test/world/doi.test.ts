import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, describe, expect, it} from 'vitest'
import {fetchDoi} from '../../src/world/doi.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const cslJson = 'application/vnd.citationstyles.csl+json'
const record = {type: 'article-journal', title: 'On tests', DOI: '10.1000/ABC', 'reference-count': 3}

function answer(status: number, headers: Record<string, string>, body = ''): Answer {
  return (_, response) => response.writeHead(status, headers).end(body)
}

const good = answer(200, {'content-type': `${cslJson}; charset=utf-8`}, JSON.stringify(record))

let close: () => void = () => undefined

/** A server on loopback that gives each answer once, the last one for ever; says what it was asked. */
async function serverOf(...answers: ReadonlyArray<Answer>) {
  const asked: Array<string> = []
  const server = createServer((request, response) => {
    const next = answers[Math.min(asked.length, answers.length - 1)]
    asked.push(`${request.url} ${request.headers.accept}`)
    next?.(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = () => {
    server.closeAllConnections()
    server.close()
  }
  const waits: Array<number> = []
  const {port} = server.address() as AddressInfo
  const wait = async (milliseconds: number) => void waits.push(milliseconds)
  return {asked, waits, options: {resolver: `http://127.0.0.1:${port}/`, wait}}
}

afterEach(() => close())

describe('fetchDoi', () => {
  it('asks for CSL JSON and keeps the fields that CSL knows', async () => {
    const {asked, options} = await serverOf(good)
    expect(await fetchDoi('10.1000/abc', options)).toEqual({
      csl: {id: 'doi:10.1000/abc', type: 'article-journal', title: 'On tests', DOI: '10.1000/abc'}
    })
    expect(asked).toEqual([`/10.1000/abc ${cslJson}`])
  })

  it('escapes what a DOI may hold and an address may not', async () => {
    const {asked, options} = await serverOf(answer(404, {}))
    await fetchDoi('10.1002/(sici)1:2<3::aid-x>3.0.co;2-#', options)
    expect(asked[0]).toMatch(/^\/10\.1002\/\(sici\)1%3A2%3C3%3A%3Aaid-x%3E3\.0\.co%3B2-%23 /)
  })

  it('follows the resolver to the registry', async () => {
    const {asked, options} = await serverOf(answer(302, {location: '/registry'}), good)
    expect(await fetchDoi('10.1000/abc', options)).toHaveProperty('csl')
    expect(asked[1]).toBe(`/registry ${cslJson}`)
  })

  it('tries again when the server fails', async () => {
    const {asked, waits, options} = await serverOf(answer(500, {}), answer(503, {}), good)
    expect(await fetchDoi('10.1000/abc', options)).toHaveProperty('csl')
    expect(asked).toHaveLength(3)
    expect(waits).toEqual([1000, 2000])
  })

  it('waits as long as a busy server asks', async () => {
    const {waits, options} = await serverOf(answer(429, {'retry-after': '7'}), good)
    expect(await fetchDoi('10.1000/abc', options)).toHaveProperty('csl')
    expect(waits).toEqual([7000])
  })

  it('does not wait for an hour', async () => {
    const {asked, options} = await serverOf(answer(429, {'retry-after': '3600'}))
    await expect(fetchDoi('10.1000/abc', options)).rejects.toThrow('asks to wait for 3600 s')
    expect(asked).toHaveLength(1)
  })

  it('gives up on a server that keeps failing', async () => {
    const {asked, options} = await serverOf(answer(502, {}))
    await expect(fetchDoi('10.1000/abc', options)).rejects.toThrow(
      'Cannot fetch the record of `10.1000/abc`: the server fails (502)'
    )
    expect(asked).toHaveLength(4)
  })

  it('gives up on a server that does not answer', async () => {
    const {options} = await serverOf(() => undefined)
    await expect(fetchDoi('10.1000/abc', {...options, timeout: 50, tries: 2})).rejects.toThrow(
      'does not answer in time'
    )
  })

  it('says that there is no connection', async () => {
    const {options} = await serverOf(good)
    close()
    await expect(fetchDoi('10.1000/abc', {...options, tries: 1})).rejects.toThrow(/no connection/)
  })

  it.each([
    ['an unregistered DOI', answer(404, {}), 'No DOI `10.1000/abc` is registered'],
    ['a registry without citation data', answer(406, {}), 'gives no citation data'],
    ['a refusal', answer(403, {}), 'refuses `10.1000/abc` (403)'],
    [
      'a page instead of a record',
      answer(200, {'content-type': 'text/html'}, '<p>'),
      'Unexpected answer of type `text/html`'
    ],
    ['a broken record', answer(200, {'content-type': cslJson}, '{'), 'Cannot read the record'],
    ['a record without a type', answer(200, {'content-type': cslJson}, '{}'), 'Cannot read the record'],
    [
      'the record of another work',
      answer(200, {'content-type': cslJson}, '{"type":"book","DOI":"10.1000/other"}'),
      'got that of `10.1000/other`'
    ]
  ])('refuses %s at once', async (_, given, reason) => {
    const {asked, options} = await serverOf(given)
    expect(await fetchDoi('10.1000/abc', options)).toEqual({refused: expect.stringContaining(reason)})
    expect(asked).toHaveLength(1)
  })

  it('does not swallow an endless answer', async () => {
    const {options} = await serverOf((_, response) => {
      response.writeHead(200, {'content-type': cslJson})
      const pour = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        if (!response.destroyed) response.once('drain', pour)
      }
      pour()
    })
    await expect(fetchDoi('10.1000/abc', {...options, tries: 1})).rejects.toThrow('more than 5000000 bytes')
  })
})
