import {enrich} from './enrich/index.ts'
import {load} from './load/index.ts'
import type {Article} from './model/article.ts'
import type {Attachable} from './model/meta.ts'
import type {Problem, Report} from './model/problem.ts'
import type {Output, World, WorldError} from './model/world.ts'
import {archives, type Package, pack, packages} from './package/index.ts'
import {parse} from './parse/index.ts'
import {render} from './render/index.ts'
import {blinded, isBlind} from './util/blind.ts'
import {validate} from './validate/index.ts'

export interface BuildOptions {
  /** Names of formats and packages, or which ones an article is to have; none for a check only. */
  readonly to: ReadonlyArray<string> | ((article: Article) => Promise<ReadonlyArray<string>>)
  /** The Markdown file that is the manuscript; found by its name if absent. */
  readonly main?: string | undefined
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
  const context = {slug, problems, report, print, resources, now}
  const packed = packages.filter((each) => names.includes(each.name) && isWhole(each, article, report))
  const [open, closed] = [packed.filter(({blind}) => blind !== true), packed.filter(({blind}) => blind === true)]
  const own = await render(article, [...names, ...open.flatMap((each) => each.of)], context)
  const asked = [...own.files].flatMap(([name, files]) => (names.includes(name) ? [files] : []))
  const made = [...asked, ...archives(open, {...shownIn(article, slug), files: own.files})]
  if (closed.length === 0) return {output: pack(made), problems, article, slug, failure: own.failure}
  const copy = forReviewers(article)
  const sealed = await render(
    copy,
    closed.flatMap((each) => each.of),
    {...context, report: unlessSaid(problems, report)}
  )
  const output = pack([...made, ...archives(closed, {article: blinded(copy), slug, files: sealed.files})])
  return {output, problems, article, slug, failure: own.failure ?? sealed.failure}
}

/** What of an article its archives may show, and what they are called. */
function shownIn(article: Article, slug: string): {readonly article: Article; readonly slug: string} {
  return isBlind(article) ? {article: blinded(article), slug: 'manuscript'} : {article, slug}
}

/** Report what was not said before of another copy. */
function unlessSaid(problems: ReadonlyArray<Problem>, report: Report): Report {
  return (problem) => {
    if (!problems.some(({id, reason}) => id === problem.id && reason === problem.reason)) report(problem)
  }
}

/** Whether an article has what a package wants; says what it lacks. */
function isWhole({lacks}: Package, article: Article, report: Report): boolean {
  const lacking = lacks?.(article) ?? []
  for (const problem of lacking) report(problem)
  return lacking.length === 0
}

function forReviewers(article: Article): Article {
  return {...article, meta: {...article.meta, review: {...article.meta.review, blind: true}}}
}

/** `text/paper.md` → `paper`. */
function slugOf(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.[^.]*$/, '')
}
