/**
 * The parts of a relative path that stays inside its folder, or `undefined`: for an absolute path, a `..`,
 * a drive or a device of Windows, a backslash or a NUL.
 */
export function partsInside(path: string): ReadonlyArray<string> | undefined {
  if (path === '' || path.startsWith('/') || /[\\\0]/.test(path) || /^[A-Za-z]:/.test(path)) return undefined
  const parts = path.split('/').filter((part) => part !== '' && part !== '.')
  return parts.length === 0 || parts.includes('..') ? undefined : parts
}
