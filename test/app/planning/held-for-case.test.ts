/** While a grave case is open nothing of a campaign goes out to its customer: as planned, at the last look, and in calls. What answers the customer does. */
import { describe, expect, test } from 'vitest'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { closeWork } from '#app/desk/close-work.ts'
import { markingCases } from '#app/marking-cases.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Case } from '#core/work/work-item.ts'
import { aCampaign, aCustomer } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'
import { openedAt, storedCase } from '#test/support/work-builders.ts'

const OCCURRENCE = 'tenth-of-march_2027-03-10'
const FIRST_LOOK: Instant = '2027-03-08T00:00:00.000Z'
/** Planned the day before; planned again at 07:00 in Vietnam, two hours before the mails. */
const AFTER_THE_PLAN: Instant = '2027-03-09T12:00:00.000Z'
const AFTER_THE_LAST_PLAN: Instant = '2027-03-10T00:30:00.000Z'
const OVER: Instant = '2027-03-12T00:00:00.000Z'
const NEIGHBOUR = aCustomer({ customerId: 'c-009', email: 'other@example.com' })

const graveCase = (over: Partial<Case> = {}): Case =>
  storedCase({
    workId: 'w-1',
    events: [
      openedAt('2027-03-07T02:00:00.000Z'),
      {
        is: 'severity-set',
        at: '2027-03-07T02:00:00.000Z',
        by: { is: 'system' },
        severity: 's1',
        because: { is: 'rule', rule: 'words' },
      },
    ],
    ...over,
  })

async function company(campaigns: readonly CampaignDefinition[] = [aCampaign()], now = FIRST_LOOK) {
  const running = await runningCompany({ now, campaigns, customers: [aCustomer(), NEIGHBOUR] })
  const { stores } = running
  const work = markingCases(stores.work, stores)
  return {
    ...running,
    work,
    open: (over: Partial<Case> = {}) => work.open(graveCase(over)),
    close: (workId = 'w-1') =>
      closeWork(
        { work, companyRules: stores.companyRules, events: stores.events },
        { workId, by: 'Hạnh', address: 'hanh@example.com', note: 'đã xong', reached: 'not-needed', at: running.clock() },
      ),
    balance: async (occurrenceId = OCCURRENCE) => (await stores.occurrences.get(occurrenceId))?.balance,
  }
}

const HELD = 'skipped held-for-case'

describe('a greeting', () => {
  test('is held as it is planned, and the balance says so and adds up', async () => {
    const { open, until, results, sent, balance, stores } = await company()
    await open()
    await until(AFTER_THE_PLAN)
    expect(await results(OCCURRENCE)).toEqual({ 'c-001': HELD, 'c-009': 'planned' })
    await until(OVER)
    expect(await results(OCCURRENCE)).toMatchObject({ 'c-001': HELD })
    expect(sent()).toEqual(['c-009 tenth-of-march'])
    expect(await balance()).toMatchObject({ audience: 2, sent: 1, skipped: 1, skippedBy: { 'held-for-case': 1 } })
    expect(await stores.occurrences.get(OCCURRENCE)).toMatchObject({ mismatch: false })
  })

  test.each([AFTER_THE_PLAN, AFTER_THE_LAST_PLAN])(
    'is held at the last look, where the case was opened at %s',
    async (opened) => {
      const { open, until, results, sent } = await company()
      await until(opened)
      await open()
      await until(OVER)
      expect((await results(OCCURRENCE))['c-001']).toBe(HELD)
      expect(sent()).toEqual(['c-009 tenth-of-march'])
    },
  )

  test('is held where the case is opened while the sender waits with its page read', async () => {
    const it = await company()
    let opened: Promise<unknown> | undefined
    const { pace } = it.stores
    it.replace({
      pace: {
        ...pace,
        take: async () => {
          opened ??= it.open()
          await opened
          return pace.take()
        },
      },
    })
    await it.until(OVER)
    expect((await it.results(OCCURRENCE))['c-001']).toBe(HELD)
  })

  test('goes out where the case was closed before the last plan', async () => {
    const { open, close, until, sent } = await company()
    await open()
    await until(AFTER_THE_PLAN)
    await close()
    await until(OVER)
    expect(sent().toSorted()).toEqual(['c-001 tenth-of-march', 'c-009 tenth-of-march'])
  })

  test('goes out where the case was opened after the plan and closed before the mails', async () => {
    const { open, close, until, sent } = await company()
    await until(AFTER_THE_PLAN)
    await open()
    await close()
    await until(OVER)
    expect(sent()).toContain('c-001 tenth-of-march')
  })

  test('that was held is not sent late', async () => {
    const { open, close, until, sent, results } = await company()
    await open()
    await until('2027-03-10T04:30:00.000Z')
    await close()
    await until(OVER)
    expect(sent()).toEqual(['c-009 tenth-of-march'])
    expect((await results(OCCURRENCE))['c-001']).toBe(HELD)
  })

  test('is held until the last of two cases is closed', async () => {
    const { open, close, until, sent } = await company()
    await open()
    await open({ workId: 'w-2' })
    await until(AFTER_THE_PLAN)
    await close('w-1')
    await until(OVER)
    expect(sent()).toEqual(['c-009 tenth-of-march'])
  })

  test('goes out beside a case that is not grave', async () => {
    const { open, until, sent } = await company()
    await open({ events: [openedAt('2027-03-07T02:00:00.000Z')] })
    await until(OVER)
    expect(sent()).toContain('c-001 tenth-of-march')
  })

  test('is said to be held and not outranked, where a stronger one is near', async () => {
    const stronger = aCampaign({ id: 'stronger', limits: { priority: 90, holdoutPercent: 0 } })
    const { open, until, results } = await company([aCampaign(), stronger])
    await open()
    await until(AFTER_THE_PLAN)
    expect((await results(OCCURRENCE))['c-001']).toBe(HELD)
    expect((await results('stronger_2027-03-10'))['c-001']).toBe(HELD)
  })
})

describe('by class', () => {
  test.each(['care', 'advertising', 'survey', 'transactional'] as const)('%s', async (contentClass) => {
    const granted = { [`${contentClass}/email`]: { decision: 'granted', at: '2027-01-01T00:00:00.000Z' } } as const
    const survey = contentClass === 'survey' ? { survey: { kind: 'csat' as const } } : {}
    const it = await company([aCampaign({ contentClass, ...survey })])
    for (const id of ['c-001', 'c-009']) await it.stores.customers.setConsents(id, granted)
    await it.open()
    await it.until(OVER)
    expect((await it.results(OCCURRENCE))['c-009']).toMatch(/^sent/)
    expect((await it.results(OCCURRENCE))['c-001']).toMatch(contentClass === 'transactional' ? /^sent/ : HELD)
  })
})

test('costs no read more: what is asked of the stores is the same, whether no case is open or a grave one', async () => {
  const count = async (isHeld: boolean) => {
    const it = await company([aCampaign()], '2027-03-09T00:30:00.000Z')
    if (isHeld) await it.open()
    const asked: string[] = []
    const counted = <Port extends object>(name: string, port: Port): Port =>
      new Proxy(port, {
        get: (target, member) => {
          const value: unknown = Reflect.get(target, member)
          if (typeof value !== 'function') return value
          return (...given: unknown[]) => {
            asked.push(`${name}.${String(member)}`)
            return Reflect.apply(value, target, given)
          }
        },
      })
    // Without the hourly look, which reads what changed of the work.
    it.replace({
      customers: counted('customers', it.stores.customers),
      ledgers: counted('ledgers', it.stores.ledgers),
      suppressions: counted('suppressions', it.stores.suppressions),
      work: counted('work', memoryWorkStore()),
    })
    await it.until('2027-03-10T00:20:00.000Z')
    return asked.filter((call) => !call.startsWith('ledgers.claim'))
  }
  expect(await count(true)).toEqual(await count(false))
})
