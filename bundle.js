// Bundles src into dist: the command as one file that Node can keep compiled, the library in parts.
import {createHash} from 'node:crypto'
import {mkdir, rm, writeFile} from 'node:fs/promises'
import Module from 'node:module'
import {basename, dirname, join} from 'node:path'
import {build} from 'esbuild'

/**
 * What is never called here, and would be a third of the bundle: citation-js's ways to the network, which a build must not touch,
 * and its readers of whole files; those of Puppeteer's ways to a browser that are not the pipe; and what pdf-lib reads drawings
 * and names of colours with. Nor is there what would colour Puppeteer's notes on what it does, which is looked for in every folder above.
 */
const uncalled = {
  name: 'uncalled',
  setup({onLoad, onResolve}) {
    onResolve(
      {
        filter:
          /^(node-fetch|sync-fetch|@puppeteer\/browsers|node-html-better-parser|html-entities|culori|supports-color)$|WebSocketTransport\.js$|\/bidi\.js$/
      },
      ({path}) => ({
        path,
        namespace: 'uncalled'
      })
    )
    onResolve({filter: /^\.\/(file|bibtxt)\.js$/}, ({path, importer}) =>
      /plugin-bibtex.*\binput\b/.test(importer) ? {path, namespace: 'uncalled'} : undefined
    )
    // pdf-lib compresses with fflate; zlib gives the same bytes on every Node, and sooner.
    onResolve({filter: /^fflate$/}, ({importer}) =>
      importer.includes('pdf-lib') ? {path: 'zlib', namespace: 'zlib'} : undefined
    )
    onLoad({filter: /./, namespace: 'zlib'}, () => ({
      contents: `const {deflateSync, inflateRawSync, inflateSync} = require('node:zlib')
        exports.zlibSync = (bytes) => deflateSync(bytes)
        exports.unzlibSync = (bytes) => inflateSync(bytes)
        exports.inflateSync = (bytes) => inflateRawSync(bytes)`
    }))
    onLoad({filter: /./, namespace: 'uncalled'}, ({path}) => ({
      contents: `module.exports = () => {throw new Error(${JSON.stringify(`\`${path}\` is not in the bundle`)})}
        module.exports.Headers = class {}
        module.exports.converter = () => module.exports`
    }))
  }
}

/** Files of their own, loaded with the first call of what is in them: few manuscripts need them, or none before its page is printed. */
const parts = {
  fflate: (real) =>
    ['unzipSync', 'zipSync'].map((name) => `export const ${name} = (...given) => ${real}.${name}(...given)`).join('\n'),
  'hast-util-from-html': (real) => `export const fromHtml = (...given) => ${real}.fromHtml(...given)`,
  temml: (real) => `export default {__renderToMathMLTree: (...given) => ${real}.__renderToMathMLTree(...given)}`,
  '@cantoo/pdf-lib': undefined,
  'csv-parse/sync': undefined,
  'fast-png': undefined,
  'puppeteer-core/internal/puppeteer-core-browser.js': undefined
}
/** What is used of a part that is large. */
const used = {'puppeteer-core/internal/puppeteer-core-browser.js': 'connect'}
const late = {
  name: 'late',
  setup({onLoad, onResolve}) {
    onResolve({filter: /^[^./]/}, ({path, kind}) => {
      if (!Object.hasOwn(parts, path)) return undefined
      if (kind === 'require-call' || parts[path] === undefined) return {path, external: true}
      return {path, namespace: 'late'}
    })
    onLoad({filter: /./, namespace: 'late'}, ({path}) => ({contents: parts[path](`require(${JSON.stringify(path)})`)}))
  }
}

/** The grammars that lowlight offers all at once; each is a file that is read at need. */
const fewGrammars = {
  name: 'few-grammars',
  setup({onResolve, resolve}) {
    onResolve({filter: /^lowlight$/}, async ({path, pluginData, ...from}) => {
      if (pluginData === fewGrammars) return undefined
      const all = await resolve(path, {...from, pluginData: fewGrammars})
      return {path: join(dirname(all.path), 'lib', 'index.js')}
    })
  }
}

const common = {
  bundle: true,
  write: false,
  platform: 'node',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'eof',
  // citeproc-js and resvg stay files of their own, as their licences ask, and PDFium, which few manuscripts need; the browser's package reads files beside it.
  external: ['citeproc', '@resvg/resvg-wasm', '@hyzyla/pdfium', '@sparticuz/chromium'],
  plugins: [fewGrammars, uncalled],
  logLevel: 'warning'
}

const compiled = {
  ...common,
  format: 'cjs',
  // Compiled code that is kept can only require.
  supported: {'dynamic-import': false},
  define: {'import.meta.url': 'urlOfBundle'},
  banner: {js: "const urlOfBundle=require('node:url').pathToFileURL(__filename).href;"}
}
const files = new Map()
const bundleName = kept(
  'offprint',
  await build({
    ...compiled,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'offprint.cjs',
    plugins: [late, ...common.plugins]
  })
)
const partNames = {}
for (const id of Object.keys(parts)) {
  const name = JSON.stringify(id)
  const contents = used[id] === undefined ? `module.exports = require(${name})` : `export {${used[id]}} from ${name}`
  const stdin = {contents, resolveDir: '.'}
  partNames[id] = kept(basename(id, '.js'), await build({...compiled, stdin, outfile: 'part.cjs'}))
}

const launcher = await build({
  ...common,
  entryPoints: ['src/cli/launch.ts'],
  outfile: 'dist/cli.cjs',
  // Node has nothing to load for it, as it has for a module.
  format: 'cjs',
  banner: compiled.banner,
  define: {...compiled.define, bundleName: JSON.stringify(bundleName), partNames: JSON.stringify(partNames)}
})

const library = await build({
  ...common,
  entryPoints: ['src/index.ts'],
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  splitting: true,
  format: 'esm',
  // CommonJS packages call `require` for what Node brings.
  banner: {
    js: "import {createRequire as createRequireOfBundle} from 'node:module';const require=createRequireOfBundle(import.meta.url);"
  }
})

// A bundle that fails leaves the one before it alone.
await rm('dist', {recursive: true, force: true})
for (const [name, contents] of files) await put(join('dist', name), contents)
for (const file of launcher.outputFiles) await put(file.path, file.contents, 0o755)
for (const file of library.outputFiles) await put(file.path, file.contents)

/** The name under which a bundle is to be written, which tells its content. */
function kept(name, {outputFiles: [file]}) {
  // What is left beyond ASCII stands in regular expressions, where an escape means the same; V8 holds and reads such a text in half the space.
  const text = file.text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  // As Node wraps a module: three million characters are not copied for it at each start.
  const wrapped = Module.wrap(`${text}\n`)
  const full = `${name}-${createHash('sha256').update(wrapped).digest('hex').slice(0, 12)}.cjs`
  files.set(full, wrapped)
  return full
}

async function put(path, bytes, mode = 0o644) {
  await mkdir(dirname(path), {recursive: true})
  await writeFile(path, bytes, {mode})
}
