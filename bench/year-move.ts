/**
 * How long the operator waits while the sample company's clock moves: over the 42 days around Tết 2027, and over the whole of 2027. Each begins with a
 * new state on disk; the sample customers answer, and the sample agents ring. The figures of the report are made after the clock has come to rest, and are
 * told apart. `npm run bench:year`, or only one of them: `npm run bench:year -- tet`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { LocalDate } from '#core/time/local-date.ts'
import { dayStart } from '#core/time/zone.ts'
import { type RunningSystem, startSystem } from '#local/running-system.ts'

const PROJECT = resolve(import.meta.dirname, '..')
const BAR_SECONDS = 240
/** The page of the clock asks about as often whether it has arrived. */
const LOOK_MS = 200

/** The year is measured quarter by quarter. */
const PARTS: Readonly<Record<string, { readonly from: LocalDate; readonly stops: readonly LocalDate[] }>> = {
  tet: { from: '2027-01-16', stops: ['2027-02-27'] },
  year: { from: '2027-01-01', stops: ['2027-04-01', '2027-07-01', '2027-10-01', '2028-01-01'] },
}

/** USER_HZ of proc(5). */
const TICKS_A_SECOND = 100

interface Reading {
  readonly wall: number
  readonly ours: number
  readonly database: number
}

/** CPU seconds of the database, which is a process of its own; 0 where the machine has no /proc. */
function databaseSeconds(folder: string): number {
  try {
    const stat = readFileSync(`/proc/${readFileSync(join(folder, 'dynoxide.pid'), 'utf8')}/stat`, 'utf8')
    // utime and stime are the 14th and 15th field of proc(5); the second, the name in brackets, may hold spaces.
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
    return (Number(user) + Number(system)) / TICKS_A_SECOND
  } catch {
    return 0
  }
}

function read(folder: string): Reading {
  const { user, system } = process.cpuUsage()
  return { wall: performance.now() / 1e3, ours: (user + system) / 1e6, database: databaseSeconds(folder) }
}

async function start(folder: string, startOn: LocalDate): Promise<RunningSystem> {
  const started = await startSystem({
    folder,
    clock: 'moved',
    startOn,
    campaignFolder: join(PROJECT, 'campaigns'),
    templateFolder: join(PROJECT, 'templates'),
    sample: {
      customers: join(PROJECT, 'campaigns/sample/customers.csv'),
      purchases: join(PROJECT, 'campaigns/sample/purchases.csv'),
      purchasesToCome: join(PROJECT, 'campaigns/sample/purchases-to-come.csv'),
    },
    listeners: true,
    agents: true,
    port: 0,
    by: 'bench',
    tell: () => {},
  })
  if ('refused' in started) throw new Error(started.refused.join('\n'))
  return started
}

async function move(system: RunningSystem, to: LocalDate): Promise<number> {
  system.moves?.to(dayStart(to, system.companyRules.company.zone))
  while (system.moves?.latest()?.state === 'running') await setTimeout(LOOK_MS)
  const move = system.moves?.latest()
  if (move?.state !== 'arrived') throw new Error(`the move to ${to} ended as ${move?.state}: ${move?.because}`)
  return move.steps
}

/** The seconds of the moves, without those of the start. */
async function measure(name: string): Promise<number> {
  const part = PARTS[name]
  if (!part) throw new Error(`no part ${name}: there are ${Object.keys(PARTS).join(', ')}`)
  const folder = mkdtempSync(join(tmpdir(), 'tham-hoi-year-'))
  const row = (what: string, before: Reading, counts: readonly number[]) => {
    const { wall, ours, database } = read(folder)
    const seconds = [wall - before.wall, ours - before.ours, database - before.database]
    console.log([what, ...seconds.map((each) => each.toFixed(1)), ...counts].join(' | '))
    return seconds[0] ?? 0
  }
  let before = read(folder)
  const system = await start(folder, part.from)
  row(`${name}: start`, before, [0, system.stack.mailbox.count()])
  let total = 0
  try {
    for (const to of part.stops) {
      const mails = system.stack.mailbox.count()
      before = read(folder)
      const steps = await move(system, to)
      total += row(`${name}: to ${to}`, before, [steps, system.stack.mailbox.count() - mails])
      before = read(folder)
      await system.moves?.idle()
      row(`${name}: figures after it`, before, [0, 0])
    }
  } finally {
    await system.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return total
}

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(PARTS)
console.log(
  `${cpus().length} cores, ${cpus()[0]?.model.trim()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, load ${loadavg()[0]?.toFixed(1)}`,
)
console.log('part | seconds | CPU s | CPU s of the database | steps | mails')
for (const name of wanted) {
  const seconds = await measure(name)
  console.log(name === 'year' ? `bar for a year: ${BAR_SECONDS} s; ${seconds.toFixed(0)} s` : `${name}: ${seconds.toFixed(0)} s`)
}
