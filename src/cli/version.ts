import {version} from '../util/version.ts'

export {version} from '../util/version.ts'

// citeproc-js asks, by its licence (CPAL 1.0, exhibit B), to be named with its address.
/** What `--version` prints. */
export const credits = `offprint ${version}
Citations are formatted by citeproc-js, © Frank Bennett, https://github.com/Juris-M/citeproc-js (CPAL 1.0 or AGPL 3.0)
in styles of the Citation Style Language, https://citationstyles.org (CC BY-SA 3.0).`
