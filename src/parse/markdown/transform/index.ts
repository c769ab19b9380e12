import type {Root} from 'mdast'
import type {Report} from '../../../model/problem.ts'
import {definitions} from './definitions.ts'
import {divs} from './divs.ts'

/** Make what micromark found into the tree of the model: what is spread over siblings comes together. */
export function transformed(root: Root, report: Report): Root {
  divs(root, report)
  definitions(root)
  return root
}
