/** A family of fonts as `@fontsource` packs it: one file a subset, weight and slope. */
export interface Family {
  /** As style sheets name it. */
  readonly name: string
  /** The package, without its scope; file names begin with it. */
  readonly id: string
  /** Weights that the family has; the nearest one stands in for another. */
  readonly weights: ReadonlyArray<number>
  readonly italic: boolean
  /** The characters of each subset, as CSS writes ranges (the package's `unicode.json`). */
  readonly subsets: Readonly<Record<string, string>>
  /** Whether a page needs the family; a subset of it is still left out where no character asks for it. */
  readonly when: 'always' | 'code' | 'math' | 'signs'
  /** By what its letters are enlarged, in hundredths. */
  readonly adjust?: number
  readonly format: 'woff' | 'woff2'
}

const cyrillic = 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116'
const cyrillicExt = 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F'
const greek = 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF'
const latin =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const latinExt =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF'
const vietnamese =
  'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB'

// The file holds far more than the subset it is named for.
const mathRange = 'U+0000-2DFF,U+A727,U+A792,U+FB00-FB04,U+FFFD,U+1D400-1D7FF,U+1EE00-1EEFF'

/**
 * The fonts that Offprint brings, all static TrueType: of variable and CFF fonts Chromium makes Type 3 fonts in a PDF.
 *
 * STIX Two Text lacks the Cyrillic letters of Uzbek, Kazakh and others (қ, ғ, ҳ, ә): Tinos, of the same Times lineage,
 * supplies them. Source Serif 4 and EB Garamond hold them all. None of the files has small capitals or old-style figures of its own;
 * figures of one width are in Source Serif, EB Garamond and by default in STIX and Tinos. Arrows, relations and rare punctuation come from STIX Two Math.
 */
export const families: ReadonlyArray<Family> = [
  {
    name: 'STIX Two Text',
    id: 'stix-two-text',
    weights: [400, 500, 600, 700],
    italic: true,
    when: 'always',
    format: 'woff2',
    subsets: {latin, 'latin-ext': latinExt, cyrillic, greek, vietnamese}
  },
  {
    name: 'Tinos',
    id: 'tinos',
    weights: [400, 700],
    italic: true,
    when: 'always',
    format: 'woff2',
    subsets: {'cyrillic-ext': cyrillicExt, cyrillic: 'U+04B0-04B1', 'greek-ext': 'U+1F00-1FFF'}
  },
  {
    // The whole of it, for journals that want Times New Roman, whose widths it has.
    name: 'Tinos Text',
    id: 'tinos',
    weights: [400, 700],
    italic: true,
    when: 'always',
    format: 'woff2',
    subsets: {
      latin,
      'latin-ext': latinExt,
      cyrillic,
      'cyrillic-ext': cyrillicExt,
      greek,
      'greek-ext': 'U+1F00-1FFF',
      vietnamese
    }
  },
  {
    // For the accented Greek that Source Serif lacks.
    name: 'Tinos Greek',
    id: 'tinos',
    weights: [400, 700],
    italic: true,
    when: 'always',
    format: 'woff2',
    subsets: {'greek-ext': 'U+1F00-1FFF'}
  },
  {
    name: 'Source Serif 4',
    id: 'source-serif-4',
    weights: [400, 500, 600, 700],
    italic: true,
    when: 'always',
    format: 'woff2',
    subsets: {
      latin,
      'latin-ext': latinExt.replace('U+20AD-20C0', 'U+20AD-20C4'),
      cyrillic,
      'cyrillic-ext': cyrillicExt,
      greek,
      vietnamese
    }
  },
  {
    name: 'EB Garamond',
    id: 'eb-garamond',
    weights: [400, 500, 600, 700],
    italic: true,
    when: 'always',
    format: 'woff2',
    subsets: {
      latin,
      'latin-ext': latinExt,
      cyrillic,
      'cyrillic-ext': cyrillicExt,
      greek,
      'greek-ext': 'U+1F00-1FFF',
      vietnamese
    }
  },
  {
    name: 'IBM Plex Mono',
    id: 'ibm-plex-mono',
    weights: [400, 500, 600, 700],
    italic: true,
    when: 'code',
    format: 'woff2',
    subsets: {latin, 'latin-ext': latinExt, cyrillic, 'cyrillic-ext': cyrillicExt, vietnamese}
  },
  {
    name: 'STIX Two Math',
    id: 'stix-two-math',
    weights: [400],
    italic: false,
    when: 'math',
    // The smaller of the two here.
    format: 'woff',
    subsets: {latin: mathRange}
  },
  {
    // Signs amid code, the lines of boxes as wide as the letters of IBM Plex Mono.
    name: 'STIX Two Signs',
    id: 'stix-two-math',
    weights: [400],
    italic: false,
    when: 'signs',
    adjust: (100 * 0.6) / 0.725,
    format: 'woff',
    subsets: {latin: mathRange}
  }
]

/** Characters of running text that only the mathematical font holds. */
export const mathematical = anyOf(
  '2CD 2D8 2D9 2DB 302 305-307 30A-322 324-328 32A-33F 346 347 34C 34D 359 35C 360-362 1D9B 2010-2012 2015-2017 201B 201F 2021',
  '2025 2030 2031 2034-2038 203B-203E 2040-2043 2047 204B-2057 2070-209F 20D0-20F0 2100-2112 2114 2115 2117-2121 2123-2211',
  '2213 2214 2216-2BFF FB00-FB04 FFFD 1D400-1D7FF 1EE00-1EEFF'
)

/** Others that EB Garamond or Source Serif lacks: phonetic letters, rare letters of Latin and Greek, marks. */
export const rare = anyOf(
  '12C 12D 132 133 166 167 180-19F 1A5-1AD 1B5-217 221-236 250-258 25A-2BA 2BD-2C5 2CD-2D9 2DB 2DE-2ED 2F7 302-307 30A-322',
  '324-362 3D0-3F6 1D00-1DBF 1E00-1E7F 1E86-1E9F 20A3 A727 A792'
)

/** Characters that IBM Plex Mono holds. */
export const inCode = anyOf(
  '0-17F 18F 192 1A0 1A1 1AF 1B0 1CD-1DC 1FA-1FF 218-21B 237 259 2BB 2BC 2C6 2C7 2DA 2DC 2DD 300 301 303 304 308 309 323',
  '400-52F 1E80-1E85 1E9E 1EA0-1EF9 2013 2014 2018-201A 201C-201E 2020 2022 2026 2032 2033 2039 203A 2044 20A1 20A4 20A6',
  '20A8-20AE 20B1 20B2 20B4 20B5 20B8-20BA 20BD 20BF 2113 2116 2122 2191 2193 2212 2215'
)

/** Ranges of code points, first-last, hexadecimal, as a pattern. */
function anyOf(...ranges: ReadonlyArray<string>): RegExp {
  const parts = ranges.flatMap((line) => line.split(' ')).map((range) => range.replace(/\w+/g, '\\u{$&}'))
  return new RegExp(`[${parts.join('')}]`, 'u')
}
