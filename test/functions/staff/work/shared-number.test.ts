/** The screen of a call whose number is not one customer's alone names the others, because the one who answers may be any of them. */
import { expect, test } from 'vitest'
import { office } from '#test/functions/staff/work/work-office.ts'
import { aCustomer } from '#test/support/builders.ts'
import { aMissedCall, closedWork, openedAt, storedWork } from '#test/support/work-builders.ts'

const OPENED = openedAt('2027-03-09T02:00:00.000Z')
const PHONE = '+84912345678'
const call = (workId: string, customerId: string) => storedWork({ workId, customerId, events: [OPENED] })
const sharedIn = (page: string) =>
  (/<div class="said warn" data-shared>(.*?)<\/div>/s.exec(page)?.[1] ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

async function desk() {
  const staff = await office(call('w-1', 'KH1'), call('w-2', 'KH2'), call('w-3', 'KH3'))
  await staff.stores.customers.put([
    aCustomer({ customerId: 'KH1', fullName: 'Phạm Đức Sơn', honorific: 'ong', addressName: 'Sơn', phone: PHONE }),
    aCustomer({ customerId: 'KH2', fullName: 'Lê Thị Thủy', honorific: 'ba', addressName: 'Thủy', phone: PHONE }),
    aCustomer({ customerId: 'KH3', phone: '+84987654321' }),
  ])
  return { ...staff, page: (id: string, language?: string) => staff.as('Hanh').page(`/work/${id}`, language) }
}

test('with the way to their own task, in both languages', async () => {
  const { page } = await desk()
  expect(sharedIn(await page('w-1'))).toBe(
    'Số này còn là của khách khác: hãy hỏi ai nghe máy, rồi ghi vào việc của người ấy. Lê Thị Thủy KH2 · Bà Thủy · Gọi lại: điểm thấp',
  )
  expect(await page('w-1')).toContain('<a href="/work/w-2">Gọi lại: điểm thấp</a>')
  expect(sharedIn(await page('w-2', 'en'))).toBe(
    'Others have this number too: ask who answers, and note it in the task of that customer. Phạm Đức Sơn KH1 · Ông Sơn · Call back: low score',
  )
})

test('one for whom there is no call to make is named without a task', async () => {
  const { page, work } = await desk()
  const item = await work.get('w-2')
  if (!item) throw new Error('no w-2')
  await work.update(closedWork(item, '2027-03-10'))
  expect(sharedIn(await page('w-1'))).toMatch(/Lê Thị Thủy KH2 · Bà Thủy$/)
})

test('nothing is said of a number that one customer has, or of a call that is over', async () => {
  const { page, work } = await desk()
  expect(sharedIn(await page('w-3'))).toBe('')
  const item = await work.get('w-1')
  if (!item) throw new Error('no w-1')
  await work.update(closedWork(item, '2027-03-10'))
  expect(sharedIn(await page('w-1'))).toBe('')
})

test('a missed call from a shared number names all who have it but the one whose screen it is', async () => {
  const { page, work } = await desk()
  await work.open(aMissedCall({ customerId: 'KH1' }, { workId: 'm-1', events: [OPENED] }))
  expect(sharedIn(await page('m-1'))).toContain('Lê Thị Thủy KH2')
})

test('a customer with whom the number is noted as wrong does not have it, and the screen says so', async () => {
  const { page, stores } = await desk()
  await stores.customers.setWrongPhone({ customerId: 'KH2', phone: PHONE })
  expect(sharedIn(await page('w-1'))).toBe(
    'Số này đã được ghi là sai số của khách khác: trước khi nói gì về khách, hãy hỏi ai nghe máy. Lê Thị Thủy KH2 · Bà Thủy',
  )
  expect(sharedIn(await page('w-1', 'en'))).toBe(
    'This number is noted as a wrong one of another customer: ask who answers before you say anything about the customer. Lê Thị Thủy KH2 · Bà Thủy',
  )
})

test('a number that was wrong for one customer is not rung for another on that day, and is on the next', async () => {
  const { page, work, stores, clock } = await desk()
  const item = await work.get('w-2')
  if (!item) throw new Error('no w-2')
  const wrong = { is: 'attempted', at: clock.at, by: { is: 'staff', name: 'Hạnh' }, disposition: 'wrong-number' } as const
  const event = { ...wrong, way: 'phone', note: null, callBackAt: null } as const
  await work.update({ ...item, events: [...item.events, event], version: item.version + 1 } as typeof item)
  await stores.customers.setWrongPhone({ customerId: 'KH2', phone: PHONE })
  expect(await page('w-1')).toContain('hôm nay đã gọi số này rồi')
  clock.at = new Date(Date.parse(clock.at) + 24 * 3_600_000).toISOString()
  expect(await page('w-1')).not.toContain('hôm nay đã gọi số này rồi')
})

test('a missed call from a number that was noted as wrong since is rung back from its own screen and from the list', async () => {
  const { page, work, stores, as } = await desk()
  await work.open(aMissedCall({ customerId: 'KH3' }, { workId: 'm-1', events: [OPENED] }))
  await stores.customers.setWrongPhone({ customerId: 'KH3', phone: '+84987654321' })
  for (const shown of [await page('m-1', 'en'), await as('Hanh').page('/work?whose=all', 'en')]) {
    expect(shown).toContain('href="tel:+84987654321"')
    expect(shown).toContain('noted as a wrong number: ask who rang')
  }
  expect(await page('w-3', 'en')).not.toContain('href="tel:+84987654321"')
})
