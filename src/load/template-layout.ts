import * as v from 'valibot'
import {textFamilies} from '../model/template.ts'
import {isBleed} from '../util/sheet.ts'

const papers = ['A3', 'A4', 'A5', 'B4', 'B5', 'JIS-B4', 'JIS-B5', 'Letter', 'Legal', 'Ledger'] as const
const length = v.pipe(
  v.string('a length, such as `25mm`'),
  v.regex(/^\d{1,4}(\.\d{1,4})?(mm|cm|in|pt|em)$/, 'a length, such as `25mm`')
)
const size = v.tuple([length, length])
const bleed = 'a length up to an inch, such as `3mm`'
const yes = v.boolean('true or false')

/** Fields of `margins`, by side. */
export const margins = v.strictObject(
  {
    top: v.optional(length),
    bottom: v.optional(length),
    left: v.optional(length),
    right: v.optional(length),
    inner: v.optional(length),
    outer: v.optional(length)
  },
  'lengths by side: `{top: 25mm, left: 30mm}`'
)

/** Fields of `page` in `template.yaml`. */
export const pageFields = v.strictObject({
  paper: v.optional(
    v.union(
      [
        v.picklist(papers),
        v.pipe(
          size,
          v.transform((sides) => sides.join(' '))
        )
      ],
      `a paper (${papers.map((name) => `\`${name}\``).join(', ')}) or width and height: \`[170mm, 240mm]\``
    )
  ),
  margins: v.optional(margins),
  bleed: v.optional(v.pipe(v.string(bleed), v.check(isBleed, bleed))),
  'crop-marks': v.optional(yes),
  banner: v.optional(yes),
  columns: v.optional(v.picklist([1, 2], '1 or 2')),
  'column-gap': v.optional(length),
  floats: v.optional(v.picklist(['foot', 'here', 'top'], '`top`, `foot` or `here`'))
})

/** Fields of `type` in `template.yaml`. */
export const typeFields = v.strictObject({
  family: v.optional(v.picklist(textFamilies, textFamilies.map((name) => `\`${name}\``).join(', '))),
  size: v.optional(length),
  leading: v.optional(
    v.union(
      [
        v.pipe(
          v.number(),
          v.check((lines) => lines >= 1 && lines <= 3, 'a length, such as `15pt`, or a number from 1 to 3')
        ),
        length
      ],
      'a length, such as `15pt`, or a number from 1 to 3'
    )
  ),
  paragraphs: v.optional(v.picklist(['indent', 'space'], '`indent` or `space`')),
  indent: v.optional(length),
  align: v.optional(v.picklist(['justify', 'left'], '`justify` or `left`')),
  abstract: v.optional(v.picklist(['boxed', 'plain', 'ruled'], '`boxed`, `plain` or `ruled`'))
})
