import {enrich} from './enrich/index.ts'
import {load} from './load/index.ts'
import type {Article} from './model/article.ts'
import type {Attachable} from './model/meta.ts'
import type {Problem} from './model/problem.ts'
import type {Output, World, WorldError} from './model/world.ts'
import {pack} from './package/index.ts'
import {parse} from './parse/index.ts'
import {render} from './render/index.ts'
import {validate} from './validate/index.ts'

export interface BuildOptions {
  /** Names of formats, or which ones an article is to have; none for a check only. */
  readonly to: ReadonlyArray<string> | ((article: Article) => Promise<ReadonlyArray<string>>)
  readonly template?: string | undefined
  /** Set for reviewers: lines far apart, and numbered. */
  readonly review?: boolean | undefined
  /** Nothing says who wrote it, and a title page goes beside a Word document; as the article says if absent. */
  readonly blind?: boolean | undefined
  /** What travels inside the PDF; as the article says if absent. */
  readonly attach?: ReadonlyArray<Attachable> | undefined
  /** Told the name of each stage as it begins; waited for. */
  readonly onStage?: ((stage: string) => void | Promise<void>) | undefined
}

export interface Built {
  /** Files by path; empty if there was nothing to build from. */
  readonly output: Output
  /** In the order found; `enrich` and the rules after what could not be read. */
  readonly problems: ReadonlyArray<Problem>
  readonly article?: Article | undefined
  /** What its files are called: `paper`. */
  readonly slug?: string | undefined
  /** What disk or browser refused one format, while others were made. */
  readonly failure?: WorldError | undefined
}

/**
 * Build the manuscript of a world: load → parse → enrich → validate → render → package.
 *
 * Never throws for what its author can mend; throws a `WorldError` where the disk fails.
 * Outputs are made in spite of errors, with the place visibly marked; whoever calls decides what that is worth.
 */
export async function build(world: World, options: BuildOptions): Promise<Built> {
  const problems: Array<Problem> = []
  const report = (problem: Problem) => void problems.push(problem)
  const stage = options.onStage ?? (() => undefined)

  await stage('load')
  const manuscript = await load(world, options, report)
  if (manuscript === undefined) return {output: new Map(), problems}
  await stage('parse')
  const draft = await parse(manuscript, report, options)
  await stage('enrich')
  const article = await enrich(draft, world)
  await stage('validate')
  validate(article, report)
  const names = typeof options.to === 'function' ? await options.to(article) : options.to
  if (names.length === 0) return {output: new Map(), problems, article}
  await stage('render')
  const slug = slugOf(manuscript.text[0]?.path ?? 'article')
  const {print, resources, now} = world
  const {output, failure} = await render(article, names, {slug, problems, report, print, resources, now})
  return {output: pack(output), problems, article, slug, failure}
}

/** `text/paper.md` → `paper`. */
function slugOf(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.[^.]*$/, '')
}
