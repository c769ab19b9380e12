// The floor: nothing but Node and Chromium, which prints a page. node print.js chromium page.html page.pdf
import {spawn} from 'node:child_process'
import {writeFileSync} from 'node:fs'

const [chromium, html, pdf] = process.argv.slice(2)
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const child = spawn(chromium, ['--headless', '--disable-gpu', '--remote-debugging-pipe', ...sandbox, 'about:blank'], {
  stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe']
})
const [, , , input, output] = child.stdio
const waiting = new Map()
let pending = ''
let last = 0

output.setEncoding('utf8')
output.on('data', (chunk) => {
  const messages = (pending + chunk).split('\0')
  pending = messages.pop()
  for (const message of messages.map((text) => JSON.parse(text))) {
    const key = message.id ?? message.method
    waiting.get(key)?.(message.result ?? message.params)
  }
})

const answer = (key) => new Promise((resolve) => waiting.set(key, resolve))
function call(method, params, sessionId) {
  input.write(`${JSON.stringify({id: ++last, method, params, sessionId})}\0`)
  return answer(last)
}

const {targetId} = await call('Target.createTarget', {url: 'about:blank'})
const {sessionId} = await call('Target.attachToTarget', {targetId, flatten: true})
await call('Page.enable', {}, sessionId)
const loaded = answer('Page.loadEventFired')
await call('Page.navigate', {url: `file://${html}`}, sessionId)
await loaded
const {data} = await call('Page.printToPDF', {printBackground: true, preferCSSPageSize: true}, sessionId)
writeFileSync(pdf, Buffer.from(data, 'base64'))
child.kill('SIGKILL')
process.exit()
