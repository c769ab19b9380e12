import type {Article} from '../model/article.ts'
import type {Output} from '../model/world.ts'
import type {Context, Format} from './format.ts'

export type {Context, Format} from './format.ts'

/** Every format, in the order of a listing. */
export const formats: ReadonlyArray<Format> = []

/** Render the article in each named format; names are known ones. */
export async function render(article: Article, names: ReadonlyArray<string>, context: Context): Promise<Output> {
  const chosen = formats.filter((format) => names.includes(format.name))
  const outputs = await Promise.all(chosen.map((format) => format.render(article, context)))
  return new Map(outputs.flatMap((output) => [...output]))
}
