/** What customers talk about, on the report and in its files. */
import { expect, test } from 'vitest'
import { periodBefore, periodHolding } from '#core/report/report-period.ts'
import { aRollUp } from '#test/support/counted-roll-ups.ts'
import { aReport } from '#test/support/report-builders.ts'
import { anAnswer, aResponse } from '#test/support/survey-builders.ts'
import { aTheme } from '#test/support/theme-builders.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import { fileTables } from '#web/staff/report/file-tables.ts'
import { themesSection } from '#web/staff/report/themes-section.ts'

const THEMES = [aTheme('late', ['giao trễ'], { name: { vi: 'Giao <chậm>', en: 'Late' } }), aTheme('price', ['giá'])]
const MARCH = periodHolding('month', '2027-03-10')
const rolled = (period: typeof MARCH, late: number, customers = 80) => {
  const made = aRollUp({ period })
  const of = { late: { customers: late, answers: late, replies: 0, items: 0 } }
  return { ...made, breakdown: { ...made.breakdown, themes: { customers, of: customers === 0 ? {} : of } } }
}
const february = periodBefore(MARCH)
const view = (late: number, customers?: number) =>
  aReport({
    period: MARCH,
    rollUp: rolled(MARCH, late, customers),
    before: { period: february, rollUp: rolled(february, 10) },
    themes: THEMES,
  })
const campaigns = { name: (id: string) => id, survey: () => undefined } as unknown as CampaignNames
const said = (why: string) => aResponse([anAnswer({ at: '2027-03-10T02:00:00.000Z', score: 2, why })])
const page = (of: ReturnType<typeof view>, words: ReturnType<typeof said>[] | null = []) =>
  String(themesSection(of, { themes: THEMES, words, campaigns }, 'vi')).replaceAll('\u00a0', ' ')

test('a theme leads to its answers and mails of the period, with a change where it is one', () => {
  const html = page(view(40))
  expect(html).toContain('/listening?theme=late&amp;from=2027-03-01&amp;to=2027-03-31&amp;suspects=without')
  expect(html).toContain('Giao &lt;chậm&gt;')
  expect(html).toContain('+37,5 điểm phần trăm')
  expect(page(view(11))).not.toContain('+1,3 điểm phần trăm')
})

test('the newest words stand behind their theme, and frequent words of none below', () => {
  const html = page(view(2), [said('giao trễ'), said('tích điểm lâu'), said('thấy tích điểm')])
  expect(html).toContain('<summary>Giao &lt;chậm&gt;</summary>')
  expect(html).toContain('tích điểm')
  expect(html).toContain('2 lời mới nhất')
})

test('who reads no words of customers sees the counts alone', () => {
  const html = page(view(40), null)
  expect(html).toContain('Giao &lt;chậm&gt;')
  expect(html).not.toContain('/listening')
})

test('where nobody said anything, and in a report of before, there is no data and no 0', () => {
  expect(page(view(0, 0))).toContain('chưa có lời nào')
  expect(page(view(0, 0))).not.toContain('0 %')
  expect(page(aReport({ themes: THEMES }))).toContain('chưa có dữ liệu')
})

test('files hold the table with numbers that a spreadsheet counts with', () => {
  const reader = { locale: 'en', campaignName: (id: string) => id, zone: 'Asia/Ho_Chi_Minh' } as const
  const [table] = fileTables(view(40), reader, 'themes')
  expect(table?.rows[0]?.slice(0, 4)).toEqual(['Late', 40, 50, 40])
})
