/** Dots as PNG, in three colours, or in grey where that is all there is. */
export async function pngOf(dots: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const {encode} = await import('fast-png')
  const channels = isGrey(dots) ? 1 : 3
  const data = new Uint8Array(width * height * channels)
  for (let from = 0, to = 0; to < data.length; from += 4) {
    for (let channel = 0; channel < channels; channel++) data[to++] = dots[from + channel] ?? 255
  }
  return encode({width, height, data, channels, depth: 8})
}

/** Every dot, of four bytes, has as much red as green as blue. */
function isGrey(dots: Uint8Array): boolean {
  for (let at = 0; at < dots.length; at += 4) {
    if (dots[at] !== dots[at + 1] || dots[at] !== dots[at + 2]) return false
  }
  return true
}
