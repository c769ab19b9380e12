import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import type {Meta} from '../../src/model/meta.ts'
import {textOf} from '../../src/util/text.ts'
import {articleOf, problemsOf, worldOf} from '../support/manuscript.ts'
import {unzipped} from '../support/unzipped.ts'

const manuscript = readFileSync('test/fixtures/every-field/paper.md', 'utf8')
const formats = ['html', 'epub', 'docx', 'latex', 'jats', 'crossref', 'datacite', 'cff', 'markdown', 'text']

const beside = {'graphical.png': readFileSync('test/fixtures/every-field/graphical.png')}
const article = await articleOf(manuscript, beside)
const {output} = await build(worldOf(manuscript, beside), {to: formats})
const files = new Map([...output].map(([path, bytes]) => [path, said(path, bytes)]))

/** What a file says; of Word the words alone, for runs divide them. */
function said(path: string, bytes: Uint8Array): string {
  const decode = (each: Uint8Array) => new TextDecoder().decode(each)
  if (path.endsWith('.docx'))
    return [...unzipped(bytes).values()].map((each) => decode(each).replace(/<[^>]*>/g, '')).join('\n')
  if (path.endsWith('.epub')) return [...unzipped(bytes).values()].map(decode).join('\n')
  return path.endsWith('.tex') ? decode(bytes).replaceAll('\\allowbreak{}', '') : decode(bytes)
}

const paths = {
  html: 'paper.html',
  epub: 'paper.epub',
  docx: 'paper.docx',
  latex: 'latex/paper.tex',
  crossref: 'paper.crossref.xml',
  datacite: 'paper.datacite.json',
  cff: 'CITATION.cff',
  markdown: 'paper.plain.md',
  text: 'paper.txt'
} as const

type Elsewhere = Readonly<Partial<Record<keyof typeof paths, string>>>

/** All that people read prints it so. */
const read = (words: string): Elsewhere => ({html: words, epub: words, docx: words, latex: words, text: words})

const [ada, nodira, jan, group] = article.meta.authors
const [uni] = article.meta.affiliations

/** What `article-meta` of JATS 1.3 holds, in its order: where it is in the model, in JATS, and in what else can hold it. */
const items: ReadonlyArray<
  readonly [item: string, model: unknown, value: unknown, jats: string, elsewhere?: Elsewhere]
> = [
  [
    'DOI',
    article.meta.publication.doi,
    '10.5555/offprint.fields',
    '<article-id pub-id-type="doi">10.5555/offprint.fields</article-id>',
    {
      ...read('10.5555/offprint.fields'),
      crossref: '<doi>10.5555/offprint.fields</doi>',
      datacite: '"doi": "10.5555/offprint.fields"',
      cff: 'doi: 10.5555/offprint.fields'
    }
  ],
  [
    'publisher’s id',
    article.meta.publication.identifiers?.get('publisher-id'),
    'je-12-3-45',
    '<article-id pub-id-type="publisher-id">je-12-3-45<'
  ],
  [
    'manuscript number',
    article.meta.publication.identifiers?.get('manuscript'),
    'JE-2024-17',
    '<article-id pub-id-type="manuscript">JE-2024-17<'
  ],
  [
    'arXiv id',
    article.meta.publication.identifiers?.get('arxiv'),
    '2501.00001',
    '<article-id pub-id-type="arxiv">2501.00001<'
  ],
  [
    'PubMed id',
    article.meta.publication.identifiers?.get('pmid'),
    '31415926',
    '<article-id pub-id-type="pmid">31415926<'
  ],
  [
    'PMC id',
    article.meta.publication.identifiers?.get('pmcid'),
    'PMC3141592',
    '<article-id pub-id-type="pmcid">PMC3141592<'
  ],
  [
    'eLIBRARY id',
    article.meta.publication.identifiers?.get('edn'),
    'ABCDEF',
    '<article-id pub-id-type="other" custom-type="edn">ABCDEF<'
  ],
  [
    'version',
    article.meta.publication.version,
    '1.2',
    '<article-version-alternatives><article-version>1.2</article-version>',
    {datacite: '"version": "1.2"', cff: 'version: "1.2"'}
  ],
  [
    'heading',
    article.meta.publication.articleType,
    'Research article',
    '<subj-group subj-group-type="heading"><subject>Research article</subject>',
    {html: 'Research article', docx: 'Research article', epub: 'Research article'}
  ],
  [
    'discipline',
    article.meta.publication.subjects,
    ['Methods of samples'],
    '<subj-group subj-group-type="discipline"><subject>Methods of samples<'
  ],
  ['UDC', article.meta.publication.udc, '001.8', '<subj-group subj-group-type="udc"><subject>001.8<', read('001.8')],
  ...['msc 00A99', 'jel Z19', 'pacs 01.30.Cc', 'acm-ccs General and reference', 'specialty 08.00.13'].map((pair) => {
    const [scheme = '', ...code] = pair.split(' ')
    const text = code.join(' ')
    return [
      `code ${scheme}`,
      article.meta.publication.classifications?.get(scheme),
      [text],
      `<subj-group subj-group-type="${scheme}"><subject>${text}<`
    ] as const
  }),
  [
    'title',
    textOf(article.meta.title),
    'Every field, once: a sample of front matter',
    '<article-title>Every field, <italic>once</italic>',
    {datacite: '"title": "Every field, once: a sample of front matter"', crossref: '<title>Every field, <i>once</i>'}
  ],
  [
    'subtitle',
    textOf(article.meta.subtitle ?? []),
    'With a subtitle',
    '<subtitle>With a subtitle</subtitle>',
    {...read('With a subtitle'), crossref: '<subtitle>With a subtitle', datacite: 'With a subtitle'}
  ],
  [
    'translated title',
    textOf(article.meta.translations.get('uz')?.title ?? []),
    'Har bir maydon, bir marta',
    '<trans-title-group xml:lang="uz"><trans-title>Har bir maydon, bir marta<',
    {...read('Har bir maydon, bir marta'), datacite: 'Har bir maydon, bir marta'}
  ],
  [
    'translated subtitle',
    textOf(article.meta.translations.get('uz')?.subtitle ?? []),
    'Kichik sarlavha',
    '<trans-subtitle>Kichik sarlavha<',
    read('Kichik sarlavha')
  ],
  ['short title', article.meta.shortTitle, 'Every field', '<alt-title alt-title-type="running-head">Every field<'],
  [
    'name',
    [ada?.name.family, ada?.name.given, ada?.name.prefix],
    ['Example', 'Ada', 'Dr'],
    '<name><surname>Example</surname><given-names>Ada</given-names><prefix>Dr</prefix></name>',
    {
      ...read('Ada Example'),
      crossref: '<given_name>Ada</given_name><surname>Example</surname>',
      datacite: '"name": "Example, Ada"',
      cff: 'family-names: Example'
    }
  ],
  [
    'patronymic',
    nodira?.name.middle,
    'Olimovna',
    '<surname>Namunayeva</surname><given-names>Nodira Olimovna<',
    read('Nodira Olimovna Namunayeva')
  ],
  [
    'name in another script',
    nodira?.names?.get('uz-Cyrl')?.family,
    'Намунаева',
    '<name xml:lang="uz-Cyrl"><surname>Намунаева</surname><given-names>Нодира</given-names></name></name-alternatives>',
    {
      html: 'Нодира Намунаева',
      epub: 'Нодира Намунаева',
      docx: 'Нодира Намунаева',
      text: 'Нодира Намунаева',
      latex: 'Нодира Намунаева'
    }
  ],
  [
    'particle and suffix',
    [jan?.name.particle, jan?.name.suffix],
    ['van den', 'Jr.'],
    '<surname>van den Voorbeeld</surname><given-names>Jan</given-names><suffix>Jr.</suffix>',
    {...read('Jan van den Voorbeeld Jr.'), cff: 'name-particle: van den', crossref: '<suffix>Jr.</suffix>'}
  ],
  [
    'group',
    group?.group,
    true,
    '<collab>The Sample Group</collab>',
    {
      ...read('The Sample Group'),
      crossref: '<organization sequence="additional" contributor_role="author">The Sample Group<',
      datacite: '"nameType": "Organizational"'
    }
  ],
  [
    'ORCID',
    [ada?.orcid, ada?.orcidAuthenticated],
    ['0000-0002-1825-0097', true],
    '<contrib-id contrib-id-type="orcid" authenticated="true">https://orcid.org/0000-0002-1825-0097<',
    {
      ...read('0000-0002-1825-0097'),
      crossref: '<ORCID>https://orcid.org/0000-0002-1825-0097<',
      datacite: 'https://orcid.org/0000-0002-1825-0097',
      cff: 'orcid: https://orcid.org/0000-0002-1825-0097'
    }
  ],
  [
    'other identifier',
    ada?.identifiers?.get('isni'),
    '0000 0001 2281 955X',
    '<contrib-id contrib-id-type="isni">0000 0001 2281 955X<'
  ],
  ['degrees', ada?.degrees, 'PhD', '<degrees>PhD</degrees>', {html: ', PhD', docx: ', PhD', epub: ', PhD'}],
  [
    'position',
    ada?.position,
    'Professor',
    '<role>Professor</role>',
    {html: 'Professor', docx: 'Professor', epub: 'Professor'}
  ],
  [
    'CRediT roles',
    ada?.roles,
    ['Conceptualization', 'Writing – original draft'],
    'vocab="credit" vocab-identifier="https://credit.niso.org/" vocab-term="Conceptualization" vocab-term-identifier="https://credit.niso.org/contributor-roles/conceptualization/">Conceptualization</role>'
  ],
  [
    'email',
    ada?.email,
    'ada@example.org',
    '<corresp id="corresp-1"><email>ada@example.org</email></corresp>',
    {...read('ada@example.org'), cff: 'email: ada@example.org'}
  ],
  [
    'corresponding',
    ada?.corresponding,
    true,
    '<contrib contrib-type="author" corresp="yes"',
    {html: 'Corresponding author', docx: 'Corresponding author'}
  ],
  [
    'equal contribution',
    [ada, nodira, jan].map((each) => each?.equalContribution),
    [true, true, false],
    'equal-contrib="yes"',
    {html: 'These authors contributed equally', docx: 'These authors contributed equally'}
  ],
  ['deceased', jan?.deceased, true, 'deceased="yes"', {html: 'Deceased', docx: 'Deceased'}],
  [
    'biography',
    ada?.biography,
    'Ada Example writes samples.',
    '<bio><p>Ada Example writes samples.</p></bio>',
    read('Ada Example writes samples.')
  ],
  [
    'web page',
    ada?.url,
    'https://example.org/ada',
    '<uri xlink:href="https://example.org/ada"',
    {html: 'https://example.org/ada', cff: 'website: https://example.org/ada'}
  ],
  [
    'affiliation of an author',
    ada?.affiliations,
    ['uni', 'lab'],
    '<xref ref-type="aff" rid="aff-uni"><sup>1</sup></xref><xref ref-type="aff" rid="aff-lab">'
  ],
  [
    'department',
    uni?.department,
    'Department of Specimens',
    '<institution content-type="dept">Department of Specimens<',
    {...read('Department of Specimens'), crossref: '<institution_department>Department of Specimens<'}
  ],
  [
    'institution with ROR',
    [uni?.name, uni?.ror],
    ['Example University', 'https://ror.org/04yzbzc51'],
    '<institution-wrap><institution-id institution-id-type="ror">https://ror.org/04yzbzc51</institution-id><institution>Example University<',
    {
      ...read('Example University'),
      crossref: '<institution_id type="ror">https://ror.org/04yzbzc51<',
      datacite: 'https://ror.org/04yzbzc51',
      cff: 'Example University'
    }
  ],
  [
    'address',
    uni?.address,
    '1 Sample Street',
    '<addr-line>1 Sample Street<',
    {html: '1 Sample Street', docx: '1 Sample Street'}
  ],
  ['city', uni?.city, 'Tashkent', '<city>Tashkent<', read('Tashkent')],
  ['region', uni?.region, 'Tashkent Region', '<state>Tashkent Region<', {html: 'Tashkent Region'}],
  ['postcode', uni?.postcode, '100000', '<postal-code>100000<', {html: '100000'}],
  [
    'country',
    uni?.country,
    'Uzbekistan',
    '<country country="UZ">Uzbekistan<',
    {...read('Uzbekistan'), crossref: 'Tashkent, Uzbekistan'}
  ],
  [
    'institution in another language',
    uni?.translations?.get('uz')?.name,
    'Namuna universiteti',
    '<aff xml:lang="uz"><institution>Namuna universiteti</institution><city>Toshkent</city><country country="UZ">Oʻzbekiston<',
    read('Namuna universiteti')
  ],
  [
    'present address',
    ada?.presentAddress,
    'Institute of Samples, London',
    'fn-type="present-address"><p>Institute of Samples, London<',
    read('Institute of Samples, London')
  ],
  [
    'note on an author',
    ada?.notes?.[0],
    'Thanks to the reader.',
    'fn-type="other"><p>Thanks to the reader.<',
    read('Thanks to the reader.')
  ],
  [
    'date of publication',
    article.meta.publication.date,
    '2025-03-09',
    'date-type="pub" iso-8601-date="2025-03-09"',
    {
      html: 'datetime="2025-03-09"',
      epub: '<dc:date>2025-03-09<',
      crossref: '<publication_date',
      datacite: '"publicationYear": 2025',
      cff: 'date-released: 2025-03-09'
    }
  ],
  [
    'date of the collection',
    article.meta.publication.collectionDate,
    '2025',
    'date-type="collection" iso-8601-date="2025"'
  ],
  [
    'journal',
    [article.meta.publication.journal, article.meta.publication.abbreviation, article.meta.publication.issn],
    ['Journal of Examples', 'J. Ex.', ['1234-5679']],
    '<journal-title>Journal of Examples</journal-title><abbrev-journal-title>J. Ex.</abbrev-journal-title></journal-title-group><issn publication-format="electronic">1234-5679<',
    {
      html: 'citation_issn',
      crossref: '<full_title>Journal of Examples<',
      datacite: 'Journal of Examples',
      cff: 'journal: Journal of Examples',
      epub: 'Journal of Examples'
    }
  ],
  [
    'publisher',
    article.meta.publication.publisher,
    'Example Press',
    '<publisher-name>Example Press<',
    {html: 'citation_publisher', datacite: 'Example Press', epub: '<dc:publisher>Example Press<'}
  ],
  [
    'volume',
    article.meta.publication.volume,
    '12',
    '<volume>12<',
    {html: 'citation_volume', crossref: '<volume>12<', datacite: '"volume": "12"', cff: 'volume: 12'}
  ],
  ['issue', article.meta.publication.issue, '3', '<issue>3<', {html: 'citation_issue', crossref: '<issue>3<'}],
  ['title of the issue', article.meta.publication.issueTitle, 'On samples', '<issue-title>On samples<'],
  [
    'versions by schemes',
    [...(article.meta.publication.versions ?? [])],
    [
      ['VoR', '1'],
      ['AM', '0.9']
    ],
    '<article-version article-version-type="VoR" vocab="JAV" vocab-identifier="http://www.niso.org/publications/rp/RP-8-2008.pdf">1<'
  ],
  [
    'sponsors of the issue',
    article.meta.publication.issueSponsors,
    ['Friends of Samples'],
    '<issue-sponsor>Friends of Samples<'
  ],
  ['supplement', article.meta.publication.supplement, 'Suppl 1', '<supplement>Suppl 1<'],
  [
    'ISBN',
    article.meta.publication.isbn,
    '978-3-16-148410-0',
    '<isbn>978-3-16-148410-0<',
    {html: 'citation_isbn', cff: 'isbn: 978-3-16-148410-0'}
  ],
  [
    'pages',
    [article.meta.publication.firstPage, article.meta.publication.lastPage, article.meta.publication.pageRange],
    ['45', '70', '45-67, 70'],
    '<fpage>45</fpage><lpage>70</lpage><page-range>45-67, 70</page-range>',
    {
      html: 'citation_firstpage',
      crossref: '<first_page>45</first_page><last_page>70<',
      datacite: '"firstPage": "45"',
      cff: 'start: "45"'
    }
  ],
  [
    'works reviewed',
    article.meta.beside?.products.length,
    1,
    '<product>A. Author, <italic>A Book of Samples</italic>, Example Press, 2024.</product>',
    {...read('Example Press, 2024.'), html: '<em>A Book of Samples</em>'}
  ],
  [
    'supplementary material',
    article.meta.beside?.supplements[0]?.target,
    '10.5555/offprint.supplement',
    'xlink:href="https://doi.org/10.5555/offprint.supplement"><label>S1</label><caption><title>Table of samples</title></caption>',
    {...read('Table of samples'), datacite: '10.5555/offprint.supplement'}
  ],
  [
    'received',
    article.meta.publication.received,
    '2024-11-02',
    '<date date-type="received" iso-8601-date="2024-11-02">',
    {html: '2024-11-02', docx: 'Received', datacite: '"Submitted"', text: '2024-11-02'}
  ],
  [
    'revised',
    article.meta.publication.revised,
    '2025-01-20',
    '<date date-type="rev-recd" iso-8601-date="2025-01-20">',
    {html: '2025-01-20', text: '2025-01-20'}
  ],
  [
    'accepted',
    article.meta.publication.accepted,
    '2025-02-11',
    '<date date-type="accepted" iso-8601-date="2025-02-11">',
    {html: '2025-02-11', crossref: '<acceptance_date'}
  ],
  [
    'preprint',
    article.meta.publication.preprintDate,
    '2024-10-01',
    '<pub-history><event event-type="preprint"><article-id pub-id-type="doi">10.5555/offprint.preprint</article-id><date date-type="preprint" iso-8601-date="2024-10-01">'
  ],
  [
    'copyright',
    [article.meta.publication.copyrightHolder, article.meta.publication.copyrightYear],
    ['The authors', '2025'],
    '<copyright-statement>© 2025 The authors</copyright-statement><copyright-year>2025</copyright-year><copyright-holder>The authors<',
    {html: '© 2025 The authors', docx: '© 2025 The authors'}
  ],
  [
    'licence',
    article.meta.licence?.spdx,
    'CC-BY-4.0',
    '<ali:license_ref>https://creativecommons.org/licenses/by/4.0/<',
    {
      html: 'rel="license"',
      crossref: 'https://creativecommons.org/licenses/by/4.0/',
      datacite: '"rightsIdentifier": "CC-BY-4.0"',
      cff: 'license: CC-BY-4.0',
      epub: '<dc:rights>'
    }
  ],
  [
    'address of the article',
    article.meta.publication.url,
    'https://example.org/fields',
    '<self-uri xlink:href="https://example.org/fields"',
    {
      html: 'citation_abstract_html_url',
      crossref: '<resource>https://example.org/fields<',
      datacite: '"url": "https://example.org/fields"',
      cff: 'url: https://example.org/fields'
    }
  ],
  [
    'address of the PDF',
    article.meta.publication.pdfUrl,
    'https://example.org/fields.pdf',
    '<self-uri content-type="pdf" xlink:href="https://example.org/fields.pdf"',
    {
      html: 'name="citation_pdf_url" content="https://example.org/fields.pdf"',
      crossref:
        '<collection property="text-mining"><item><resource mime_type="application/pdf">https://example.org/fields.pdf<'
    }
  ],
  [
    'related article',
    article.meta.publication.related?.[0]?.relation,
    'preprint',
    '<related-article related-article-type="preprint" ext-link-type="doi" xlink:href="10.5555/offprint.preprint"',
    {crossref: '10.5555/offprint.preprint', datacite: '10.5555/offprint.preprint'}
  ],
  [
    'related object',
    article.meta.publication.related?.[1]?.relation,
    'software',
    '<related-object content-type="software" ext-link-type="doi" xlink:href="10.5555/offprint.software"',
    {datacite: '10.5555/offprint.software'}
  ],
  [
    'abstract',
    article.meta.abstract?.children.length,
    3,
    '<abstract><sec><title>Background</title>',
    {html: 'doc-abstract', crossref: '<jats:abstract', datacite: '"descriptionType": "Abstract"', cff: 'abstract:'}
  ],
  [
    'plain-language summary',
    textOf(article.meta.plainSummary ?? []),
    'Short words for everyone.',
    '<abstract abstract-type="plain-language-summary"><p>Short words for everyone.<',
    read('Short words for everyone.')
  ],
  [
    'highlights',
    article.meta.highlights,
    ['The first highlight', 'The second highlight'],
    '<abstract abstract-type="key-points">',
    read('The second highlight')
  ],
  [
    'translated abstract',
    textOf(article.meta.translations.get('uz')?.abstract ?? []),
    'Namuna.',
    '<trans-abstract xml:lang="uz"><p>Namuna.<',
    {...read('Namuna.'), datacite: '"Namuna."', crossref: 'xml:lang="uz"'}
  ],
  [
    'keywords',
    article.meta.keywords,
    ['sample', 'front matter'],
    '<kwd-group kwd-group-type="author"><kwd>sample</kwd><kwd>front matter<',
    {
      ...read('front matter'),
      datacite: '"subject": "front matter"',
      cff: '- front matter',
      epub: '<dc:subject>front matter<'
    }
  ],
  [
    'translated keywords',
    article.meta.translations.get('uz')?.keywords,
    ['namuna'],
    '<kwd-group kwd-group-type="author" xml:lang="uz"><kwd>namuna<',
    {...read('namuna'), datacite: '"subject": "namuna"'}
  ],
  [
    'funding',
    [article.meta.funding[0]?.funderId, article.meta.funding[0]?.awards],
    ['10.13039/100000001', ['S-1', 'S-2']],
    '<award-group><funding-source><institution-wrap><institution-id institution-id-type="doi">10.13039/100000001</institution-id><institution>Fund of Samples</institution></institution-wrap></funding-source><award-id>S-1</award-id><award-id>S-2<',
    {crossref: '<fr:assertion name="award_number">S-1<', datacite: '"awardNumber": "S-1"'}
  ],
  [
    'statement of funding',
    article.meta.statements?.has('funding'),
    true,
    '<funding-statement>Supported by <italic>both</italic> funds.<',
    {html: 'Supported by <em>both</em> funds.', docx: 'Supported by both funds.'}
  ],
  [
    'support in kind',
    article.meta.beside?.support,
    [{text: 'Computing time'}, {text: 'A room', source: 'Institute of Samples'}],
    '<support-group><contributed-resource-group><support-description><p>Computing time</p></support-description></contributed-resource-group><contributed-resource-group><award-group><support-source>Institute of Samples</support-source></award-group><support-description><p>A room<',
    read('A room (Institute of Samples)')
  ],
  [
    'graphical abstract',
    textOf(article.meta.graphicalAbstract ?? []),
    'A square\nGraphical abstract. What it does',
    '<abstract abstract-type="graphical"><p><fig><caption><p><bold>Graphical abstract.</bold> What <italic>it</italic> does',
    {...read('Graphical abstract.'), latex: 'Graphical abstract.'}
  ],
  [
    'conference',
    article.meta.publication.conference,
    {
      name: 'Conference of Samples',
      acronym: 'CoS',
      date: '3–5 June 2024',
      location: 'Tashkent',
      sponsor: 'Example Press'
    },
    '<conference><conf-date>3–5 June 2024</conf-date><conf-name>Conference of Samples</conf-name><conf-acronym>CoS</conf-acronym><conf-loc>Tashkent</conf-loc><conf-sponsor>Example Press<',
    {html: 'citation_conference_title', cff: 'name: Conference of Samples'}
  ],
  [
    'custom metadata',
    article.meta.beside?.custom.get('handling-editor'),
    'Jan Voorbeeld',
    '<custom-meta-group><custom-meta><meta-name>handling-editor</meta-name><meta-value>Jan Voorbeeld<'
  ],
  [
    'language',
    article.meta.language,
    'en-GB',
    'xml:lang="en-GB"',
    {html: '<html lang="en-GB"', epub: '<dc:language>en-GB<', datacite: '"language": "en-GB"'}
  ],
  ...(
    [
      ['acknowledgements', 'We thank the reader.', '<ack><title>Acknowledgements</title><p>We thank the reader.'],
      ['ai-use', 'No machine wrote this.', '<sec sec-type="ai-use">'],
      ['code-availability', 'The code is in the samples.', '<sec sec-type="code-availability">'],
      ['competing-interests', 'The authors declare none.', '<fn fn-type="coi-statement">'],
      ['consent', 'Nobody had to consent.', '<sec sec-type="informed-consent">'],
      ['contributions', 'AE wrote, NN computed.', '<sec sec-type="author-contributions">'],
      ['data-availability', 'The data are at', '<sec sec-type="data-availability">'],
      ['ethics', 'No board was asked.', '<sec sec-type="ethics-statement">']
    ] as const
  ).map(
    ([kind, words, jats]) =>
      [kind, textOf(article.meta.statements?.get(kind) ?? []).startsWith(words), true, jats, read(words)] as const
  )
]

describe('the front matter', () => {
  it('has no field that is unknown or of the wrong kind', async () => {
    expect((await problemsOf(manuscript, beside)).filter((problem) => problem.includes('front-matter'))).toEqual([])
  })

  it.each(items)('holds the %s', (_, model, value) => {
    expect(model).toEqual(value)
  })

  it.each(items)('gives the %s to JATS', (_, _model, _value, jats) => {
    expect(files.get('paper.xml')).toContain(jats)
  })

  it.each(items)('gives the %s to what else can hold it', (_, _model, _value, _jats, elsewhere) => {
    const wanted = Object.entries((elsewhere ?? {}) as Elsewhere) as ReadonlyArray<[keyof typeof paths, string]>
    const flat = (text = '') => text.replace(/\\incyrillic\{([^}]*)\}/g, '$1')
    expect(wanted.filter(([format, words]) => !flat(files.get(paths[format])).includes(words))).toEqual([])
  })

  it('is counted in JATS', () => {
    expect(files.get('paper.xml')).toContain('<counts><word-count count="28" /></counts>')
  })

  it('names suggested reviewers on the title page for editors alone', async () => {
    expect([...files].filter(([path, text]) => path !== paths.markdown && text.includes('Rosa'))).toEqual([])
    const {output: blind} = await build(worldOf(manuscript, beside), {to: ['docx'], blind: true})
    const pages = [...blind].map(([path, bytes]) => [path, said(path, bytes).includes('Rosa Muster')])
    expect(pages).toEqual(
      expect.arrayContaining([
        ['manuscript.docx', false],
        ['title-page.docx', true]
      ])
    )
  })

  it('keeps a phone to itself', () => {
    expect(ada?.phone).toBe('+998 71 000 00 00')
    expect([...files].filter(([path, text]) => path !== paths.markdown && text.includes('+998'))).toEqual([])
  })

  it('is known at its place, each field that rules may speak of', () => {
    const {places}: Meta = article.meta
    for (const field of [
      'title',
      'authors.0.orcid',
      'affiliations.1',
      'publication.doi',
      'publication.received',
      'keywords',
      'licence',
      'translations.uz.abstract'
    ])
      expect(places.get(field)?.start?.line, field).toBeGreaterThan(1)
  })

  it('tells a field that nobody knows, with the nearest', async () => {
    const [problem] = await problemsOf('---\ntitle: T\ncustm: {a: b}\n---\n\nText.')
    expect(problem).toMatch(/^3:1 front-matter-known: Unexpected field `custm`/)
  })

  it('tells what is of the wrong kind, at its place', async () => {
    const problems = await problemsOf(
      '---\ntitle: T\nsupplementary:\n  - {title: No address}\ncustom: plain\n---\n\nText.'
    )
    expect(problems.filter((each) => each.includes('front-matter-type'))).toEqual([
      '4:5 front-matter-type: Cannot find where the supplementary material is',
      '5:9 front-matter-type: Unexpected `plain` as `custom`, expected names with values'
    ])
  })
})
