/** A desk with much to do, written straight into the tables: what one team must do on one day, and far more that is not theirs or not for that day. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { rowOf } from '#adapters/dynamo/work-rows.ts'
import { putRows } from '#adapters/dynamo/write-rows.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import type { CallTask, WorkItem } from '#core/work/work-item.ts'
import type { StaffStores } from '#functions/staff/staff-system.ts'
import { chance } from '#local/sample-company/chance.ts'
import { vietnameseName } from '#local/sample-company/vietnamese-names.ts'
import { LOCAL_TABLES } from '#local/stack/environment.ts'
import { aCustomer } from '#test/support/builders.ts'
import { assignedTo, openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'
import { eachAtOnce, idOf, inParts } from './filled-parts.ts'

export const TEAM = 'Chăm sóc khách hàng'
/** Takes what no team has, and begins too late for the bench to make its list. */
const SHOP = 'Cửa hàng'
const AGENTS = 25
const CALLS_A_DAY = 200
const SEED = 20_270_310
const ROWS_AT_ONCE = 1_000

export const agentOf = (number: number): string => `agent${String(number % AGENTS).padStart(2, '0')}@example.com`

/** The project's campaigns with a roster in which one team can ring 5,000 people on a day. */
export function writeCampaigns(from: string, folder: string): void {
  cpSync(from, folder, { recursive: true })
  const file = join(folder, 'staff.json')
  const { people, teams } = JSON.parse(readFileSync(file, 'utf8'))
  const agents = Array.from({ length: AGENTS }, (_, at) => ({
    name: `Nguyễn Thị Số ${at}`,
    address: agentOf(at),
    team: TEAM,
    role: 'agent',
  }))
  const others = people
    .filter(({ role }: { role: string }) => role !== 'agent')
    .map((person: { role: string }) => (['lead', 'head'].includes(person.role) ? { ...person, callsADay: 0 } : person))
  const shop = { name: 'Trần Thị Vy', address: 'vy@example.com', team: SHOP, role: 'agent' }
  const [care] = teams
  const roster = {
    people: [...agents, ...others, shop],
    teams: [
      { name: TEAM, week: care.week, startOfDay: '00:00', callsADay: CALLS_A_DAY },
      { name: SHOP, startOfDay: '23:30', takesUnassigned: true },
    ],
  }
  writeFileSync(file, JSON.stringify(roster))
}

interface Desk {
  readonly client: DynamoDBClient
  readonly stores: Pick<StaffStores, 'customers'>
  readonly rules: CompanyRules
  readonly today: LocalDate
  /** Open tasks, all of them. */
  readonly open: number
  /** Of these, the team's that are due by the end of the day. */
  readonly ofDay: number
}

/** The ids of the calls of the day. */
export async function fillDesk({ client, stores, rules, today, open, ofDay }: Desk): Promise<readonly string[]> {
  const luck = chance(SEED)
  const people = Array.from({ length: ofDay * 2 }, (_, at) => {
    const gender = luck.happens(58) ? 'female' : 'male'
    const phone = `+8490${String(at + 1).padStart(7, '0')}`
    return aCustomer({ customerId: idOf(at + 1), ...vietnameseName(gender, luck), gender, phone })
  })
  await eachAtOnce(inParts(people, 25), (part) => stores.customers.put(part))
  const customerOf = (number: number) => idOf((number % people.length) + 1)
  const ofTeam = Array.from({ length: ofDay }, (_, at) => itemOfDay(at, { customerId: customerOf(at), today, rules }))
  const others = Array.from({ length: open - ofDay }, (_, at) =>
    otherItem(at, { customerId: customerOf(at), today, rules, later: ofDay }),
  )
  const table = { client, tableName: LOCAL_TABLES.work }
  for (const part of inParts([...ofTeam, ...others], ROWS_AT_ONCE)) await putRows(table, part.map(rowOf))
  return ofTeam.filter(({ kind }) => kind === 'call-task').map(({ workId }) => workId)
}

interface Filling {
  readonly customerId: string
  readonly today: LocalDate
  readonly rules: CompanyRules
}

/** Of ten: one complaint, three check-ins, six low scores; every fifth call was tried before, and every fourth has an owner. */
function itemOfDay(at: number, { customerId, today, rules }: Filling): WorkItem {
  const workId = `desk_${String(at).padStart(6, '0')}_${customerId}`
  const before = addDays(today, -1)
  const opened = openedAt(`${before}T0${at % 8}:${String(at % 60).padStart(2, '0')}:00.000Z`)
  const to =
    at % 4 === 0
      ? ({ is: 'person', address: agentOf(at), name: `Nguyễn Thị Số ${at % AGENTS}`, team: TEAM } as const)
      : ({ is: 'team', team: TEAM } as const)
  const handed = assignedTo(to, opened.at)
  if (at % 10 === 0) return dated(storedCase({ workId, customerId, events: [opened, handed] }), rules)
  const tried = at % 5 === 1 ? [attemptOn(addDays(today, -1))] : []
  return call(at, { workId, customerId, today, rules, events: [opened, handed, ...tried], lastDay: addDays(today, 10) })
}

/** As many of the team that are due later, a tenth of the rest without a team, and the others of eight teams, most of which the roster does not name. */
function otherItem(at: number, { customerId, today, rules, later }: Filling & { readonly later: number }): WorkItem {
  const workId = `other_${String(at).padStart(6, '0')}_${customerId}`
  const opened = openedAt(`${addDays(today, -1)}T0${at % 8}:${String(at % 60).padStart(2, '0')}:00.000Z`)
  if (at < later) {
    const events = [openedAt(`${addDays(today, 2)}T02:00:00.000Z`), assignedTo({ is: 'team', team: TEAM })]
    return dated(storedWork({ workId, customerId, events: events as CallTask['events'] }), rules)
  }
  const team = at % 8 === 0 ? SHOP : `Nhóm ${at % 8}`
  const events = at % 10 === 0 ? [opened] : [opened, assignedTo({ is: 'team', team }, opened.at)]
  return call(at, { workId, customerId, today, rules, events, lastDay: addDays(today, 10) })
}

interface Calling extends Filling {
  readonly workId: string
  readonly events: readonly WorkEvent[]
  readonly lastDay: LocalDate
}

function call(at: number, { workId, customerId, today, rules, events, lastDay }: Calling): CallTask {
  const subject: CallTask['subject'] =
    at % 10 < 4
      ? {
          is: 'check-in',
          campaignId: 'check-in-call',
          occurrenceId: `check-in-call_${today}`,
          occasionKey: workId,
          contentClass: 'care',
          script: 'check-in',
          attempts: 3,
          callBy: `${today}T10:00:00.000Z`,
          lastDay,
          replyId: null,
        }
      : {
          is: 'low-score',
          campaignId: 'csat-after-delivery',
          occurrenceId: `csat-after-delivery_${today}`,
          score: 2,
          replyId: null,
        }
  return dated(storedWork({ workId, customerId, subject, events: events as CallTask['events'] }), rules)
}

const attemptOn = (date: LocalDate): WorkEvent => ({
  is: 'attempted',
  attemptId: `before-${date}`,
  at: `${date}T07:30:00.000Z`,
  by: { is: 'staff', name: 'Nguyễn Thị Số 1', address: agentOf(1) },
  disposition: 'no-answer',
  way: 'phone',
  note: 'Đổ chuông, không ai nghe máy.',
  callBackAt: null,
})

const dated = <Item extends WorkItem>(item: Item, rules: CompanyRules): Item => ({
  ...item,
  dueAt: deadlinesOf(item, rules).begin,
})
