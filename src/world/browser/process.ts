import type {ChildProcess} from 'node:child_process'
import {spawn} from 'node:child_process'
import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {rm} from 'node:fs/promises'
import {Socket} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Readable, Writable} from 'node:stream'
import type {ConnectionTransport} from 'puppeteer-core/internal/puppeteer-core-browser.js'
import {argumentsOf} from './arguments.ts'
import type {FoundBrowser} from './found.ts'
import {transport} from './transport.ts'

/** A running browser: to talk to, and to end. */
export interface BrowserProcess {
  readonly transport: ConnectionTransport
  readonly pid: number | undefined
  /** Why it ended, once it has. */
  readonly ended: Promise<string>
  /** Kill it with all its children, and settle when its profile is removed; any number of times. */
  kill(): Promise<void>
}

/** Start a browser with a profile of its own among the temporary files; returns before it is up. */
export function startProcess(found: FoundBrowser, sandbox: boolean): BrowserProcess {
  sweep()
  const profile = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  const child = spawn(found.path, argumentsOf({profile, sandbox}), {
    // A group of its own, so that it can be killed with its children.
    detached: process.platform !== 'win32',
    env: {...process.env, ...found.env},
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    windowsHide: true
  })
  const said = lastWords(child)

  function destroy(): void {
    killTree(child)
    rmSync(profile, {recursive: true, force: true, maxRetries: 3})
  }
  const forget = atExit(destroy)
  let removal: Promise<void> | undefined
  function remove(): Promise<void> {
    // Once it is gone its number may be another's.
    if (removal !== undefined) return removal
    killTree(child)
    removal = rm(profile, {recursive: true, force: true, maxRetries: 3}).then(forget)
    return removal
  }
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => resolve([how(code, signal), said()].filter(Boolean).join(': ')))
  })
  ended.then(remove).catch(() => undefined)
  return {
    transport: transport(child.stdio[3] as Writable, child.stdio[4] as Readable),
    pid: child.pid,
    ended,
    async kill() {
      const removed = remove()
      // A process that takes its time to be gone does not keep ours.
      child.unref()
      for (const pipe of child.stdio) if (pipe instanceof Socket) pipe.destroy()
      await removed
    }
  }
}

const prefix = 'offprint-browser-'

/** Remove the profiles of processes of ours that were killed and could not. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : 0
    if (pid > 0 && !isAlive(pid)) rmSync(join(tmpdir(), name), {recursive: true, force: true})
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Another user's process may not be asked, which tells that it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function how(code: number | null, signal: string | null): string {
  return signal === null ? `it ended with exit code ${code}` : `it was ended by ${signal}`
}

/** SIGKILL to the group; it may be gone, or never have started. */
function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}

/** The last line of what the browser says on standard error that is worth showing. */
function lastWords(child: ChildProcess): () => string {
  let text = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-10_000)
  })
  return () => {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    return (
      lines.find((line) => /FATAL|error while loading|No usable sandbox/i.test(line)) ??
      lines.at(-1) ??
      ''
    ).trim()
  }
}

const signals = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const

/** Run `end` when our own process ends, be it by a signal; the signal then takes its course. */
function atExit(end: () => void): () => void {
  function forget(): void {
    process.off('exit', end)
    for (const signal of signals) process.off(signal, onSignal)
  }
  function onSignal(signal: NodeJS.Signals): void {
    end()
    forget()
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
  }
  process.on('exit', end)
  for (const signal of signals) process.on(signal, onSignal)
  return forget
}
