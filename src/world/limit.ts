/** Runs tasks, at most so many at a time. */
export type Limit = <Result>(task: () => Promise<Result>) => Promise<Result>

/** A gate that lets `most` tasks through at a time, in the order in which they came. */
export function limit(most: number): Limit {
  const waiting: Array<() => void> = []
  let running = 0
  return async (task) => {
    if (running === most) await new Promise<void>((go) => waiting.push(go))
    else running++
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running--
      else next()
    }
  }
}
