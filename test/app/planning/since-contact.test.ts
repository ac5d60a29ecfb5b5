/** A courtesy call so many months after the last real contact: a customer who was met again since is not called. */
import { describe, expect, test } from 'vitest'
import { closeWork } from '#app/desk/close-work.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Instant } from '#core/time/instant.ts'
import { aCampaign, aCustomer, aPurchase } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'
import { storedWork } from '#test/support/work-builders.ts'

const hanoi = (day: string, time: string): Instant => new Date(`${day}T${time}:00+07:00`).toISOString() as Instant
const campaign: CampaignDefinition = aCampaign({
  id: 'courtesy',
  occasion: { kind: 'since-contact', months: 6 },
  touch: { channel: 'call', script: 'courtesy', team: 'Care', attempts: 2, openDays: 3 },
  window: { from: '09:00', to: '16:00' },
})
const bought = (customerId: string, ...days: readonly string[]) => ({
  customer: aCustomer({
    customerId,
    phone: `+84912345${customerId.slice(-3)}`,
    firstPurchaseOn: days[0] ?? null,
    lastPurchaseOn: days.at(-1) ?? null,
  }),
  purchases: days.map((purchasedOn, at) => aPurchase({ customerId, purchaseId: `${customerId}-${at}`, purchasedOn })),
})
const company = async (...people: readonly ReturnType<typeof bought>[]) =>
  runningCompany({
    now: hanoi('2027-03-09', '00:30'),
    campaigns: [campaign],
    customers: people.map(({ customer }) => customer),
    purchases: people.flatMap(({ purchases }) => purchases),
  })
/** A call with that end, closed on the day. */
const called = async (place: Awaited<ReturnType<typeof company>>, day: string, reached: boolean, customerId = 'c-001') => {
  const workId = `call-${day}-${customerId}`
  await place.stores.work.open(storedWork({ workId, customerId, version: 0 }))
  await closeWork(place.ports(), { workId, by: 'Hoa', note: 'xong', reached, at: hanoi(day, '10:00') })
}
const ON = 'courtesy_2027-03-10'

describe('six months after', () => {
  test('the last purchase, and not after an earlier one', async () => {
    const place = await company(bought('c-001', '2026-09-10'), bought('c-002', '2026-09-10', '2026-12-01'), bought('c-003'))
    await place.until(hanoi('2027-03-10', '08:00'))
    expect(await place.results(ON)).toEqual({ 'c-001': 'sent' })
  })

  test('the call in which the customer was reached; one in which they were not counts for nothing', async () => {
    const place = await company(bought('c-001', '2026-01-05'), bought('c-002', '2026-01-05'), bought('c-003', '2026-09-10'))
    await called(place, '2026-09-10', true)
    await called(place, '2026-09-10', false, 'c-002')
    await called(place, '2026-12-01', false, 'c-003')
    await place.until(hanoi('2027-03-10', '08:00'))
    expect(await place.results(ON)).toEqual({ 'c-001': 'sent', 'c-003': 'sent' })
  })

  test('a purchase of five years ago counts, and a call of longer ago than closed work is kept does not', async () => {
    const place = await company(bought('c-001', '2021-01-05'), bought('c-002', '2022-03-10'), bought('c-003', '2021-01-05'))
    await called(place, '2022-03-10', true)
    await called(place, '2024-09-10', true, 'c-003')
    await place.until(hanoi('2027-03-10', '08:00'))
    expect(await place.results(ON)).toEqual({ 'c-002': 'sent', 'c-003': 'sent' })
  })

  test('a call that reached them since has moved it on', async () => {
    const place = await company(bought('c-001', '2026-09-10'))
    await called(place, '2026-11-20', true)
    await place.until(hanoi('2027-03-10', '08:00'))
    expect(await place.results(ON)).toEqual({})
  })

  test('and again after a year without any contact', async () => {
    const place = await company(bought('c-001', '2026-03-10'))
    await place.until(hanoi('2027-03-10', '08:00'))
    expect(await place.results(ON)).toEqual({ 'c-001': 'sent' })
  })

  test('once, also when the call of before is made on the day itself', async () => {
    const place = await company(bought('c-001', '2026-09-10'))
    await place.until(hanoi('2027-03-10', '08:00'))
    const [task] = await place.stores.work.allOpen()
    await closeWork(place.ports(), {
      workId: task?.workId ?? '',
      by: 'Hoa',
      note: 'khỏe',
      reached: true,
      at: hanoi('2027-03-10', '10:00'),
    })
    await place.until(hanoi('2027-03-14', '08:00'))
    expect(await place.stores.work.allOpen()).toEqual([])
    expect(await place.results(ON)).toEqual({ 'c-001': 'sent' })
  })
})
