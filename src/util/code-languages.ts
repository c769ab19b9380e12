/** The grammars of highlight.js 11.11: each name with its aliases, as the library has them. */
const table = `
  arduino ino|bash sh zsh|c h|cpp cc c++ h++ hpp hh hxx cxx|csharp cs c#|css|diff patch|go golang|graphql gql
  ini toml|java jsp|javascript js jsx mjs cjs|json jsonc|kotlin kt kts|less|lua pluto|makefile mk mak make
  markdown md mkdown mkd|objectivec mm objc obj-c obj-c++ objective-c++|perl pl pm|php|php-template
  plaintext text txt|python py gyp ipython|python-repl pycon|r|ruby rb gemspec podspec thor irb|rust rs|scss
  shell console shellsession|sql|swift|typescript ts tsx mts cts|vbnet vb|wasm
  xml html xhtml rss atom xjb xsd xsl plist wsf svg|yaml yml|1c|abnf|accesslog|actionscript as|ada|angelscript asc
  apache apacheconf|applescript osascript|arcade|armasm arm|asciidoc adoc|aspectj|autohotkey ahk|autoit|avrasm|awk
  axapta x++|basic|bnf|brainfuck bf|cal|capnproto capnp|ceylon|clean icl dcl|clojure clj edn|clojure-repl
  cmake cmake.in|coffeescript coffee cson iced|coq|cos cls|crmsh crm pcmk|crystal cr|csp|d|dart
  delphi dpr dfm pas pascal|django jinja|dns bind zone|dockerfile docker|dos bat cmd|dsconfig|dts|dust dst|ebnf
  elixir ex exs|elm|erb|erlang erl|erlang-repl|excel xlsx xls|fix|flix|fortran f90 f95|fsharp fs f#|gams gms
  gauss gss|gcode nc|gherkin feature|glsl|gml|golo|gradle|groovy|haml
  handlebars hbs html.hbs html.handlebars htmlbars|haskell hs|haxe hx|hsp|http https|hy hylang|inform7 i7|irpf90
  isbl|jboss-cli wildfly-cli|julia|julia-repl jldoctest|lasso ls lassoscript|latex tex|ldif|leaf|lisp
  livecodeserver|livescript ls|llvm|lsl|mathematica mma wl|matlab|maxima|mel|mercury m moo|mipsasm mips|mizar
  mojolicious|monkey|moonscript moon|n1ql|nestedtext nt|nginx nginxconf|nim|nix nixos|node-repl|nsis|ocaml ml
  openscad scad|oxygene|parser3|pf pf.conf|pgsql postgres postgresql|pony|powershell pwsh ps ps1|processing pde
  profile|prolog|properties|protobuf proto|puppet pp|purebasic pb pbi|q k kdb|qml qt|reasonml re|rib
  roboconf graph instances|routeros mikrotik|rsl|ruleslanguage|sas|scala|scheme scm|scilab sci|smali|smalltalk st
  sml ml|sqf|stan stanfuncs|stata do ado|step21 p21 step stp|stylus styl|subunit|taggerscript|tap|tcl tk|thrift|tp
  twig craftcms|vala|vbscript vbs|vbscript-html|verilog v sv svh|vhdl|vim|wren|x86asm|xl tao|xquery xpath xq xqm
  zephir zep`

const grammars: ReadonlyMap<string, string> = new Map(
  table.split(/[|\n]/).flatMap((line) => {
    const names = line.trim().split(' ')
    return names.filter((name) => name !== '').map((name) => [name, names[0] ?? name] as const)
  })
)

/** Names of what is no language to be coloured. */
const plain: ReadonlySet<string> = new Set(
  'ascii bib bibtex default dot graphviz log mermaid none output raw sourcecode text txt verbatim'.split(' ')
)

/** The grammar of a language by any of its names, letter case aside; `undefined` if there is none. */
export function grammarOf(language: string | null | undefined): string | undefined {
  const grammar = grammars.get(language?.toLowerCase() ?? '')
  return grammar === 'plaintext' ? undefined : grammar
}

/** Whether a name of a language is one that we know, be it coloured or not. */
export function isKnownLanguage(language: string): boolean {
  const name = language.toLowerCase()
  return grammars.has(name) || plain.has(name)
}

/** Every name of a language. */
export function languageNames(): Iterable<string> {
  return grammars.keys()
}
