/**
 * The desk with 100,000 open tasks, of which one team must do 5,000 on one day, at the local DynamoDB: how long the team's list takes to be made, split
 * and mailed, how long its pages take and how long an outcome takes to be saved; then with 20,000 open cases beside them how long the screen of a case
 * takes, and a clock from its ringing to its effect; and the units of it all. `npm run bench:desk`; fewer for a look:
 * `npm run bench:desk -- 10000 500 1000`. Fails when a bar does not hold.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { SendMessageCommand } from '@aws-sdk/client-sqs'
import type { Role } from '#core/staff/role.ts'
import { addDays } from '#core/time/local-date.ts'
import { dayStart } from '#core/time/zone.ts'
import { LIST_CALLS } from '#functions/queues/list-calls.ts'
import { LOOK_AT_CLOCKS, RING_CASE } from '#functions/queues/ring-case.ts'
import { startSystem } from '#local/running-system.ts'
import { signedIn } from '#test/support/signed-in.ts'
import { fillCases } from './filled-cases.ts'
import { fillDesk, TEAM, writeCampaigns } from './filled-desk.ts'
import { watchClients } from './watched-clients.ts'

const PROJECT = resolve(import.meta.dirname, '..')
/** A Wednesday. */
const TODAY = '2027-03-10'
const open = Number(process.argv[2] ?? 100_000)
const ofDay = Number(process.argv[3] ?? 5_000)
const openCases = Number(process.argv[4] ?? 20_000)
const BARS = { page: 300, outcome: 150, list: 5_000, case: 200, ring: 1_000, look: 300_000 }
const RUNS = { page: 15, outcome: 40, list: 5, ring: 20, look: 1 }

const watched = watchClients()
const folder = mkdtempSync(join(tmpdir(), 'tham-hoi-bench-'))
const campaignFolder = join(folder, 'campaigns')
writeCampaigns(join(PROJECT, 'campaigns'), campaignFolder)
const started = await startSystem({
  // On a disk 100,000 rows take longer to fill than all else.
  folder: null,
  clock: 'moved',
  startOn: TODAY,
  campaignFolder,
  templateFolder: join(PROJECT, 'templates'),
  sample: null,
  port: 0,
  by: 'the bench',
  tell: () => {},
})
if ('refused' in started) throw new Error(started.refused.join('\n'))
const system = started
const { stores, mailbox, companyRules: rules } = system.stack
const failed: string[] = []
/** Those that staff turn to all day, the second pages among them. */
const PAGES: readonly (readonly [Role, string])[] = [
  ['agent', '/calls'],
  ['lead', '/calls'],
  ['lead', '/calls?page=2'],
  ['agent', '/work'],
  ['agent', '/work?whose=mine'],
  ['agent', '/work?whose=team'],
  ['lead', '/work?whose=team&page=2'],
  ['head', '/work?due=late'],
  ['head', '/work?kind=rights'],
  ['head', '/'],
]
try {
  const began = performance.now()
  const calls = await fillDesk({ client: watched.own(), stores, rules, today: TODAY, open, ofDay })
  console.log(
    `${cpus().length} cores, ${cpus()[0]?.model.trim()}, Node ${process.version}, ${system.stack.engine}, ${new Date().toISOString().slice(0, 10)}, load ${loadavg()[0]?.toFixed(1)}`,
  )
  console.log(
    `${open} open, of them ${ofDay} for one team and day, filled in ${Math.round((performance.now() - began) / 1_000)} s`,
  )
  console.log('what | median ms | slowest ms | CPU ms | read units | write units | calls | bar')

  const making = await measured('the list made, split and mailed', {
    runs: RUNS.list,
    bar: BARS.list,
    before: forgetList,
    act: () => ordered({ kind: LIST_CALLS }),
  })
  const list = await stores.dayLists.get({ team: TEAM, date: TODAY })
  const given = list?.lines.filter(({ agent }) => agent !== null).length ?? 0
  console.log(`  ${list?.lines.length} lines, ${given} given out, ${mailbox.count() / RUNS.list} mails`)

  const waiting = calls.toReversed()
  for (const [role, path] of PAGES)
    await measured(`${path} (${role})`, { runs: RUNS.page, bar: BARS.page, act: await ask(role, () => path) })
  const screen = await measured('/work/:id (agent)', {
    runs: RUNS.page,
    bar: BARS.page,
    act: await ask('agent', () => `/work/${encodeURIComponent(waiting[0] ?? '')}`),
  })
  const cookie = await signedIn(system, 'agent')
  const outcomes: Units[] = []
  for (const disposition of ['satisfied', 'no-answer'])
    outcomes.push(
      await measured(`an outcome saved: ${disposition}`, {
        runs: RUNS.outcome,
        bar: BARS.outcome,
        act: () => saveOutcome({ workId: waiting.pop() ?? '', cookie, disposition }),
      }),
    )
  const ofTask = (which: keyof Units) =>
    making[which] / ofDay + screen[which] + outcomes.reduce((sum, each) => sum + each[which], 0) / outcomes.length
  console.log(
    `a task and day, its share of the list, its screen and its outcome: ${ofTask('read').toFixed(1)} read and ${ofTask('write').toFixed(1)} write units`,
  )
  await cases()
  console.log(`load ${loadavg()[0]?.toFixed(1)} at the end`)
  console.log(failed.length === 0 ? 'every bar holds' : `not every bar holds: ${failed.join('; ')}`)
  process.exitCode = failed.length === 0 ? 0 : 1
} finally {
  await system.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function ask(role: Role, path: () => string): Promise<() => Promise<void>> {
  const cookie = await signedIn(system, role)
  return async () => {
    const asked = path()
    const answer = await fetch(`${system.url}${asked}`, { headers: { cookie } })
    await answer.text()
    if (answer.status !== 200) throw new Error(`${asked}: ${answer.status}`)
  }
}

/** Beside 100,000 tasks: what a case costs must not grow with them. */
async function cases(): Promise<void> {
  const now = dayStart(TODAY, rules.company.zone)
  const filling = { client: watched.own(), rules, now, open: openCases, customers: ofDay * 2 }
  const ringing = [...(await fillCases({ ...filling, late: RUNS.ring + RUNS.page }))]
  const shown = ringing.slice(-RUNS.page)
  const screens: Units[] = []
  for (const role of ['agent', 'lead'] as const) {
    const waiting = [...shown]
    const act = await ask(role, () => `/work/${waiting.pop() ?? ''}`)
    screens.push(await measured(`/work/:id of a case (${role})`, { runs: RUNS.page, bar: BARS.case, act }))
  }
  const mails = mailbox.count()
  const ring = await measured('a clock rings: it goes up, who is there is told, the owner is reminded', {
    runs: RUNS.ring,
    bar: BARS.ring,
    act: () => ordered({ kind: RING_CASE, workId: ringing.shift() ?? '' }),
  })
  const again = await measured('a clock rings for a case that has nothing due', {
    runs: RUNS.page,
    bar: BARS.ring,
    act: () => ordered({ kind: RING_CASE, workId: 'case_010000' }),
  })
  console.log(`  ${(mailbox.count() - mails) / RUNS.ring} mails each`)
  const look = await measured(`the look of the night at ${openCases} open cases, and all other work`, {
    runs: RUNS.look,
    bar: BARS.look,
    act: () => ordered({ kind: LOOK_AT_CLOCKS }),
  })
  const perDay = (which: keyof Units) => (screens[0]?.[which] ?? 0) + 2 * ring[which] + 2 * again[which] + look[which] / openCases
  console.log(
    `a case and day, its screen once, two ringings that find something and two that find nothing, its share of the look: ${perDay('read').toFixed(1)} read and ${perDay('write').toFixed(1)} write units`,
  )
}

interface Units {
  readonly read: number
  readonly write: number
}

interface Measuring {
  readonly runs: number
  readonly bar: number
  /** Not counted. */
  readonly before?: () => Promise<void>
  readonly act: () => Promise<void>
}

/** The units of one time. */
async function measured(what: string, { runs, bar, before, act }: Measuring): Promise<Units> {
  const times: number[] = []
  const used = { read: 0, write: 0, calls: 0, cpu: 0 }
  for (let run = 0; run < runs; run++) {
    await before?.()
    watched.asked.length = 0
    const [from, spent] = [performance.now(), process.cpuUsage()]
    await act()
    times.push(performance.now() - from)
    const { user, system: kernel } = process.cpuUsage(spent)
    used.cpu += (user + kernel) / 1_000
    used.calls += watched.asked.length
    for (const { isRead, units } of watched.asked) used[isRead ? 'read' : 'write'] += units
  }
  const sorted = times.toSorted((a, b) => a - b)
  const median = sorted[Math.floor(runs / 2)] ?? 0
  const holds = median <= bar
  if (!holds) failed.push(what)
  const each = (sum: number) => (sum / runs).toFixed(1)
  console.log(
    [
      what,
      median.toFixed(0),
      (sorted.at(-1) ?? 0).toFixed(0),
      each(used.cpu),
      each(used.read),
      each(used.write),
      each(used.calls),
      `${bar} ms: ${holds ? 'holds' : 'DOES NOT HOLD'}`,
    ].join(' | '),
  )
  return { read: used.read / runs, write: used.write / runs }
}

/** With the marks of its mails. */
function forgetList(): Promise<void> {
  return stores.dayLists.removeBefore({ team: TEAM, date: addDays(TODAY, 1) })
}

/** By the queue, as the schedule orders it. */
async function ordered(order: { readonly kind: string; readonly workId?: string }): Promise<void> {
  const QueueUrl = system.stack.environment.ORDER_QUEUE_URL
  await system.stack.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(order) }))
  await system.stack.drain()
}

async function saveOutcome({
  workId,
  cookie,
  disposition,
}: {
  readonly workId: string
  readonly cookie: string
  readonly disposition: string
}): Promise<void> {
  const path = `/work/${encodeURIComponent(workId)}/call`
  const body = new URLSearchParams({ attempt: randomUUID(), round: '0', way: 'phone', note: 'đã gọi', disposition })
  const headers = { cookie, origin: system.url }
  const answer = await fetch(`${system.url}${path}`, { method: 'POST', headers, body, redirect: 'manual' })
  await answer.text()
  if (answer.status !== 303) throw new Error(`${path}: ${answer.status}`)
}
