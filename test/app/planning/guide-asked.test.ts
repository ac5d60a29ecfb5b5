/** A customer who asked in a call for the guide by mail gets it on the next working day, once, by the same rules as any mail. */
import { describe, expect, test } from 'vitest'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Disposition } from '#core/work/disposition.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { aCampaign, aCustomer } from '#test/support/builders.ts'
import { failingPorts } from '#test/support/failing-ports.ts'
import { runningCompany } from '#test/support/running-company.ts'
import { openedAt, reopenedBy, storedWork } from '#test/support/work-builders.ts'

const hanoi = (day: string, time: string): Instant => new Date(`${day}T${time}:00+07:00`).toISOString() as Instant
const DAY = '2027-03-10'
const guide = (over: Parameters<typeof aCampaign>[0] = {}): CampaignDefinition =>
  aCampaign({
    id: 'guide-by-mail',
    occasion: { kind: 'after-call-asked-guide', offset: { days: 1 }, roll: 'forward' },
    touch: { channel: 'email', template: 'guide-by-mail' },
    window: { from: '09:00', to: '17:00' },
    graceDays: 1,
    ...over,
  })

/** Ended on a day, as staff log it: the attempt and the closing stand at one moment. */
function ended(
  customerId: string,
  { asked = true, day = DAY, as = 'satisfied' as Disposition, workId = `task-${customerId}` } = {},
): Extract<WorkItem, { kind: 'call-task' }> {
  const at = hanoi(day, '15:00')
  const by = { is: 'staff' as const, name: 'Hạnh' }
  const attempt = { is: 'attempted' as const, at, by, disposition: as, way: 'phone' as const, note: null, callBackAt: null }
  const closed = { is: 'closed' as const, at, on: day, by, note: null, reached: true, as: 'reached' as const }
  return storedWork({
    workId,
    customerId,
    events: [openedAt(hanoi(day, '08:00')), { ...attempt, ...(asked && { guide: true as const }) }, closed],
  })
}

async function start(tasks: readonly WorkItem[], over: Partial<Parameters<typeof runningCompany>[0]> = {}) {
  const ids = [...new Set(tasks.flatMap(({ customerId }) => customerId ?? []))]
  const customers = ids.map((customerId) => aCustomer({ customerId, email: `${customerId}@example.com` }))
  const company = await runningCompany({ now: hanoi(DAY, '16:00'), campaigns: [guide()], customers, ...over })
  for (const task of tasks) await company.stores.work.open(task)
  return company
}
const writtenTo = ({ stores }: Awaited<ReturnType<typeof start>>) => stores.mailer.mails.map(({ customerId }) => customerId)

describe('the guide by mail', () => {
  test('goes to who asked for it in a call, on the next day, once, and stands in the balance', async () => {
    const company = await start([ended('c-001'), ended('c-002', { asked: false }), ended('c-003', { as: 'complaint' })])
    await company.until(hanoi('2027-03-11', '08:59'))
    expect(writtenTo(company)).toEqual([])
    await company.until(hanoi('2027-03-20', '12:00'))
    expect(writtenTo(company).toSorted()).toEqual(['c-001', 'c-003'])
    expect((await company.stores.occurrences.get('guide-by-mail_2027-03-11'))?.balance).toMatchObject({ audience: 2, sent: 2 })
  })

  test('asked for on a Friday goes on Monday', async () => {
    const company = await start([ended('c-001', { day: '2027-03-12' })])
    await company.until(hanoi('2027-03-15', '08:00'))
    expect(writtenTo(company)).toEqual([])
    await company.until(hanoi('2027-03-15', '18:00'))
    expect(writtenTo(company)).toEqual(['c-001'])
  })

  test('goes once to who asked in two calls of a day, and again after a call of another day', async () => {
    const company = await start([ended('c-001'), ended('c-001', { workId: 'second' })])
    await company.until(hanoi('2027-03-14', '12:00'))
    expect(writtenTo(company)).toEqual(['c-001'])
    await company.stores.work.open(ended('c-001', { workId: 'third', day: '2027-03-15' }))
    await company.until(hanoi('2027-03-18', '12:00'))
    expect(writtenTo(company)).toEqual(['c-001', 'c-001'])
  })

  test('a call reopened and closed again on the same day keeps what was asked; on a later day it is not sent twice', async () => {
    const { events, ...task } = ended('c-001')
    const [first, ...rest] = events
    const again = (day: string, time: string) => [
      reopenedBy('Mai', 'nhầm', hanoi(day, '15:30')),
      { is: 'closed' as const, at: hanoi(day, time), on: day, by: { is: 'system' as const }, note: null, reached: true },
    ]
    const sameDay = await start([{ ...task, events: [first, ...rest, ...again(DAY, '15:45')] }])
    await sameDay.until(hanoi('2027-03-14', '12:00'))
    expect(writtenTo(sameDay)).toEqual(['c-001'])
    const later = await start([{ ...task, events: [first, ...rest, ...again('2027-03-11', '15:45')] }])
    await later.until(hanoi('2027-03-18', '12:00'))
    expect(writtenTo(later)).toEqual([])
  })

  test('not to who stopped such mail, and the reason stands in the balance', async () => {
    const company = await start([ended('c-001')])
    await company.consent('c-001', { 'care/email': { decision: 'withdrawn', at: hanoi(DAY, '10:00') } })
    await company.until(hanoi('2027-03-14', '12:00'))
    expect(await company.results('guide-by-mail_2027-03-11')).toEqual({ 'c-001': 'skipped opted-out' })
  })

  test.each([1, 2, 3, 4])('once at most, also where stores fail and planners come again (%i)', async (seed) => {
    const company = await start(['c-001', 'c-002', 'c-003', 'c-004'].map((id) => ended(id)))
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
    const occurrence = await company.stores.occurrences.get('guide-by-mail_2027-03-11')
    expect(occurrence).toMatchObject({ state: 'closed', mismatch: false, balance: { audience: 4 } })
  })
})
