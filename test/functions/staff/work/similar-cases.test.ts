/** The page of cases that are like one on the desk: whose stand there, in which order, what was done in them, and how far back it reads. */
import { expect, test } from 'vitest'
import { addDays } from '#core/time/local-date.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import type { Case } from '#core/work/work-item.ts'
import { LOOKED_BACK_DAYS } from '#functions/staff/work/similar-cases.ts'
import { office } from '#test/functions/staff/work/work-office.ts'
import { closingOn, openedAt, reopenedBy, storedCase } from '#test/support/work-builders.ts'

const TODAY = '2027-03-10'
const by = { is: 'staff', name: 'Hạnh' } as const

function aCase(
  workId: string,
  {
    category = 'product-quality',
    product = 'Trà sen',
    closed = '2027-03-05',
    customerId = 'c-002',
    more = [] as WorkEvent[],
  } = {},
): Case {
  const described = { is: 'described', at: '2027-01-02T03:00:00.000Z', by, category, fields: { product } } as const
  const events = [described, ...more, ...(closed === '' ? [] : [closingOn(closed, { note: `xong ${workId}` })])]
  return storedCase({ workId, customerId, events: [openedAt('2027-01-02T02:00:00.000Z'), ...(events as never[])] })
}

const shownIn = (page: string): readonly string[] => [...page.matchAll(/data-similar="([^"]+)"/g)].map(([, id]) => id ?? '')

test('closed cases of the category: this customer’s own first, then of others those of the same product, each with what was done', async () => {
  const proposed = { is: 'moved', at: '2027-03-01T02:00:00.000Z', by, to: 'follow-up', note: 'đổi hộp mới' } as const
  const moved = { is: 'moved', at: '2027-03-01T01:00:00.000Z', by, to: 'collect', note: 'xin ảnh' } as const
  const { as } = await office(
    aCase('w-1', { closed: '', customerId: 'c-001' }),
    aCase('own', { customerId: 'c-001', more: [moved, proposed] }),
    aCase('newest', { product: 'Trà lài', closed: '2027-03-09' }),
    aCase('alike', { product: ' trà  SEN', closed: '2027-02-01', more: [reopenedBy('Mai', '2027-01-20T02:00:00.000Z')] }),
    aCase('open', { closed: '' }),
    aCase('own-open', { closed: '', customerId: 'c-001' }),
    aCase('another', { category: 'service' }),
    aCase('part', { more: [{ is: 'merged', at: '2027-03-05T02:00:00.000Z', by, into: 'alike' }] }),
  )
  const page = await as('Hanh').page('/work/w-1/similar')
  expect(shownIn(page)).toEqual(['own', 'alike', 'newest'])
  expect(page).toContain('đổi hộp mới')
  expect(page).toContain('xong own')
  expect(page).not.toContain('xin ảnh')
  expect(page).toContain('mở lại 1 lần')
  expect(page.match(/cùng sản phẩm/g)).toHaveLength(2)
  expect(await as('Hanh').page('/work/w-1')).toContain('href="/work/w-1/similar"')
})

test('of others no more than ten, and none that was closed longer ago than is looked back; of this customer however long ago', async () => {
  const [last, before] = [addDays(TODAY, -LOOKED_BACK_DAYS), addDays(TODAY, -LOOKED_BACK_DAYS - 1)]
  const { as } = await office(
    aCase('w-1', { closed: '', customerId: 'c-001' }),
    aCase('own', { customerId: 'c-001', closed: before }),
    aCase('on-the-edge', { closed: last }),
    aCase('beyond', { closed: before }),
  )
  expect(shownIn(await as('Hanh').page('/work/w-1/similar'))).toEqual(['own', 'on-the-edge'])
  const many = await office(
    aCase('w-1', { closed: '', customerId: 'c-001' }),
    ...Array.from({ length: 14 }, (_, at) => aCase(`w-${at + 2}`, { closed: addDays(TODAY, -at) })),
  )
  expect(shownIn(await many.as('Hanh').page('/work/w-1/similar'))).toHaveLength(10)
})

test('says what to do first where no category is chosen, and what it is not', async () => {
  const bare = storedCase({ workId: 'w-1', events: [openedAt('2027-03-08T02:00:00.000Z')] })
  const { as } = await office(bare, aCase('w-2'))
  expect(await as('Hanh').page('/work/w-1/similar')).toContain('Hãy chọn loại vụ việc trước')
  expect(await as('Hanh').page('/work/w-1')).not.toContain('data-similar-cases')
  expect(await as('Hanh').page('/work/w-9/similar')).toContain('Không có')
  expect(shownIn(await as('Duong').page('/work/w-2/similar'))).toEqual([])
  expect(await as('Hanh').page('/work/w-2/similar', 'en')).toContain('There are none within the last 90 days.')
})
