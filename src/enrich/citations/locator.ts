/** A locator as it is printed: the `--` that TeX taught scholars to type between two numbers is an en dash. */
export function printedLocator(locator: string): string {
  return locator.replace(/(?<=[\p{L}\p{N}])--+(?=[\p{L}\p{N}])/gu, '–')
}
