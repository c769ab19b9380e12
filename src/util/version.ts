/** Of Offprint itself, as `package.json` has it; files that we make name it. */
export const version = '0.1.0'
