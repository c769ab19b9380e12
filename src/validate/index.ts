import type {Article} from '../model/article.ts'
import type {Finding, Problem, Report} from '../model/problem.ts'
import {metaPlace} from './meta-place.ts'
import {ordered} from './ordered.ts'
import type {Rule} from './rule.ts'
import {abstractLength} from './rules/abstract-length.ts'
import {abstractPresent} from './rules/abstract-present.ts'
import {abstractWithoutCitation} from './rules/abstract-without-citation.ts'
import {authorsPresent} from './rules/authors-present.ts'
import {blindCopySilent} from './rules/blind-copy-silent.ts'
import {bodyPresent} from './rules/body-present.ts'
import {citationHasForm} from './rules/citation-has-form.ts'
import {citationLocaleFound} from './rules/citation-locale-found.ts'
import {citationLocatorPrinted} from './rules/citation-locator-printed.ts'
import {citationResolves} from './rules/citation-resolves.ts'
import {citationStyleUsable} from './rules/citation-style-usable.ts'
import {citationsParted} from './rules/citations-parted.ts'
import {codeLanguageKnown} from './rules/code-language-known.ts'
import {correspondingHasEmail} from './rules/corresponding-has-email.ts'
import {doiValid} from './rules/doi-valid.ts'
import {emailValid} from './rules/email-valid.ts'
import {figureFileExists} from './rules/figure-file-exists.ts'
import {figureFineEnough} from './rules/figure-fine-enough.ts'
import {figureHasAlt} from './rules/figure-has-alt.ts'
import {figureHasCaption} from './rules/figure-has-caption.ts'
import {figureNameRight} from './rules/figure-name-right.ts'
import {figureStandsStill} from './rules/figure-stands-still.ts'
import {floatMentioned} from './rules/float-mentioned.ts'
import {formulaReads} from './rules/formula-reads.ts'
import {headingLevels} from './rules/heading-levels.ts'
import {headingNotEmpty} from './rules/heading-not-empty.ts'
import {keywordsPresent} from './rules/keywords-present.ts'
import {labelResolves} from './rules/label-resolves.ts'
import {labelUnique} from './rules/label-unique.ts'
import {lettersHaveFonts} from './rules/letters-have-fonts.ts'
import {linkResolves} from './rules/link-resolves.ts'
import {noteCalled} from './rules/note-called.ts'
import {noteResolves} from './rules/note-resolves.ts'
import {orcidValid} from './rules/orcid-valid.ts'
import {pdfFigurePage} from './rules/pdf-figure-page.ts'
import {pdfFigureRead} from './rules/pdf-figure-read.ts'
import {phonePublic} from './rules/phone-public.ts'
import {referenceCited} from './rules/reference-cited.ts'
import {referenceComplete} from './rules/reference-complete.ts'
import {referenceDoiValid} from './rules/reference-doi-valid.ts'
import {referenceIsbnValid} from './rules/reference-isbn-valid.ts'
import {referenceIssnValid} from './rules/reference-issn-valid.ts'
import {referenceKeyUnique} from './rules/reference-key-unique.ts'
import {referenceUnique} from './rules/reference-unique.ts'
import {sectionGivenOnce} from './rules/section-given-once.ts'
import {sectionNotEmpty} from './rules/section-not-empty.ts'
import {sectionRoleKnown} from './rules/section-role-known.ts'
import {svgSafe} from './rules/svg-safe.ts'
import {svgWords} from './rules/svg-words.ts'
import {tableSpansFit} from './rules/table-spans-fit.ts'
import {templateRuleKnown} from './rules/template-rule-known.ts'
import {textWithoutTex} from './rules/text-without-tex.ts'
import {titleNotCapitals} from './rules/title-not-capitals.ts'
import {titlePresent} from './rules/title-present.ts'
import {settingOf} from './settings.ts'

export type {Rule} from './rule.ts'

const rulesOfArticles: ReadonlyArray<Rule> = [
  abstractLength,
  abstractPresent,
  abstractWithoutCitation,
  authorsPresent,
  blindCopySilent,
  bodyPresent,
  citationHasForm,
  citationLocaleFound,
  citationLocatorPrinted,
  citationResolves,
  citationStyleUsable,
  citationsParted,
  codeLanguageKnown,
  correspondingHasEmail,
  doiValid,
  emailValid,
  figureFileExists,
  figureFineEnough,
  figureHasAlt,
  figureHasCaption,
  figureNameRight,
  figureStandsStill,
  floatMentioned,
  formulaReads,
  headingLevels,
  headingNotEmpty,
  keywordsPresent,
  labelResolves,
  labelUnique,
  lettersHaveFonts,
  linkResolves,
  noteCalled,
  noteResolves,
  orcidValid,
  pdfFigurePage,
  pdfFigureRead,
  phonePublic,
  referenceCited,
  referenceComplete,
  referenceDoiValid,
  referenceIsbnValid,
  referenceIssnValid,
  referenceKeyUnique,
  referenceUnique,
  sectionGivenOnce,
  sectionNotEmpty,
  sectionRoleKnown,
  svgSafe,
  svgWords,
  tableSpansFit,
  textWithoutTex,
  titleNotCapitals,
  titlePresent
]

/** Every rule, in the order of their ids, but for the one about the others. */
export const rules: ReadonlyArray<Rule> = [...rulesOfArticles, templateRuleKnown(rulesOfArticles)]

/** Run every rule that the template leaves on, at the severity it asks for; report by file, line and column, and at the least by file. */
export function validate(article: Article, report: Report): void {
  const problems: Array<Problem> = []
  const file = metaPlace(article, '')?.file
  const somewhere = file === undefined ? undefined : {file}
  for (const rule of rules) {
    const setting = settingOf(rule, article)
    if (setting === undefined) continue
    const {severity, options} = setting
    const collect = (finding: Finding) =>
      void problems.push({...finding, place: finding.place ?? somewhere, id: rule.id, severity})
    rule.check(article, collect, options)
  }
  for (const problem of ordered(problems)) report(problem)
}
