import {load} from '../src/load/index.ts'
import {machine} from '../src/world/node.ts'

/** The style Offprint takes for a manuscript, for others to take the same. */
export async function styleOf(folder: string): Promise<string> {
  const manuscript = await load(machine({manuscript: folder, out: 'build', env: {}}), {}, () => undefined)
  if (manuscript?.csl === undefined) throw new Error(`Cannot find the citation style of ${folder}`)
  return manuscript.csl.xml
}
