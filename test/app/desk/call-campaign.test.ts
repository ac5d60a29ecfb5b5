/** A campaign of calls: its customers come to the desk once, early on the day, and each stands in one line of the second equation. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeLedger } from '#app/claims/change-ledger.ts'
import { closeWork } from '#app/desk/close-work.ts'
import { drawDeskBalance } from '#app/desk/draw-desk-balance.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Customer } from '#core/customer/customer.ts'
import { type Instant, plusMs } from '#core/time/instant.ts'
import { checkInId } from '#core/work/check-in.ts'
import { deskAddsUp } from '#core/work/desk-balance.ts'
import { closingOf, ownerOf } from '#core/work/standing.ts'
import { isCheckIn } from '#core/work/work-item.ts'
import { aCampaign, aCustomer, aPolicy, someRules, theCompanyRules } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'

const ON = 'check-in_2027-03-10'
const hanoi = (day: string, time: string): Instant => new Date(`${day}T${time}:00+07:00`).toISOString() as Instant
const check = (overrides: Parameters<typeof aCampaign>[0] = {}): CampaignDefinition =>
  aCampaign({
    id: 'check-in',
    touch: { channel: 'call', script: 'courtesy', team: 'Care', attempts: 2, openDays: 3 },
    window: { from: '09:00', to: '16:30' },
    ...overrides,
  })
const rung = (customerId: string, over: Partial<Customer> = {}) =>
  aCustomer({ customerId, phone: `+84912345${customerId.slice(-3)}`, ...over })
const start = (over: Partial<Parameters<typeof runningCompany>[0]> = {}) =>
  runningCompany({
    now: hanoi('2027-03-09', '00:30'),
    campaigns: [check()],
    customers: [rung('c-001'), rung('c-002'), rung('c-003', { phone: null })],
    ...over,
  })
const taskOf = async (company: Awaited<ReturnType<typeof start>>, customerId: string) => {
  const task = await company.stores.work.get(checkInId({ customerId, occurrenceId: ON }))
  return task && isCheckIn(task) ? task : undefined
}

describe('handed to the desk', () => {
  test('once, before the lists of the day are made, and to the team of the campaign', async () => {
    const company = await start()
    await company.until(hanoi('2027-03-10', '05:59'))
    expect(await company.stores.work.allOpen()).toEqual([])
    await company.until(hanoi('2027-03-10', '07:30'))
    const task = await taskOf(company, 'c-001')
    expect(task).toMatchObject({
      customerId: 'c-001',
      dueAt: hanoi('2027-03-10', '16:30'),
      subject: { script: 'courtesy', attempts: 2, lastDay: '2027-03-12', contentClass: 'care' },
    })
    expect(task && ownerOf(task)).toEqual({ is: 'team', team: 'Care' })
    expect(await company.results(ON)).toEqual({ 'c-001': 'sent', 'c-002': 'sent', 'c-003': 'skipped no-address' })
    expect(company.sent()).toEqual([])
  })

  test('never for one who wants no calls, who is told as skipped with the reason', async () => {
    const company = await start()
    await company.consent('c-002', { 'care/call': { decision: 'withdrawn', at: hanoi('2027-03-01', '10:00') } })
    await company.until(hanoi('2027-03-10', '12:00'))
    expect(await company.results(ON)).toMatchObject({ 'c-001': 'sent', 'c-002': 'skipped opted-out' })
    expect(await taskOf(company, 'c-002')).toBeUndefined()
  })

  test('only on a day and until an hour that the law allows; a law of mornings ends the task at noon', async () => {
    const rules = someRules({ hours: [{ from: '08:00', to: '11:00' }], weekdays: [4, 5] })
    const policy = aPolicy()
    const law = {
      ...policy,
      periods: policy.periods.map((one) => ({ ...one, classes: { ...one.classes, care: { ...one.classes.care, call: rules } } })),
    }
    const company = await start({ campaigns: [check({ graceDays: 2 })], companyRules: theCompanyRules({ policies: [law] }) })
    await company.until(hanoi('2027-03-10', '20:00'))
    expect(await company.stores.work.allOpen()).toEqual([])
    await company.until(hanoi('2027-03-11', '08:00'))
    expect((await taskOf(company, 'c-001'))?.dueAt).toBe(hanoi('2027-03-11', '11:00'))
  })

  test.each(['before the task', 'after it', 'and the store stayed away for an hour'])(
    'once after a sender that died behind its claim, %s',
    async (when) => {
      const company = await start({ customers: [rung('c-001')] })
      let broken = 0
      const { work } = company.stores
      company.replace({
        work: {
          ...work,
          open: async (item) => {
            if (broken++ > (when.startsWith('and') ? 8 : 0)) return work.open(item)
            if (when === 'after it') await work.open(item)
            throw new Error('the store is away')
          },
        },
      })
      await company.until(hanoi('2027-03-11', '12:00'))
      expect(await company.results(ON)).toEqual({ 'c-001': 'sent' })
      expect((await work.allOpen()).map(({ workId }) => workId)).toEqual([`check-in_${ON}_c-001`])
      const [ledger] = await company.stores.ledgers.getMany(['c-001'])
      expect(ledger?.contacts).toHaveLength(1)
      // Nothing is ever unknown.
      expect(new Set(company.alarmsRaised())).toEqual(new Set(['touch.broken']))
    },
  )

  test('at closing, a claim whose sender never came back is told by the desk, never as unknown', async () => {
    const company = await start({ customers: [rung('c-001')] })
    company.replace({ touches: { ...company.stores.touches, record: async () => Promise.reject(new Error('away')) } })
    await company.until(hanoi('2027-03-10', '10:00'))
    company.replace({})
    await company.until(hanoi('2027-03-12', '12:00'))
    expect(await company.results(ON)).toEqual({ 'c-001': 'sent' })
    expect((await company.stores.occurrences.get(ON))?.state).toBe('closed')
  })
})

describe('ends without an attempt', () => {
  const OPEN_UNTIL = hanoi('2027-03-12', '23:30')

  test('the night after its last working day, and not before', async () => {
    const company = await start({ customers: [rung('c-001')] })
    await company.until(OPEN_UNTIL)
    expect(await drawDeskBalance(company.stores, ON)).toMatchObject({ handed: 1, lines: { open: 1, expired: 0 } })
    await company.until(hanoi('2027-03-13', '01:30'))
    const task = await taskOf(company, 'c-001')
    expect(task && closingOf(task)).toMatchObject({ as: 'expired', reached: false, by: { is: 'system' }, on: '2027-03-13' })
    expect(await drawDeskBalance(company.stores, ON)).toMatchObject({ handed: 1, lines: { open: 0, expired: 1 } })
  })

  test('in one of the next nights, when that one was missed', async () => {
    const company = await start({ customers: [rung('c-001')] })
    await company.until(OPEN_UNTIL)
    company.jumpTo(hanoi('2027-03-14', '09:30'))
    await company.until(hanoi('2027-03-15', '01:30'))
    expect(await drawDeskBalance(company.stores, ON)).toMatchObject({ lines: { expired: 1 } })
  })

  test('when its campaign was cancelled, and not when it is paused', async () => {
    const company = await start({ customers: [rung('c-001')] })
    await company.until(hanoi('2027-03-10', '10:00'))
    await company.pause('check-in', 'paused')
    await company.until(hanoi('2027-03-11', '01:30'))
    expect(await drawDeskBalance(company.stores, ON)).toMatchObject({ lines: { open: 1 } })
    await company.pause('check-in', 'cancelled')
    await company.until(hanoi('2027-03-12', '01:30'))
    expect(await drawDeskBalance(company.stores, ON)).toMatchObject({ lines: { cancelled: 1, open: 0 } })
  })

  test.each([
    ['asks for fewer days', { channel: 'call', script: 'courtesy', team: 'Care', attempts: 2, openDays: 1 }],
    ['writes a letter', { channel: 'email', template: 'greeting' }],
  ])('as its own version said, when the next version %s', async (_, touch) => {
    const longer = { channel: 'call', script: 'courtesy', team: 'Care', attempts: 2, openDays: 20 }
    const company = await start({ customers: [rung('c-001')], campaigns: [check({ touch: longer })] })
    await company.until(hanoi('2027-03-10', '10:00'))
    await company.accept([check({ touch })])
    expect((await taskOf(company, 'c-001'))?.subject.lastDay).toBe('2027-04-06')
    await company.until(hanoi('2027-04-06', '23:30'))
    expect(await drawDeskBalance(company.stores, ON)).toMatchObject({ lines: { open: 1 } })
    await company.until(hanoi('2027-04-07', '01:30'))
    expect(await drawDeskBalance(company.stores, ON)).toMatchObject({ lines: { open: 0, expired: 1 } })
  })

  test('after an outage of a week', async () => {
    const company = await start({ customers: [rung('c-001')] })
    await company.until(OPEN_UNTIL)
    company.jumpTo(hanoi('2027-03-20', '09:30'))
    await company.until(hanoi('2027-03-21', '01:30'))
    expect(await drawDeskBalance(company.stores, ON)).toMatchObject({ lines: { expired: 1 } })
  })

  test('rings when a task is lost that nothing explains', async () => {
    const company = await start()
    await company.until(hanoi('2027-03-10', '10:00'))
    await company.stores.work.remove(checkInId({ customerId: 'c-001', occurrenceId: ON }))
    await company.until(hanoi('2027-03-13', '01:30'))
    expect(company.alarmsRaised()).toEqual(['desk.mismatch'])
  })
})

test('every customer handed over stands in one line, whatever became of them', async () => {
  const ends = ['open', 'reached', 'not', 'expired', 'gone'] as const
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...ends), { minLength: 1, maxLength: 12 }), async (wanted) => {
      const ids = wanted.map((_, at) => `c-${String(at).padStart(3, '0')}`)
      const company = await start({ customers: ids.map((id) => rung(id)) })
      await company.until(hanoi('2027-03-10', '08:00'))
      const at = hanoi('2027-03-10', '10:00')
      for (const [index, end] of wanted.entries()) {
        const customerId = ids[index] ?? ''
        const workId = checkInId({ customerId, occurrenceId: ON })
        if (end === 'reached' || end === 'not')
          await closeWork(company.ports(), { workId, by: 'Hoa', note: 'xong', reached: end === 'reached', at })
        if (end === 'gone') {
          await company.stores.work.remove(workId)
          for (const batch of await company.stores.occurrences.batches(ON))
            await company.stores.occurrences.putBatch({
              ...batch,
              recipients: batch.recipients.map((one) =>
                one.customerId === customerId ? { ...one, customerId: `erased-${customerId}` } : one,
              ),
              version: batch.version + 1,
            })
        }
      }
      const balance = await drawDeskBalance(company.stores, ON)
      const count = (end: (typeof ends)[number]) => wanted.filter((one) => one === end).length
      expect(balance.handed).toBe(wanted.length)
      expect(deskAddsUp(balance)).toBe(true)
      expect(balance.lines).toMatchObject({
        reached: count('reached'),
        exhausted: count('not'),
        gone: count('gone'),
        open: count('open') + count('expired'),
        lost: 0,
      })
    }),
    { numRuns: 20 },
  )
})

test('a touch by call is one contact for the limits over all channels', async () => {
  const company = await start({
    customers: [rung('c-001')],
    companyRules: theCompanyRules({ company: { frequencyCaps: [{ max: 1, hours: 168 }] } }),
  })
  await changeLedger(company.stores.ledgers, {
    customerId: 'c-001',
    change: (ledger) => ({
      ...ledger,
      version: ledger.version + 1,
      contacts: [
        {
          occurrenceId: 'other_2027-03-08',
          occasionKey: 'other:2027-03-08',
          channel: 'email',
          contentClass: 'care',
          at: plusMs(hanoi('2027-03-08', '10:00'), 0),
        },
      ],
    }),
  })
  await company.until(hanoi('2027-03-10', '12:00'))
  expect(await company.results(ON)).toEqual({ 'c-001': 'skipped frequency-cap' })
})
