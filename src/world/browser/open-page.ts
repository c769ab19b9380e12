import type {Page} from 'puppeteer-core/internal/puppeteer-core-browser.js'
import type {OpenPage} from '../../model/world.ts'

/** Calls that are sent together, and what comes of them, in order. */
interface Batch {
  readonly calls: Array<string>
  readonly results: Promise<ReadonlyArray<unknown>>
}

/** A page to run functions in. What is asked for at once goes there in one message, for each takes its time to be answered. */
export function openPage(page: Page): OpenPage {
  let batch: Batch | undefined

  function begin(): Batch {
    const calls: Array<string> = []
    const results = Promise.resolve().then(() => {
      batch = undefined
      return page.evaluate(scriptOf(calls)) as Promise<ReadonlyArray<unknown>>
    })
    return {calls, results}
  }

  return {
    async run(script, argument) {
      batch ??= begin()
      const {calls, results} = batch
      const index = calls.push(`(${script})(${JSON.stringify(argument)})`) - 1
      // JSON has no other nothing in lists.
      return ((await results)[index] ?? undefined) as never
    }
  }
}

/** Compilers may name functions by a helper of theirs, which is not there in the page. */
function scriptOf(calls: ReadonlyArray<string>): string {
  return `(() => {
    const __name = (it) => it
    return [${calls.join(',\n')}]
  })()`
}
