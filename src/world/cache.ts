import type {Cache} from '../model/world.ts'

/** Keeps what was made in this process, the last `most` of it. */
export function memoryCache(most = 20): Cache {
  const kept = new Map<string, Uint8Array>()
  return {
    read: async (key) => kept.get(key),
    write: async (key, bytes) => {
      kept.set(key, bytes)
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    }
  }
}
