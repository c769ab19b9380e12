// Preloaded, fails a run that loads a module of Node's after V8's options were changed: Node would compile it anew.
const v8 = require('node:v8')

const {setFlagsFromString} = v8
let before
v8.setFlagsFromString = (flag) => {
  before ??= new Set(process.moduleLoadList)
  setFlagsFromString(flag)
}
process.on('exit', () => {
  const brought = /^NativeModule (?!internal\/)/
  const late = process.moduleLoadList.filter((name) => brought.test(name) && !before?.has(name))
  if (before !== undefined && late.length === 0) return
  console.error(`Loaded after V8's options were changed, or with none changed: ${late.join(', ')}`)
  process.exitCode = 1
})
