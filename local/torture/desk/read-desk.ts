/** Reads the evidence of the desk at the end: every row of work, every list that is kept, and the equations. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { z } from 'zod'
import { drawDeskBalance } from '#app/desk/draw-desk-balance.ts'
import type { DayLists } from '#app/ports/day-lists.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { ringsToCome } from '#core/work/case/case-rings.ts'
import { type WorkItem, WorkItemSchema } from '#core/work/work-item.ts'
import type { Mailbox } from '#local/aws/ses/mailbox.ts'
import { LOCAL_TABLES } from '#local/stack/environment.ts'
import { isClockMail } from '#local/torture/desk/clock-mail-subjects.ts'
import type { ClockMailFacts, DeskEvidence, DrawnEquation, ListFacts, TaskFacts } from '#local/torture/desk/desk-evidence.ts'
import { scanRows } from '#local/torture/scan-rows.ts'

const PointSchema = z.object({ clock: z.string(), since: z.string(), percent: z.int() })
const PersonSchema = z.object({ address: z.string() })

const Stored = z.object({
  workId: z.string(),
  customerId: z.string().nullable(),
  subject: z.object({ is: z.string(), occurrenceId: z.string().nullish() }),
  events: z.array(
    z.object({
      is: z.string(),
      at: z.string(),
      attemptId: z.string().optional(),
      disposition: z.string().optional(),
      callBackAt: z.string().nullish(),
      as: z.string().optional(),
      clocks: z.array(PointSchema).optional(),
      clock: PointSchema.optional(),
      since: z.string().optional(),
      news: z.object({ questionId: z.string().optional(), compensationId: z.string().optional() }).optional(),
      to: z.unknown().optional(),
      others: z.array(PersonSchema).optional(),
      turn: z.number().optional(),
    }),
  ),
})

type StoredEvent = z.infer<typeof Stored>['events'][number]

/** What rang, by the names that two events would share if it rang twice. */
function factsOf({ clocks, clock, since, news, to, others = [], turn = 0, ...event }: StoredEvent): TaskFacts['events'][number] {
  const pointed = (what: string, point: z.infer<typeof PointSchema>) => `${what} ${point.clock} ${point.since} ${point.percent}`
  const person = PersonSchema.safeParse(to)
  const told = [...(person.success ? [person.data] : []), ...others].map(({ address }) => address)
  switch (event.is) {
    case 'reminded':
      return { ...event, rings: (clocks ?? []).map((point) => pointed('remind', point)), told }
    case 'escalated':
      return { ...event, rings: clock ? [pointed('up', clock)] : [] }
    case 'alerted':
      return { ...event, rings: [`told ${since} ${told.join()}`], told }
    case 'told-news':
      return { ...event, rings: [`news ${news?.questionId ?? news?.compensationId} ${turn}`], told }
    default:
      return event
  }
}

/** Longer than a message may be hidden, come again and be late. */
const SURELY_RUNG_MS = 6 * HOUR_MS

interface Asked {
  readonly companyRules: CompanyRules
  readonly now: Instant
}

/** By the product's own reckoning of when it rings, which properties check. */
const overdue = (item: WorkItem, { companyRules, now }: Asked): readonly string[] =>
  item.kind === 'case'
    ? ringsToCome(item, companyRules).flatMap((ring) =>
        ring.at <= plusMs(now, -SURELY_RUNG_MS) ? [`${ring.is} ${ring.at}`] : [],
      )
    : []

export function readClockMails(mailbox: Mailbox): readonly ClockMailFacts[] {
  const mails: ClockMailFacts[] = []
  for (let after: string | undefined; ; ) {
    const { messages, next } = mailbox.list({ limit: 200, ...(after && { after }) })
    for (const { to, subject, text } of messages)
      if (isClockMail(subject)) mails.push({ to: to.join(' '), subject, text: text ?? '' })
    if (next === null) return mails
    after = next
  }
}

async function readTasks(client: DynamoDBClient, asked: Asked): Promise<readonly TaskFacts[]> {
  const tasks: TaskFacts[] = []
  for await (const row of scanRows(client, LOCAL_TABLES.work)) {
    if (typeof row.item !== 'string') continue
    const item = JSON.parse(row.item)
    // A row of the version before, which is no call.
    if (item.events === undefined) continue
    const { subject, events, ...task } = Stored.parse(item)
    const notRung = item.kind === 'case' ? overdue(WorkItemSchema.parse(item), asked) : []
    tasks.push({
      ...task,
      events: events.map(factsOf),
      notRung,
      subject: subject.is,
      occurrenceId: subject.occurrenceId ?? null,
    })
  }
  return tasks
}

async function readLists(dayLists: Pick<DayLists, 'all'>): Promise<readonly ListFacts[]> {
  const lists: ListFacts[] = []
  for await (const { date, lines } of dayLists.all())
    lists.push({
      date,
      lines: lines.map(({ workIds, customerIds, why }) => ({ workIds, customerIds, why: why.map(({ is }) => is) })),
    })
  return lists
}

interface Reading extends Asked {
  readonly client: DynamoDBClient
  readonly mailbox: Mailbox
  readonly stores: {
    readonly dayLists: Pick<DayLists, 'all'>
    readonly occurrences: OccurrenceStore
    readonly work: Pick<WorkStore, 'getMany'>
  }
  /** Of the campaigns of calls. */
  readonly occurrenceIds: readonly string[]
}

export async function readDesk({
  client,
  mailbox,
  stores,
  occurrenceIds,
  ...asked
}: Reading): Promise<Omit<DeskEvidence, 'log' | 'mismatchesRung' | 'isOver' | 'cases'>> {
  const equations: DrawnEquation[] = []
  for (const occurrenceId of occurrenceIds) equations.push({ occurrenceId, ...(await drawDeskBalance(stores, occurrenceId)) })
  return {
    tasks: await readTasks(client, asked),
    clockMails: readClockMails(mailbox),
    lists: await readLists(stores.dayLists),
    equations,
  }
}
