/** Calls to the hotline become calls to make: once, with whom they are from, on the memory adapters. */
import { describe, expect, test } from 'vitest'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { memoryCustomerFinder } from '#adapters/memory/customer-finder.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryHotlineCallers } from '#adapters/memory/hotline-callers.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { closeWork } from '#app/desk/close-work.ts'
import { hearHotline } from '#app/desk/hear-hotline.ts'
import { reopenWork } from '#app/desk/reopen-work.ts'
import { events } from '#app/events.ts'
import { occasionsOfRecords } from '#app/planning/recorded-members.ts'
import type { UrgentWork } from '#app/ports/list-orders.ts'
import { workOfDay } from '#core/work/day-list/work-of-day.ts'
import { attempted } from '#core/work/history.ts'
import { lastContactOf, wasSpokenWithSince } from '#core/work/last-contact.ts'
import type { HotlineCall } from '#core/work/missed-call.ts'
import { mayAskWhetherSolved } from '#core/work/own-matter.ts'
import { closingOf } from '#core/work/standing.ts'
import type { Attempted } from '#core/work/work-event.ts'
import { allPages } from '#test/support/all-pages.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { closingInWords } from '#web/words/closings.ts'

const LAN = '+84912345678'
const STRANGER = '+84987654321'
const NOW = '2027-03-10T05:00:00.000Z'
const at = (time: string, day = '2027-03-10') => new Date(`${day}T${time}:00+07:00`).toISOString()
const missed = (time: string, phone = LAN, day?: string): HotlineCall => ({ phone, at: at(time, day), isAnswered: false })
const answered = (time: string, phone = LAN, day?: string): HotlineCall => ({ phone, at: at(time, day), isAnswered: true })

async function desk(...customerIds: readonly string[]) {
  const seals = cryptoSeals({ secret: 'a secret of the test, long enough to be one' })
  const [work, customers] = [memoryWorkStore(), memoryCustomerStore(seals)]
  await customers.put(customerIds.map((customerId) => aCustomer({ customerId, email: null, phone: LAN })))
  const seen: [string, object][] = []
  const sink = { event: (name: string, values: object) => void seen.push([name, values]), alarm: () => {} }
  const remade: string[] = []
  const listOrders = { makeAgain: async ({ workId, at: urgentAt }: UrgentWork) => void remade.push(workId ?? urgentAt) }
  const companyRules = theCompanyRules()
  const ports = {
    work,
    customers,
    finder: memoryCustomerFinder({ customers, addressHash: seals.addressHash }),
    seals,
    listOrders,
    hotlineCallers: memoryHotlineCallers(),
    companyRules,
    events: events(sink),
  }
  const hear = (...calls: readonly HotlineCall[]) => hearHotline(ports, { calls, now: NOW })
  const close = async (time: string, day?: string) =>
    closeWork(ports, {
      workId: (await work.allOpen())[0]?.workId ?? '',
      by: 'Hạnh',
      note: 'đã gọi lại',
      reached: true,
      at: at(time, day),
    })
  const move = (customerId: string, phone: string) => customers.put([aCustomer({ customerId, email: null, phone })])
  return { ports, work, hear, close, move, seen, remade }
}

test('the call of a customer is theirs, and the lists are made again', async () => {
  const { work, hear, remade, seen } = await desk('c-001')
  expect(await hear(missed('09:00'))).toEqual(['opened'])
  expect(await work.ofCustomer('c-001')).toMatchObject([{ kind: 'call-task', subject: { is: 'missed-hotline', phone: null } }])
  expect(remade).toEqual([NOW])
  expect(seen).toMatchObject([['work.opened', { reason: 'missed-hotline' }]])
  expect(JSON.stringify(seen)).not.toContain('912345678')
})

test('a number by which staff reached another person is not the customer’s who is known by it', async () => {
  const { ports, work, hear } = await desk('c-001', 'c-002')
  await ports.customers.setWrongPhone({ customerId: 'c-001', phone: LAN })
  expect(await hear(missed('09:00'))).toEqual(['opened'])
  expect(await work.allOpen()).toMatchObject([{ customerId: 'c-002', subject: { phone: null } }])
  await ports.customers.setWrongPhone({ customerId: 'c-002', phone: LAN })
  expect(await hear(missed('09:00', LAN, '2027-03-09'))).toEqual(['opened'])
  expect(await work.allOpen()).toContainEqual(expect.objectContaining({ customerId: null }))
})

test('several calls of one number and day are one call-back, also told again, one by one and in any order', async () => {
  const { work, hear, remade } = await desk('c-001')
  await hear(missed('09:00'), missed('09:05'))
  expect(await hear(missed('09:05'), missed('09:00'))).toEqual(['known'])
  expect(await hear(missed('09:30'))).toEqual(['known'])
  expect(await hear(missed('08:30'))).toEqual(['known'])
  expect(await work.allOpen()).toHaveLength(1)
  expect(remade, 'the order of the first may have been lost').toHaveLength(4)
})

test('the call-back tells when the caller rang in vain, in order, each minute once, by whichever way it was told and however late', async () => {
  const { work, hear, close } = await desk('c-001')
  const rang = async () =>
    (await work.allOpen()).flatMap(({ subject }) => (subject.is === 'missed-hotline' ? [subject.rang] : []))
  await hear(missed('09:00'), missed('09:05'))
  await hear(missed('08:30'))
  const [row] = await work.allOpen()
  await hear(missed('08:30'), { ...missed('09:05'), at: '2027-03-10T02:05:40.000Z' }, missed('09:00'))
  expect(await rang()).toEqual([[at('08:30'), at('09:00'), at('09:05')]])
  expect((await work.allOpen())[0]?.version, 'told again, nothing is written').toBe(row?.version)
  await close('09:10')
  await hear(missed('08:30'), missed('09:00'), missed('09:05'), missed('10:00'))
  await hear(missed('08:00', LAN, '2027-03-11'), missed('09:00'))
  expect(await rang(), 'those before the end of the call-back before are its own').toEqual([
    [at('10:00'), at('08:00', '2027-03-11')],
  ])
})

test('of a caller who rings without end the newest times are kept', async () => {
  const { work, hear } = await desk('c-001')
  const minutes = Array.from({ length: 60 }, (_, minute) => missed(`09:${String(minute).padStart(2, '0')}`))
  await hear(...minutes)
  const [task] = await work.allOpen()
  expect(task?.subject).toMatchObject({ rang: minutes.slice(-50).map((call) => call.at) })
  await hear(...minutes)
  expect((await work.allOpen())[0]?.version).toBe(task?.version)
})

test('a number that no customer has is rung back too, and found by the number', async () => {
  const { work, hear } = await desk('c-001')
  await hear(missed('09:00', STRANGER))
  expect(await work.ofNumber(STRANGER)).toMatchObject([{ customerId: null, subject: { phone: STRANGER } }])
  expect(await work.ofNumber(LAN)).toEqual([])
  expect(await work.ofCustomer('c-001')).toEqual([])
})

test('a customer whom the finder still knows by the number of before is not the caller', async () => {
  const { ports, work, move } = await desk('c-001')
  const [found] = await ports.finder.find({ by: 'phone', text: LAN, limit: 1 })
  if (!found) throw new Error('the finder knows no customer')
  await move('c-001', '+84900000000')
  await hearHotline({ ...ports, finder: { find: async () => [found] } }, { calls: [missed('09:00')], now: NOW })
  expect(await work.allOpen()).toMatchObject([{ customerId: null, subject: { phone: LAN } }])
})

test('every caller leaves a row for the day, answered or not, whatever is told twice and in whatever order', async () => {
  const { ports, hear } = await desk('c-001')
  const rung = () => allPages(ports.hotlineCallers.rungOn('2027-03-10'))
  await hear(answered('09:00'))
  const numberName = ports.seals.numberName(LAN)
  const caller = { day: '2027-03-10', numberName, customerId: 'c-001', answeredAt: at('09:00'), missedAt: null }
  expect(await rung()).toEqual([caller])
  await hear(missed('10:00'), missed('08:00'))
  await hear(answered('09:00'), missed('08:00'))
  expect(await rung()).toEqual([{ ...caller, missedAt: at('10:00') }])
  await hear(missed('09:30', STRANGER))
  expect(await rung()).toHaveLength(2)
  expect(JSON.stringify(await rung())).not.toContain(STRANGER)
})

test('a number that three customers have is one call-back that says so', async () => {
  const { work, hear } = await desk('c-003', 'c-001', 'c-002')
  await hear(missed('09:00'))
  expect(await work.allOpen()).toMatchObject([{ customerId: 'c-001', subject: { sharedBy: 3 } }])
})

describe('a caller who was answered later on the day', () => {
  test('is not rung back when a lead has opened the call-back again since, and the same calls are told again', async () => {
    const { ports, work, hear } = await desk('c-001')
    await hear(missed('09:00'))
    await hear(answered('10:00'))
    const [task] = await work.ofCustomer('c-001')
    const again = { workId: task?.workId ?? '', by: 'Mai', because: 'khách chưa được trả lời', at: at('11:00') }
    expect(await reopenWork(ports, { ...again, round: 0 })).toMatchObject({ reopened: {} })
    await hear(missed('09:00'), answered('10:00'))
    expect(await work.allOpen(), 'what the lead said stands').toHaveLength(1)
    await hear(answered('11:30'))
    expect(await work.allOpen()).toEqual([])
  })

  test('needs no call-back', async () => {
    const { work, hear, remade } = await desk('c-001')
    expect(await hear(missed('09:00'), answered('10:00'))).toEqual(['answered'])
    expect(await work.allOpen()).toEqual([])
    expect(remade).toEqual([])
  })

  test('closes the call-back that waits, as one that was spoken with', async () => {
    const { work, hear, seen } = await desk('c-001')
    await hear(missed('09:00'))
    expect(await hear(answered('10:00'))).toEqual(['answered'])
    const [task] = await work.ofCustomer('c-001')
    expect(task && closingOf(task)).toMatchObject({ at: at('10:00'), by: { is: 'system' }, reached: true, as: 'reached' })
    expect(seen.map(([name]) => name)).toEqual(['work.opened', 'work.closed'])
    expect(await hear(missed('09:00'), answered('10:00'))).toEqual(['answered'])
    expect(seen).toHaveLength(2)
  })

  test('is rung back who rang in vain after that', async () => {
    const { work, hear } = await desk('c-001')
    await hear(missed('09:00'))
    expect(await hear(missed('09:00'), answered('10:00'), missed('11:00'))).toEqual(['opened'])
    expect(await work.allOpen()).toMatchObject([{ events: [{ at: at('11:00') }] }])
  })

  test('needs no call-back either where the answered call is told first', async () => {
    const { work, hear } = await desk('c-001')
    expect(await hear(answered('10:00'))).toEqual(['answered'])
    expect(await hear(missed('09:00'))).toEqual(['answered'])
    expect(await work.allOpen()).toEqual([])
  })

  test('an answered call from before the missed one closes nothing', async () => {
    const { work, hear } = await desk('c-001')
    await hear(missed('09:00'))
    expect(await hear(answered('08:00'))).toEqual(['known'])
    expect(await work.allOpen()).toHaveLength(1)
  })
})

describe('a number that is answered after a call in vain', () => {
  test.each([
    { case: 'one customer has it, who was spoken with', customers: ['c-001'], by: 'system', isContact: true },
    { case: 'three have it, and who rang is not known', customers: ['c-001', 'c-002', 'c-003'], by: 'system', isContact: false },
    { case: 'three have it, and staff asked who rang', customers: ['c-001', 'c-002', 'c-003'], by: 'staff', isContact: true },
  ])('$case', async ({ customers, by, isContact }) => {
    const { work, hear, close } = await desk(...customers)
    await hear(missed('09:00'))
    if (by === 'system') await hear(answered('09:10'))
    else await close('09:10')
    expect(await work.allOpen()).toEqual([])
    const [task] = await work.ofCustomer('c-001')
    if (!task) throw new Error('the call-back is kept')
    expect(lastContactOf({ lastPurchaseOn: null }, [task])).toBe(isContact ? '2027-03-10' : null)
    expect(wasSpokenWithSince([task], at('08:00'))).toBe(isContact)
    expect(mayAskWhetherSolved(task, [task])).toBe(isContact)
    for (const about of ['own-matter', 'anything'] as const) {
      const due = { who: 'closedOn', kind: 'call-task', about, days: ['2027-03-10'] } as const
      const occasions = await occasionsOfRecords({ work, purchases: memoryPurchaseStore() }, due, { first: 0, last: 255 })
      expect([...occasions.keys()]).toEqual(isContact ? ['c-001'] : [])
    }
    const closing = closingOf(task)
    expect(closing && closingInWords(task, closing, 'en')?.includes('is not known')).toBe(!isContact)
  })
})

describe('after staff have rung back', () => {
  test('the calls before it, told again, open nothing', async () => {
    const { work, hear, close } = await desk('c-001')
    await hear(missed('09:00'))
    await close('09:40')
    expect(await hear(missed('09:00'), missed('09:10'))).toEqual(['known'])
    expect(await work.allOpen()).toEqual([])
  })

  test('a call in vain after it is rung back once more, and once only', async () => {
    const { work, hear, close } = await desk('c-001')
    await hear(missed('09:00'))
    await close('09:40')
    expect(await hear(missed('09:00'), missed('11:00'))).toEqual(['opened'])
    expect(await hear(missed('09:00'), missed('11:00'))).toEqual(['known'])
    expect(await work.allOpen()).toHaveLength(1)
  })
})

describe('a caller whom staff rang back and did not reach', () => {
  const ringsBack = async ({ ports, work }: Awaited<ReturnType<typeof desk>>, time: string, over: Partial<Attempted> = {}) => {
    const [item] = await work.allOpen()
    if (item?.kind !== 'call-task') throw new Error('no call-back is open')
    const attempt = {
      is: 'attempted',
      at: at(time),
      by: { is: 'staff', name: 'Hạnh', address: 'hanh@example.com' },
      disposition: 'no-answer',
      way: 'phone',
      note: null,
      callBackAt: null,
      ...over,
    } as const
    const next = attempted(item, { attempt, closing: null }, ports.companyRules)
    if (next !== 'full') await work.update(next)
  }
  const theTask = async ({ work, ports }: Awaited<ReturnType<typeof desk>>) => {
    const [task] = await work.allOpen()
    if (!task) throw new Error('no call-back is open')
    const today = workOfDay([task], { date: '2027-03-10', rules: ports.companyRules })
    return { dueAt: task.dueAt, today: today.map(({ urgent, isReturned }) => ({ urgent, isReturned })) }
  }
  const isToRing = (missedAt: string, dueAt: string) => ({
    dueAt,
    today: [{ urgent: { is: 'missed-hotline', at: missedAt }, isReturned: true }],
  })

  test.each([
    ['a customer', LAN],
    ['no customer', STRANGER],
  ])('and who rings in vain again is rung back within the hour, however often it is told (%s)', async (_, phone) => {
    const office = await desk('c-001')
    await office.hear(missed('09:00', phone))
    await ringsBack(office, '09:30')
    expect((await theTask(office)).today).toEqual([])
    expect(await office.hear(missed('09:00', phone), missed('09:40', phone))).toEqual(['known'])
    await office.hear(missed('09:40', phone), missed('09:45', phone))
    expect(await theTask(office)).toEqual(isToRing(at('09:40'), at('10:40')))
    expect(await office.work.allOpen()).toMatchObject([{ events: { length: 3 } }])
    await ringsBack(office, '10:00')
    await office.hear(missed('09:40', phone), missed('09:45', phone))
    expect((await theTask(office)).today).toEqual([])
    await office.hear(missed('10:05', phone))
    expect(await theTask(office)).toEqual(isToRing(at('10:05'), at('11:05')))
  })

  test('and whose call-back of a day before is still open is rung back on the day on which they ring again', async () => {
    const office = await desk('c-001')
    await office.hear(missed('16:00', LAN, '2027-03-09'))
    await ringsBack(office, '09:30')
    await office.hear(missed('09:40'))
    expect(await theTask(office)).toEqual(isToRing(at('09:40'), at('10:40')))
  })

  test.each([
    { case: 'a call in vain before it', over: {}, again: '09:20' },
    { case: 'an agreed time', over: { disposition: 'call-back', callBackAt: at('16:00') }, again: '09:40' },
  ] as const)('waits as before it: $case', async ({ over, again }) => {
    const office = await desk('c-001')
    await office.hear(missed('09:00'))
    await ringsBack(office, '09:30', over)
    const [before] = await office.work.allOpen()
    await office.hear(missed('09:00'), missed(again))
    expect(await office.work.allOpen()).toMatchObject([{ dueAt: before?.dueAt, events: before?.events }])
  })

  test('is answered only by a call after the one in vain', async () => {
    const office = await desk('c-001')
    await office.hear(missed('09:00'))
    await ringsBack(office, '09:30')
    await office.hear(missed('09:40'))
    await office.hear(answered('09:35'))
    expect(await office.work.allOpen()).toHaveLength(1)
    await office.hear(answered('09:50'))
    expect(await office.work.allOpen()).toEqual([])
  })
})

describe('a call in vain of a day before', () => {
  const NEXT = '2027-03-11'
  const callers = [
    ['a customer', LAN],
    ['who is none', STRANGER],
  ] as const

  test.each(callers)('of %s, whom staff answer the next morning, needs no call-back any more', async (_, phone) => {
    const { work, hear, seen } = await desk('c-001')
    await hear(missed('20:50', phone))
    const [task] = await work.allOpen()
    expect(await hear(answered('08:05', phone, NEXT))).toEqual(['answered'])
    expect(await work.allOpen()).toEqual([])
    const closedTask = await work.get(task?.workId ?? '')
    expect(closedTask && closingOf(closedTask)).toMatchObject({ at: at('08:05', NEXT), on: NEXT, as: 'reached' })
    expect(await hear(missed('20:50', phone), answered('08:05', phone, NEXT))).toEqual(['answered', 'answered'])
    expect(seen.map(([name]) => name)).toEqual(['work.opened', 'work.closed'])
  })

  test.each(callers)('of %s, who rings in vain again the next morning, is one call-back', async (_, phone) => {
    const { work, hear, close } = await desk('c-001')
    await hear(missed('20:50', phone))
    expect(await hear(missed('08:05', phone, NEXT))).toEqual(['known'])
    expect(await work.allOpen()).toHaveLength(1)
    await close('08:30', NEXT)
    expect(await hear(missed('08:05', phone, NEXT))).toEqual(['known'])
    expect(await work.allOpen()).toEqual([])
    expect(await hear(missed('09:00', phone, NEXT))).toEqual(['opened'])
  })

  test.each(callers)('of %s, told after those of the next morning, is the call-back that there is', async (_, phone) => {
    const { work, hear, close } = await desk('c-001')
    expect(await hear(missed('08:05', phone, NEXT))).toEqual(['opened'])
    expect(await hear(missed('20:50', phone), missed('08:05', phone, NEXT))).toEqual(['known', 'known'])
    expect(await work.allOpen()).toHaveLength(1)
    await close('08:30', NEXT)
    expect(await hear(missed('20:50', phone))).toEqual(['known'])
    expect(await work.allOpen()).toEqual([])
  })

  test('waits on where another number is answered', async () => {
    const { work, hear } = await desk('c-001')
    await hear(missed('20:50'))
    expect(await hear(answered('08:05', STRANGER, NEXT))).toEqual(['answered'])
    expect(await work.allOpen()).toHaveLength(1)
  })

  test('from a number of before of the same customer is none of their new one', async () => {
    const { work, hear, move } = await desk('c-001')
    await hear(missed('20:50'))
    await move('c-001', '+84911111111')
    expect(await hear(answered('08:05', '+84911111111', NEXT))).toEqual(['answered'])
    expect(await work.allOpen()).toHaveLength(1)
  })
})

test('a store that fails opens nothing, and the same calls once more open it once', async () => {
  const { work, hear, remade } = await desk('c-001')
  const { open } = work
  work.open = () => Promise.reject(new Error('the store is away'))
  await expect(hear(missed('09:00'))).rejects.toThrow('the store is away')
  expect(remade).toEqual([])
  work.open = open
  expect(await hear(missed('09:00'))).toEqual(['opened'])
  expect(await work.allOpen()).toHaveLength(1)
})
