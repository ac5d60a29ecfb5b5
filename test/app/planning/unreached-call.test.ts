/** After a call whose attempts are used up the customer gets one mail, by the same rules as any: by what the call was, consent, caps and claims. */
import { describe, expect, test } from 'vitest'
import type { CampaignDefinition, ContentClass } from '#core/campaign/campaign-definition.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Instant } from '#core/time/instant.ts'
import type { CallEnd } from '#core/work/disposition.ts'
import type { CallTask } from '#core/work/work-item.ts'
import { aCampaign, aCustomer } from '#test/support/builders.ts'
import { failingPorts } from '#test/support/failing-ports.ts'
import { runningCompany } from '#test/support/running-company.ts'
import { openedAt, storedWork } from '#test/support/work-builders.ts'

const hanoi = (day: string, time: string): Instant => new Date(`${day}T${time}:00+07:00`).toISOString() as Instant
const missed = (over: Parameters<typeof aCampaign>[0] = {}): CampaignDefinition =>
  aCampaign({
    id: 'missed-call',
    occasion: { kind: 'after-unreached-call', offset: { days: 1 }, roll: 'forward' },
    touch: { channel: 'email', template: 'missed-call' },
    window: { from: '10:00', to: '16:00' },
    graceDays: 1,
    ...over,
  })
const DAY = '2027-03-10'
const someone = (customerId: string, over: Partial<Customer> = {}) =>
  aCustomer({ customerId, email: `${customerId}@example.com`, ...over })

/** Ended on the day; as a check-in of a class where one is given, else about a low score. */
function ended(customerId: string, as: CallEnd, contentClass?: ContentClass): CallTask {
  const at = hanoi(DAY, '15:00')
  const reached = as === 'reached'
  const closed = { is: 'closed' as const, at, on: DAY, by: { is: 'system' as const }, note: null, reached, as }
  const task = storedWork({ workId: `task-${customerId}-${as}`, customerId, events: [openedAt(hanoi(DAY, '08:00')), closed] })
  if (contentClass === undefined) return task
  return {
    ...task,
    subject: {
      is: 'check-in',
      campaignId: 'check-in',
      occurrenceId: `check-in_${DAY}`,
      occasionKey: `check-in:${DAY}`,
      contentClass,
      script: 'courtesy',
      attempts: 3,
      callBy: at,
      lastDay: '2027-03-15',
      replyId: null,
    },
  }
}

async function start(tasks: readonly CallTask[], over: Partial<Parameters<typeof runningCompany>[0]> = {}) {
  const customers = [...new Set(tasks.flatMap(({ customerId }) => customerId ?? []))].map((id) => someone(id))
  const company = await runningCompany({ now: hanoi(DAY, '16:00'), campaigns: [missed()], customers, ...over })
  for (const task of tasks) await company.stores.work.open(task)
  return company
}
const writtenTo = ({ stores }: Awaited<ReturnType<typeof start>>) => stores.mailer.mails.map(({ customerId }) => customerId)

describe('the mail after a call that reached no one', () => {
  test('goes to whose attempts are used up, on the next day, once', async () => {
    const company = await start([ended('c-001', 'exhausted'), ended('c-002', 'exhausted', 'care')])
    await company.until(hanoi('2027-03-11', '09:59'))
    expect(writtenTo(company)).toEqual([])
    await company.until(hanoi('2027-03-20', '12:00'))
    expect(writtenTo(company).toSorted()).toEqual(['c-001', 'c-002'])
    expect((await company.stores.occurrences.get('missed-call_2027-03-11'))?.balance).toMatchObject({ audience: 2, sent: 2 })
  })

  test.each(['reached', 'refused', 'wrong-number', 'stopped', 'expired', 'cancelled'] as const)(
    'not after a call that ended as %s',
    async (as) => {
      const company = await start([ended('c-001', as)])
      await company.until(hanoi('2027-03-14', '12:00'))
      expect(writtenTo(company)).toEqual([])
    },
  )

  test('only by the class of the call: an advertising call is no reason for a mail of care', async () => {
    const tasks = [ended('c-001', 'exhausted', 'advertising'), ended('c-002', 'exhausted', 'transactional')]
    const company = await start(tasks)
    await company.until(hanoi('2027-03-14', '12:00'))
    expect(writtenTo(company)).toEqual([])
    const advertising = await start(tasks, { campaigns: [missed({ contentClass: 'advertising' })] })
    await advertising.until(hanoi('2027-03-14', '12:00'))
    // Advertising needs consent, and who gave none is told as skipped.
    expect(await advertising.results('missed-call_2027-03-11')).toEqual({ 'c-001': 'skipped consent-missing' })
  })

  test('not to who stopped such mail, and the reason stands in the balance', async () => {
    const company = await start([ended('c-001', 'exhausted')])
    await company.consent('c-001', { 'care/email': { decision: 'withdrawn', at: hanoi(DAY, '10:00') } })
    await company.until(hanoi('2027-03-14', '12:00'))
    expect(await company.results('missed-call_2027-03-11')).toEqual({ 'c-001': 'skipped opted-out' })
  })

  test('not to who was spoken with since, and not while another call of theirs is open', async () => {
    const open = storedWork({ workId: 'task-open', customerId: 'c-002', events: [openedAt(hanoi(DAY, '09:00'))] })
    const spoken = { is: 'closed', on: DAY, by: { is: 'system' }, note: null, reached: true, as: 'reached' } as const
    const later = (at: string) => ({ ...spoken, at: hanoi(DAY, at) })
    const opened = openedAt(hanoi(DAY, '09:00'))
    const company = await start([
      ended('c-001', 'exhausted'),
      storedWork({ workId: 'task-later', customerId: 'c-001', events: [opened, later('17:00')] }),
      ended('c-002', 'exhausted'),
      open,
      ended('c-003', 'exhausted'),
      storedWork({ workId: 'task-before', customerId: 'c-003', events: [opened, later('10:00')] }),
    ])
    await company.until(hanoi('2027-03-14', '12:00'))
    expect(writtenTo(company)).toEqual(['c-003'])
  })

  test.each([
    ['was spoken with', { is: 'closed', reached: true, as: 'reached' }],
    ['is to be rung again', null],
  ] as const)('not to who %s in the morning, after the mail was planned', async (_what, closing) => {
    const company = await start([ended('c-001', 'exhausted'), ended('c-002', 'exhausted')])
    await company.until(hanoi('2027-03-11', '08:30'))
    const at = hanoi('2027-03-11', '08:30')
    const closed = closing && ({ ...closing, at, on: '2027-03-11', by: { is: 'system' }, note: null } as const)
    const events = closed ? ([openedAt(at), closed] as const) : ([openedAt(at)] as const)
    await company.stores.work.open(storedWork({ workId: 'task-morning', customerId: 'c-001', events: [...events] }))
    await company.until(hanoi('2027-03-14', '12:00'))
    expect(await company.results('missed-call_2027-03-11')).toEqual({ 'c-001': 'skipped no-longer-due', 'c-002': 'sent' })
    expect(writtenTo(company)).toEqual(['c-002'])
  })

  test('one of two calls that ended on one day is reason enough', async () => {
    const company = await start(
      [ended('c-001', 'exhausted'), ended('c-001', 'exhausted', 'care')].map((task, at) => ({ ...task, workId: `task-${at}` })),
    )
    await company.until(hanoi('2027-03-14', '12:00'))
    expect(writtenTo(company)).toEqual(['c-001'])
  })

  test.each([1, 2, 3, 4])('once at most, also where stores fail and planners come again (%i)', async (seed) => {
    const company = await start(['c-001', 'c-002', 'c-003', 'c-004'].map((id) => ended(id, 'exhausted')))
    const faults = Array.from({ length: 60 }, (_, at) => ({
      call: seed * 5 + at * 13,
      when: at % 2 === 0 ? ('before' as const) : ('after' as const),
    }))
    company.replace(failingPorts(company.stores, faults))
    await company.until(hanoi('2027-03-12', '18:00'))
    company.replace({})
    await company.until(hanoi('2027-03-20', '12:00'))
    const written = writtenTo(company)
    expect(new Set(written).size).toBe(written.length)
    const occurrence = await company.stores.occurrences.get('missed-call_2027-03-11')
    expect(occurrence).toMatchObject({ state: 'closed', mismatch: false, balance: { audience: 4 } })
    expect(written.length).toBeLessThanOrEqual((occurrence?.balance?.sent ?? 0) + (occurrence?.balance?.unknown ?? 0))
  })
})
