/** What staff did, month by month of the company, the newest first. */
import type { AuditLog } from '#app/ports/staff.ts'
import { auditPlace } from '#app/ports/staff.ts'
import { actsInLog } from '#core/staff/acts-in-log.ts'
import type { AuditLine } from '#core/staff/audit-entry.ts'
import { memberWith } from '#core/staff/roster.ts'
import { InstantSchema } from '#core/time/instant.ts'
import { firstDayOf, isMonth, type Month, monthOf, plusMonths } from '#core/time/month.ts'
import { dayStart, localDateAt } from '#core/time/zone.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { type FrameSystem, frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { logPage } from '#web/staff/log-page.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'
import { wrongMonth } from '#web/staff/wrong-in-address.ts'

const PER_PAGE = 50
/** An act has at most two lines; one act more than the page shows says whether there is a next page. */
const LINES_READ = 2 * (PER_PAGE + 1)

export interface LogSystem extends FrameSystem, Pick<StaffSystem, 'events' | 'realNow'> {
  readonly stores: Pick<StaffSystem['stores'], 'auditLog' | 'roster'>
}

export function logRoutes(system: LogSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, clock, companyRules, events } = system
  const { zone } = companyRules.company
  app.get('/log', needs('see-audit'), async (context) => {
    const { month: asked = '', before = '' } = context.req.query()
    if (before !== '' && !isPlace(before)) return context.html(noSuchPage(frameOf(system, context), 'page'), 404)
    const latest = monthOf(localDateAt(clock.now(), zone))
    const month = isMonth(asked) ? asked : latest
    const [found, roster] = await Promise.all([
      entriesOf(stores.auditLog, { month, zone, before, limit: LINES_READ }),
      stores.roster.current(),
    ])
    const acts = actsInLog(found)
    const shown = acts.slice(0, PER_PAGE)
    const last = shown.at(-1)
    const unreadable = shown.filter(({ result }) => result === 'unreadable').length
    if (unreadable > 0) events.auditUnreadable({ month, lines: unreadable })
    const page = logPage(frameOf(system, context), {
      month,
      wrong: wrongMonth(asked),
      latest,
      isFirst: before === '',
      next: acts.length > PER_PAGE && last ? auditPlace(last) : null,
      lines: shown.map((line) =>
        line.result === 'unreadable' ? line : { entry: line, name: line.byName ?? (roster && memberWith(roster, line.by)?.name) },
      ),
    })
    return context.html(page)
  })
  return app
}

/** As `auditPlace` writes it, in a month that can be counted from. A clock on one machine may be moved far. */
const isPlace = (text: string): boolean => {
  const [at = ''] = text.split('#')
  return isMonth(at.slice(0, 7)) && InstantSchema.safeParse(at).success
}

interface AskedEntries {
  readonly month: Month
  readonly zone: string
  readonly before: string
  readonly limit: number
}

/** The log's partitions are months in UTC; a month of the company lies in two of them, or three where a clock is far ahead. */
async function entriesOf(log: AuditLog, { month, zone, before, limit }: AskedEntries): Promise<readonly AuditLine[]> {
  const start = dayStart(firstDayOf(month), zone)
  const end = dayStart(firstDayOf(plusMonths(month, 1)), zone)
  const first = before !== '' && before < end ? before : end
  const found: AuditLine[] = []
  for (let utc = first.slice(0, 7); utc >= start.slice(0, 7) && found.length < limit; utc = plusMonths(utc, -1)) {
    const page = await log.page({ month: utc, before: first, limit: limit - found.length })
    found.push(...page.filter((line) => auditPlace(line) >= start))
  }
  return found
}
