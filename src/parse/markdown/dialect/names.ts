import type {Code} from 'micromark-util-types'

/** Nobody writes longer names. */
export const longest = 400

/** Whether a name of a directive or role may go on so: a letter, then also digits and `-_:.+`. */
export function isNameCode(code: Code, size: number): boolean {
  if (code === null || code < 0) return false
  const character = String.fromCharCode(code)
  return size === 0 ? /[a-z]/i.test(character) : /[\w:.+-]/.test(character)
}
