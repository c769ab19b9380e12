import type {SectionRole} from '../model/section-role.ts'

/**
 * How sections are headed, beside the words of `terms`, in small letters: as publishers tell their authors to head them
 * (ARCHITECTURE.md names whose instructions these are); `|` stands between two.
 */
export const sectionWords: Readonly<Partial<Record<SectionRole, string>>> = {
  abstract: 'abstract',
  acknowledgements:
    'acknowledgements|acknowledgments|acknowledgement|acknowledgment|благодарность|признательность|благодарности и финансирование',
  'ai-use':
    'ai use|ai use statement|ai usage disclosure|ai usage|generative ai statement|use of ai|use of ai tools|use of generative ai|declaration of generative ai|declaration of generative ai use|declaration of generative ai and ai-assisted technologies in the writing process|declaration of generative ai and ai-assisted technologies in the manuscript preparation process',
  appendix: 'appendix|appendices|приложение|приложения|ilova|ilovalar|илова|иловалар|anhang|annexe|apéndice|appendice',
  cases: 'case|cases|case report|case reports|case presentation|клинические случаи|клинический случай',
  'code-availability':
    'code availability|code availability statement|software availability|availability of code|data and code availability|software and data availability|code and data availability',
  'competing-interests':
    'competing interests|competing interest|competing interests statement|conflict of interest|conflict of interest statement|conflicts of interest|conflict of interests|conflicts|declaration of competing interest|declaration of competing interests|declaration of interests|declaration of interest|declaration of conflicting interests|disclosure of interests|disclosure statement|конфликты интересов|информация о конфликте интересов|заявление о конфликте интересов',
  conclusion:
    'conclusion|conclusions|concluding remarks|вывод|выводы|заключение|xulosa|xulosalar|хулоса|хулосалар|schluss|schlussfolgerung|schlussfolgerungen|fazit|conclusión|conclusiones|conclusão|conclusioni|висновки|висновок|wnioski|sonuç',
  consent:
    'informed consent|informed consent statement|consent|consent to participate|consent for publication|patient consent|информированное согласие пациентов',
  contributions:
    'author contributions|author contribution|author contributions statement|author contribution statement|authors’ contributions|authors’ contribution|author’s contributions|contributions of authors|contributions of the authors|credit author statement|credit authorship contribution statement|вклад автора|вклад каждого автора',
  'data-availability':
    'data availability|data availability statement|data accessibility|data accessibility statement|data access statement|availability of data|availability of data and materials|availability of data and material|data and materials availability|data and code availability|software and data availability|software & data availability|code and data availability|заявление о доступности данных',
  discussion:
    'discussion|main discussion|general discussion|обсуждение|обсуждение результатов|muhokama|муҳокама|diskussion|discusión|discussão|discussione|dyskusja|tartışma|обговорення',
  ethics:
    'ethics|ethics statement|ethical statement|ethics approval|ethical approval|ethical considerations|ethics approval and consent to participate|institutional review board statement|соблюдение этических стандартов|соответствие принципам этики',
  funding:
    'funding|funding statement|funding information|funding sources|financial support|sources of funding|source of funding|источник финансирования|источники финансирования|финансовая поддержка',
  introduction:
    'introduction|введение|kirish|кириш|einleitung|introducción|introdução|introduzione|вступ|wprowadzenie|wstęp|giriş|кіріспе',
  keywords: 'keywords|key words|index terms|kalit so’zlar|tayanch so’zlar|калит сўзлар|таянч сўзлар',
  materials: 'materials|материалы|materiallar|материаллар',
  methods:
    'methods|method|methodology|patients and methods|data and methods|data & methods|methods and data|методы|методика|методология|методы исследования|методология исследования|metodlar|usullar|metodologiya|tadqiqot metodologiyasi|методлар|методология ва методлар|methoden|méthodes|métodos|metodi|metody|yöntem|методи',
  references:
    'references|reference list|bibliography|literature cited|works cited|литература|библиография|библиографический список|список источников|список использованных источников|список использованной литературы|foydalanilgan adabiyotlar|adabiyotlar|adabiyotlar ro’yxati|фойдаланилган адабиётлар|адабиётлар',
  results:
    'results|result|findings|результаты|результаты исследования|natijalar|tadqiqot natijalari|натижалар|ergebnisse|résultats|resultados|risultati|wyniki|bulgular|результати',
  subjects: 'subjects|participants|испытуемые|участники исследования',
  'supplementary-material':
    'supplementary material|supplementary materials|supplementary information|supplementary data|supporting information|supporting material|supporting materials|supporting data|дополнительные материалы'
}
