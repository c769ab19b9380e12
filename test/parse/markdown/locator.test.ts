import {describe, expect, it} from 'vitest'
import {locatorOfText} from '../../../src/parse/markdown/locator.ts'

describe('locators', () => {
  it.each([
    [', p. 3', 'page', '3', ''],
    [', pp. 33-35', 'page', '33-35', ''],
    [', pp. 33--35, 40 and passim', 'page', '33--35, 40', ' and passim'],
    [' 33', 'page', '33', ''],
    [', 33–35, and more', 'page', '33–35', ', and more'],
    [', chap. 1', 'chapter', '1', ''],
    [', chapter iv', 'chapter', 'iv', ''],
    [', § 5', 'section', '5', ''],
    [', §5', 'section', '5', ''],
    [', sec. 2.1', 'section', '2.1', ''],
    [', fig. 3a', 'figure', '3a', ''],
    [', vol. II', 'volume', 'II', ''],
    [', p3', 'page', '3', ''],
    [', с. 15', 'page', '15', ''],
    [', стр. 15–17', 'page', '15–17', ''],
    [', гл. 2', 'chapter', '2', ''],
    [', разд. 4', 'section', '4', ''],
    [', т. 3', 'volume', '3', ''],
    [', ст. 12', 'article-locator', '12', ''],
    [', b. 12', 'page', '12', ''],
    [', bet 12', 'page', '12', ''],
    [', 12-bet', 'page', '12', ''],
    [', 12–15-betlar', 'page', '12–15', ''],
    [', 2-bob', 'chapter', '2', ''],
    [', bob 2', 'chapter', '2', ''],
    [', боб 2', 'chapter', '2', ''],
    [', {viii and 3}', 'page', 'viii and 3', ''],
    [', {chap. x-y} z', 'chapter', 'x-y', ' z'],
    [', {}12', 'page', '', '12']
  ])('should read %j as %s %j, then %j', (text, label, locator, rest) => {
    expect(locatorOfText(text)).toEqual({label, locator, rest})
  })

  it.each([', and passim', ', see there', ', iv', '', ', pages of it', ', part', ', {unclosed', ', x3'])(
    'should see none in %j',
    (text) => {
      expect(locatorOfText(text)).toBeUndefined()
    }
  )
})
