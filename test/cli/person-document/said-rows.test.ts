/** Work about a person as it is handed to them: every word that staff wrote about their matter, in names and not in ids. */
import { expect, test } from 'vitest'
import { workRow } from '#cli/person-document/said-rows.ts'
import { telling } from '#cli/person-document/telling.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { askedCompensation, COMPENSATION } from '#test/support/compensation-builders.ts'
import { AN_INSTANT } from '#test/support/store-builders.ts'
import { aPerson, assignedTo, openedAt, storedCase } from '#test/support/work-builders.ts'

const by = { is: 'staff', name: 'Hạnh' } as const
const companyRules = theCompanyRules()
const { categories } = companyRules.cases
const tell = telling({ customer: aCustomer() } as never, { locale: 'vi', companyRules, campaigns: [] })

test('what staff wrote when they handed a case on, up or back is told, and not to which colleague', () => {
  const note = { ...assignedTo(aPerson('bao')), note: 'chị Lan cần gặp sau 5 giờ' }
  const up = { is: 'escalated', at: AN_INSTANT, by, to: 'lead', because: 'khách đòi gặp quản lý' } as const
  const back = { is: 'handed-back', at: AN_INSTANT, by, because: 'trong quyền của nhân viên' } as const
  const told = String(workRow(storedCase({ events: [openedAt(AN_INSTANT), note, up, back] }), tell).at(-1))
  for (const words of [note.note, up.because, back.because]) expect(told).toContain(words)
  expect(told).not.toContain('bao')
})

test('a category is told by its name', () => {
  const [category] = categories
  const described = { is: 'described', at: AN_INSTANT, by, category: category?.id ?? '', fields: {} } as const
  const told = String(workRow(storedCase({ events: [openedAt(AN_INSTANT), described] }), tell).at(-1))
  expect(told).toContain(category?.name.vi)
})

test('compensation is told with its amount, why it was asked for and how it was given', () => {
  const given = {
    is: 'compensation-given',
    at: AN_INSTANT,
    by,
    compensationId: COMPENSATION,
    amount: 200_000,
    note: 'chuyển khoản',
  } as const
  const told = String(workRow(storedCase({ events: [openedAt(AN_INSTANT), askedCompensation(), given] }), tell).at(-1))
  for (const words of ['Hoàn tiền', '200.000', 'trà bị mốc', 'chuyển khoản']) expect(told).toContain(words)
})
