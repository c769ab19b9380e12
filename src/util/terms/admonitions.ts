import type {AdmonitionKind} from '../../model/statement-kind.ts'

type Words = Readonly<Partial<Record<AdmonitionKind, string>>>

const en: Readonly<Record<AdmonitionKind, string>> = {
  attention: 'Attention',
  caution: 'Caution',
  danger: 'Danger',
  error: 'Error',
  hint: 'Hint',
  important: 'Important',
  note: 'Note',
  seealso: 'See also',
  tip: 'Tip',
  warning: 'Warning'
}

/**
 * Attention, danger, error and hint, and all of Russian, are docutils' (0.23, `languages/`, its exclamation marks left out);
 * the rest is Quarto's (`src/resources/language/`); both checked 2026-11-23. Neither has Kazakh or Uzbek.
 */
const languages: ReadonlyMap<string, Words> = new Map<string, Words>([
  [
    'de',
    {
      ...{attention: 'Achtung', danger: 'Gefahr', error: 'Fehler', hint: 'Hinweis'},
      ...{caution: 'Vorsicht', important: 'Wichtig', note: 'Hinweis', tip: 'Tipp', warning: 'Warnung'}
    }
  ],
  [
    'es',
    {
      ...{attention: 'Atención', danger: 'Peligro', error: 'Error', hint: 'Sugerencia'},
      ...{caution: 'Precaución', important: 'Importante', note: 'Nota', tip: 'Consejo', warning: 'Advertencia'}
    }
  ],
  [
    'fr',
    {
      ...{attention: 'Attention', danger: 'Danger', error: 'Erreur', hint: 'Indication'},
      ...{caution: 'Mise en garde', important: 'Important', note: 'Note', tip: 'Astuce', warning: 'Avertissement'}
    }
  ],
  [
    'it',
    {
      ...{attention: 'Attenzione', danger: 'Pericolo', error: 'Errore', hint: 'Suggerimento'},
      ...{caution: 'Attenzione', important: 'Importante', note: 'Nota', tip: 'Consiglio', warning: 'Avviso'}
    }
  ],
  [
    'pl',
    {
      ...{attention: 'Uwaga', danger: 'Niebezpieczeństwo', error: 'Błąd', hint: 'Wskazówka'},
      ...{caution: 'Zagrożenie', important: 'Ważne', note: 'Adnotacja', tip: 'Wskazówka', warning: 'Ostrzeżenie'}
    }
  ],
  [
    'pt',
    {
      ...{attention: 'Atenção', danger: 'Perigo', error: 'Erro', hint: 'Sugestão'},
      ...{caution: 'Cuidado', important: 'Importante', note: 'Nota', tip: 'Dica', warning: 'Aviso'}
    }
  ],
  [
    'ru',
    {
      ...{attention: 'Внимание', danger: 'Опасно', error: 'Ошибка', hint: 'Совет'},
      ...{caution: 'Осторожно', important: 'Важно', note: 'Примечание', tip: 'Подсказка', warning: 'Предупреждение'}
    }
  ],
  ['tr', {caution: 'Dikkat', important: 'Önemli', note: 'Not', tip: 'Tavsiye', warning: 'Uyarı'}],
  ['uk', {caution: 'Застереження', important: 'Важливо', note: 'Примітка', tip: 'Порада', warning: 'Попередження'}]
])

/** What an admonition without a title says, in the language of a BCP 47 tag; in English where no source has the word. */
export function admonitionWord(kind: AdmonitionKind, language: string): string {
  return languages.get(language.toLowerCase().split(/[-_]/)[0] ?? '')?.[kind] ?? en[kind]
}
