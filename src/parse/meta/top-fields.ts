import type {StatementKind} from '../../model/meta.ts'
import {besideFields} from './beside.ts'
import {articleFields, publicationFields} from './publication.ts'
import type {Vocabulary} from './reading.ts'
import {vocabulary} from './reading.ts'

/** Declarations and the like, by the model's name. */
export const statementFields = {
  acknowledgements: 'acknowledgments acknowledgement acknowledgment thanks',
  'ai-use': 'ai-statement generative-ai',
  'code-availability': 'software-availability',
  'competing-interests': 'conflict-of-interest conflicts-of-interest conflicts coi competing-interest disclosure',
  consent: 'informed-consent',
  contributions: 'author-contributions',
  'data-availability': 'availability data-statement',
  ethics: 'ethics-statement ethical-approval'
} as const satisfies Partial<Record<StatementKind, string>>

/** Read by other tools alone: pandoc and its filters, R Markdown, Quarto, MyST, Jekyll and Hugo. */
const passedOver = `
  bibliography references input content extends reference-doc reference-docx fonts
  output output-file output-dir format formats to from toc-title lof lot lol number-sections numbersections
  number-offset secnumdepth section-titles standalone self-contained embed-resources template-partials
  header-includes include-before include-after include-before-body include-after-body include-in-header
  documentclass classoption papersize geometry margin-left margin-right margin-top margin-bottom hyperrefoptions
  fontsize fontfamily fontfamilyoptions fontenc mainfont sansfont monofont mathfont cjkmainfont romanfont
  mainfontoptions romanfontoptions sansfontoptions monofontoptions mathfontoptions cjkoptions
  microtypeoptions linestretch indent block-headings pagestyle usehancyhdr beamer theme aspectratio
  colorlinks linkcolor filecolor citecolor urlcolor toccolor boxlinks links-as-notes link-citations link-bibliography
  lang-other otherlangs babel-lang babel-otherlangs babel-options polyglossia-lang polyglossia-otherlangs dir
  biblatex biblatexoptions biblio-style biblio-title natbib natbiboptions cite-method citeproc citation-package
  suppress-bibliography reference-section-title reference-section-name notes-after-punctuation citation-abbreviations
  title-meta author-meta date-meta pagetitle title-prefix description description-meta abstract-title keywords-meta
  css stylesheet html-math-method highlight-style syntax-highlighting code-fold code-line-numbers code-tools code-links
  fig-width fig-height fig-cap-location fig-prefix fig-title tbl-prefix tbl-title eqn-prefix eqn-prefix-template sec-prefix
  lst-prefix lst-title figure-title table-title listing-title lof-title lot-title lol-title fig-labels cref chapters
  title-delim chapters-depth crossref auto-eqn-labels link-references name-in-link subfig-grid tbl-cap-location
  filter filters metadata-files variables knit knitr params runtime server vignette site editor editor-options
  execute engine jupyter kernelspec jupytext notebook keep-tex keep-md pdf-engine latex-engine lua-filter
  project exports downloads thumbnail thumbnail-options banner banner-options social github binder bibtex open-access
  numbering settings substitutions myst options plugins parts hidden short-description image image-alt draft slug aliases
  layout permalink weight comments share series linktitle date-format date-modified id resources
  repository archive-doi journal-doi paper-url review-url editors reviewers software-repository-url
  manubot-output-bibliography manubot-output-citekeys manubot-requests-cache-path manubot-clear-requests-cache
  author-notes author-block geometry-options page-layout email thanks-title`

/** Every name that the top of the front matter may use. */
export const topFields: Vocabulary = vocabulary(
  {
    title: '',
    subtitle: '',
    'short-title': 'running-title running-head shorttitle title-short runninghead running-header',
    author: 'authors author-info by',
    affiliation: 'affiliations institute institutes institution institutions affil',
    abstract: 'summary abstrakt',
    'graphical-abstract': 'visual-abstract toc-graphic',
    'plain-summary': 'plain-language-summary author-summary lay-summary significance significance-statement',
    highlights: 'keypoints key-points',
    keywords: 'keyword key-words kwd',
    tags: '',
    lang: 'language locale',
    date: 'published date-published publication-date pubdate',
    license: 'licence rights',
    funding: 'funders funder grants funding-statement',
    nocite: '',
    style: 'csl citation-style csl-style',
    citing: '',
    template: '',
    toc: 'table-of-contents',
    'toc-depth': '',
    review: 'review-copy',
    blind: 'anonymous anonymized anonymised',
    'floats-at-end': 'figures-at-end',
    'line-numbers': 'linenumbers',
    'line-spacing': '',
    attach: '',
    archival: '',
    bleed: '',
    'crop-marks': 'cropmarks',
    smart: '',
    abbreviations: 'abbreviation abbr',
    macros: 'math math-macros tex-macros',
    translations: 'translation',
    ...statementFields,
    ...besideFields,
    ...publicationFields,
    ...articleFields
  },
  passedOver
)
