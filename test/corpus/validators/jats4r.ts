import type {Table} from 'mdast'
import type {Article} from '../../../src/model/article.ts'
import {tableRows} from '../../../src/util/table-rows.ts'
import {textOf} from '../../../src/util/text.ts'
import {textsOf} from '../../../src/util/texts.ts'
import {walk} from '../../../src/util/walk.ts'
import {jats4rErrors} from '../../support/jats4r.ts'
import {type Made, textOfFile} from './validator.ts'

/** What JATS4R finds, but for what the author left out: as often as the article says that it was. */
export async function jats4rFindings(made: Made): Promise<ReadonlyArray<string>> {
  const left = leftOut(made.article)
  const found = await jats4rErrors(textOfFile(made, 'xml'))
  return found.filter((finding) => {
    const reason = left.find(({says, times}) => times > 0 && says.test(finding))
    if (reason !== undefined) reason.times -= 1
    return reason === undefined
  })
}

/** What JATS4R says where an author wrote no alternative text, no licence or no head of a table, and how often that is so. */
function leftOut({meta, body, notes}: Article): ReadonlyArray<{readonly says: RegExp; times: number}> {
  const nodes = [...walk(textsOf({meta, body, notes}))]
  const {copyrightHolder, copyrightYear} = meta.publication
  const isFree = meta.licence === undefined && copyrightHolder === undefined && copyrightYear === undefined
  return [
    {
      says: /All <graphic> must have <alt-text>\. This one does not\./,
      times: nodes.filter((node) => node.type === 'image' && node.alt == null).length
    },
    {says: /Missing top-level <permissions> element\./, times: isFree ? 1 : 0},
    {
      says: /<th> element not found within <table>\./,
      times: nodes.filter((node) => node.type === 'table' && isHeadless(node)).length
    }
  ]
}

/** Whether a table has no head, or one of empty cells. */
function isHeadless(table: Table): boolean {
  return tableRows(table)
    .head.flat()
    .every(({cell}) => textOf(cell).trim() === '')
}
