import type {CDPSession, Page} from 'puppeteer-core/internal/puppeteer-core-browser.js'

/**
 * Let a page neither run scripts nor ask for anything outside itself; `data:` addresses are not requests.
 * Scripts of our own, by `page.evaluate`, run all the same. Gives the session that does it.
 */
export async function guard(page: Page, onRefused: (address: string) => void): Promise<CDPSession> {
  const client = await page.createCDPSession()
  client.on('Fetch.requestPaused', ({requestId, request}) => {
    onRefused(request.url)
    // Of all reasons this one alone leaves a page where it is that would go to another.
    client.send('Fetch.failRequest', {requestId, errorReason: 'Aborted'}).catch(() => undefined)
  })
  await Promise.all([page.setJavaScriptEnabled(false), client.send('Fetch.enable', {patterns: [{urlPattern: '*'}]})])
  return client
}
