/** How writers name the parts of a work, by CSL's term for the locator (CSL 1.0.2, appendix IV). English, Russian, Uzbek. */
const wordsByLabel = {
  act: 'act acts действие akt',
  appendix: 'app. apps. appendix appendices прил. приложение приложения ilova',
  'article-locator': 'art. arts. article articles ст. статья статьи modda moddalar',
  book: 'bk. bks. book books кн. книга книги kitob',
  canon: 'canon canons',
  chapter: 'chap. chaps. ch. chs. chapter chapters гл. глава главы bob boblar боб боблар',
  column: 'col. cols. column columns стб. стлб. столбец столбцы ustun',
  elocation: 'location locations',
  equation: 'eq. eqs. equation equations ф-ла формула формулы tenglama formula',
  figure: 'fig. figs. figure figures рис. рисунок рисунки rasm rasmlar расм',
  folio: 'fol. fols. folio folios л. лл. лист листы varaq',
  issue: 'no. nos. issue issues number numbers № вып. выпуск son сон',
  line: 'l. ll. line lines строка строки стк. satr qator',
  note: 'n. nn. note notes прим. примечание примечания izoh',
  opus: 'op. opp. opus opera соч.',
  page: 'p. pp. page pages с. стр. страница страницы b. bet betlar sahifa sahifalar б. бет бетлар',
  paragraph: 'para. paras. paragraph paragraphs ¶ ¶¶ абз. абзац абзацы xatboshi',
  part: 'pt. pts. part parts ч. часть части qism qismlar қисм',
  rule: 'rule rules правило правила qoida',
  scene: 'sc. scs. scene scenes сцена sahna',
  section:
    "sec. secs. section sections § §§ разд. раздел разделы пар. параграф параграфы boʻlim bo‘lim boʼlim bo'lim бўлим",
  'sub-verbo': 's.v. s.vv. sub verbo',
  supplement: 'suppl. suppls. supplement supplements доп.',
  table: 'tbl. tab. table tables табл. таблица таблицы jadval jadvallar жадвал',
  timestamp: 'timestamp timestamps',
  'title-locator': 'title titles',
  verse: 'v. vv. verse verses стих стихи bayt',
  volume: 'vol. vols. volume volumes т. тт. том тома jild jildlar жилд'
} as const

/** CSL's label by the word that names it, in small letters. */
export const labelByWord: ReadonlyMap<string, string> = new Map(
  Object.entries(wordsByLabel).flatMap(([label, words]) =>
    words.split(' ').map((word) => [word.toLowerCase(), label] as const)
  )
)

/** The English word that is printed for a label; the first of its row. */
export function wordOfLabel(label: string): string {
  const words: Readonly<Record<string, string>> = wordsByLabel
  return words[label]?.split(' ')[0] ?? 'p.'
}
