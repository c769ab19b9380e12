import {Command, CommanderError, Option} from 'commander'
import type {Exit} from './exit.ts'
import {exit} from './exit.ts'
import {exitOf, failureText} from './failure.ts'
import type {BuildFlags} from './flags.ts'
import type {Host} from './host.ts'
import type {ReferencesFlags} from './references.ts'
import type {ReleaseFlags} from './release.ts'
import {reportings} from './reporting.ts'
import type {VerifyFlags} from './verify.ts'
import {credits} from './version.ts'

/** Run a command line, without `node` and the script; gives the exit code and never throws. */
export async function run(argv: ReadonlyArray<string>, host: Host): Promise<Exit> {
  let code: Exit = exit.fine
  const command = program(host, (given) => {
    code = given
  })
  try {
    await command.parseAsync(argv, {from: 'user'})
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.fine : exit.misuse
    host.stderr.write(failureText(error, host))
    return exitOf(error)
  }
}

const exits = `
Exit codes: 0 all is well · 1 the manuscript has errors (with --strict, or warnings) · 2 misuse · 3 the machine failed
Environment: NO_COLOR, SOURCE_DATE_EPOCH, PUPPETEER_EXECUTABLE_PATH, OFFPRINT_SANDBOX=required or off,
OFFPRINT_CACHE=off,
OFFPRINT_DOI_RESOLVER for another than https://doi.org/, OFFPRINT_DEBUG=1 for the stack of a failure`

function formatOption(): Option {
  return new Option('--format <format>', 'how to tell problems: to a person, a workflow or a program').choices(
    reportings
  )
}

function program(host: Host, finish: (code: Exit) => void): Command {
  const command = new Command('offprint')
    .description('One Markdown manuscript in, everything a journal publishes out.')
    .version(credits, '-V, --version', 'print the version and credits')
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'offprint: '))
    })
    .showHelpAfterError('  help: See `offprint --help`.')
    .exitOverride()
    .addHelpText('after', exits)

  command
    .command('build')
    .description('build the manuscript, and say what is wrong with it')
    .argument('[manuscript]', 'its folder, or its Markdown file (default: manuscript, or this folder)')
    .option('--to <formats>', 'what to make, with commas between', 'html,pdf')
    .option('--template <id>', 'a template by its name, or by its folder: ./journal')
    .option('--review', 'for reviewers: lines far apart, and numbered')
    .option(
      '--blind',
      'for reviewers who do not know the authors: nothing names them; Word gets a title page beside it'
    )
    .option('--attach <files>', 'what the PDF carries inside, with commas between: source, references, jats')
    .option('--out <folder>', 'where to write', 'build')
    .option('--strict', 'exit with 1 for warnings too')
    .addOption(formatOption())
    .option('--json', 'the same as --format json: outputs, problems, exit')
    .option('--quiet', 'print nothing but errors and warnings')
    .action(async (manuscript: string | undefined, flags: BuildFlags) => {
      const {build} = await import('./build.ts')
      finish(await build(manuscript, flags, host))
    })

  command
    .command('check')
    .description('say what is wrong with the manuscript, and build nothing')
    .argument('[manuscript]', 'its folder, or its Markdown file (default: manuscript, or this folder)')
    .option('--template <id>', 'a template by its name, or by its folder: ./journal')
    .option('--strict', 'exit with 1 for warnings too')
    .addOption(formatOption())
    .option('--json', 'the same as --format json: problems, exit')
    .option('--quiet', 'print nothing but errors and warnings')
    .action(async (manuscript: string | undefined, flags: Omit<BuildFlags, 'out' | 'to'>) => {
      const {build} = await import('./build.ts')
      finish(await build(manuscript, {...flags, to: undefined, out: 'build'}, host))
    })

  command
    .command('release')
    .description(
      'build every format into a folder of its own, with a manifest and sums; nothing while there are errors'
    )
    .argument('[manuscript]', 'its folder, or its Markdown file (default: manuscript, or this folder)')
    .option('--as <version>', 'the version it must have (default: the front matter’s, or one made from what is read)')
    .option('--template <id>', 'a template by its name, or by its folder: ./journal')
    .option('--out <folder>', 'where to write: into release/ in it', 'build')
    .option('--strict', 'refuse for warnings too')
    .addOption(formatOption())
    .option('--json', 'the same as --format json: outputs, problems, exit')
    .option('--quiet', 'print nothing but errors and warnings')
    .action(async (manuscript: string | undefined, flags: ReleaseFlags) => {
      const {release} = await import('./release.ts')
      finish(await release(manuscript, flags, host))
    })

  command
    .command('verify')
    .description('say which files of a release changed, are missing or extra')
    .argument('<release>', 'the folder of a release')
    .option('--rebuild', 'build it again from the manuscript, and compare every byte')
    .option('--manuscript <path>', 'its folder, or its Markdown file (default: manuscript, or this folder)')
    .option('--template <id>', 'a template by its name, or by its folder: ./journal')
    .option('--json', 'print one JSON object: differences, exit')
    .action(async (folder: string, flags: VerifyFlags) => {
      const {verify} = await import('./verify.ts')
      finish(await verify(folder, flags, host))
    })

  command
    .command('doctor')
    .description('say whether this machine has what it takes, and how to mend what is wrong')
    .option('--out <folder>', 'where outputs would be written', 'build')
    .action(async (flags: {readonly out: string}) => {
      const {doctor} = await import('./doctor.ts')
      finish(await doctor(flags, host))
    })

  command
    .command('references')
    .description('keep references that are cited by their DOI')
    .command('add')
    .description(
      `fetch the records of DOIs into references.lock.json; without DOIs, of all that are cited and not known`
    )
    .argument('[dois...]', 'such as 10.1000/182')
    .option('--folder <folder>', 'where the manuscript is (default: manuscript, or this folder)')
    .action(async (dois: ReadonlyArray<string>, flags: ReferencesFlags) => {
      const {addReferences} = await import('./references.ts')
      finish(await addReferences(dois, flags, host))
    })

  return command
}
