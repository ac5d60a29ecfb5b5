/**
 * Personal data whose time is over, deleted day by day: raw mails, people's own words, who was contacted when, closed work. Scores,
 * balances and money stay: they name nobody. Looks back over a month every night, and the whole way on Sundays: nights on which it did not run
 * are made up for, and so are the days before a time was shortened.
 */
import { eachBounded } from '#app/each-bounded.ts'
import type { Events } from '#app/events.ts'
import type { RawMails, ReplyStore, ResponseStore, WorkStore } from '#app/listening-ports.ts'
import type { OccurrenceStore, TouchStore } from '#app/ports.ts'
import type { Company } from '#core/campaign/company.ts'
import { PARTITIONS } from '#core/customer/stable-hash.ts'
import type { SurveyResponse } from '#core/survey/response.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, datesFrom, type LocalDate, weekdayOf } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

export interface PurgePorts {
  readonly responses: ResponseStore
  readonly replies: ReplyStore
  readonly rawMails: RawMails
  readonly occurrences: OccurrenceStore
  readonly touches: TouchStore
  readonly work: WorkStore
  readonly company: Company
  readonly events: Events
}

const LOOK_BACK_DAYS = 31
/** Longer than anything is kept unless a company asks for more; a day without data costs one small read. */
const WHOLE_WAY_DAYS = 1_500
const SUNDAY = 7
const DAYS_AT_ONCE = 16
const EVERYONE = { first: 0, last: PARTITIONS - 1 }

export interface Purged {
  readonly rawMails: number
  readonly verbatims: number
  readonly replies: number
  readonly contacts: number
  readonly work: number
}

export async function purgeExpired(ports: PurgePorts, now: Instant): Promise<Purged> {
  const { retention, zone } = ports.company
  const today = localDateAt(now, zone)
  const lookBack = weekdayOf(today) === SUNDAY ? WHOLE_WAY_DAYS : LOOK_BACK_DAYS
  /** The days that fell out of a class's time. */
  const over = (days: number) => [...datesFrom(addDays(today, -days - lookBack), addDays(today, -days - 1))]
  const purged: Purged = {
    rawMails: await purgeRawMails(ports, over(retention.rawMails)),
    verbatims: await purgeVerbatims(ports, over(retention.verbatims)),
    replies: await purgeReplies(ports, over(retention.verbatims)),
    contacts: await purgeContacts(ports, over(retention.contacts)),
    work: await purgeWork(ports, over(retention.work)),
  }
  ports.events.purged({ ...purged })
  return purged
}

/** How much was deleted on all of the days. */
async function onEach(days: readonly LocalDate[], purge: (day: LocalDate) => Promise<number>): Promise<number> {
  let count = 0
  await eachBounded(days, {
    limit: DAYS_AT_ONCE,
    act: async (day) => {
      const purged = await purge(day)
      count += purged
    },
  })
  return count
}

const purgeRawMails = ({ replies, rawMails }: PurgePorts, days: readonly LocalDate[]): Promise<number> =>
  onEach(days, async (day) => {
    let count = 0
    for await (const page of replies.receivedOn(day)) {
      for (const { rawKey } of page) {
        if (!(await rawMails.exists(rawKey))) continue
        await rawMails.remove(rawKey)
        count++
      }
    }
    return count
  })

/** The score stays, the words go. */
const purgeVerbatims = ({ responses }: PurgePorts, days: readonly LocalDate[]): Promise<number> =>
  onEach(days, async (day) => {
    let count = 0
    for await (const page of responses.answeredOn(day)) {
      for (const response of page) {
        if (!hasWords(response)) continue
        // Lost when it is being answered anew: then it is younger than it looked, and tomorrow decides.
        if ((await responses.put(withoutWords(response))) === 'written') count++
      }
    }
    return count
  })

const hasWords = ({ answers }: SurveyResponse) =>
  answers.some(({ why, followUps }) => why !== null || Object.values(followUps).some((given) => typeof given === 'string'))

/** Chosen ids are ours, not the person's words: they stay. */
const withoutWords = (response: SurveyResponse): SurveyResponse => ({
  ...response,
  answers: response.answers.map((answer) => ({
    ...answer,
    why: null,
    followUps: Object.fromEntries(Object.entries(answer.followUps).filter(([, given]) => typeof given !== 'string')),
  })),
  version: response.version + 1,
})

const purgeReplies = ({ replies, rawMails }: PurgePorts, days: readonly LocalDate[]): Promise<number> =>
  onEach(days, async (day) => {
    let count = 0
    for await (const page of replies.receivedOn(day)) {
      for (const reply of page) {
        // Its raw mail first: without the row nobody would find it any more.
        await rawMails.remove(reply.rawKey)
        await replies.remove(reply)
        count++
      }
    }
    return count
  })

async function purgeContacts({ occurrences, touches }: PurgePorts, days: readonly LocalDate[]): Promise<number> {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return 0
  let count = 0
  for (const { occurrenceId, state } of await occurrences.between(first, last)) {
    if (state !== 'closed') continue
    for (const batch of await occurrences.batches(occurrenceId)) {
      await touches.remove(batch.recipients.map(({ customerId }) => ({ customerId, occurrenceId })))
      count += batch.recipients.length
    }
    await occurrences.removeNames(occurrenceId)
  }
  return count
}

const purgeWork = ({ work }: PurgePorts, days: readonly LocalDate[]): Promise<number> =>
  onEach(days, async (day) => {
    let count = 0
    for (const kind of ['call-task', 'case'] as const) {
      for await (const page of work.closedOn({ kind, days: [day], range: EVERYONE })) {
        for (const { workId } of page) {
          await work.remove(workId)
          count++
        }
      }
    }
    return count
  })
