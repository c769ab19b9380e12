/**
 * A turn of the event loop: what waits to be sent goes out, what has come in is read. Whoever is busy for long takes one now and then,
 * for a browser that comes up meanwhile is asked a dozen things, one after another.
 */
export function turn(): Promise<void> {
  // What is read in one round is handed on in the next.
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
}
