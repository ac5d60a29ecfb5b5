/** What came of doing an occurrence's work again, as far as its rows tell by now. The act wrote into the address of the page what it saw. */
import type { OccurrenceDetail } from '#app/operating/occurrence-view.ts'
import { type Instant, InstantSchema, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import type { ToldAgain } from '#web/staff/occurrences/said-again.ts'
import { pathWith } from '#web/staff/paths.ts'

/** For so long the page asks by itself. What is not worked off by then waits for something that reloading does not change. */
const WATCHED_MS = 5 * MINUTE_MS

type Query = Readonly<Record<string, string | undefined>>
type Counted = Pick<OccurrenceDetail, 'occurrence' | 'slices' | 'batches'>

/** The page to go to when the orders were handed out and nobody can wait for them. */
export const handedOutPath = (
  path: string,
  {
    act,
    orders,
    at,
    sent,
  }: { readonly act: ToldAgain['act']; readonly orders: number; readonly at: Instant; readonly sent: number },
): string => pathWith(path, { did: act, orders, since: at, before: sent })

export function toldAgain(
  query: Query,
  { detail, now }: { readonly detail: Counted & Pick<OccurrenceDetail, 'balance'>; readonly now: Instant },
): ToldAgain | null {
  const { did: act } = query
  const before = countIn(query.before)
  if ((act !== 'plan' && act !== 'send') || before === null) return null
  const orders = countIn(query.orders)
  if (orders === null) {
    const after = countIn(query.after)
    return after === null ? null : { is: 'done', act, before, after, isSame: query.same === 'yes' && before === after }
  }
  const since = InstantSchema.safeParse(query.since).data
  if (since === undefined || since > now) return null
  const waiting = stillWaiting(detail, { act, since })
  const isWatched = waiting > 0 && now < plusMs(since, WATCHED_MS)
  return { is: 'queued', act, orders, waiting, isWatched, before, after: detail.balance.sent }
}

/** A slice that was not planned since. A batch that was due then and is not done: one that is due later waits for its hour, not for the queue. */
function stillWaiting(
  { occurrence, slices, batches }: Counted,
  { act, since }: { readonly act: ToldAgain['act']; readonly since: Instant },
): number {
  if (act === 'plan') return occurrence.slices - slices.filter(({ plannedAt }) => plannedAt >= since).length
  return batches.filter(({ dueAt, state }) => dueAt <= since && state !== 'done').length
}

const countIn = (text = ''): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null)
