/**
 * A JPEG without its comments and what cameras and programs say of it (Exif, XMP, IPTC); how it is turned, its colours’ profile
 * and what decoders need stay.
 */
export function silentJpeg(bytes: Uint8Array): Uint8Array {
  const kept = [bytes.subarray(0, 2)]
  let at = 2
  while (bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const end = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
    // The picture begins with the scan.
    if (marker === 0xda || marker === 0xd9 || end > bytes.length) break
    kept.push(...silent(marker, bytes.subarray(at, end)))
    at = end
  }
  return joinedBytes([...kept, bytes.subarray(at)])
}

/** Parts as one. */
export function joinedBytes(parts: ReadonlyArray<Uint8Array>): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** A segment, or what stays of it (ITU-T T.81, B.1.1.3). */
function silent(marker: number, segment: Uint8Array): ReadonlyArray<Uint8Array> {
  const isApplication = marker >= 0xe1 && marker <= 0xef
  if (marker === 0xfe) return []
  if (!isApplication || marker === 0xee || startsWith(segment, 'ICC_PROFILE')) return [segment]
  const turn = startsWith(segment, 'Exif') ? orientationOf(segment.subarray(10)) : undefined
  return turn === undefined || turn === 1 ? [] : [turned(turn)]
}

function startsWith(segment: Uint8Array, name: string): boolean {
  return String.fromCharCode(...segment.subarray(4, 4 + name.length)) === name
}

/** The tag `Orientation` (TIFF 6.0, p. 36) of the first directory. */
function orientationOf(tiff: Uint8Array): number | undefined {
  if (tiff.length < 8) return undefined
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const little = tiff[0] === 0x49
  const directory = view.getUint32(4, little)
  const count = directory + 2 <= tiff.length ? view.getUint16(directory, little) : 0
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + 12 * index
    if (entry + 12 > tiff.length) return undefined
    if (view.getUint16(entry, little) === 0x0112) return view.getUint16(entry + 8, little)
  }
  return undefined
}

/** A segment that says nothing but how the picture is turned. */
function turned(orientation: number): Uint8Array {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0]
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
  return Uint8Array.from([0xff, 0xe1, 0, 34, ...exif, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0])
}
