/**
 * Deletes expired personal data day by day: raw mails, customers' own words, who was contacted when, closed work. Scores, balances and money stay:
 * they name no customer. Every night covers the last month, and Sundays cover every day before, however long ago: this makes up for nights that did not
 * run, and for days before a retention time was shortened. What does not fit into one night continues in the next where it stopped. Every night leaves a proof.
 */
import { eachBounded } from '#app/each-bounded.ts'
import type { Events } from '#app/events.ts'
import type { HotlineCallers } from '#app/ports/numbers.ts'
import type { PurgeProof, RetentionLog } from '#app/ports/retention.ts'
import { EXPIRING, type ExpiringKind, type ExpiringPorts } from '#app/retention/expiring-days.ts'
import { leftIn, nightsBehind } from '#app/retention/nights-behind.ts'
import { type PurgeContactsPorts, purgeContacts } from '#app/retention/purge-contacts.ts'
import { type SweepPorts, sweepTombstones } from '#app/retention/sweep-tombstones.ts'
import { type WalkPorts, walkLedgers } from '#app/retention/walk-ledgers.ts'
import type { Company } from '#core/campaign/company.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, datesFrom, type LocalDate, weekdayOf } from '#core/time/local-date.ts'
import { dayStart, localDateAt } from '#core/time/zone.ts'

export interface PurgePorts extends ExpiringPorts, PurgeContactsPorts, SweepPorts, WalkPorts {
  readonly customers: SweepPorts['customers'] & WalkPorts['customers']
  readonly ledgers: SweepPorts['ledgers'] & WalkPorts['ledgers']
  readonly touches: PurgeContactsPorts['touches']
  readonly work: ExpiringPorts['work'] & SweepPorts['work']
  readonly replies: ExpiringPorts['replies']
  readonly rawMails: ExpiringPorts['rawMails']
  readonly hotlineCallers: Pick<HotlineCallers, 'removeBefore'>
  readonly retentionLog: RetentionLog
  readonly company: Company
  readonly events: Events
}

const LOOK_BACK_DAYS = 31
/** Of occurrences, which are found by the month: longer than contacts are kept, unless a company asks for more. */
const WHOLE_WAY_DAYS = 1_500
const SUNDAY = 7
const DAYS_AT_ONCE = 16
/** The next night makes up for one that did not finish. So many in a row are an alarm. */
const NIGHTS_BEHIND = 3
/** Enough to see past a day on which the operator ran it many times. */
const PROOFS_READ = 30

export interface Purged {
  readonly rawMails: number
  readonly verbatims: number
  readonly replies: number
  readonly contacts: number
  readonly work: number
}

/** `hasTime` is asked before each step: false when this night must end soon. */
export async function purgeExpired(ports: PurgePorts, now: Instant, hasTime: () => boolean = () => true): Promise<Purged> {
  const { retention, zone } = ports.company
  const today = localDateAt(now, zone)
  const wholeWay = weekdayOf(today) === SUNDAY
  const lookBack = wholeWay ? WHOLE_WAY_DAYS : LOOK_BACK_DAYS
  /** The expired days of a class. */
  const over = (days: number) => ({ first: addDays(today, -days - lookBack), last: addDays(today, -days - 1) })
  const kind = (name: ExpiringKind, days: number) => purgeDays(ports, { kind: name, ...over(days), wholeWay, hasTime })

  const rawMails = await kind('rawMails', retention.rawMails)
  const verbatims = await kind('verbatims', retention.verbatims)
  const replies = await kind('replies', retention.verbatims)
  const work = await kind('work', retention.work)
  const sweep = await sweepTombstones(ports, now, hasTime)
  const before = dayStart(addDays(today, -retention.contacts), zone)
  const contacts = await purgeContacts(ports, { days: over(retention.contacts), before, today, hasTime })
  const callers = await ports.hotlineCallers.removeBefore(addDays(today, -retention.contacts))
  const walk = await walkLedgers(ports, { today, before, hasTime })

  const removed = {
    rawMails: rawMails.removed,
    verbatims: verbatims.removed,
    replies: replies.removed,
    contacts: contacts.contacts + callers,
    ledgers: contacts.ledgers + walk.ledgers,
    work: work.removed,
  }
  const until = {
    rawMails: over(retention.rawMails).last,
    verbatims: over(retention.verbatims).last,
    replies: over(retention.verbatims).last,
    contacts: over(retention.contacts).last,
    ledgers: over(retention.contacts).last,
    work: over(retention.work).last,
  }
  const left = {
    rawMails: rawMails.left,
    verbatims: verbatims.left,
    replies: replies.left,
    contacts: contacts.left,
    work: work.left,
  }
  const finished = [rawMails, verbatims, replies, work, sweep, contacts, walk].every((part) => part.finished)
  const { tombstones } = sweep
  const proof: PurgeProof = { at: now, finished, until, removed, left, tombstones }
  await ports.retentionLog.addProof(proof)
  ports.events.purged({ ...removed, tombstones, left: leftIn(proof), finished })
  await ringIfBehind(ports, proof)
  const { ledgers: _, ...purged } = removed
  return purged
}

async function ringIfBehind({ retentionLog, company, events }: PurgePorts, proof: PurgeProof): Promise<void> {
  const behind = nightsBehind(await retentionLog.latestProofs(PROOFS_READ), company.zone)
  if (behind && behind.nights >= NIGHTS_BEHIND) events.purgeBehind({ ...behind, left: leftIn(proof) })
}

interface PurgedDays {
  readonly removed: number
  /** Found again on the same days after all rows of them were removed. */
  readonly left: number
  readonly finished: boolean
}

interface ToPurge {
  readonly kind: ExpiringKind
  readonly first: LocalDate
  readonly last: LocalDate
  /** Also the days before the first. */
  readonly wholeWay: boolean
  readonly hasTime: () => boolean
}

async function purgeDays(ports: PurgePorts, { kind, first, last, wholeWay, hasTime }: ToPurge): Promise<PurgedDays> {
  const { foundOn } = EXPIRING[kind]
  const { days, finished: allKnown } = wholeWay
    ? await daysUntil(ports, { kind, last, hasTime })
    : { days: await daysFrom(ports, { kind, first, last }), finished: true }
  let [removed, left, finished] = [0, 0, allKnown]
  await eachBounded(days, {
    limit: DAYS_AT_ONCE,
    act: async (day) => {
      if (!hasTime()) {
        finished = false
        return
      }
      let gone = 0
      for await (const item of foundOn(ports, day)) if (await item.remove()) gone++
      removed += gone
      // A day on which nothing was found needs no second search.
      if (gone > 0) for await (const _ of foundOn(ports, day)) left++
    },
  })
  return { removed, left, finished }
}

/** Of a small company this is all of its days. */
const FEW_PAGES = 1

/**
 * The days to ask: those that have something where one page names them all, or else every day of the range. A small company has something on few days,
 * and a large one on all.
 */
async function daysFrom(
  ports: PurgePorts,
  { kind, first, last }: Pick<ToPurge, 'kind' | 'first' | 'last'>,
): Promise<readonly LocalDate[]> {
  const found = new Set<LocalDate>()
  let pages = 0
  for await (const page of EXPIRING[kind].days(ports, last)) {
    if (++pages > FEW_PAGES) return [...datesFrom(first, last)]
    for (const day of page) if (day >= first) found.add(day)
  }
  return [...found].toSorted()
}

/** The days that have something, in order: to ask each of some thousand days would be as many calls, nearly all for nothing. */
async function daysUntil(
  ports: PurgePorts,
  { kind, last, hasTime }: Pick<ToPurge, 'kind' | 'last' | 'hasTime'>,
): Promise<{ readonly days: readonly LocalDate[]; readonly finished: boolean }> {
  const days = new Set<LocalDate>()
  for await (const page of EXPIRING[kind].days(ports, last)) {
    for (const day of page) days.add(day)
    if (!hasTime()) return { days: [...days].toSorted(), finished: false }
  }
  return { days: [...days].toSorted(), finished: true }
}
