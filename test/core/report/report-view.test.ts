import { describe, expect, test } from 'vitest'
import { csi } from '#core/kpi/csi.ts'
import { withMissing } from '#core/kpi/kpi.ts'
import { responseRate } from '#core/kpi/response-rate.ts'
import type { RollUp } from '#core/kpi/roll-up.ts'
import { yearBefore } from '#core/kpi/tet-aligned.ts'
import { periodBefore, periodHolding, periodsUpTo } from '#core/report/report-period.ts'
import { figureIn, type ReportMaterial, type ReportView, reportOf } from '#core/report/report-view.ts'
import { datesFrom } from '#core/time/local-date.ts'
import { aRollUp, type Counted, scores } from '#test/support/counted-roll-ups.ts'

const MARCH = periodHolding('month', '2027-03-10')
const FEBRUARY = periodBefore(MARCH)
const TODAY = '2027-08-01'

function material(over: Partial<ReportMaterial> = {}, counted: Partial<Counted> = {}): ReportMaterial {
  const tet = yearBefore(MARCH)
  return {
    period: MARCH,
    segment: { by: 'all' },
    today: TODAY,
    rollUp: aRollUp({ period: MARCH, counted }),
    before: { period: FEBRUARY, rollUp: aRollUp({ period: FEBRUARY }) },
    yearBefore: { period: tet, rollUp: aRollUp({ period: tet }) },
    trend: periodsUpTo(MARCH, 2).map((period) => ({ period, rollUp: aRollUp({ period }) })),
    byCampaign: [],
    known: [],
    settings: { targets: {} },
    themes: [],
    written: new Set(datesFrom(MARCH.from, MARCH.to)),
    firstDay: '2026-01-01',
    isWaiting: false,
    ...over,
  }
}

function shown(given: ReportMaterial): ReportView {
  const report = reportOf(given)
  if (!('shown' in report)) throw new Error(`nothing shown: ${report.nothing}`)
  return report.shown
}

test('a quiet month has nothing at its top, and the six figures that leaders ask for', () => {
  const view = shown(material())
  expect(view.exceptions).toEqual([])
  expect(view.headline).toEqual(['nps', 'csat', 'kept-customers', 'engagement', 'complaint-rate', 'fcr-customer'])
  expect(figureIn(view, 'nps')?.kpi.value).toBeCloseTo((100 * (190 - 20)) / 300)
  expect(view.trends.nps).toHaveLength(2)
})

describe('what stands at the top', () => {
  const isOf = (view: ReportView) => view.exceptions.map((one) => ('kpi' in one ? `${one.is} ${one.kpi}` : one.is))

  test('a fall that chance does not explain, once, and no other change', () => {
    const worse = material({}, { nps: scores({ 3: 120, 8: 60, 10: 120 }) })
    expect(isOf(shown(worse))).toEqual(['worsened nps'])
    const better = material({}, { nps: scores({ 10: 300 }) })
    expect(isOf(shown(better))).toEqual([])
    const noise = material({}, { nps: scores({ 3: 9, 6: 13, 7: 30, 8: 60, 9: 80, 10: 108 }) })
    expect(isOf(shown(noise))).toEqual([])
  })

  test('a rise is a fall where less is better', () => {
    expect(isOf(shown(material({}, { complained: 60 })))).toEqual(['worsened complaint-rate'])
  })

  test('a fall against the year before alone is told as that', () => {
    const worse = { nps: scores({ 3: 120, 8: 60, 10: 120 }) }
    const given = material({ before: { period: FEBRUARY, rollUp: aRollUp({ period: FEBRUARY, counted: worse }) } }, worse)
    expect(shown(given).exceptions).toMatchObject([{ is: 'worsened', kpi: 'nps', since: 'year-before' }])
  })

  test('a target is missed where its whole interval lies below it; a miss within chance is none', () => {
    const at = (target: number) => shown(material({ settings: { targets: { csat: target } } }))
    // 210 of 240 → 87.5 %, from 82.7 % to 91.1 %.
    expect(figureIn(at(87), 'csat')?.target).toEqual({ at: 0.87, standing: 'met' })
    expect(figureIn(at(90), 'csat')?.target?.standing).toBe('within-chance')
    expect(figureIn(at(95), 'csat')?.target?.standing).toBe('missed')
    expect(isOf(at(90))).toEqual([])
    expect(isOf(at(95))).toEqual(['target-missed csat'])
  })

  test('a target that a figure can still reach is not missed', () => {
    const whole = aRollUp({ period: MARCH })
    const rate = (open: number) => responseRate({ answered: 100, 'opted-out': 0, undeliverable: 0, open, unanswered: 900 - open })
    const seen = (open: number) => {
      const kpis = whole.kpis.map((kpi) => (kpi.id === 'response-rate' ? rate(open) : kpi))
      const view = shown(material({ rollUp: { ...whole, kpis }, settings: { targets: { 'response-rate': 20 } } }))
      return [figureIn(view, 'response-rate')?.target?.standing, isOf(view)]
    }
    expect(seen(600)).toEqual(['not-yet', expect.not.arrayContaining(['target-missed response-rate'])])
    expect(seen(0)).toEqual(['missed', expect.arrayContaining(['target-missed response-rate'])])
  })

  test('one answer misses no target', () => {
    const whole = aRollUp({ period: MARCH })
    const csiOfOne = csi([59])
    const kpis = whole.kpis.map((kpi) => (kpi.id === 'csi' ? csiOfOne : kpi))
    const view = shown(material({ rollUp: { ...whole, kpis }, settings: { targets: { csi: 80 } } }))
    expect(figureIn(view, 'csi')?.target?.standing).toBe('too-few')
    expect(isOf(view)).toEqual([])
  })

  test('money that is counted in full has no target here, and a target of less is met below it', () => {
    const view = shown(material({ settings: { targets: { 'cost-per-customer': 1, 'complaint-rate': 0.5 } } }))
    expect(figureIn(view, 'cost-per-customer')?.target).toBeNull()
    expect(figureIn(view, 'complaint-rate')?.target?.standing).toBe('met')
    // 14 of 4,200 → 0.33 %, from 0.2 % to 0.56 %.
    const above = (target: number) => shown(material({ settings: { targets: { 'complaint-rate': target } } }))
    expect(figureIn(above(0.25), 'complaint-rate')?.target?.standing).toBe('within-chance')
    expect(figureIn(above(0.1), 'complaint-rate')?.target?.standing).toBe('missed')
  })

  test('balances that do not add up, outcomes nobody knows, touches that were never made, promises that were broken', () => {
    const view = shown(
      material(
        {
          byCampaign: [
            aRollUp({ period: MARCH, segment: { by: 'campaign', is: 'nps' }, counted: { outcomes: { sent: 5, unknown: 3 } } }),
          ],
        },
        {
          outcomes: { sent: 100, skipped: 181, withheld: 119, unknown: 3, planned: 2, deferred: 1 },
          promises: { kept: 40, broken: 4, open: 0, void: 0 },
        },
      ),
    )
    expect(view.exceptions.filter(({ is }) => is !== 'worsened')).toEqual([
      { is: 'promises-broken', count: 4 },
      { is: 'balance-off', of: 'skipped', whole: 181, parts: 180 },
      { is: 'balance-off', of: 'withheld', whole: 119, parts: 120 },
      { is: 'unknown-outcomes', count: 3, campaigns: ['nps'] },
      { is: 'never-sent', count: 3 },
    ])
  })

  test('reasons of more customers than were left out, also by as many as still wait', () => {
    const view = shown(material({}, { outcomes: { sent: 100, skipped: 179, withheld: 120, deferred: 1 } }))
    expect(view.exceptions).toContainEqual({ is: 'balance-off', of: 'skipped', whole: 179, parts: 180 })
  })

  test('a campaign that was paused, and two currencies, which have no sum', () => {
    const view = shown(
      material(
        {
          known: [{ campaignId: 'tet', name: { vi: 'Tết', en: 'Tết' }, state: 'paused' }],
          byCampaign: [aRollUp({ period: MARCH, segment: { by: 'campaign', is: 'tet' } })],
        },
        {
          touchCosts: [
            { currency: 'VND', amount: 1_000 },
            { currency: 'EUR', amount: 7 },
          ],
        },
      ),
    )
    expect(view.exceptions).toEqual([
      { is: 'campaign-stopped', campaignId: 'tet', state: 'paused' },
      { is: 'mixed-currencies', currencies: ['EUR', 'VND'] },
    ])
    expect(view.costs).toEqual([
      { currency: 'EUR', amount: 7 },
      { currency: 'VND', amount: 4_501_000 },
    ])
  })
})

describe('a period that is not whole', () => {
  test('names the days that are missing, and compares no figure of which days are missing', () => {
    const missing = [{ from: '2027-03-05', to: '2027-03-06', because: 'not-rolled-up' }] as const
    const whole = aRollUp({ period: MARCH, counted: { nps: scores({ 0: 100 }) } })
    const rollUp: RollUp = { ...whole, kpis: whole.kpis.map((kpi) => withMissing(kpi, missing)) }
    const written = new Set([...datesFrom(MARCH.from, MARCH.to)].filter((day) => day !== '2027-03-05' && day !== '2027-03-06'))
    const view = shown(material({ rollUp, written }))
    expect(view.exceptions).toEqual([{ is: 'days-missing', spans: missing }])
    expect(figureIn(view, 'nps')?.before?.change).toEqual({ is: 'not-compared', because: 'missing-part' })
    const [ofMissing, ofWhole] = [rollUp, whole].map((one) =>
      shown(material({ trend: [{ period: MARCH, rollUp: one }] })).trends.nps?.map(({ isUnfinished }) => isUnfinished),
    )
    expect([ofMissing, ofWhole]).toEqual([[true], [false]])
  })

  test('names the days that a broken night wrote and did not count, and compares no figure with a period that lacks some', () => {
    const rollUp = aRollUp({ period: MARCH, today: '2027-03-30' })
    const view = shown(material({ today: '2027-04-01', rollUp }))
    const missing = [{ from: '2027-03-30', to: '2027-03-31', because: 'not-rolled-up' }]
    expect(view.missing).toEqual(missing)
    expect(view.exceptions).toContainEqual({ is: 'days-missing', spans: missing })
    expect(figureIn(view, 'csat')?.kpi.missing).toEqual(missing)
    const before = { period: FEBRUARY, rollUp: aRollUp({ period: FEBRUARY, today: FEBRUARY.to }) }
    expect(figureIn(shown(material({ before })), 'csat')?.before?.change).toEqual({ is: 'not-compared', because: 'missing-part' })
  })

  test('says that it is to be counted again', () => {
    expect(shown(material({ isWaiting: true })).exceptions).toContainEqual({ is: 'counted-again' })
    expect(shown(material({})).exceptions).not.toContainEqual({ is: 'counted-again' })
  })

  test('is not over while its last day is not, and days to come are not missing', () => {
    const today = '2027-03-10'
    const view = shown(
      material({ today, rollUp: aRollUp({ period: MARCH, today }), written: new Set(datesFrom(MARCH.from, '2027-03-09')) }),
    )
    expect(view.isOver).toBe(false)
    expect(view.missing).toEqual([])
    expect(view.exceptions).toEqual([{ is: 'not-over' }])
  })

  test.each(['the period itself', 'the period before'])('%s that broke off is not compared as if it were whole', (which) => {
    const isItself = which === 'the period itself'
    const [brokeOff, today] = isItself ? [MARCH, '2027-04-03'] : [FEBRUARY, '2027-04-30']
    const until = `${brokeOff.key}-04`
    const rollUp = aRollUp({ period: brokeOff, today: until, counted: { nps: scores({ 0: 100 }) } })
    const view = shown(
      material(
        isItself
          ? { today, rollUp, written: new Set(datesFrom(MARCH.from, '2027-03-03')) }
          : { today, before: { period: FEBRUARY, rollUp } },
      ),
    )
    expect(figureIn(view, 'nps')?.before?.change).toEqual({ is: 'not-compared', because: 'missing-part' })
    expect(figureIn(view, 'nps')?.kpi.missing).toEqual(isItself ? [{ from: until, to: MARCH.to, because: 'not-rolled-up' }] : [])
    expect(view.exceptions.map(({ is }) => is)).not.toContain('worsened')
  })

  test('a day whose facts came after the figures were made is missing from them', () => {
    const view = shown(material({ today: '2027-04-03', rollUp: aRollUp({ period: MARCH, today: '2027-03-31' }) }))
    expect(view.missing).toEqual([{ from: '2027-03-31', to: '2027-03-31', because: 'not-rolled-up' }])
  })

  test.each([
    ['before the first data', { firstDay: '2027-05-01' }, 'before-first-data'],
    ['before there is any data', { firstDay: null }, 'before-first-data'],
    ['without a roll-up', { written: new Set<string>() }, 'not-rolled-up'],
    ['of the future', { today: '2027-02-20' }, 'not-begun'],
  ] as const)('%s shows no figure', (_what, over, nothing) => {
    expect(reportOf(material({ ...over, rollUp: undefined }))).toMatchObject({ nothing })
  })
})

test('a report is kept as JSON, and is the same when it is read again', () => {
  const view = shown(material())
  expect(JSON.parse(JSON.stringify(view))).toEqual(view)
})
