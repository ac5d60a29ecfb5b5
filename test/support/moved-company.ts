/** The sample company as `npm start` shows it, moved; then every figure of the named periods beside what DuckDB makes of the files of facts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { KpiId } from '#core/kpi/kpi.ts'
import type { RollUp } from '#core/kpi/roll-up.ts'
import { EVERYTHING } from '#core/kpi/segment.ts'
import { periodOfKey, type ReportPeriod } from '#core/report/report-period.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { instantAt } from '#core/time/zone.ts'
import { type RunningSystem, startSystem } from '#local/running-system.ts'
import { differences } from '#test/support/checked-figures.ts'
import { type FactDatabase, openFacts } from '#test/support/duckdb.ts'
import { PROJECT } from '#test/support/small-company.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const inProject = (path: string) => join(PROJECT, path)

interface Moved {
  readonly startOn: LocalDate
  /** The day on which the clock comes to rest. */
  readonly today: LocalDate
  /** Keys of periods; the first holds everything that happened. */
  readonly periods: readonly [string, ...string[]]
}

/** Registers the tests of one moved company. */
export function figuresOfMovedCompany({ startOn, today, periods }: Moved): void {
  const folder = mkdtempSync(join(tmpdir(), 'tham-hoi-figures-'))
  let system: RunningSystem
  let database: FactDatabase

  beforeAll(async () => {
    const started = await startSystem({
      folder,
      clock: 'moved',
      startOn,
      campaignFolder: inProject('campaigns'),
      templateFolder: inProject('templates'),
      sample: {
        customers: inProject('campaigns/sample/customers.csv'),
        purchases: inProject('campaigns/sample/purchases.csv'),
        purchasesToCome: inProject('campaigns/sample/purchases-to-come.csv'),
      },
      listeners: true,
      agents: true,
      port: 0,
      by: 'a test',
      tell: () => {},
    })
    if ('refused' in started) throw new Error(started.refused.join('\n'))
    system = started
    expect(system.moves?.to(instantAt(today, '06:00', ZONE))).toBe('started')
    await system.moves?.idle()
    database = await openFacts(join(folder, 'facts'))
  })

  afterAll(async () => {
    database?.close()
    await system?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const period = (key: string): ReportPeriod => {
    const found = periodOfKey(key)
    if (!found) throw new Error(`no period ${key}`)
    return found
  }

  const rolledUp = async (key: string): Promise<RollUp> => {
    const rollUp = await system.stack.stores.numbers.rollUp({ period: period(key), segment: EVERYTHING })
    if (!rollUp) throw new Error(`no roll-up of ${key}`)
    return rollUp
  }

  test('things happened that figures are made of', async () => {
    const { kpis, breakdown } = await rolledUp(periods[0])
    const seen = new Set(kpis.filter(({ n }) => n > 0).map(({ id }) => id))
    const expected: readonly KpiId[] = [
      'nps',
      'csat',
      'engagement',
      'response-rate',
      'delivered',
      'calls-reached',
      'fcr-staff',
      'cost-per-customer',
      'kept-customers',
    ]
    expect([...seen]).toEqual(expect.arrayContaining([...expected]))
    expect(breakdown.gifts.length).toBeGreaterThan(0)
  })

  test.each(periods)('%s: every figure of every segment is what DuckDB makes of the files', async (key) => {
    const { from, to } = period(key)
    const { numbers } = system.stack.stores
    const rollUps = (
      await Promise.all(
        (['all', 'campaign', 'tier', 'channel', 'content_class', 'country', 'team'] as const).map((by) =>
          numbers.rollUpsBy({ period: { from, to }, by }),
        ),
      )
    ).flat()
    expect(rollUps.length).toBeGreaterThan(10)
    expect(await differences({ database, rollUps, asked: { period: { from, to }, today: today, zone: ZONE } })).toEqual([])
  })
}
