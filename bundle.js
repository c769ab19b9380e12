// Bundles src into dist: the command as one file that Node can keep compiled, the library in parts.
import {createHash} from 'node:crypto'
import {mkdir, rm, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {build} from 'esbuild'

/**
 * What is never called here, and would be a third of the bundle: citation-js's ways to the network, which a build must not touch,
 * and those of Puppeteer's ways to a browser that are not the pipe.
 */
const uncalled = {
  name: 'uncalled',
  setup({onLoad, onResolve}) {
    onResolve(
      {filter: /^(node-fetch|sync-fetch|@puppeteer\/browsers)$|WebSocketTransport\.js$|\/bidi\.js$/},
      ({path}) => ({
        path,
        namespace: 'uncalled'
      })
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
        module.exports.Headers = class {}`
    }))
  }
}

/** What few manuscripts need, and takes long to load: loaded with its first call. */
const late = {
  name: 'late',
  setup({onLoad, onResolve, resolve}) {
    onResolve({filter: /^(hast-util-from-html|temml)$/}, async ({path, pluginData, ...from}) => {
      if (pluginData === late) return undefined
      const real = await resolve(path, {...from, pluginData: late})
      return {path, namespace: 'late', pluginData: real.path}
    })
    onLoad({filter: /./, namespace: 'late'}, ({path, pluginData}) => ({
      contents: calls[path](`require(${JSON.stringify(pluginData)})`),
      resolveDir: '.'
    }))
  }
}
const calls = {
  temml: (real) => `export default {renderToString: (...given) => ${real}.default.renderToString(...given)}`,
  'hast-util-from-html': (real) => `export const fromHtml = (...given) => ${real}.fromHtml(...given)`
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
  // citeproc-js and resvg stay files of their own, as their licences ask; the browser's package reads files beside it.
  external: ['citeproc', '@resvg/resvg-wasm', '@sparticuz/chromium'],
  plugins: [late, uncalled],
  logLevel: 'warning'
}

const command = await build({
  ...common,
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/offprint.cjs',
  format: 'cjs',
  // Compiled code that is kept can only require.
  supported: {'dynamic-import': false},
  define: {'import.meta.url': 'urlOfBundle'},
  banner: {js: "const urlOfBundle=require('node:url').pathToFileURL(__filename).href;"}
})
// What is left beyond ASCII stands in regular expressions, where an escape means the same; V8 holds and reads such a text in half the space.
const contents = Buffer.from(
  command.outputFiles[0].text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
)
const bundleName = `offprint-${createHash('sha256').update(contents).digest('hex').slice(0, 12)}.cjs`

const launcher = await build({
  ...common,
  entryPoints: ['src/cli/launch.ts'],
  outfile: 'dist/cli.js',
  format: 'esm',
  define: {bundleName: JSON.stringify(bundleName)}
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
await put(join('dist', bundleName), contents)
for (const file of launcher.outputFiles) await put(file.path, file.contents, 0o755)
for (const file of library.outputFiles) await put(file.path, file.contents)

async function put(path, bytes, mode = 0o644) {
  await mkdir(dirname(path), {recursive: true})
  await writeFile(path, bytes, {mode})
}
