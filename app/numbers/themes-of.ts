/** What customers talked about in any period, counted from the facts while the caller waits. */
import { type CountPorts, countedDays, countPeriods } from '#app/numbers/count-periods.ts'
import { periodLikeBefore } from '#app/numbers/figures-of.ts'
import type { Theme } from '#core/campaign/themes.ts'
import type { Period } from '#core/kpi/period.ts'
import type { RollUp } from '#core/kpi/roll-up.ts'
import { type ThemeLine, themeLines, whyUnlike } from '#core/report/theme-lines.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'

export interface ThemesOfPeriod {
  readonly before: Period
  /** Of whom there was something to read. */
  readonly customers: number
  readonly lines: readonly ThemeLine[]
}

export async function themesOf(
  ports: CountPorts,
  { period, themes, now }: { readonly period: Period; readonly themes: readonly Theme[]; readonly now: Instant },
): Promise<ThemesOfPeriod> {
  const before = periodLikeBefore(period)
  const rollUps = await countPeriods(ports, { periods: [period, before], now, days: await countedDays(ports, now) })
  const found = (of: Period): RollUp | undefined =>
    rollUps.find((rollUp) => rollUp.segment.by === 'all' && rollUp.period.from === of.from && rollUp.period.to === of.to)
  const [counted, earlier] = [found(period), found(before)]
  const said = counted?.breakdown.themes ?? { customers: 0, of: {} }
  const isOver = period.to < localDateAt(now, ports.companyRules.company.zone)
  const unlike = whyUnlike({ rollUps: [counted, earlier], isOver })
  return {
    before,
    customers: said.customers,
    lines: themeLines({ now: said, before: earlier?.breakdown.themes, themes, unlike }),
  }
}
