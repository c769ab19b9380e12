/** One turn of the event loop: what waits to be sent goes out, what has come in is read. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
