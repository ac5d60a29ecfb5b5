/**
 * Runs a TypeScript entry under the Node version that the project pins, installing what is missing first. Plain JavaScript, because it must
 * run under whatever Node (20 or later) the machine has.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')
const PINNED = join(ROOT, 'node_modules', 'node', 'bin', 'node')
const RUNS_TYPESCRIPT = 24

/** npm writes this file at the very end of an installation, so an interrupted one is never taken for complete. */
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json')
const WANTED = join(ROOT, 'package-lock.json')

function ensureInstalled() {
  if (existsSync(INSTALLED) && statSync(INSTALLED).mtimeMs >= statSync(WANTED).mtimeMs) return
  console.error('Installing packages, about half a minute the first time …')
  // Not `npm ci`: it refuses a lock file that was written where packages for other platforms cannot be had. Versions come from the lock file all the same.
  const { status } = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error('npm install failed; see above. Nothing was started.')
    process.exit(1)
  }
}

function pinnedNode() {
  if (existsSync(PINNED)) return PINNED
  if (Number(process.versions.node.split('.')[0]) >= RUNS_TYPESCRIPT) return process.execPath
  console.error(
    `Node ${process.versions.node} cannot run this project and the pinned Node 24 is not installed; run: npm rebuild node`,
  )
  process.exit(1)
}

/** Becomes the entry: same terminal, same signals, same exit code. */
export function runPinned(entry, args) {
  ensureInstalled()
  const child = spawn(pinnedNode(), ['--disable-warning=ExperimentalWarning', join(ROOT, entry), ...args], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(error.message)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(signal ? 130 : (code ?? 1)))
}
