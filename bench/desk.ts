/**
 * The desk with 100,000 open tasks, of which one team must do 5,000 on one day, at the local DynamoDB: how long the team's list takes to be made, split
 * and mailed, how long its pages take and how long an outcome takes to be saved, and the units of it all. `npm run bench:desk`; fewer for a look:
 * `npm run bench:desk -- 10000 500`. Fails when a bar does not hold.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { SendMessageCommand } from '@aws-sdk/client-sqs'
import type { Role } from '#core/staff/role.ts'
import { addDays } from '#core/time/local-date.ts'
import { LIST_CALLS } from '#functions/queues/list-calls.ts'
import { startSystem } from '#local/running-system.ts'
import { signedIn } from '#test/support/signed-in.ts'
import { fillDesk, TEAM, writeCampaigns } from './filled-desk.ts'
import { watchClients } from './watched-clients.ts'

const PROJECT = resolve(import.meta.dirname, '..')
/** A Wednesday. */
const TODAY = '2027-03-10'
const open = Number(process.argv[2] ?? 100_000)
const ofDay = Number(process.argv[3] ?? 5_000)
const BARS = { page: 300, outcome: 150, list: 5_000 }
const RUNS = { page: 15, outcome: 40, list: 5 }

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
    act: makeList,
  })
  const list = await stores.dayLists.get({ team: TEAM, date: TODAY })
  const given = list?.lines.filter(({ agent }) => agent !== null).length ?? 0
  console.log(`  ${list?.lines.length} lines, ${given} given out, ${mailbox.count() / RUNS.list} mails`)

  const waiting = calls.toReversed()
  const ask = async (role: Role, path: () => string) => {
    const cookie = await signedIn(system, role)
    return async () => {
      const answer = await fetch(`${system.url}${path()}`, { headers: { cookie } })
      await answer.text()
      if (answer.status !== 200) throw new Error(`${path()}: ${answer.status}`)
    }
  }
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
  console.log(`load ${loadavg()[0]?.toFixed(1)} at the end`)
  console.log(failed.length === 0 ? 'every bar holds' : `not every bar holds: ${failed.join('; ')}`)
  process.exitCode = failed.length === 0 ? 0 : 1
} finally {
  await system.stop()
  rmSync(folder, { recursive: true, force: true })
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
async function makeList(): Promise<void> {
  const QueueUrl = system.stack.environment.ORDER_QUEUE_URL
  await system.stack.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify({ kind: LIST_CALLS }) }))
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
