// Bundles src into dist: one small entry a command, the rest in chunks that are loaded when wanted.
import {rmSync} from 'node:fs'
import {build} from 'esbuild'

rmSync('dist', {recursive: true, force: true})

await build({
  entryPoints: ['src/cli.ts', 'src/index.ts'],
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'eof',
  // citeproc-js stays a file of its own, as its licence asks; the browser's package reads files beside it.
  external: ['citeproc', '@sparticuz/chromium'],
  // CommonJS packages call `require` for what Node brings.
  banner: {
    js: "import {createRequire as __createRequire} from 'node:module';const require=__createRequire(import.meta.url);"
  },
  logLevel: 'warning'
})
