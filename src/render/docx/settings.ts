import {m, namespaces, part, w} from './xml.ts'

/** `settings.xml`: the language of the theme, the font of formulas, and no compatibility with older Word than 2013. */
export function settings(language: string): Uint8Array {
  const word = 'http://schemas.microsoft.com/office/word'
  return part(
    w('settings', namespaces, [
      w('zoom', {percent: 100}),
      w('defaultTabStop', {val: 567}),
      w('characterSpacingControl', {val: 'doNotCompress'}),
      w('footnotePr', {}, [w('footnote', {id: -1}), w('footnote', {id: 0})]),
      w('compat', {}, [w('compatSetting', {name: 'compatibilityMode', uri: word, val: 15})]),
      m('mathPr', {}, [m('mathFont', {val: 'Cambria Math'})]),
      w('themeFontLang', {val: language}),
      w('decimalSymbol', {val: '.'}),
      w('listSeparator', {val: ','})
    ])
  )
}

/** The number of the page, centred. */
export function footer(): Uint8Array {
  const instruction = w('instrText', {'xml:space': 'preserve'}, [{type: 'text', value: ' PAGE '}])
  const mark = (type: string) => w('r', {}, [w('fldChar', {fldCharType: type})])
  return part(
    w('ftr', namespaces, [
      w('p', {}, [
        w('pPr', {}, [w('pStyle', {val: 'Footer'})]),
        mark('begin'),
        w('r', {}, [instruction]),
        mark('separate'),
        w('r', {}, [w('t', {}, [{type: 'text', value: '1'}])]),
        mark('end')
      ])
    ])
  )
}

/** `fontTable.xml`: the fonts that the styles name. */
export function fontTable(): Uint8Array {
  const font = (name: string, family: string, pitch: string) =>
    w('font', {name}, [w('family', {val: family}), w('pitch', {val: pitch})])
  return part(
    w('fonts', namespaces, [
      font('Times New Roman', 'roman', 'variable'),
      font('Courier New', 'modern', 'fixed'),
      font('Cambria Math', 'roman', 'variable')
    ])
  )
}
