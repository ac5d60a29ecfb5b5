/** The state folder of a local system: which process uses it, which clock its days were made with, and how to delete it. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { ENVIRONMENT_FILE, STATE_FOLDER } from '#local/stack/environment.ts'

export type ClockKind = 'moved' | 'real'

const StateSchema = z.object({
  clock: z.enum(['moved', 'real']),
  /** loading: the import was interrupted, and starts again. */
  sample: z.enum(['none', 'loading', 'loaded']),
})
export type State = Readonly<z.infer<typeof StateSchema>>

const STATE_FILE = 'state.json'
const RUNNING_FILE = 'running.pid'
const ENVIRONMENT = basename(ENVIRONMENT_FILE)

/**
 * The folder holds customers' data: only its owner may read it. New files of this process and its children get the owner's mode, and files that an
 * earlier version left open to other accounts are closed. Where files have no such modes (Windows), the account's own folder is the protection.
 */
export function keepToOwner(folder: string): void {
  process.umask(0o077)
  mkdirSync(folder, { recursive: true })
  // Files that are not ours keep their modes.
  if (!isOurs(folder)) return
  closeToOthers(folder)
}

/** A system that runs there makes files and takes them away meanwhile, such as those of facts that it has not finished. */
function closeToOthers(folder: string): void {
  unlessGone(() => chmodSync(folder, 0o700))
  for (const entry of unlessGone(() => readdirSync(folder, { withFileTypes: true })) ?? []) {
    const path = join(folder, entry.name)
    if (entry.isFile()) unlessGone(() => chmodSync(path, 0o600))
    else if (entry.isDirectory()) closeToOthers(path)
  }
}

function unlessGone<Answer>(act: () => Answer): Answer | undefined {
  try {
    return act()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Undefined for a folder in which no system has run yet. */
export function readState(folder: string): State | undefined {
  const file = join(folder, STATE_FILE)
  return existsSync(file) ? StateSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
}

export function writeState(folder: string, state: State): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, STATE_FILE), `${JSON.stringify(state)}\n`)
}

/** Deletes the state. Refused for a folder that is not a state folder: it may hold another program's files. */
export function forgetState(folder: string): 'forgotten' | 'nothing-there' | 'not-ours' {
  if (!existsSync(folder)) return 'nothing-there'
  if (!isOurs(folder)) return 'not-ours'
  rmSync(folder, { recursive: true, force: true })
  return 'forgotten'
}

/** A start claims a new folder before it asks. */
const isOurs = (folder: string): boolean =>
  folder.endsWith(STATE_FOLDER) ||
  existsSync(join(folder, STATE_FILE)) ||
  readdirSync(folder).every((name) => name === RUNNING_FILE)

/** The address of the running system’s staff app, or null while it is still starting. */
export interface OtherSystem {
  readonly pid: number
  readonly staffApp: string | null
}

/**
 * Makes this process the folder's only user until `release`. A killed process's claim is recognised by its pid, which is gone or belongs to another
 * program.
 */
export function claimFolder(folder: string): { readonly release: () => void } | { readonly usedBy: OtherSystem } {
  keepToOwner(folder)
  const file = join(folder, RUNNING_FILE)
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      return { release: () => rmSync(file, { force: true }) }
    } catch (error) {
      if (!existsSync(file)) {
        if (attempt === 2) throw error
        continue
      }
    }
    const pid = Number(readFileSync(file, 'utf8'))
    if (pid !== process.pid && isStart(pid)) return { usedBy: { pid, staffApp: staffAppIn(folder) } }
    rmSync(file, { force: true })
    forgetEnvironment(folder)
  }
  throw new Error(`${file} keeps appearing: another start is under way`)
}

const EnvironmentSchema = z.record(z.string(), z.string())

function staffAppIn(folder: string): string | null {
  const file = join(folder, ENVIRONMENT)
  return existsSync(file) ? (EnvironmentSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).STAFF_APP ?? null) : null
}

export const leaveEnvironment = (folder: string, environment: Readonly<Record<string, string>>): void =>
  writeFileSync(join(folder, ENVIRONMENT), `${JSON.stringify(environment, null, 2)}\n`)

export const forgetEnvironment = (folder: string): void => rmSync(join(folder, ENVIRONMENT), { force: true })

/** Whether the pid is alive and, as far as the machine shows it, a start of this system: another program may have the same number. */
function isStart(pid: number): boolean {
  if (!Number.isInteger(pid) || pid < 2) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  const command = `/proc/${pid}/cmdline`
  return !existsSync(command) || readFileSync(command, 'utf8').includes('local/start.ts')
}
