/** Which calls to the hotline are rung back, and by when. */
import { describe, expect, test } from 'vitest'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { callsByNumber, type HotlineCall, missedCallId, missedCallTask } from '#core/work/missed-call.ts'
import { ownerOf } from '#core/work/standing.ts'
import { WorkItemSchema } from '#core/work/work-item.ts'
import { aCompany, theCompanyRules } from '#test/support/builders.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const LAN = '+84912345678'
const HOA = '+842438123456'
/** At a time of Wednesday in Vietnam. */
const at = (time: string, day = '2027-03-10') => new Date(`${day}T${time}:00+07:00`).toISOString()
const missed = (time: string, phone = LAN, day?: string): HotlineCall => ({ phone, at: at(time, day), isAnswered: false })
const answered = (time: string, phone = LAN): HotlineCall => ({ phone, at: at(time), isAnswered: true })

describe('of the calls of a number and day', () => {
  test.each<[string, readonly HotlineCall[], readonly string[]]>([
    ['one in vain is rung back', [missed('09:00')], [at('09:00')]],
    ['several in vain are one call-back', [missed('09:00'), missed('09:05')], [at('09:00'), at('09:05')]],
    ['one told twice is one', [missed('09:00'), missed('09:00')], [at('09:00')]],
    ['one that was answered needs nothing', [answered('09:00')], []],
    ['the caller rang again and was answered', [missed('09:00'), answered('10:00')], []],
    ['the same in the order of another export', [answered('10:00'), missed('09:00')], []],
    ['the caller was answered, and rang once more in vain', [answered('09:00'), missed('11:00')], [at('11:00')]],
  ])('%s', (_, calls, missedAt) => {
    expect(callsByNumber(calls, ZONE).map((group) => group.missedAt)).toEqual([missedAt])
  })

  test('another number and another day are apart; the day is that of the company', () => {
    const calls = [missed('23:59'), missed('00:01', LAN, '2027-03-11'), missed('09:00', HOA)]
    expect(callsByNumber(calls, ZONE).map(({ phone, day }) => [phone, day])).toEqual([
      [HOA, '2027-03-10'],
      [LAN, '2027-03-10'],
      [LAN, '2027-03-11'],
    ])
  })
})

describe('the task to ring back', () => {
  const order = {
    numberName: 'n1',
    phone: LAN,
    customerIds: ['c-001'],
    day: '2027-03-10',
    nth: 1,
    at: at('09:00'),
    rang: [at('09:00')],
  }

  test('is about the customer, and holds no number beside the profile', () => {
    const task = missedCallTask(order, theCompanyRules())
    expect(WorkItemSchema.parse(task)).toEqual(task)
    expect(task).toMatchObject({ workId: 'missed-hotline_2027-03-10_n1', customerId: 'c-001', subject: { phone: null } })
    expect(JSON.stringify(task)).not.toContain(LAN)
    expect(ownerOf(task)).toEqual({ is: 'everybody' })
  })

  test('of a number that no customer has holds the number', () => {
    const task = missedCallTask({ ...order, customerIds: [] }, theCompanyRules())
    expect(WorkItemSchema.parse(task)).toMatchObject({ customerId: null, subject: { phone: LAN } })
  })

  test('of a number that several customers have is about the first of them, and says how many there are', () => {
    const task = missedCallTask({ ...order, customerIds: ['c-001', 'c-002'] }, theCompanyRules())
    expect(task).toMatchObject({ customerId: 'c-001', subject: { phone: null, sharedBy: 2 } })
  })

  test('lies on the desk of the team that the company names', () => {
    const rules = theCompanyRules({ company: aCompany({ calls: { attempts: 3, tiers: [], hotlineTeam: 'Tổng đài' } }) })
    expect(ownerOf(missedCallTask(order, rules))).toEqual({ is: 'team', team: 'Tổng đài' })
  })

  test('is numbered where the caller rings in vain again after it was done', () => {
    expect(missedCallId({ ...order, nth: 2 })).toBe('missed-hotline_2027-03-10_n1_2')
  })

  test.each([
    ['within the hour', at('09:00'), at('10:00')],
    ['in the evening, while the company still contacts customers', at('20:30'), at('21:30')],
    ['before the hours of the day: in their first hour', at('05:00'), at('09:00')],
    ['at their end: in the first hour of the next working day', at('21:00'), at('09:00', '2027-03-11')],
    ['after them: in the first hour of the next working day', at('22:00'), at('09:00', '2027-03-11')],
    ['on a Saturday: on Monday', at('10:00', '2027-03-13'), at('09:00', '2027-03-15')],
    ['on a Friday night: on Monday', at('22:00', '2027-03-12'), at('09:00', '2027-03-15')],
    ['on a public holiday: after it', at('10:00', '2027-04-30'), at('09:00', '2027-05-04')],
  ])('is due %s', (_, rang, due) => {
    const rules = theCompanyRules()
    expect(deadlinesOf(missedCallTask({ ...order, at: rang }, rules), rules).begin).toBe(due)
  })
})
