import {factorySpace} from 'micromark-factory-space'
import type {Code, Construct} from 'micromark-util-types'
import {isBlank, isLineEnd} from './tokens.ts'

/** A line of white space or nothing. */
export const emptyLine: Construct = {
  partial: true,
  tokenize: (effects, ok, nok) => {
    const end = (code: Code) => (code === null || isLineEnd(code) ? ok(code) : nok(code))
    return (code) => (isBlank(code) ? factorySpace(effects, end, 'whitespace')(code) : end(code))
  }
}
