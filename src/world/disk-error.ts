import {WorldError} from '../model/world.ts'

const notes: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'Its permissions do not allow it: change them with `chmod`, or choose another folder.'],
  ['EDQUOT', 'Your quota of disk space is used up: make room, or choose another folder with `--out`.'],
  ['EFBIG', 'The file system takes no file that large: choose another folder with `--out`.'],
  ['EIO', 'The disk fails: copy what you can to another one.'],
  ['EISDIR', 'There is a folder by that name: move it away.'],
  ['ELOOP', 'Symbolic links there lead in a circle: remove one.'],
  ['EMFILE', 'Too many files are open at once: raise the limit with `ulimit -n`.'],
  ['ENAMETOOLONG', 'The name is too long for the file system: choose a shorter one.'],
  ['ENOSPC', 'The disk is full: make room, or choose another folder with `--out`.'],
  ['ENOTDIR', 'A part of the path is a file, where a folder is expected: choose another folder with `--out`.'],
  ['EPERM', 'The system does not allow it: choose another folder, or ask whoever runs the machine.'],
  ['EROFS', 'The disk can only be read: choose another folder with `--out`.']
])

/** What the system refused, in a person's words: “Cannot write `build/paper.html`: no space left on device”. */
export function diskError(action: string, path: string, cause: unknown): WorldError {
  const code = codeOf(cause)
  const note = notes.get(code ?? '')
  return new WorldError(`Cannot ${action} \`${path}\`: ${wordsOf(cause)}`, {
    cause,
    ...(note === undefined ? {} : {note})
  })
}

/** `ENOENT` and the like, if the system said one. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** “ENOSPC: no space left on device, write” without its code and its call. */
function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/^E[A-Z]+: /, '').replace(/, [a-z]+(?: '.*)?$/s, '')
}
