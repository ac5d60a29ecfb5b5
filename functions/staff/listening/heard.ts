/** What came in from customers, newest first and page by page: answers and mails, also mails that belong to no known customer. */
import type { ReplyStore, ResponseStore } from '#app/ports/listening.ts'
import type { Reply } from '#core/reply/reply.ts'
import { countingAnswers, firstHeardAt, type SurveyResponse } from '#core/survey/response.ts'
import { type Instant, InstantSchema } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { dayStart, localDateAt } from '#core/time/zone.ts'
import { daysBack, newestByDay } from '#functions/staff/newest-by-day.ts'
import type { ListeningShow } from '#web/staff/paths.ts'

export type Heard =
  | { readonly at: Instant; readonly key: string; readonly response: SurveyResponse }
  | { readonly at: Instant; readonly key: string; readonly reply: Reply }

export interface HeardPage {
  readonly heard: readonly Heard[]
  /** Where the next page begins; null when it would be further back than words or mails are kept. */
  readonly next: string | null
  /** Up to which day was looked. */
  readonly since: LocalDate
}

export interface HeardStores {
  readonly responses: Pick<ResponseStore, 'answeredOn'>
  readonly replies: Pick<ReplyStore, 'receivedOn'>
}

export interface Looking {
  readonly show: ListeningShow
  /** The `next` of the page before; everything that is older than its place. Null for the newest. */
  readonly before: string | null
  readonly today: LocalDate
  readonly zone: string
  readonly limit: number
  /** Days for which words or mails are kept: of older answers the scores alone stay, on other pages. */
  readonly keptDays: number
  /** The first and the last day looked at; left out for as far back as words or mails are kept, and for today. */
  readonly from?: LocalDate
  readonly to?: LocalDate
  /** What is wanted of what was heard; all of it when left out. */
  readonly matches?: (heard: Heard) => boolean
}

/** Days that one page looks back when little has come in. */
export const DAYS_PER_PAGE = 31

export async function heardBefore(stores: HeardStores, looking: Looking): Promise<HeardPage> {
  const { before, today, zone, limit, keptDays, show, matches = () => true } = looking
  const last = looking.to !== undefined && looking.to < today ? looking.to : today
  const oldest = addDays(today, -keptDays)
  const named = before === null ? last : dayNamed(before, { zone, from: oldest, to: today })
  const newest = named < last ? named : last
  const end = looking.from !== undefined && looking.from > oldest ? looking.from : oldest
  // Also for a day at the end of the calendar, from which no days can be counted back.
  if (newest < end) return { heard: [], next: null, since: end }
  const farthest = addDays(newest, 1 - DAYS_PER_PAGE)
  const days = daysBack({ first: farthest > end ? farthest : end, last: newest })
  const ofDay = async (day: LocalDate) => (await heardOn(stores, day, show)).map((item) => ({ item, place: placeOf(item) }))
  const { items, next } = await newestByDay<Heard>({ days, ofDay, before, limit, matches })
  const lowest = items.at(-1)
  if (next !== null && lowest) return { heard: items, next, since: localDateAt(lowest.at, zone) }
  const since = days.at(-1) ?? addDays(newest, 1)
  return { heard: items, next: since > end ? dayStart(since, zone) : null, since }
}

/** `2027-03-10T02:00:00.000Z` */
const INSTANT_LENGTH = 24

/** Of an instant that no page of ours names, so far away that it has no day in every zone: the nearest day that is looked at. */
function dayNamed(
  place: string,
  { zone, from, to }: { readonly zone: string; readonly from: LocalDate; readonly to: LocalDate },
): LocalDate {
  const utc = place.slice(0, from.length)
  if (utc > addDays(to, 1)) return to
  if (utc < addDays(from, -1)) return addDays(from, -1)
  return localDateAt(place.slice(0, INSTANT_LENGTH), zone)
}

const placeOf = ({ at, key }: Heard) => `${at} ${key}`

/** The place that a link of a page names; null for any other text. */
export const placeIn = (text: string): string | null =>
  InstantSchema.safeParse(text.slice(0, INSTANT_LENGTH)).success ? text : null

/** One mail may hold several things: it stands under each of them. */
const SHOWN_REPLIES: Readonly<Record<Exclude<ListeningShow, 'answers'>, (reply: Reply) => boolean>> = {
  all: () => true,
  replies: () => true,
  complaints: ({ reading }) => reading.kind === 'complaint' || reading.holds.some(({ is }) => is === 'complaint'),
  requests: ({ reading }) => reading.kind === 'request' || reading.holds.some(({ is }) => is === 'request' || is === 'right'),
  stops: ({ reading }) => reading.kind === 'optOut' || reading.holds.some(({ is }) => is === 'stop'),
  unmatched: ({ customerId }) => customerId === null,
}

/** An answer that came by mail stands as that mail, unless answers are what was asked for. */
async function heardOn({ responses, replies }: HeardStores, day: LocalDate, show: ListeningShow): Promise<Heard[]> {
  const found: Heard[] = []
  if (show === 'all' || show === 'answers') {
    for await (const page of responses.answeredOn(day)) {
      for (const response of page) {
        const counting = countingAnswers(response)
        const byMail = counting.length > 0 && counting.every(({ origin }) => origin.via === 'reply')
        if (show === 'answers' || !byMail)
          found.push({ at: firstHeardAt(response), key: `${response.customerId} ${response.occurrenceId}`, response })
      }
    }
  }
  if (show !== 'answers') {
    for await (const page of replies.receivedOn(day)) {
      for (const reply of page) {
        if (SHOWN_REPLIES[show](reply)) found.push({ at: reply.receivedAt, key: reply.replyId, reply })
      }
    }
  }
  return found
}
