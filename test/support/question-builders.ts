/** Departments, and what they are asked. */
import { type Department, DepartmentsSchema } from '#core/campaign/departments.ts'
import type { AskedDepartment } from '#core/work/case/question-event.ts'

/** Accepts within two hours of working time, and answers within a day. */
export const aDepartment = (over: Partial<Department> = {}): Department => {
  const [department] = DepartmentsSchema.parse({
    departments: [
      {
        id: 'production',
        name: { vi: 'Sản xuất', en: 'Production' },
        head: { name: 'Hoàng Văn Sơn', address: 'son@example.com' },
        addressees: [
          { name: 'Vũ Thị Lan', address: 'lan@example.com' },
          { name: 'Emily Carter', address: 'emily@example.com', language: 'en' },
        ],
        acceptIn: { amount: 2, unit: 'hours' },
        answerIn: { amount: 1, unit: 'days' },
      },
    ],
  }).departments
  if (!department) throw new Error('no department')
  return { ...department, ...over }
}

/** On a Tuesday at nine in the morning in Vietnam. */
export const ASKED_AT = '2027-03-09T02:00:00.000Z'
export const QUESTION = '11111111-1111-4111-8111-111111111111'

export const askedDepartment = (over: Partial<AskedDepartment> = {}): AskedDepartment => ({
  is: 'asked-department',
  at: ASKED_AT,
  by: { is: 'staff', name: 'Hạnh', address: 'hanh@example.com' },
  questionId: QUESTION,
  department: 'production',
  to: { name: 'Vũ Thị Lan', address: 'lan@example.com', language: 'vi' },
  question: 'Lô L-07 có bị ẩm khi đóng gói không?',
  extract: 'Khách nói trà có mùi mốc.',
  fields: { batch: 'L-07' },
  ...over,
})
