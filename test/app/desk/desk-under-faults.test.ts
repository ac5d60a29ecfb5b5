/**
 * The desk under faults: the stores fail before and after they wrote, senders die and come again, staff ring, agree on call-backs, are told to stop, and
 * the campaign is cancelled or not. Whatever happens, a customer has one task at most, no promise is lost, and both equations add up.
 */
import { expect, test } from 'vitest'
import { memoryDayLists } from '#adapters/memory/day-lists.ts'
import { memoryListOrders } from '#adapters/memory/list-orders.ts'
import { memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import { drawDeskBalance } from '#app/desk/draw-desk-balance.ts'
import { logAttempt } from '#app/desk/log-attempt.ts'
import { type Instant, plusMs } from '#core/time/instant.ts'
import { attemptsOf, promisedAt } from '#core/work/attempts.ts'
import { deskAddsUp } from '#core/work/desk-balance.ts'
import { CONSEQUENCES, type Disposition } from '#core/work/disposition.ts'
import { isOpen } from '#core/work/standing.ts'
import type { CallTask } from '#core/work/work-item.ts'
import { aCampaign, aCustomer } from '#test/support/builders.ts'
import { type CompanyPorts, runningCompany } from '#test/support/running-company.ts'

const DATES = ['2027-03-10', '2027-03-11', '2027-03-12']
const CUSTOMERS = 24
const hanoi = (day: string, time: string): Instant => new Date(`${day}T${time}:00+07:00`).toISOString() as Instant

/** The same numbers for the same seed. */
function chances(seed: number) {
  let state = seed
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    return (state >>> 0) / 2 ** 32
  }
  return {
    isLucky: (share: number) => next() < share,
    oneOf: <One>(of: readonly One[]) => of[Math.floor(next() * of.length)] as One,
  }
}
type Chances = ReturnType<typeof chances>

/** Each call may fail, before it did anything or after: its caller cannot tell. */
function failing<Store extends object>(store: Store, { isLucky }: Chances, share: number): Store {
  return new Proxy(store, {
    get(target, name) {
      const known = Reflect.get(target, name)
      if (typeof known !== 'function') return known
      // Read page by page: it fails at its first page.
      if (name === 'changedDuring' || name === 'closedDuring')
        return async function* (...given: unknown[]) {
          if (isLucky(share)) throw new Error(`${String(name)}: the store is away`)
          yield* Reflect.apply(known, target, given)
        }
      return async (...given: unknown[]) => {
        if (isLucky(share)) throw new Error(`${String(name)}: the store is away`)
        const answer = await Reflect.apply(known, target, given)
        if (isLucky(share)) throw new Error(`${String(name)}: the answer was lost`)
        return answer
      }
    },
  })
}

const DISPOSITIONS: readonly Disposition[] = [
  'no-answer',
  'busy',
  'call-back',
  'satisfied',
  'complaint',
  'refused',
  'do-not-call',
]

test.each([1, 2, 3, 4, 5, 6, 7, 8])('tasks once, promises kept, both equations exact (seed %i)', async (seed) => {
  const chance = chances(seed * 7_919)
  const company = await runningCompany({
    now: hanoi('2027-03-08', '00:30'),
    campaigns: DATES.map((date, at) =>
      aCampaign({
        id: `check-${at}`,
        occasion: { kind: 'fixed', month: 3, day: Number(date.slice(-2)) },
        touch: { channel: 'call', script: 'courtesy', team: 'Care', attempts: 2, openDays: 2 },
        window: { from: '09:00', to: '16:00' },
        graceDays: 1,
      }),
    ),
    customers: Array.from({ length: CUSTOMERS }, (_, at) =>
      aCustomer({
        customerId: `c-${String(at).padStart(3, '0')}`,
        phone: at % 7 === 3 ? null : `+849123450${String(at).padStart(2, '0')}`,
      }),
    ),
  })
  const { stores } = company
  const roster = memoryRosterStore()
  const share = 0.04
  const broken: Partial<CompanyPorts> = {
    work: failing(stores.work, chance, share),
    ledgers: failing(stores.ledgers, chance, share),
    touches: failing(stores.touches, chance, share),
  }
  const promises = new Map<string, Instant>()
  /** One member of staff takes one call after another, until the stores are well enough. */
  async function ring(now: Instant): Promise<void> {
    for (const task of (await stores.work.allOpen()).filter((item): item is CallTask => item.kind === 'call-task')) {
      if (!chance.isLucky(0.4)) continue
      const disposition = chance.oneOf(DISPOSITIONS)
      const attempt = {
        attemptId: `${task.workId}-${now}`,
        workId: task.workId,
        disposition,
        way: 'phone' as const,
        note: CONSEQUENCES[disposition].asks === 'note' ? 'trà bị ẩm' : '',
        callBackAt: disposition === 'call-back' ? plusMs(now, 26 * 3_600_000) : null,
        stop: 'person' as const,
        by: 'Hạnh',
        team: 'Care',
        seen: attemptsOf(task.events).length,
        at: now,
      }
      for (let tries = 0; tries < 60; tries++) {
        const ports = { ...stores, ...broken, roster, dayLists: memoryDayLists(), listOrders: memoryListOrders() }
        const answer = await logAttempt(ports, attempt).catch(() => null)
        if (answer !== null) break
      }
      const after = await stores.work.get(task.workId)
      const promised = after && promisedAt(after.events)
      if (promised) promises.set(task.workId, promised)
      else promises.delete(task.workId)
      // A customer who wants no more calls gets none, whatever another call had promised.
      if (disposition === 'do-not-call')
        for (const { workId } of await stores.work.ofCustomer(task.customerId ?? '')) promises.delete(workId)
    }
  }

  const cancelled = chance.isLucky(0.5)
  for (const day of ['2027-03-09', ...DATES, '2027-03-15', '2027-03-16', '2027-03-17']) {
    company.replace(broken)
    await company.until(hanoi(day, '09:30'))
    await ring(hanoi(day, '09:30'))
    if (cancelled && day === '2027-03-11') await company.pause('check-1', 'cancelled')
    await company.until(hanoi(day, '14:00'))
    await ring(hanoi(day, '14:00'))
  }
  company.replace({})
  await company.until(hanoi('2027-03-24', '02:00'))

  const all = (await Promise.all((await customersOf(company)).map((id) => stores.work.ofCustomer(id)))).flat()
  const checkIns = all.filter(({ subject }) => subject.is === 'check-in')
  expect(new Set(checkIns.map(({ workId }) => workId)).size).toBe(checkIns.length)
  let handed = 0
  for (const [at, date] of DATES.entries()) {
    const occurrence = await stores.occurrences.get(`check-${at}_${date}`)
    expect(occurrence).toMatchObject({ state: 'closed', mismatch: false, balance: { audience: CUSTOMERS, unknown: 0 } })
    const balance = await drawDeskBalance(stores, `check-${at}_${date}`)
    expect(balance.handed).toBe(occurrence?.balance?.sent)
    expect(balance.lines.lost).toBe(0)
    expect(deskAddsUp(balance)).toBe(true)
    handed += balance.handed
  }
  expect(checkIns).toHaveLength(handed)
  for (const [workId, at] of promises) {
    const task = await stores.work.get(workId)
    // A promise stands until staff ring again: no night and no cancelling ends it.
    expect(task && [isOpen(task), task.dueAt]).toEqual([true, at])
  }
  expect(new Set(company.alarmsRaised())).toEqual(new Set(['touch.broken']))
})

async function customersOf({ stores }: Awaited<ReturnType<typeof runningCompany>>): Promise<readonly string[]> {
  const ids: string[] = []
  for await (const page of stores.customers.inPartitions({ first: 0, last: 255 }))
    ids.push(...page.map(({ customer }) => customer.customerId))
  return ids
}
