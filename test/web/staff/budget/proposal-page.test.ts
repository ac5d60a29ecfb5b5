import { expect, test } from 'vitest'
import { plannedBudget } from '#core/planned-budget/planned-budget.ts'
import { aBudgetOf, callsOf, mailsOf, theRates } from '#test/support/budget-builders.ts'
import { aCompany } from '#test/support/builders.ts'
import { aCatalogue } from '#test/support/compensation-builders.ts'
import { proposalPage } from '#web/staff/budget/proposal-page.ts'

const rate = { validFrom: '2026-01-01', source: { vi: 'luật thuế', en: 'the law of taxes' } }
const total = { ...rate, line: 'total', low: 0, high: 1_000, source: 'the board' }

async function pageOf(locale: 'vi' | 'en', { isTaxed = true } = {}) {
  const vat = isTaxed ? [{ ...rate, percent: 10, on: ['touch', 'talk-time'] }] : []
  const budget = plannedBudget(
    aBudgetOf({
      volumes: [mailsOf({ count: 120, gift: 100_000 }), callsOf()],
      compensation: aCatalogue({ limit: 2_000_000 }),
      rates: theRates({ vat, norms: [total] }),
    }),
  )
  if ('refused' in budget) throw new Error(budget.refused)
  const reader = { locale, currency: 'VND', campaignName: (campaign: string) => (campaign === 'tet' ? 'Tết & <gift>' : campaign) }
  const page = await proposalPage({ budget, company: aCompany(), reader })
  return String(page).replaceAll('\u00a0', ' ')
}

test('a tờ trình: the sum without tax, the tax, the total in digits and in words, and who signs', async () => {
  const page = await pageOf('vi')
  // 506 + 240,000 + 600,000 + 3,600,000 + 6,000,000 = 10,440,506; 5 % of it 522,026; tax of 10 % on 240,506 is 24,051.
  for (const said of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'TỜ TRÌNH',
    '10.962.532 ₫',
    'Thuế GTGT 10% trên Gửi thư, gọi điện + Phút gọi',
    '24.051 ₫',
    '10.986.583 ₫',
    'Bằng chữ: Mười triệu chín trăm tám mươi sáu nghìn năm trăm tám mươi ba đồng.',
    'luật thuế (01/01/2026)',
    'Toàn bộ kinh phí: cao',
    'một khách mỗi năm, cao hơn định mức 0 ₫–1.000 ₫ (the board)',
    'Người lập',
    'Giám đốc',
  ])
    expect(page).toContain(said)
  expect(page).toContain('Tết &amp; &lt;gift&gt;')
  expect(page).not.toContain('<gift>')
})

test('in English, without the motto of the nation', async () => {
  const page = await pageOf('en')
  expect(page).toContain('In words: Ten million nine hundred and eighty-six thousand five hundred and eighty-three dong.')
  expect(page).not.toContain('CỘNG HÒA')
})

test('where no tax is stated it says so, and the total is the sum', async () => {
  const page = await pageOf('vi', { isTaxed: false })
  expect(page).toContain('chưa ghi thuế suất')
  expect(page).toContain('Mười triệu chín trăm sáu mươi hai nghìn năm trăm ba mươi hai đồng.')
})
