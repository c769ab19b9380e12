const signs: ReadonlyArray<readonly [string, number]> = [
  ...([
    ['M', 1000],
    ['CM', 900],
    ['D', 500],
    ['CD', 400],
    ['C', 100],
    ['XC', 90]
  ] as const),
  ...([
    ['L', 50],
    ['XL', 40],
    ['X', 10],
    ['IX', 9],
    ['V', 5],
    ['IV', 4],
    ['I', 1]
  ] as const)
]

/** A number from 1 to 3,999 in capital Roman digits. */
export function romanOf(number: number): string {
  let rest = number
  let roman = ''
  for (const [sign, value] of signs) {
    for (; rest >= value; rest -= value) roman += sign
  }
  return roman
}

/** The number that Roman digits say, large or small; `undefined` if they are none. */
export function numberOfRoman(roman: string): number | undefined {
  const upper = roman.toUpperCase()
  let rest = upper
  let number = 0
  for (const [sign, value] of signs) {
    for (; rest.startsWith(sign) && sign !== ''; rest = rest.slice(sign.length)) number += value
  }
  return number > 0 && number < 4000 && romanOf(number) === upper ? number : undefined
}
