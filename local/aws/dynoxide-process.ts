/**
 * dynoxide as a child process that does not outlive its parent: the kernel kills it with the parent where `setpriv` can arrange that. Otherwise it is
 * killed when this process exits, and at the latest by the next start, which finds its pid file.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningServer } from '#local/aws/listen-on-loopback.ts'
import { withoutFlushes } from '#local/aws/without-flushes.ts'

/** It starts in a tenth of a second, and gets long on a busy machine: without it another engine would start with an empty database. */
const UP_WITHIN_MS = 60_000
const STOPPED_WITHIN_MS = 10_000

/** Undefined when there is no binary for this machine, or it does not start. */
export async function startDynoxide({
  folder,
  host,
  port,
}: {
  folder: string | null
  /** A loopback address. */
  host: string
  port: number
}): Promise<RunningServer | undefined> {
  const binary = findBinary()
  if (binary === undefined) return undefined
  const files = folder === null ? undefined : join(folder, 'dynoxide')
  const pidFile = folder === null ? undefined : join(folder, 'dynoxide.pid')
  if (pidFile !== undefined) await endLeftover({ pidFile, binary })
  if (folder !== null && files !== undefined) moveFilesOfBefore({ from: folder, to: files })

  const dbPath = files === undefined ? [] : ['--db-path', join(files, DATABASE)]
  const serve = { command: binary, args: ['serve', '--host', host, '--port', String(port), ...dbPath] }
  const tied = canDieWithParent() ? { command: 'setpriv', args: ['--pdeathsig', 'KILL', serve.command, ...serve.args] } : serve
  const { command, args } = files === undefined ? tied : withoutFlushes(tied, files)
  // In its own process group: Ctrl-C in the terminal must not end the database before the last writes.
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  const killChild = (): void => void child.kill('SIGKILL')
  process.once('exit', killChild)

  if (!(await answers({ host, port, child }))) {
    process.off('exit', killChild)
    await end(child)
    return undefined
  }
  if (pidFile !== undefined) writeFileSync(pidFile, String(child.pid))
  return {
    endpoint: `http://${host}:${port}`,
    async stop() {
      process.off('exit', killChild)
      await end(child)
      if (pidFile !== undefined) rmSync(pidFile, { force: true })
    },
  }
}

const DATABASE = 'dynoxide.sqlite'

/** Where this version or the one before keeps them. */
export const hasDynoxideFiles = (folder: string): boolean =>
  [folder, join(folder, 'dynoxide')].some((place) => existsSync(join(place, DATABASE)))

/** The version before kept them beside the other endpoints' files. A start that breaks off between two of them is ended by the next one. */
function moveFilesOfBefore({ from, to }: { readonly from: string; readonly to: string }): void {
  mkdirSync(to, { recursive: true })
  for (const name of [`${DATABASE}-wal`, `${DATABASE}-shm`, DATABASE])
    if (existsSync(join(from, name))) renameSync(join(from, name), join(to, name))
}

function findBinary(): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve(`@dynoxide/${process.platform}-${process.arch}/package.json`)
    const binary = join(dirname(manifest), 'dynoxide')
    return existsSync(binary) ? binary : undefined
  } catch {
    return undefined
  }
}

/** `setpriv --pdeathsig` asks the kernel to kill the child when its parent ends, in whatever way. */
const canDieWithParent = (): boolean =>
  process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true'], { stdio: 'ignore' }).status === 0

/** Ends the dynoxide that a killed start left running; a pid that now belongs to another program is left alone. */
async function endLeftover({ pidFile, binary }: { pidFile: string; binary: string }): Promise<void> {
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8'))
  if (Number.isInteger(pid) && pid > 1 && commandOf(pid).includes(binary)) {
    process.kill(pid, 'SIGKILL')
    for (let waited = 0; waited < STOPPED_WITHIN_MS && commandOf(pid).includes(binary); waited += 20) await sleep(20)
  }
  rmSync(pidFile, { force: true })
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

async function answers({ host, port, child }: { host: string; port: number; child: ChildProcess }): Promise<boolean> {
  const giveUp = Date.now() + UP_WITHIN_MS
  while (Date.now() < giveUp && child.exitCode === null && child.pid !== undefined) {
    if (await accepts({ host, port })) return true
    await sleep(20)
  }
  return false
}

const accepts = (at: { host: string; port: number }): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(at)
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS)
  await gone
  clearTimeout(timer)
}
