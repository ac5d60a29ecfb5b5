/** Recent events and alarms, in ids and numbers, kept over restarts: the page Clock shows them. */
import { z } from 'zod'
import type { EventSink, EventValues } from '#app/events.ts'
import type { Instant } from '#core/time/instant.ts'
import { allRows, openDatabase } from '#local/aws/sqlite.ts'

export interface LoggedEvent {
  readonly seq: number
  /** By the system's clock, movable or real. */
  readonly at: Instant
  readonly kind: 'event' | 'alarm'
  readonly name: string
  readonly values: EventValues
}

export interface EventLog extends EventSink {
  /** Newest first. */
  latest(query: { readonly kind: LoggedEvent['kind']; readonly limit: number }): readonly LoggedEvent[]
  /** Grows whenever a touch is planned or a batch is finished: "to the next event" stops there. */
  eventful(): number
  close(): void
}

// File and table keep the name of earlier versions: their events are read on.
const SCHEMA = `CREATE TABLE IF NOT EXISTS happenings (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, vals TEXT NOT NULL)`
/** Some weeks of a busy company; older events are of no use. */
const KEPT = 2_000

const LoggedEventRow = z.object({
  seq: z.int(),
  at: z.string(),
  kind: z.enum(['event', 'alarm']),
  name: z.string(),
  vals: z
    .string()
    .transform((text) => z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).parse(JSON.parse(text))),
})

export function openEventLog({ folder, now }: { folder: string | null; now: () => Instant }): EventLog {
  const db = openDatabase({ folder, name: 'happenings', schema: SCHEMA })
  const put = db.prepare('INSERT INTO happenings (at, kind, name, vals) VALUES (?, ?, ?, ?)')
  const trim = db.prepare('DELETE FROM happenings WHERE seq <= (SELECT max(seq) FROM happenings) - ?')
  const read = db.prepare('SELECT * FROM happenings WHERE kind = ? ORDER BY seq DESC LIMIT ?')
  let eventful = 0
  trim.run(KEPT)

  return {
    event(name, values) {
      if (!isNews(name, values)) return
      if (name === 'slice.planned' || name === 'batch.finished') eventful++
      put.run(now(), 'event', name, JSON.stringify(values))
    },
    alarm(name, values) {
      eventful++
      put.run(now(), 'alarm', name, JSON.stringify(values))
    },
    latest: ({ kind, limit }) =>
      allRows(LoggedEventRow, read, kind, limit).map(({ vals, ...logged }) => ({ ...logged, values: vals })),
    eventful: () => eventful,
    close: () => db.close(),
  }
}

/** Days without a due customer are no news, and neither is the second planning of the same customers. */
function isNews(name: string, values: EventValues): boolean {
  switch (name) {
    case 'slice.planned':
      return values.pass === 'open' && values.audience !== 0
    case 'occurrence.closed':
      return values.audience !== 0
    case 'data.purged':
      return Object.values(values).some((count) => typeof count === 'number' && count > 0)
    case 'listener.acted':
      // The use case that handles it tells every other act.
      return values.way === 'look' || values.way === 'preferences' || values.because !== null
    case 'agents.worked':
    case 'batch.finished':
    case 'campaign.accepted':
    case 'consent.withdrawn':
    case 'listener.scanned':
    case 'notice.sent':
    case 'outcome.decided':
    case 'person.erased':
    case 'press.suspected':
    case 'reply.rawMailGone':
    case 'reply.received':
    case 'staff.refused':
    case 'survey.answered':
    case 'touch.failed':
    case 'touch.unknown':
    case 'voucher.redeemed':
    case 'work.closed':
    case 'work.opened':
      return true
    default:
      return false
  }
}
