import {spawnSync} from 'node:child_process'
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import type {Size} from './article.ts'
import {article} from './article.ts'
import {median} from './stopwatch.ts'

/** What a build took, and what it built. */
interface Usage {
  readonly words: number
  /** Of all processors, in seconds, nothing of an earlier build being at hand. */
  readonly cpu: number
  /** At the most, in megabytes. */
  readonly memory: number
}

/** Ten times the words may take so much more for each. */
const most = {ratio: 1.3, memory: 1000}

/**
 * Build an article of 10,000 words and one of 100,000, with 1,000 references and 300 mentions of figures, to HTML:
 * what a word costs must not grow with the article. Processor time, not time on the wall: machines do other work too.
 */
export async function size(rounds: number): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'offprint-size-'))
  try {
    const [small, large] = [
      await usageOf(join(work, 'small'), 1, rounds),
      await usageOf(join(work, 'large'), 10, rounds)
    ]
    for (const {words, cpu, memory} of [small, large]) {
      const each = ((cpu / words) * 1e6).toFixed(0)
      console.log(`${words} words: ${cpu.toFixed(2)} s of processor time, ${each} µs a word, ${memory.toFixed(0)} MB`)
    }
    const ratio = large.cpu / large.words / (small.cpu / small.words)
    console.log(`a word of the large one ÷ one of the small one: ${ratio.toFixed(2)} (at most ${most.ratio})`)
    console.log(`memory: ${large.memory.toFixed(0)} MB (at most ${most.memory})`)
    if (ratio > most.ratio || large.memory > most.memory) process.exitCode = 1
  } finally {
    await rm(work, {recursive: true, force: true})
  }
}

async function usageOf(folder: string, times: number, rounds: number): Promise<Usage> {
  const files = article(sizeOf(times))
  for (const {path, bytes} of files) {
    await mkdir(dirname(join(folder, path)), {recursive: true})
    await writeFile(join(folder, path), bytes)
  }
  const text = new TextDecoder().decode(files.find(({path}) => path === 'paper.md')?.bytes)
  const words = text.split(/\s+/).length
  const found: Array<Pick<Usage, 'cpu' | 'memory'>> = []
  // The first round keeps compiled code for the others.
  for (let round = -1; round < rounds; round++) {
    const usage = await built(folder)
    if (round >= 0) found.push(usage)
  }
  return {words, cpu: median(found.map(({cpu}) => cpu)), memory: median(found.map(({memory}) => memory))}
}

function sizeOf(times: number): Size {
  return {
    paragraphs: 92 * times,
    sections: 4 * times,
    references: 100 * times,
    citations: 200 * times,
    figures: 6 * times,
    mentions: 30 * times,
    tables: 8 * times,
    equations: 40 * times,
    notes: 20 * times
  }
}

/** Run the command, which says at its end what it used. */
async function built(folder: string): Promise<Pick<Usage, 'cpu' | 'memory'>> {
  const file = join(folder, 'usage.json')
  const code = `import {writeFileSync} from 'node:fs'
    process.on('exit', () => writeFileSync(${JSON.stringify(file)}, JSON.stringify(process.resourceUsage())))`
  const preload = `data:text/javascript,${encodeURIComponent(code)}`
  const args = [
    '--import',
    preload,
    resolve('dist/cli.cjs'),
    'build',
    folder,
    '--to',
    'html',
    '--out',
    join(folder, 'out')
  ]
  // No citation has been made before.
  const env = {...process.env, OFFPRINT_CACHE: 'off'}
  const {status, stderr} = spawnSync(process.execPath, args, {encoding: 'utf8', maxBuffer: 1e9, env})
  // 1 is what Offprint says of a manuscript with mistakes; its outputs are made all the same.
  if (status !== 0 && status !== 1) throw new Error(`offprint ended with ${status}: ${stderr.slice(-2000)}`)
  const {userCPUTime, systemCPUTime, maxRSS} = JSON.parse(await readFile(file, 'utf8')) as NodeJS.ResourceUsage
  return {cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1000}
}
