import {within} from './blocks.ts'
import type {Scene} from './fragments.ts'
import type {Measure} from './measure.ts'
import {absent, none} from './measure.ts'

const what = 'citations by number that are no links'

/** Whether numbers in brackets that entries of the reference list bear are links. */
export function measureCitations({blocks}: Scene): Measure {
  const labels = blocks.flatMap((block) => (within(block, 'L') ? (/^\s*\[(\d+)\]/.exec(textOf(block))?.[1] ?? []) : []))
  if (labels.length === 0) return absent('P29', what, 'references are not numbered in brackets')
  const known = new Set(labels)
  const running = blocks.filter((block) => !within(block, 'L', 'TOC'))
  const bare = running.flatMap((block) => {
    const texts = block.texts.map(({text, inLink, inFormula, inCode}) => (inLink || inFormula || inCode ? '\0' : text))
    const found = [...texts.join('').matchAll(/\[(\d+)(?![\d.])[^\]\0]{0,40}\]/g)]
    return found.filter(([, number = '']) => known.has(number)).map(([text]) => `page ${[...block.pages][0]} “${text}”`)
  })
  return none('P29', what, bare)
}

function textOf({texts}: Scene['blocks'][number]): string {
  return texts.map(({text}) => text).join('')
}
