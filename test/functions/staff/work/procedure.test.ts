/** The procedure as a page: what the company's rules say, in the visitor's language, and nothing of any customer. */
import { expect, test } from 'vitest'
import { CasePolicySchema } from '#core/campaign/case-policy.ts'
import { office } from '#test/functions/staff/work/work-office.ts'
import { aDepartment } from '#test/support/question-builders.ts'
import { openedAt, storedCase } from '#test/support/work-builders.ts'

const CASES = CasePolicySchema.parse({
  categories: [{ id: 'quality', name: { vi: 'Chất lượng', en: 'Quality' }, requires: ['batch'], department: 'production' }],
})
const CASE = storedCase({ workId: 'w-1', events: [openedAt('2027-03-08T02:00:00.000Z')] })

test('says steps, severities with their clocks, and categories with what they ask for and whom, by the rules in force', async () => {
  const { as } = await office(CASE)
  const { page } = as('Hanh', {}, { departments: [aDepartment()], cases: CASES })
  const shown = await page('/work/procedure')
  expect(shown).toContain('<b>xác nhận vấn đề</b>')
  expect(shown).toContain('đã hỏi khách ít nhất 2 lần')
  expect(shown).toMatch(/<td data-heading="Mức"><span>S1 [^<]+<\/span><\/td>/)
  expect(shown).toContain('<td data-heading="Bắt đầu"><span>4 giờ làm việc</span></td>')
  expect(shown).toContain('trưởng phòng ở 50%; ban giám đốc ở 100%')
  expect(shown).toContain('trong 7 ngày làm việc theo luật')
  expect(shown).toMatch(
    /<td data-heading="Phải biết trước khi đề xuất"><span>[^<]*Số lô[^<]*<\/span><\/td><td data-heading="Hỏi bộ phận"><span>Sản xuất<\/span><\/td>/,
  )
  expect(await page('/work/w-1')).toContain('href="/work/procedure"')
})

test('whoever sees no work sees it not', async () => {
  const { as } = await office(CASE)
  expect(await as('Duong').page('/work/procedure')).not.toContain('S1')
})
