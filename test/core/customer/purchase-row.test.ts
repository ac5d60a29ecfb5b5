import { expect, test } from 'vitest'
import { type PurchaseColumn, purchaseFromRow } from '#core/customer/purchase-row.ts'

const defaults = { currency: 'VND', today: '2026-11-22' }
type Cells = Partial<Record<PurchaseColumn, string>>
const read = (cells: Cells) =>
  purchaseFromRow({ row: 3, cells: { customer_id: 'KH1', purchased_on: '02/01/2026', ...cells } }, defaults)

test('a row becomes a purchase; what is not told is null', () => {
  expect(
    read({ purchase_id: ' DH-1 ', delivered_on: '05/01/2026', product: 'Trà sen', units: '2', amount: '1.380.000 ₫' }),
  ).toEqual({
    ok: {
      customerId: 'KH1',
      order: 'DH-1',
      purchasedOn: '2026-01-02',
      deliveredOn: '2026-01-05',
      product: 'Trà sen',
      units: 2,
      amount: { amount: 1_380_000, currency: 'VND' },
    },
    warnings: [],
  })
  expect(read({})).toMatchObject({ ok: { order: null, deliveredOn: null, product: null, units: null, amount: null } })
})

test.each([
  [{ customer_id: '' }, 'customer_id'],
  [{ purchased_on: '' }, 'purchased_on'],
  [{ purchased_on: '30/02/2026' }, 'purchased_on'],
  [{ purchased_on: '02/01' }, 'purchased_on'],
  [{ purchased_on: '02/01/2062' }, 'purchased_on'],
  [{ delivered_on: '01/01/2026' }, 'delivered_on'],
  [{ units: '-1' }, 'units'],
  [{ units: '1,5' }, 'units'],
  [{ amount: 'nhiều' }, 'amount'],
  [{ currency: 'xu' }, 'currency'],
  [{ currency: 'USD', amount: '100 ₫' }, 'amount'],
])('%o refuses the row at %s', (cells, column) => {
  expect(read(cells)).toEqual({
    problems: [{ row: 3, column, value: Object.values(cells).at(-1), expected: expect.any(String) }],
  })
})

test.each(['01/01/1900', '01/01/1970', '1980-01-01', '12/03/0202'])(
  '%s, which stands for no day or is mistyped, is refused',
  (day) => {
    expect(read({ purchased_on: day })).toMatchObject({
      problems: [{ column: 'purchased_on', value: day, expected: 'a day from 1980-01-02 on' }],
    })
  },
)

test('a day that lies a little ahead is taken, with a question', () => {
  expect(read({ purchased_on: '24/12/2026' })).toMatchObject({ warnings: [{ note: expect.stringContaining('ahead') }] })
})

test.each([
  ['46000', 'format Date'],
  ['2.1', 'format Text'],
])('the number %s of a workbook is no day of a purchase, and what to do is told', (day, told) => {
  const cells = { customer_id: 'KH1', purchased_on: day }
  expect(purchaseFromRow({ row: 3, cells, numbers: new Set(['purchased_on']) }, defaults)).toMatchObject({
    problems: [{ column: 'purchased_on', value: day, expected: expect.stringContaining(told) }],
  })
})
