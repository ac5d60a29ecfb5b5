/** A catalogue of compensation, and what was asked for from it. */
import { type Compensation, CompensationSchema } from '#core/campaign/compensation.ts'
import type { CompensationAsked } from '#core/work/case/compensation-event.ts'

export const aCatalogue = (over: object = {}): Compensation =>
  CompensationSchema.parse({
    period: 'month',
    limit: 1_000_000,
    items: [
      {
        id: 'refund',
        name: { vi: 'Hoàn tiền', en: 'Refund' },
        kind: 'refund',
        upTo: 900_000,
        alone: { agent: 100_000, lead: 300_000, head: 600_000 },
      },
      {
        id: 'tea',
        name: { vi: 'Hộp trà', en: 'Box of tea' },
        kind: 'goods',
        cost: 150_000,
        alone: { agent: 150_000, lead: 300_000, head: 600_000 },
        above: ['lead', 'head'],
      },
      {
        id: 'voucher',
        name: { vi: 'Phiếu', en: 'Voucher' },
        kind: 'voucher',
        cost: 50_000,
        alone: { agent: 50_000, lead: 50_000 },
      },
    ],
    ...over,
  })

export const COMPENSATION = '33333333-3333-4333-8333-333333333333'

/** By an agent, on a Tuesday at nine in the morning in Vietnam. */
export const askedCompensation = (over: Partial<CompensationAsked> = {}): CompensationAsked => ({
  is: 'compensation-asked',
  at: '2027-03-09T02:00:00.000Z',
  by: { is: 'staff', name: 'Hanh', address: 'hanh@example.com' },
  compensationId: COMPENSATION,
  item: 'refund',
  name: { vi: 'Hoàn tiền', en: 'Refund' },
  kind: 'refund',
  amount: 200_000,
  period: '2027-03',
  alone: false,
  note: 'trà bị mốc',
  ...over,
})
