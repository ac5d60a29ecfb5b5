/** A lift wherever the report tells it: why there is none stands in the place of its number, and only of enough customers is it said what chance explains. */
import { describe, expect, test } from 'vitest'
import { figureLines } from '#cli/words-of-figures.ts'
import { lift } from '#core/kpi/lift.ts'
import { periodHolding } from '#core/report/report-period.ts'
import { figureIn } from '#core/report/report-view.ts'
import { aRollUp } from '#test/support/counted-roll-ups.ts'
import { aReport } from '#test/support/report-builders.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import { headReportMail } from '#web/staff/mails/head-report-mail.ts'
import { figureCards } from '#web/staff/report/figure-cards.ts'
import { figurePage } from '#web/staff/report/figure-page.ts'
import { figureFileRow } from '#web/staff/report/file-figures.ts'
import { figuresTable } from '#web/staff/report/report-tables.ts'
import { summaryPicture } from '#web/staff/report/summary-picture.ts'

type Groups = Parameters<typeof lift>[1]
const of = (bought: number, customers: number) => ({ bought, customers })
const NONE_ALONE: Groups = { treated: of(40, 400), leftAlone: of(0, 0) }
const NONE_TREATED: Groups = { treated: of(0, 0), leftAlone: of(3, 10) }
const TOO_FEW: Groups = { treated: of(400, 4_000), leftAlone: of(3, 40) }
const ALIKE: Groups = { treated: of(120, 1_000), leftAlone: of(11, 100) }
const MORE: Groups = { treated: of(56, 70), leftAlone: of(48, 80) }

const CHANCE = /chưa thấy|is shown/i
const campaignName = (id: string) => id

/** Every place of the report that tells the figure, in words. */
function told(groups: Groups, locale: 'vi' | 'en') {
  const view = aReport({ settings: { headline: ['care-lift'], targets: {} } }, { groups })
  const figure = figureIn(view, 'care-lift')
  if (!figure) throw new Error('no lift')
  const reader = { locale, campaignName }
  const mail = headReportMail(view, { ...reader, company: 'Trà Sen', staffUrl: null })
  const place = {
    card: figureCards(view, { locale, isLive: true }),
    page: figurePage(aFrame(locale), { figure, view, campaignName }),
  }
  const [, written] = figuresTable({ figures: [figure] }, { locale }).rows[0] ?? []
  const texts = {
    card: String(place.card),
    page: String(place.page),
    table: JSON.stringify(written),
    file: figureFileRow(figure, locale).join(' | '),
    mail: mail.html,
    'text of the mail': mail.text,
    picture: summaryPicture(view, { ...reader, company: 'Trà Sen', font: 'x' }),
  }
  return Object.entries(texts).map(([where, text]) => [where, text.replaceAll('\u00a0', ' ')] as const)
}

describe.each([
  ['nobody was left alone', NONE_ALONE, 'chưa có nhóm so sánh', 'no control group yet'],
  ['nobody was to be contacted', NONE_TREATED, 'chưa có khách được chăm sóc', 'no customer in care yet'],
  ['too few are in a group', TOO_FEW, 'quá ít để kết luận', 'too few to tell'],
] as const)('where %s', (_why, groups, vi, en) => {
  test.each(told(groups, 'vi'))('%s says so, and nothing of chance', (_where, text) => {
    expect(text).toContain(vi)
    expect(text).not.toMatch(CHANCE)
  })

  test.each(told(groups, 'en'))('%s says so in English', (_where, text) => {
    expect(text).toContain(en)
    expect(text).not.toMatch(CHANCE)
  })
})

test('of too few the groups stand beside it', () => {
  const [[, card = ''] = []] = told(TOO_FEW, 'vi')
  expect(card).toContain('Đã mua: 400 trên 4.000 khách được chăm sóc, 3 trên 40 khách giữ lại để so sánh')
})

test('of enough who do not differ it is said, with how large a difference would show; of those who do, which way', () => {
  const [[, alike = ''] = []] = told(ALIKE, 'vi')
  expect(alike).toMatch(/Chưa thấy hai nhóm khác nhau; phải chênh từ [\d,]+ điểm phần trăm mới thấy được/)
  const [[, more = ''] = []] = told(MORE, 'en')
  expect(more).toContain('Customers in care bought more than those left alone')
  expect(more).toContain('+20 percentage points')
})

test('at a terminal the reason stands in the place of the number', () => {
  const LOOKED = { period: { from: '2027-01-01', to: '2027-01-31' }, today: '2027-12-31' }
  const change = { is: 'not-compared', because: 'no-data' } as const
  const lines = (groups: Groups) =>
    figureLines({
      before: LOOKED.period,
      yearBefore: { ...LOOKED.period, alignedBy: 'date' },
      figures: [{ kpi: lift('care-lift', groups, LOOKED), period: LOOKED.period, change, changeOfYear: change }],
    })[0]
  expect(lines(NONE_ALONE)).toContain('[care-lift]: no control group yet')
  expect(lines(TOO_FEW)).toContain('[care-lift]: too few to tell, Bought: 400 of 4,000 in care, 3 of 40 left alone')
  expect(lines(ALIKE)).toContain('No difference of the two groups is shown')
})

test('of everything a campaign has no lift: it is told of one campaign only', () => {
  const view = aReport({ settings: { headline: ['campaign-lift'], targets: {} } })
  const figures = view.figures.map(({ kpi, ...rest }) => {
    const { id, unit, currency, numerator, denominator, interval, estimate, provisional, missing } = kpi
    const untold = { id, unit, currency, numerator, denominator, interval, estimate, provisional, missing, value: null, n: 0 }
    return kpi.id === 'campaign-lift' ? { ...rest, kpi: untold } : { ...rest, kpi }
  })
  expect(String(figureCards({ ...view, figures }, { locale: 'vi', isLive: true }))).toContain('chỉ tính cho từng chiến dịch')
})

test('over the periods each says its own reason for having no lift, and a period without figures none', () => {
  const { view, figure } = liftReport([
    ['2026-12', MORE],
    ['2027-01', NONE_ALONE],
    ['2027-02', TOO_FEW],
    ['2027-03', MORE],
  ])
  const rows = (locale: 'vi' | 'en') => {
    const page = String(figurePage(aFrame(locale), { figure, view, campaignName }))
    return page.slice(page.indexOf(locale === 'vi' ? 'Qua các kỳ' : 'Over the periods')).replaceAll('\u00a0', ' ')
  }
  for (const said of ['chưa có nhóm so sánh', 'quá ít để kết luận']) expect(rows('vi')).toContain(said)
  expect(rows('vi')).not.toContain('chưa có dữ liệu')
  for (const said of ['no control group yet', 'too few to tell']) expect(rows('en')).toContain(said)

  const before = { ...view, trends: { 'care-lift': view.trends['care-lift']?.map(({ lift: _, ...point }) => point) ?? [] } }
  const page = String(figurePage(aFrame('vi'), { figure, view: before, campaignName }))
  expect(page.slice(page.indexOf('Qua các kỳ'))).toContain('chưa có dữ liệu')
})

function liftReport(months: readonly (readonly [string, Groups])[]) {
  const trend = months.map(([month, groups]) => {
    const period = periodHolding('month', `${month}-10`)
    return { period, rollUp: aRollUp({ period, counted: { groups } }) }
  })
  const view = aReport({ settings: { headline: ['care-lift'], targets: {} }, trend }, { groups: MORE })
  const figure = figureIn(view, 'care-lift')
  if (!figure) throw new Error('no lift')
  return { view, figure }
}
