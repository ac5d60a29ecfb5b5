/**
 * How long each page for staff takes at the local DynamoDB, how much CPU of this process, and how many read units it costs, for a company with a year behind
 * it. The CPU is that of the pages, the asking and the clients: on a machine with other work it says more than the milliseconds.
 * `npm run bench:staff`, or with another number of customers `npm run bench:staff -- 100000`. A second number is of customers of whom there are only keys
 * (filled-keys.ts), `npm run bench:staff -- 10000 1000000`: then what counts are the units, and that no page scans.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ROLES, type Role } from '#core/staff/role.ts'
import { addDays } from '#core/time/local-date.ts'
import { startSystem } from '#local/running-system.ts'
import { localStaffPages } from '#local/sections/local-server.ts'
import { routesOf } from '#test/functions/staff/walked-routes.ts'
import { signedIn } from '#test/support/signed-in.ts'
import { type FilledBudgets, fillBudgets } from './filled-budgets.ts'
import { fillCompany } from './filled-company.ts'
import { fillKeys } from './filled-keys.ts'
import { idOf } from './filled-parts.ts'
import { type FilledRehearsals, fillRehearsals } from './filled-rehearsals.ts'
import { measuredPaths } from './staff-paths.ts'
import { watchClients } from './watched-clients.ts'

const PROJECT = resolve(import.meta.dirname, '..')
const TODAY = '2027-12-31'
const BAR_MS = 100
const customers = Number(process.argv[2] ?? 10_000)
const keys = Number(process.argv[3] ?? 0)
const RUNS = keys > 0 ? 3 : 15

/** A page of the list of all customers, far from its beginning. */
const IN_THE_MIDDLE = encodeURIComponent('mai !tran thi mai #KH0000001')

const watched = watchClients()
const { asked } = watched

const folder = mkdtempSync(join(tmpdir(), 'tham-hoi-bench-'))
const system = await startSystem({
  // On a disk a million rows take longer than all else.
  folder: keys > 0 ? null : folder,
  clock: 'moved',
  startOn: TODAY,
  campaignFolder: join(PROJECT, 'campaigns'),
  templateFolder: join(PROJECT, 'templates'),
  sample: null,
  port: 0,
  by: 'the bench',
  tell: () => {},
})
if ('refused' in system) throw new Error(system.refused.join('\n'))
try {
  const began = performance.now()
  const everybody = customers + keys
  const someone = idOf(Math.ceil(customers / 2))
  const filled = await fillCompany(system.stack.stores, { customers, everybody, today: TODAY, someone })
  const { budgets, ...budgetIds } = await fillBudgets(system.stack.stores, TODAY)
  const { rehearsals, ...rehearsalIds } = await fillRehearsals(system.stack.rehearsalBook, { customers, today: TODAY })
  await fillKeys(watched.own(), { first: customers + 1, last: everybody })
  console.log(
    `${cpus().length} cores, ${cpus()[0]?.model.trim()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, load ${loadavg()[0]?.toFixed(1)}`,
  )
  console.log(
    `${Object.entries({ ...filled, budgets, rehearsals })
      .map(([what, count]) => `${count} ${what}`)
      .join(', ')}, ${keys} customers more by their keys, filled in ${Math.round((performance.now() - began) / 1_000)} s`,
  )
  console.log('page | median ms | slowest ms | CPU ms | read units | calls')
  const cookies = new Map<Role, string>()
  for (const role of ROLES) cookies.set(role, await signedIn(system, role))
  const slow: string[] = []
  for (const { path, role } of measuredPaths(routesOf(localStaffPages(system)), asking({ ...budgetIds, ...rehearsalIds }))) {
    const cookie = cookies.get(role) ?? ''
    const times: number[] = []
    const before = process.cpuUsage()
    for (let run = 0; run < RUNS; run++) {
      asked.length = 0
      const from = performance.now()
      const answer = await fetch(`${system.url}${path}`, { headers: { cookie } })
      await answer.text()
      times.push(performance.now() - from)
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
    }
    const { user, system: kernel } = process.cpuUsage(before)
    const sorted = times.toSorted((a, b) => a - b)
    const median = sorted[Math.floor(RUNS / 2)] ?? 0
    const scans = asked.filter(({ command }) => command === 'ScanCommand').length
    const units = asked.reduce((sum, one) => sum + one.units, 0)
    if ((keys === 0 && median > BAR_MS) || scans > 0) slow.push(path)
    console.log(
      [
        path,
        median.toFixed(0),
        (sorted.at(-1) ?? 0).toFixed(0),
        ((user + kernel) / 1_000 / RUNS).toFixed(0),
        units.toFixed(1),
        `${asked.length}${scans > 0 ? `, ${scans} SCANS` : ''}`,
      ].join(' | '),
    )
  }
  const bar = keys === 0 ? `within ${BAR_MS} ms and ` : ''
  console.log(slow.length === 0 ? `every page ${bar}without a scan` : `not every page ${bar}without a scan: ${slow.join(' ')}`)
  process.exitCode = slow.length === 0 ? 0 : 1
} finally {
  await system.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** The customer with the longest story, an ordinary one, occurrences for all and for a few, open and closed. */
function asking({
  budgetId,
  line,
  added,
  rehearsalId,
  before,
  date,
}: Omit<FilledBudgets & FilledRehearsals, 'budgets' | 'rehearsals'>): Parameters<typeof measuredPaths>[1] {
  const someone = idOf(Math.ceil(customers / 2))
  const month = TODAY.slice(0, 7)
  return {
    ids: {
      campaigns: 'birthday-gift',
      occurrences: `birthday-gift_${addDays(TODAY, -1)}`,
      customers: someone,
      customer: idOf(2),
      work: `low-score_csat-after-delivery_${TODAY}_${idOf(1)}`,
      language: 'vi',
      figure: 'csat',
      bought: 'retention-90',
      group: 'did',
      budgets: budgetId,
      line,
      '/budgets/:id/lines/:line/remove line': added,
      of: '#other',
      rehearsals: rehearsalId,
      date,
    },
    also: {
      '/campaigns/:id': ['/campaigns/tet-greeting', '/campaigns/company-anniversary', '/campaigns/csat-after-delivery'],
      '/campaigns/:id/pause': ['/campaigns/company-anniversary/pause'],
      '/occurrences': [`/occurrences?month=${month}`, '/occurrences?campaign=birthday-gift'],
      '/occurrences/:id': [
        `/occurrences/company-anniversary_${TODAY}`,
        `/occurrences/company-anniversary_${TODAY}?q=nguyen`,
        `/occurrences/company-anniversary_${TODAY}?q=${someone}`,
        `/occurrences/csat-after-delivery_${TODAY}`,
        `/occurrences/csi-yearly_${addDays(TODAY, -20)}`,
        `/occurrences/csi-yearly_${addDays(TODAY, -20)}?answers=40`,
      ],
      '/customers': [`/customers?after=${IN_THE_MIDDLE}`, '/customers?q=nguyen', `/customers?q=${someone}`],
      '/customers/:id': [`/customers/${someone}?page=9`, `/customers/${idOf(3)}`],
      '/listening': ['/listening?show=complaints', '/listening?show=unmatched'],
      '/work': [`/work?show=closed&month=${month}`, '/work?show=closed&month=2027-06'],
      '/rehearsals/:id/against': [`/rehearsals/${rehearsalId}/against?before=${before}`],
      '/rehearsals/:id/days/:date/people': [`/rehearsals/${rehearsalId}/days/${date}/people?page=9`],
      '/log': ['/log?month=2027-06'],
    },
  }
}
