/** One rehearsal that was asked for on a page: in a thread beside the server, over a copy of the stored customers, and its findings into the book. */
import { inChunks } from '#adapters/in-chunks.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { MailProvider } from '#app/ports/provider.ts'
import type { RehearsalBook } from '#app/ports/rehearsals.ts'
import type { DutyBook, RosterStore } from '#app/ports/staff.ts'
import { expectedWork, ratesOf } from '#app/rehearsal/expected-work.ts'
import { countedDay, daysDecided } from '#app/rehearsal/kept-findings.ts'
import { ASSUMED_QUOTA } from '#app/rehearsal/mail-quota.ts'
import type { RehearsalAsked } from '#app/rehearsal/rehearsal-room.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { fromPurchases } from '#core/campaign/from-purchases.ts'
import { spokenChannel } from '#core/channel/channel.ts'
import type { RehearsedDaySums } from '#core/rehearsal/rehearsed-sums.ts'
import type { StoredRehearsal } from '#core/rehearsal/stored-rehearsal.ts'
import type { Instant } from '#core/time/instant.ts'
import { unknownYears } from '#core/time/unknown-years.ts'
import { baseBeside, type PartedBase } from '#local/rehearsal/parted-base.ts'
import { type Rehearsed, rehearseCampaigns } from '#local/rehearsal/rehearsed-campaigns.ts'
import { rehearsedStaff } from '#local/rehearsal/rehearsed-staff.ts'
import { copyStored, type RehearsalBase, type StoredPeople } from '#local/rehearsal/stored-base.ts'

export interface BesidePorts extends Omit<StoredPeople, 'now'> {
  readonly customers: StoredPeople['customers'] & Pick<CustomerStore, 'getMany'>
  readonly book: RehearsalBook
  readonly provider: MailProvider
  readonly roster: RosterStore
  readonly dutyBook: DutyBook
  readonly companyRules: CompanyRules
  readonly now: () => Instant
  readonly alarm: (name: string, values: Readonly<Record<string, string | number>>) => void
}

export class TooManyCustomersError extends Error {
  override name = 'TooManyCustomersError'
}

interface Beside {
  /** A base of more is refused. */
  readonly mostCustomers: number
  /** From time to time: how far it has come, from 0 to 1. */
  readonly progress: (share: number) => void
  /** Hears of the thread, so that whoever stops the server can end it. */
  readonly begun: (base: Pick<PartedBase, 'end'>) => void
}

/** Answers how many customers were rehearsed, once all is in the book. */
export async function rehearseBeside(
  ports: BesidePorts,
  { rehearsal, accepting }: RehearsalAsked,
  { mostCustomers, progress, begun }: Beside,
): Promise<number> {
  const { companyRules, roster, dutyBook, alarm } = ports
  const thread = baseBeside()
  begun(thread)
  try {
    const warn = (line: string) => alarm('rehearsal.warned', { rehearsalId: rehearsal.rehearsalId, line })
    const customers = upTo(mostCustomers, ports.customers)
    const base = await copyStored(thread, { ...ports, customers, now: ports.now() }, { companyRules, warn })
    const { from, to } = rehearsal
    const definitions = accepting.map(({ definition }) => definition)
    const rehearsed = await rehearseCampaigns({
      ...{ folder: { companyRules, definitions, accepting }, base, from, to, files: null, isCompared: true },
      staff: await rehearsedStaff(undefined, { staff: { roster }, dutyBook }),
      progress: (at) => progress(shareOf(at, rehearsal)),
      // What planning has to say on its way is about a base that is thrown away.
      alarm: () => {},
      pause: async () => {},
    })
    await keepFindings(ports, { asked: { rehearsal, accepting }, base, rehearsed })
    await forgetGone(ports, rehearsed)
    return base.count
  } finally {
    await thread.end()
  }
}

/** Ends the copying as soon as it is known: what would be thrown away need not fit into memory. */
const upTo = (most: number, { inPartitions }: StoredPeople['customers']): StoredPeople['customers'] => ({
  async *inPartitions(range) {
    let count = 0
    for await (const page of inPartitions(range)) {
      count += page.length
      if (count > most) throw new TooManyCustomersError(`more than ${most} customers`)
      yield page
    }
  },
})

async function keepFindings(
  { book, companyRules, provider }: Pick<BesidePorts, 'book' | 'companyRules' | 'provider'>,
  { asked: { rehearsal, accepting }, base, rehearsed }: Found,
): Promise<void> {
  const { rehearsalId } = rehearsal
  const { campaigns, blocking, lacking, mails, calls, decisions } = rehearsed
  const { company, channels } = companyRules
  const days: RehearsedDaySums[] = []
  for (const day of daysDecided(decisions)) {
    days.push(countedDay(day))
    await book.putSheet(rehearsalId, day)
  }
  const { account } = await provider.examine()
  const quota = 'unanswered' in account ? ASSUMED_QUOTA : { perDay: account.perDay, from: 'account' as const }
  const volumes = { quota, mails, calls, expected: expectedWork(campaigns, ratesOf(company)) }
  await book.putSums(rehearsalId, {
    ...volumes,
    days,
    blockers: blocking.all({ ...volumes, lacking }),
    campaigns: campaigns.map(({ campaign, cost }) => ({ campaign, cost: cost.amount })),
    currency: company.currency,
    spoken: spokenChannel(channels).id,
    suppressionsUnread: base.suppressionsUnread?.count ?? 0,
    unknownDays: companyRules.calendars.flatMap((calendar) =>
      unknownYears(calendar, rehearsal).map(({ name, year }) => ({ name: { vi: name.vi, en: name.en }, year })),
    ),
    withoutPurchases: base.hasPurchases ? [] : fromPurchases(accepting.map(({ definition }) => definition)).map(({ id }) => id),
  })
}

/**
 * An erasure takes a customer out of the sheets that are there. Who was erased before these were, and is in the copy, is looked for once they all are; whom
 * nobody has erased by then, a later erasure finds.
 */
async function forgetGone({ book, customers }: Pick<BesidePorts, 'book' | 'customers'>, { decisions }: Rehearsed): Promise<void> {
  const named = new Set([...decisions.values()].flatMap((days) => [...days.values()].flatMap((ofDay) => [...ofDay.keys()])))
  for (const ids of inChunks([...named], LOOKED_UP_AT_ONCE)) {
    const there = new Set((await customers.getMany(ids)).map(({ customer }) => customer.customerId))
    for (const id of ids) if (!there.has(id)) await book.forget(id)
  }
}

const LOOKED_UP_AT_ONCE = 1_000

interface Found {
  readonly asked: RehearsalAsked
  readonly base: RehearsalBase
  readonly rehearsed: Rehearsed
}

/** A day's hours are far in the past or ahead at the margins of a rehearsal. */
function shareOf(at: Instant, { from, to }: Pick<StoredRehearsal, 'from' | 'to'>): number {
  const [first, last] = [Date.parse(from), Date.parse(to) + 86_400_000]
  return Math.min(1, Math.max(0, (Date.parse(at) - first) / (last - first)))
}
