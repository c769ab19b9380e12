// Bundles src into dist: one small entry a command, the rest in chunks that are loaded when wanted.
import {chmod, mkdir, rm, writeFile} from 'node:fs/promises'
import {dirname} from 'node:path'
import {build} from 'esbuild'

const {outputFiles} = await build({
  entryPoints: ['src/cli.ts', 'src/index.ts'],
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  write: false,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // A chunk of CommonJS has no exports by name, and no parts to leave out.
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'eof',
  // citeproc-js stays a file of its own, as its licence asks; the browser's package reads files beside it.
  external: ['citeproc', '@sparticuz/chromium'],
  // CommonJS packages call `require` for what Node brings.
  banner: {
    js: "import {createRequire as createRequireOfBundle} from 'node:module';const require=createRequireOfBundle(import.meta.url);"
  },
  logLevel: 'warning'
})

// A bundle that fails leaves the one before it alone.
await rm('dist', {recursive: true, force: true})
for (const {path, contents} of outputFiles) {
  await mkdir(dirname(path), {recursive: true})
  await writeFile(path, contents)
}
await chmod('dist/cli.js', 0o755)
