/**
 * Reads the log for its page: a month or some days, all lines or those of a person, of a kind of act, or about one thing. Lines about a thing are read from
 * rows of their own. A person's and a kind's are picked out of all others, so each reading has an end, and the page says how far back it has looked.
 */
import type { AuditLog } from '#app/ports/staff.ts'
import { auditPlace } from '#app/ports/staff.ts'
import { actsInLog } from '#core/staff/acts-in-log.ts'
import type { AuditEntry, UnreadableLine } from '#core/staff/audit-entry.ts'
import type { TurnedAwayLine } from '#core/staff/turned-away.ts'
import type { Instant } from '#core/time/instant.ts'
import { plusMonths } from '#core/time/month.ts'
import type { LogFilter } from '#web/staff/log-filter.ts'

export type LogLine = AuditEntry | UnreadableLine | TurnedAwayLine

export const PER_PAGE = 50
/** An act has at most two lines; one act more than the page shows says whether there is a next page. */
const LINES_AT_ONCE = 2 * (PER_PAGE + 1)
/** Lines have some 300 bytes: about 1 MB, 125 read units. */
const MOST_READ = 3_000

export interface LogStretch {
  /** The place that it begins before; empty for the newest. */
  readonly before: string
  readonly start: Instant
  readonly end: Instant
}

export interface LogRead {
  readonly lines: readonly LogLine[]
  /** Where to read on; null at the end. */
  readonly next: string | null
  /** Whether it stopped with room on the page: `next` goes on looking. */
  readonly isCutShort: boolean
}

export async function readLog(log: AuditLog, filter: LogFilter, { before, start, end }: LogStretch): Promise<LogRead> {
  const found: LogLine[] = []
  let place = before !== '' && before < end ? before : end
  let read = 0
  let isOver = false
  while (!isOver && read < MOST_READ) {
    const step = filter.about === null ? await stepOfMonth(log, place) : await stepAbout(log, filter.about, place)
    const inside = step.lines.filter((line) => auditPlace(line) >= start)
    found.push(...inside.filter((line) => isMeant(line, filter)))
    // A month without a line costs a read as well.
    read += Math.max(step.lines.length, PER_PAGE)
    isOver = step.next === null || step.next <= start
    place = step.next ?? place
    if (actsInLog(found).length > PER_PAGE) break
  }
  const acts = actsInLog(found)
  const lines = acts.slice(0, PER_PAGE)
  const last = lines.at(-1)
  if (acts.length > PER_PAGE && last) return { lines, next: auditPlace(last), isCutShort: false }
  return { lines, next: isOver ? null : place, isCutShort: !isOver }
}

interface Step {
  readonly lines: readonly LogLine[]
  /** Null when there is nothing before. */
  readonly next: string | null
}

async function stepAbout(log: AuditLog, id: string, before: string): Promise<Step> {
  const lines = await log.pageAbout({ id, before, limit: LINES_AT_ONCE })
  return { lines, next: cutOf(lines) }
}

/** Both kinds of lines down to the same place: of the one that was read less far back, nothing older is known yet. */
async function stepOfMonth(log: AuditLog, before: string): Promise<Step> {
  const named = before.slice(0, 7)
  // Before the beginning of a month lies the month before.
  const month = before === beginningOf(named) ? plusMonths(named, -1) : named
  const query = { month, before, limit: LINES_AT_ONCE }
  const [entries, turnedAway] = await Promise.all([log.page(query), log.turnedAway(query)])
  const cut = [cutOf(entries), cutOf(turnedAway)].reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b))
  const lines = [...entries, ...turnedAway]
    .filter((line) => cut === null || auditPlace(line) >= cut)
    .sort((a, b) => (auditPlace(a) < auditPlace(b) ? 1 : -1))
  return { lines, next: cut ?? beginningOf(month) }
}

/** The last place of a full page: what lies before it was not read. */
function cutOf(lines: readonly LogLine[]): string | null {
  const last = lines.length < LINES_AT_ONCE ? undefined : lines.at(-1)
  return last ? auditPlace(last) : null
}

/** Sorts before every place of the month. */
const beginningOf = (month: string): string => `${month}-01T00:00:00.000Z`

function isMeant(line: LogLine, { by, act, about }: LogFilter): boolean {
  if (line.result === 'unreadable') return by === null && act === null
  if (line.result === 'turned-away')
    return about === null && (act === null || act === 'turned-away') && (by === null || line.by === by)
  return (act === null || act === line.act) && (by === null || line.by === by)
}
