import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Surroundings} from './found.ts'

/**
 * Where what can be made again is kept, best first: the user's cache folder, as the platform has it
 * (XDG Base Directory Specification; macOS `~/Library/Caches`; Windows `%LOCALAPPDATA%`), else one of our own among the temporary files.
 */
export function cacheFolders({
  env,
  platform,
  home
}: Pick<Surroundings, 'env' | 'home' | 'platform'>): ReadonlyArray<string> {
  return [
    join(userCache({env, platform, home}), 'offprint'),
    join(tmpdir(), `offprint-cache-${process.getuid?.() ?? 'user'}`)
  ]
}

function userCache({env, platform, home}: Pick<Surroundings, 'env' | 'home' | 'platform'>): string {
  if (platform === 'darwin') return join(home, 'Library', 'Caches')
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local')
  const named = env['XDG_CACHE_HOME']
  // The specification has relative paths ignored.
  return named?.startsWith('/') ? named : join(home, '.cache')
}
