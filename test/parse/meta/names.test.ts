import {describe, expect, it} from 'vitest'
import {nameOfText} from '../../../src/parse/meta/names.ts'
import {bare} from './read-meta.ts'

describe('nameOfText', () => {
  it.each([
    ['Ada Lovelace', {given: 'Ada', family: 'Lovelace'}],
    ['Lovelace, Ada', {given: 'Ada', family: 'Lovelace', display: 'Ada Lovelace'}],
    ['Daniel S. Himmelstein', {given: 'Daniel S.', family: 'Himmelstein'}],
    ['G.K.M. Tobin', {given: 'G.K.M.', family: 'Tobin'}],
    ['Ludwig van Beethoven', {given: 'Ludwig', particle: 'van', family: 'Beethoven'}],
    ['Johan L. Freiherr von Forstner', {given: 'Johan L. Freiherr', particle: 'von', family: 'Forstner'}],
    ['María de la Cruz Pérez', {given: 'María', particle: 'de la', family: 'Cruz Pérez'}],
    ['van der Berg, Jan', {given: 'Jan', particle: 'van der', family: 'Berg', display: 'Jan van der Berg'}],
    ['Cameron L. Van Eck', {given: 'Cameron L.', family: 'Van Eck'}],
    ['Martin Luther King Jr.', {given: 'Martin Luther', family: 'King', suffix: 'Jr.'}],
    [
      'King, Jr., Martin Luther',
      {given: 'Martin Luther', family: 'King', suffix: 'Jr.', display: 'Martin Luther King Jr.'}
    ],
    ['Богданюк Анна Васильевна', {given: 'Анна', middle: 'Васильевна', family: 'Богданюк'}],
    ['Анна Васильевна Богданюк', {given: 'Анна', middle: 'Васильевна', family: 'Богданюк'}],
    ['Иванов Пётр Ильич', {given: 'Пётр', middle: 'Ильич', family: 'Иванов'}],
    ['Иванов Пётр Петрович', {given: 'Пётр', middle: 'Петрович', family: 'Иванов'}],
    ['Мария Анна Рабинович', {given: 'Мария Анна', family: 'Рабинович'}],
    ['Roman Arkadyevich Abramovich', {given: 'Roman', middle: 'Arkadyevich', family: 'Abramovich'}],
    ['Karimova Nodira Olim qizi', {given: 'Nodira', middle: 'Olim qizi', family: 'Karimova'}],
    ['Karimov Anvar Olim oʻgʻli', {given: 'Anvar', middle: 'Olim oʻgʻli', family: 'Karimov'}],
    [
      'Каримов, Анвар Олим ўғли',
      {given: 'Анвар', middle: 'Олим ўғли', family: 'Каримов', display: 'Анвар Олим ўғли Каримов'}
    ],
    [
      'Radjabov, Jaloliddin Jurakulovich',
      {given: 'Jaloliddin', middle: 'Jurakulovich', family: 'Radjabov', display: 'Jaloliddin Jurakulovich Radjabov'}
    ],
    ['Plato', {literal: 'Plato'}],
    ['{The Lorem Ipsum Consortium}', {literal: 'The Lorem Ipsum Consortium', display: 'The Lorem Ipsum Consortium'}],
    ['  Ada \n  Lovelace ', {given: 'Ada', family: 'Lovelace', display: 'Ada Lovelace'}]
  ])('%s', (text, expected) => {
    expect(bare(nameOfText(text))).toEqual({display: text, ...expected})
  })

  it('finds no name in nothing', () => {
    expect(nameOfText('')).toBeUndefined()
    expect(nameOfText('  ')).toBeUndefined()
  })
})
