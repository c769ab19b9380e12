import type {Readable, Writable} from 'node:stream'
import type {ConnectionTransport} from 'puppeteer-core/internal/puppeteer-core-browser.js'

/** Talk to a browser through a pair of pipes, a NUL after each message: no port is open that another user could reach. */
export function transport(write: Writable, read: Readable): ConnectionTransport {
  let pending: Array<Buffer> = []
  let closed = false
  const self: ConnectionTransport = {
    send(message) {
      if (!closed) write.write(`${message}\0`)
    },
    close() {
      closed = true
      write.end()
    }
  }

  function receive(chunk: Buffer): void {
    let start = 0
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      const message = Buffer.concat([...pending, chunk.subarray(start, end)]).toString()
      pending = []
      start = end + 1
      setImmediate(() => self.onmessage?.(message))
    }
    if (start < chunk.length) pending.push(chunk.subarray(start))
  }

  read.on('data', receive)
  read.on('close', () => {
    closed = true
    self.onclose?.()
  })
  // The browser's end breaks when it dies, which `close` and its exit tell.
  read.on('error', () => undefined)
  write.on('error', () => undefined)
  return self
}
