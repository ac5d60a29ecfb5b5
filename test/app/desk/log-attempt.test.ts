/** How an attempt to ring a customer ended, and what follows from it, on the memory adapters. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { memoryDayLists } from '#adapters/memory/day-lists.ts'
import { memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import { memorySuppressionList } from '#adapters/memory/suppression-list.ts'
import type { Attempt } from '#app/desk/attempt.ts'
import { closeWork } from '#app/desk/close-work.ts'
import { holdCall } from '#app/desk/hold-call.ts'
import { type LogAttemptPorts, logAttempt } from '#app/desk/log-attempt.ts'
import { reopenWork } from '#app/desk/reopen-work.ts'
import { policyPackSchema } from '#core/campaign/policy-pack.ts'
import { isReachable, spokenChannel } from '#core/channel/channel.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import type { DayPart } from '#core/customer/day-part.ts'
import { isWrongPhone } from '#core/customer/wrong-phone.ts'
import { type DutyPlan, TeamSchema } from '#core/duty/team.ts'
import { nextAttemptAt } from '#core/work/attempts.ts'
import { deadlinesOf, isLate } from '#core/work/deadlines.ts'
import { CONSEQUENCES, DISPOSITIONS, type Disposition } from '#core/work/disposition.ts'
import { guideAskedOn } from '#core/work/guide-asked.ts'
import { MOST_EVENTS } from '#core/work/history.ts'
import { closingOf, isOpen, ownerOf, stateOf } from '#core/work/standing.ts'
import { whyDue } from '#core/work/why-due.ts'
import type { CallTask, WorkItem } from '#core/work/work-item.ts'
import { listeningCompany } from '#test/app/listening/receiving.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { aMissedCall, notedBy, storedCase, storedWork } from '#test/support/work-builders.ts'

/** 09:00 on Wednesday in Vietnam. */
const NOW = '2027-03-10T02:00:00.000Z'
const CARE = 'Chăm sóc'
const PLAN: DutyPlan = {
  teams: [
    TeamSchema.parse({
      name: CARE,
      week: [
        {
          weekdays: [1, 2, 3, 4, 5],
          hours: [
            { from: '07:30', to: '11:30' },
            { from: '13:00', to: '18:00' },
          ],
        },
        { weekdays: [6], hours: [{ from: '08:00', to: '11:30' }] },
      ],
      longHolidays: [{ name: { vi: 'Nghỉ', en: 'Off' }, from: '2027-03-25', to: '2027-03-28', lastPromiseOn: '2027-03-23' }],
    }),
  ],
  people: [],
}

async function desk(item: WorkItem = storedWork({ workId: 'call-1' }), careCalls: object = {}) {
  const { stores } = await listeningCompany()
  const [suppressions, roster, dayLists] = [memorySuppressionList(), memoryRosterStore(), memoryDayLists()]
  await roster.publish({ people: [], version: 1, publishedAt: NOW, publishedBy: 'a test' }, PLAN)
  await stores.work.open({ ...item, version: 0 })
  const written = JSON.parse(readFileSync('campaigns/policy/vn.json', 'utf8'))
  for (const period of written.periods) Object.assign(period.classes.care.call, careCalls)
  const pack = policyPackSchema(OUR_CHANNELS).parse(written)
  const companyRules = theCompanyRules({ policies: [pack] })
  const ports = { ...stores, suppressions, roster, dayLists, companyRules } satisfies LogAttemptPorts
  const log = (disposition: Disposition, over: Partial<Attempt> = {}, through: LogAttemptPorts = ports) =>
    logAttempt(through, {
      attemptId: crypto.randomUUID(),
      workId: 'call-1',
      disposition,
      way: 'phone',
      note: CONSEQUENCES[disposition].asks === 'note' ? 'trà bị ẩm' : '',
      callBackAt: null,
      stop: 'person',
      by: 'Hạnh',
      address: 'hanh@example.com',
      team: CARE,
      at: NOW,
      ...over,
    })
  const task = async (): Promise<CallTask> => {
    const found = await stores.work.get('call-1')
    if (found?.kind !== 'call-task') throw new Error('the call is gone')
    return found
  }
  return { log, task, ports, stores, suppressions }
}

const result = (answer: Awaited<ReturnType<typeof logAttempt>>) =>
  'refused' in answer ? answer.refused : 'kept' in answer ? answer.kept : 'logged'

test.each<[Disposition, string]>([
  ['satisfied', 'closed reached'],
  ['feedback', 'closed reached'],
  ['complaint', 'closed reached'],
  ['request', 'closed reached'],
  ['wants-more', 'closed reached'],
  ['no-answer', 'to-call'],
  ['busy', 'to-call'],
  ['unreachable', 'to-call'],
  ['other-person', 'to-call'],
  ['other', 'to-call'],
  ['wrong-number', 'closed wrong-number'],
  ['refused', 'closed refused'],
  ['do-not-call', 'closed stopped'],
])('%s leaves the task %s, and only a customer who was spoken with counts as reached', async (disposition, standing) => {
  const { log, task } = await desk()
  expect(result(await log(disposition))).toBe('logged')
  const closing = closingOf(await task())
  expect([stateOf(await task()), ...(closing ? [closing.as] : [])].join(' ')).toBe(standing)
  if (closing) expect(closing.reached).toBe(standing === 'closed reached')
})

describe('a number that is another person’s', () => {
  const LAN = { customerId: 'c-001', phone: '+84901234567' }
  const called = async () => {
    const { log, stores } = await desk(storedWork({ workId: 'call-1', customerId: LAN.customerId }))
    await stores.customers.put([aCustomer(LAN)])
    const isWrong = async () => {
      const person = await stores.customers.get(LAN.customerId)
      return person !== undefined && isWrongPhone(person.customer)
    }
    return { log, stores, isWrong }
  }

  test('is rung for the customer no more, until the company’s list gives another one', async () => {
    const { log, stores, isWrong } = await called()
    await log('no-answer')
    expect(await isWrong()).toBe(false)
    await log('wrong-number', { at: '2027-03-11T02:00:00.000Z' })
    expect(await isWrong()).toBe(true)
    const [noted] = await stores.customers.getMany([LAN.customerId])
    expect(noted && isReachable(spokenChannel(OUR_CHANNELS), noted.customer)).toBe(false)
    await stores.customers.put([aCustomer(LAN)])
    expect(await isWrong()).toBe(true)
    await stores.customers.put([aCustomer({ ...LAN, phone: '+84909999999' })])
    expect(await isWrong()).toBe(false)
  })

  test('is told by a form that was sent again after its first one broke off behind the write of the task', async () => {
    const { log, stores, isWrong } = await called()
    const attemptId = crypto.randomUUID()
    await log('wrong-number', { attemptId })
    await stores.customers.setWrongPhone({ customerId: LAN.customerId, phone: null })
    await log('wrong-number', { attemptId })
    expect(await isWrong()).toBe(true)
  })

  test('is theirs after all once they are spoken with by it', async () => {
    const { log, stores, isWrong } = await called()
    await stores.customers.setWrongPhone({ customerId: LAN.customerId, phone: LAN.phone })
    await log('satisfied', { way: 'visit' })
    expect(await isWrong()).toBe(true)
    const again = await called()
    await again.stores.customers.setWrongPhone({ customerId: LAN.customerId, phone: LAN.phone })
    await again.log('satisfied')
    expect(await again.isWrong()).toBe(false)
  })

  test.each<[string, Disposition, Partial<Attempt>, boolean]>([
    ['asked for the guide', 'satisfied', { guide: true }, true],
    ['complained', 'complaint', {}, true],
    ['agreed on a further call', 'satisfied', { followUpDays: 3 }, true],
    ['complained to whom they met', 'complaint', { way: 'visit' }, false],
    ['said nothing that is kept', 'satisfied', {}, false],
    ['wants no more calls', 'do-not-call', {}, false],
  ])('and a customer who %s while a colleague ended the call as a wrong number', async (_what, disposition, over, isTheirs) => {
    const { log, isWrong } = await called()
    await log('wrong-number')
    await log(disposition, over)
    expect(await isWrong()).toBe(!isTheirs)
  })
})

describe('a wrong number', () => {
  const CHECK_IN = storedWork({
    workId: 'w-other',
    subject: {
      is: 'check-in',
      campaignId: 'check-in',
      occurrenceId: 'check-in_2027-03-09',
      occasionKey: 'check-in:2027-03-09',
      contentClass: 'care',
      script: 'courtesy',
      attempts: 3,
      callBy: '2027-03-12T10:00:00.000Z',
      lastDay: '2027-03-12',
      replyId: null,
    },
  })
  const OTHERS: readonly (readonly [string, WorkItem, string])[] = [
    ['another call of a campaign', CHECK_IN, 'closed wrong-number'],
    ['a call of a campaign to another customer', { ...CHECK_IN, customerId: 'c-002' }, 'to-call'],
    ['a low score, which is answered in writing', storedWork({ workId: 'w-other' }), 'to-call'],
    ['a case of the customer', storedCase({ workId: 'w-other' }), 'open'],
    ['a missed call, whose caller rang first', aMissedCall({ customerId: 'c-001' }, { workId: 'w-other' }), 'to-call'],
  ]
  const standingOf = async ({ stores }: Awaited<ReturnType<typeof desk>>) => {
    const item = (await stores.work.get('w-other')) ?? storedWork()
    const closing = closingOf(item)
    return closing ? `closed ${closing.as}` : item.kind === 'call-task' ? 'to-call' : 'open'
  }

  test.each(OTHERS)('and %s', async (_what, other, standing) => {
    const place = await desk()
    await place.stores.work.open({ ...other, version: 0 })
    await place.log('no-answer')
    expect(await standingOf(place)).not.toContain('closed')
    expect(result(await place.log('wrong-number'))).toBe('logged')
    expect(await standingOf(place)).toBe(standing)
  })

  test('that is refused ends no other call; sent again behind a break it ends them', async () => {
    const place = await desk()
    await place.stores.work.open(CHECK_IN)
    await place.log('no-answer')
    expect(result(await place.log('wrong-number', { seen: 0 }))).toBe('changed-meanwhile')
    expect(await standingOf(place)).toBe('to-call')
    const broken = { ...place.ports, work: { ...place.ports.work, ofCustomer: () => Promise.reject(new Error('no table')) } }
    const form = { attemptId: crypto.randomUUID() }
    await expect(place.log('wrong-number', form, broken)).rejects.toThrow('no table')
    expect([closingOf(await place.task())?.as, await standingOf(place)]).toEqual(['wrong-number', 'to-call'])
    expect(await place.log('wrong-number', form)).toMatchObject({ again: true })
    expect(await standingOf(place)).toBe('closed wrong-number')
  })
})

test('every disposition is in the table above or is the agreed call-back', () => {
  expect(DISPOSITIONS).toHaveLength(14)
})

test('without an answer the next attempt is in another part of the next working day; after the third the task is exhausted', async () => {
  const { log, task, ports } = await desk()
  const due = async () => deadlinesOf(await task(), ports.companyRules).begin
  await log('no-answer')
  expect(await due()).toBe('2027-03-11T07:00:00.000Z') // 14:00
  expect(whyDue(await task(), ports.companyRules)).toMatchObject({ after: 'attempted', begin: { is: 'next-attempt' } })
  await log('busy', { at: '2027-03-12T07:00:00.000Z' }) // Friday at 14:00
  expect(await due()).toBe('2027-03-15T02:00:00.000Z') // Monday at 09:00
  await log('unreachable', { at: '2027-03-15T02:00:00.000Z' })
  expect(closingOf(await task())).toMatchObject({ as: 'exhausted', reached: false, by: { name: 'Hạnh' } })
})

test('an agreed call-back is no attempt, is due at its time, and a task reopened counts anew', async () => {
  const { log, task, ports } = await desk()
  const callBackAt = '2027-03-10T10:00:00.000Z' // 17:00
  for (const at of ['2027-03-10T02:00:00.000Z', '2027-03-10T03:00:00.000Z', '2027-03-10T04:00:00.000Z'])
    expect(result(await log('call-back', { at, callBackAt: '2027-03-10T09:00:00.000Z' }))).toBe('logged')
  expect(stateOf(await task())).toBe('promised')
  expect(deadlinesOf(await task(), ports.companyRules).begin).toBe('2027-03-10T09:00:00.000Z')
  expect(whyDue(await task(), ports.companyRules).begin).toEqual({ is: 'promise' })
  expect(result(await log('call-back', { at: callBackAt, callBackAt: '2027-03-10T09:00:00.000Z' }))).toBe('in-the-past')
  for (const at of ['2027-03-11T02:00:00.000Z', '2027-03-12T02:00:00.000Z', '2027-03-15T02:00:00.000Z'])
    await log('no-answer', { at })
  expect(closingOf(await task())?.as).toBe('exhausted')
  await reopenWork(ports, { workId: 'call-1', by: 'Mai', because: 'khách gọi lại', round: 0, at: '2027-03-16T02:00:00.000Z' })
  expect(stateOf(await task())).toBe('to-call')
  await log('no-answer', { at: '2027-03-16T03:00:00.000Z', round: 1 })
  expect(isOpen(await task())).toBe(true)
})

test.each<[string, string, string]>([
  ['a minute ago', '2027-03-10T01:59:00.000Z', 'in-the-past'],
  ['now', NOW, 'in-the-past'],
  ['in 61 days', '2027-05-10T02:00:00.000Z', 'too-far'],
  ['on a Sunday', '2027-03-14T02:00:00.000Z', 'team-off'],
  ['on a public holiday', '2027-04-16T02:00:00.000Z', 'team-off'],
  ['on a day of the long holiday', '2027-03-26T02:00:00.000Z', 'team-off'],
  ['on the eve of the long holiday', '2027-03-24T02:00:00.000Z', 'before-holiday'],
  ['on the last day for promises', '2027-03-23T02:00:00.000Z', 'logged'],
  ['on a Saturday afternoon', '2027-03-13T07:00:00.000Z', 'outside-hours'],
  ['on a Saturday morning', '2027-03-13T02:00:00.000Z', 'logged'],
  ['before the team begins', '2027-03-11T00:00:00.000Z', 'outside-hours'],
  ['in the team’s hours, before the law allows a call', '2027-03-11T00:45:00.000Z', 'against-law'],
  ['in the team’s hours, after the law allows a call', '2027-03-11T10:30:00.000Z', 'against-law'],
  ['at noon, because the customer asked for it', '2027-03-11T05:00:00.000Z', 'logged'],
])('a call-back %s: %s is %s, and what is refused leaves the task as it was', async (_when, callBackAt, expected) => {
  const { log, task } = await desk()
  expect(result(await log('call-back', { callBackAt }))).toBe(expected)
  expect((await task()).events).toHaveLength(expected === 'logged' ? 2 : 1)
})

test('a call-back on a weekday on which the law allows no call is refused, also where the team works', async () => {
  const { log } = await desk(undefined, { weekdays: [1, 2, 3, 4, 5] })
  expect(result(await log('call-back', { callBackAt: '2027-03-13T02:00:00.000Z' }))).toBe('against-law')
  expect(result(await log('call-back', { callBackAt: '2027-03-12T02:00:00.000Z' }))).toBe('logged')
})

describe('a call-back agreed for later on the same day', () => {
  const callBackAt = '2027-03-10T09:00:00.000Z'
  const listed = (agent: string, workIds: readonly string[]) => ({
    team: CARE,
    date: '2027-03-10',
    version: 1,
    madeAt: '2027-03-10T00:30:00.000Z',
    lines: [{ workIds, customerIds: ['KH0001'], agent, isWorked: false, why: [] }],
    beyond: 0,
  })

  test('has the list made again where the task stands on none, or with a colleague: nobody would see the promise come due', async () => {
    for (const list of [listed('hanh@example.com', ['another-call']), listed('bao@example.com', ['call-1'])]) {
      const { log, ports, stores } = await desk()
      await ports.dayLists.put(list)
      const attemptId = crypto.randomUUID()
      for (const _ of ['sent', 'sent twice']) expect(result(await log('call-back', { attemptId, callBackAt }))).toBe('logged')
      expect(stores.listOrders.ordered()).toContainEqual({ workId: null, at: NOW })
    }
  })

  test('orders nothing where it stands there already, or is agreed for another day', async () => {
    const { log, ports, stores } = await desk()
    await ports.dayLists.put(listed('hanh@example.com', ['call-1']))
    await log('call-back', { callBackAt })
    const other = await desk()
    await other.log('call-back', { callBackAt: '2027-03-11T09:00:00.000Z' })
    expect([...stores.listOrders.ordered(), ...other.stores.listOrders.ordered()]).toEqual([])
  })
})

test('what the screen would refuse at its time is not promised: on a day of blackout, and outside the hours of the company', async () => {
  const place = await desk()
  const { company } = place.ports.companyRules
  const blackouts = [{ from: '2027-03-11', to: '2027-03-11', because: 'tang' }]
  Object.assign(company, { blackouts, hours: { from: '08:00', to: '15:00' } })
  expect(result(await place.log('call-back', { callBackAt: '2027-03-11T03:00:00.000Z' }))).toBe('company-silent')
  expect(result(await place.log('call-back', { callBackAt: '2027-03-12T08:30:00.000Z' }))).toBe('company-silent')
  expect(result(await place.log('call-back', { callBackAt: '2027-03-12T07:30:00.000Z' }))).toBe('logged')
})

test('where no rules of calls are known nothing is promised', async () => {
  const place = await desk()
  const companyRules = { ...place.ports.companyRules, policies: [] }
  const attempt = {
    attemptId: 'form-1',
    workId: 'call-1',
    disposition: 'call-back',
    way: 'phone',
    note: '',
    stop: 'person',
  } as const
  const more = { callBackAt: '2027-03-11T03:00:00.000Z', by: 'Hạnh', team: CARE, at: NOW } as const
  expect(await logAttempt({ ...place.ports, companyRules }, { ...attempt, ...more })).toEqual({ refused: 'against-law' })
})

test('a call at a set time is late a quarter of an hour after it, and the afternoon of a half day is none', async () => {
  const { log, task, ports } = await desk()
  await log('call-back', { callBackAt: '2027-03-10T09:00:00.000Z' })
  const item = await task()
  const due = { item, deadlines: deadlinesOf(item, ports.companyRules) }
  expect([isLate(due, '2027-03-10T09:14:59.000Z'), isLate(due, '2027-03-10T09:15:00.000Z')]).toEqual([false, true])
  const { calendar } = ports.companyRules
  const half = { ...ports.companyRules, calendar: { ...calendar, isHalfDay: (date: string) => date === '2027-03-11' } }
  await log('no-answer', { at: '2027-03-10T03:00:00.000Z' })
  expect(nextAttemptAt((await task()).events, half)).toBe('2027-03-11T02:00:00.000Z')
})

test('the next attempt is made in a part of the day that the customer prefers, another one where they prefer several', async () => {
  const next = async (preferredParts: readonly DayPart[], at: string) => {
    const { log, task, stores, ports } = await desk()
    const person = await stores.customers.get('c-001')
    if (!person) throw new Error('no customer')
    await stores.customers.put([{ ...person.customer, preferredParts }])
    await log('no-answer', { at })
    return nextAttemptAt((await task()).events, ports.companyRules)
  }
  const [morning, afternoon] = ['2027-03-10T03:00:00.000Z', '2027-03-10T08:00:00.000Z']
  expect(await next(['afternoon'], afternoon)).toBe('2027-03-11T07:00:00.000Z')
  expect(await next(['morning', 'afternoon'], morning)).toBe('2027-03-11T07:00:00.000Z')
  expect(await next(['noon', 'afternoon'], afternoon)).toBe('2027-03-11T05:15:00.000Z')
  // The law allows no call in the evening: then as for a customer who has not said.
  expect(await next(['evening'], morning)).toBe('2027-03-11T07:00:00.000Z')
})

test('the law’s hours are those of the customer’s own zone', async () => {
  const { log, stores } = await desk()
  const person = await stores.customers.get('c-001')
  if (!person) throw new Error('no customer')
  await stores.customers.put([{ ...person.customer, zone: 'Europe/Paris' }])
  // 09:30 in Vietnam is 03:30 in Paris; 15:00 is 09:00 there.
  expect(result(await log('call-back', { callBackAt: '2027-03-11T02:30:00.000Z' }))).toBe('against-law')
  expect(result(await log('call-back', { callBackAt: '2027-03-11T08:00:00.000Z' }))).toBe('logged')
})

test.each(['complaint', 'request'] as const)(
  'a %s told in the call becomes a case with the customer’s words, once',
  async (what) => {
    const { log, stores } = await desk()
    await log(what, { attemptId: 'form-1' })
    expect(await log(what, { attemptId: 'form-1' })).toMatchObject({ again: true })
    const cases = (await stores.work.ofCustomer('c-001')).filter(({ kind }) => kind === 'case')
    expect(cases).toMatchObject([
      {
        subject: { is: 'told', what, workId: 'call-1' },
        events: [
          { is: 'opened', by: { is: 'staff', name: 'Hạnh' } },
          { is: 'noted', note: 'trà bị ẩm' },
        ],
      },
    ])
  },
)

describe('the guide by mail', () => {
  test('asked for in a call that a colleague has ended meanwhile goes all the same: the talk is a contact of its own', async () => {
    const place = await desk()
    await place.log('satisfied', { by: 'Mai', address: 'mai@example.com' })
    const asked = { attemptId: crypto.randomUUID(), guide: true, note: 'muốn xem cách pha' }
    expect(await place.log('satisfied', asked)).toEqual({ kept: 'guide-asked' })
    expect(await place.log('satisfied', asked), 'sent twice').toEqual({ kept: 'guide-asked' })
    expect(await place.log('satisfied', { ...asked, note: 'khác' })).toEqual({ refused: 'sent-already' })
    const contacts = (await place.stores.work.ofCustomer('c-001')).filter(({ subject }) => subject.is === 'contact')
    expect(contacts).toHaveLength(1)
    expect(contacts.flatMap(guideAskedOn)).toEqual([NOW.slice(0, 10)])
    expect(guideAskedOn(await place.task())).toEqual([])
  })

  test('with a complaint in such a call both hold', async () => {
    const place = await desk()
    await place.log('satisfied', { by: 'Mai', address: 'mai@example.com' })
    expect(await place.log('complaint', { guide: true, note: 'hộp móp' })).toEqual({ kept: 'guide-asked' })
    const kinds = (await place.stores.work.ofCustomer('c-001')).map(({ subject }) => subject.is)
    expect(kinds).toEqual(expect.arrayContaining(['contact', 'told']))
  })

  test('asked for in a call stands on the attempt that ends it, at the moment of the closing', async () => {
    const { log, task } = await desk()
    await log('satisfied', { guide: true })
    const { events } = await task()
    expect(events.find(({ is }) => is === 'attempted')).toMatchObject({ guide: true })
    expect(guideAskedOn({ events })).toEqual([closingOf(await task())?.on])
  })

  test('not asked for leaves no mark, and is refused where the customer was not spoken with', async () => {
    const { log, task } = await desk()
    for (const other of ['no-answer', 'do-not-call', 'call-back'] as const)
      expect(result(await log(other, { guide: true, callBackAt: '2027-03-11T08:00:00.000Z' }))).toBe('guide-unspoken')
    await log('satisfied', { guide: false })
    expect(JSON.stringify(await task())).not.toContain('guide')
    expect(guideAskedOn(await task())).toEqual([])
  })
})

describe('whether it was solved at the first contact', () => {
  test('stands on the attempt and on the end that it makes; another word is another form', async () => {
    const { log, task } = await desk()
    const attemptId = crypto.randomUUID()
    expect(result(await log('satisfied', { attemptId, atFirst: true }))).toBe('logged')
    const { events } = await task()
    expect(events.find(({ is }) => is === 'attempted')).toMatchObject({ atFirst: true })
    expect(closingOf(await task())).toMatchObject({ as: 'reached', atFirst: true })
    expect(await log('satisfied', { attemptId, atFirst: true })).toMatchObject({ again: true })
    expect(result(await log('satisfied', { attemptId, atFirst: false }))).toBe('sent-already')
  })

  test('is not said of a call in which nobody was spoken with, nor of one with nothing to solve', async () => {
    const { log, task } = await desk()
    expect(result(await log('no-answer', { atFirst: false }))).toBe('at-first-unspoken')
    const subject = { is: 'contact', direction: 'out', campaignId: null, occurrenceId: null, replyId: null } as const
    const courtesy = await desk(storedWork({ workId: 'call-1', subject }))
    expect(result(await courtesy.log('satisfied', { atFirst: true }))).toBe('nothing-to-solve')
    expect([(await task()).events.length, (await courtesy.task()).events.length]).toEqual([1, 1])
  })

  test('left open leaves no mark', async () => {
    const { log, task } = await desk()
    await log('satisfied')
    expect(JSON.stringify(await task())).not.toContain('atFirst')
  })
})

describe('a customer who wants no more calls', () => {
  test('is heard also while a colleague holds the call; any other outcome waits for the colleague', async () => {
    const { log, ports, task } = await desk()
    await holdCall(ports, { workId: 'call-1', by: 'Bảo', address: 'bao@example.com', at: NOW })
    expect(result(await log('satisfied'))).toBe('held-by-colleague')
    expect(result(await log('do-not-call'))).toBe('logged')
    expect(closingOf(await task())?.as).toBe('stopped')
  })

  const consents = async ({ stores }: Awaited<ReturnType<typeof desk>>) => {
    const person = await stores.customers.get('c-001')
    return Object.entries(person?.consents ?? {}).map(([key, said]) => `${key} ${(said as { decision: string }).decision}`)
  }

  test('is stopped for every purpose at once, and mail goes on', async () => {
    const place = await desk()
    await place.log('do-not-call')
    expect((await consents(place)).toSorted()).toEqual([
      'advertising/call withdrawn',
      'care/call withdrawn',
      'survey/call withdrawn',
    ])
    const person = await place.stores.customers.get('c-001')
    const key = place.stores.seals.contactKey({ kind: 'phone', value: person?.customer.phone ?? '' })
    expect(await place.suppressions.among([key])).toEqual(new Map())
  })

  test('for the whole number, the number is suppressed as well', async () => {
    const place = await desk()
    const [person, phone] = [await place.stores.customers.get('c-001'), '+84912345678']
    if (!person) throw new Error('no customer')
    await place.stores.customers.put([{ ...person.customer, phone }])
    await place.log('do-not-call', { stop: 'number' })
    const key = place.stores.seals.contactKey({ kind: 'phone', value: phone })
    expect([...(await place.suppressions.among([key])).values()]).toMatchObject([{ reason: 'opt-out', kind: 'phone' }])
    expect(await consents(place)).toHaveLength(3)
  })

  test('who is no customer: every open call-back to the number ends, and no other', async () => {
    const [phone, another] = ['+84987654321', '+84987654322']
    const place = await desk(aMissedCall({ phone }, { workId: 'call-1' }))
    await place.stores.work.open(aMissedCall({ phone }, { workId: 'call-2', version: 0 }))
    await place.stores.work.open(aMissedCall({ phone: another }, { workId: 'call-3', version: 0 }))
    expect(result(await place.log('do-not-call'))).toBe('logged')
    const items = await place.stores.work.getMany(['call-1', 'call-2', 'call-3'])
    const ends = items.map((item) => [item.workId, closingOf(item)?.as]).toSorted()
    expect(ends).toEqual([
      ['call-1', 'stopped'],
      ['call-2', 'stopped'],
      ['call-3', undefined],
    ])
  })

  test('for the whole number: a call-back to it from before it was a customer’s ends as well', async () => {
    const place = await desk()
    const [person, phone] = [await place.stores.customers.get('c-001'), '+84912345678']
    if (!person) throw new Error('no customer')
    await place.stores.customers.put([{ ...person.customer, phone }])
    await place.stores.work.open(aMissedCall({ phone }, { workId: 'call-2', version: 0 }))
    await place.log('do-not-call', { stop: 'person' })
    expect(closingOf((await place.stores.work.getMany(['call-2']))[0] as WorkItem)).toBeUndefined()
    await place.log('do-not-call', { stop: 'number' })
    expect(closingOf((await place.stores.work.getMany(['call-2']))[0] as WorkItem)?.as).toBe('stopped')
  })

  test('whose call breaks off before it is written is stopped already, and the same again finishes it', async () => {
    const place = await desk()
    let broken = true
    const work = {
      ...place.ports.work,
      update: async (next: WorkItem) => {
        if (broken) throw new Error('the line is cut')
        return place.stores.work.update(next)
      },
    }
    const attempt = {
      attemptId: 'form-1',
      workId: 'call-1',
      disposition: 'do-not-call',
      way: 'phone',
      note: '',
      callBackAt: null,
      stop: 'person',
      by: 'Hạnh',
      team: CARE,
      at: NOW,
    } as const
    await expect(logAttempt({ ...place.ports, work }, attempt)).rejects.toThrow('the line is cut')
    expect(await consents(place)).toHaveLength(3)
    expect(isOpen(await place.task())).toBe(true)
    broken = false
    expect(result(await logAttempt({ ...place.ports, work }, attempt))).toBe('logged')
    expect(closingOf(await place.task())?.as).toBe('stopped')
  })

  test('who was erased meanwhile has nothing to stop, and the call is logged', async () => {
    const place = await desk(storedWork({ workId: 'call-1', customerId: 'c-404' }))
    expect(result(await place.log('do-not-call', { stop: 'number' }))).toBe('logged')
  })
})

test('a form sent twice is one attempt, however late; another form of the same outcome is another, however soon', async () => {
  const { log, task } = await desk()
  expect(await log('no-answer', { attemptId: 'form-1' })).toMatchObject({ again: false })
  expect(await log('no-answer', { attemptId: 'form-1', at: '2027-03-10T05:00:00.000Z' })).toMatchObject({ again: true })
  expect(await log('no-answer', { attemptId: 'form-2', way: 'zalo-call' })).toMatchObject({ again: false })
  expect(await log('satisfied', { attemptId: 'form-3' })).toMatchObject({ again: false })
  expect(await log('satisfied', { attemptId: 'form-3', at: '2027-03-10T06:00:00.000Z' })).toMatchObject({ again: true })
  expect((await task()).events.filter(({ is }) => is === 'attempted')).toHaveLength(3)
})

describe('what a customer says holds, whatever became of the task meanwhile', () => {
  const mai = { by: 'Mai', address: 'mai@example.com' }
  const stopped = async ({ stores }: Awaited<ReturnType<typeof desk>>) =>
    Object.keys((await stores.customers.get('c-001'))?.consents ?? {}).length
  const cases = async ({ stores }: Awaited<ReturnType<typeof desk>>) =>
    (await stores.work.ofCustomer('c-001')).filter(({ kind }) => kind === 'case')

  test('a stop said to one colleague is in force though another had ended the task', async () => {
    const place = await desk()
    await place.log('satisfied', mai)
    expect(await place.log('do-not-call')).toEqual({ kept: 'stop-in-force' })
    expect(await stopped(place)).toBe(3)
    expect((await place.task()).events).toHaveLength(3)
  })

  test('what was said with it stands in the task, once', async () => {
    const place = await desk()
    await place.log('satisfied', mai)
    const again = { attemptId: crypto.randomUUID(), note: 'đừng gọi nữa' }
    expect(await place.log('do-not-call', again)).toEqual({ kept: 'stop-in-force' })
    expect(await place.log('do-not-call', again)).toEqual({ kept: 'stop-in-force' })
    const task = await place.task()
    expect(task.events.slice(3)).toMatchObject([{ is: 'noted', note: 'đừng gọi nữa' }])
    expect(isOpen(task)).toBe(false)
  })

  test('and though the page is from before a reopening', async () => {
    const place = await desk()
    expect(await place.log('do-not-call', { round: 1 })).toEqual({ kept: 'stop-in-force' })
    expect(await stopped(place)).toBe(3)
  })

  test('a complaint told to each of two colleagues is a case of each, with their own words', async () => {
    const place = await desk()
    await place.log('complaint', { ...mai, note: 'giao trễ' })
    expect(await place.log('complaint', { note: 'trà bị ẩm' })).toEqual({ kept: 'case-open' })
    const notes = (await cases(place)).map(({ events }) => events[1]).map((event) => (event?.is === 'noted' ? event.note : ''))
    expect(notes.toSorted()).toEqual(['giao trễ', 'trà bị ẩm'])
  })

  test.each([
    ['an attempt', 'no-answer', 'logged'],
    ['an ending', 'satisfied', 'case-open'],
  ] as const)('a complaint that loses the write to %s of a colleague makes one case', async (_what, other, expected) => {
    const place = await desk()
    let first = true
    const work = {
      ...place.ports.work,
      update: async (next: WorkItem) => {
        if (first) {
          first = false
          await place.log(other, mai)
        }
        return place.stores.work.update(next)
      },
    }
    const attempt = { attemptId: 'form-9', workId: 'call-1', disposition: 'complaint', way: 'phone', note: 'trà bị ẩm' } as const
    const more = { callBackAt: null, stop: 'person', by: 'Hạnh', team: CARE, at: NOW } as const
    const said = await logAttempt({ ...place.ports, work }, { ...attempt, ...more })
    expect('kept' in said ? said.kept : result(said)).toBe(expected)
    expect(await cases(place)).toHaveLength(1)
  })

  test('other calls of the customer end with the stop, and nothing else of theirs does', async () => {
    const place = await desk()
    await place.stores.work.open(storedWork({ workId: 'call-2', version: 0 }))
    await place.stores.work.open(storedWork({ workId: 'call-of-another', customerId: 'c-002', version: 0 }))
    await place.stores.work.open(storedCase({ workId: 'case-1', version: 0 }))
    await place.log('do-not-call')
    const standing = async (workId: string) => {
      const item = await place.stores.work.get(workId)
      return item && (closingOf(item)?.as ?? stateOf(item))
    }
    expect(await Promise.all(['call-1', 'call-2', 'call-of-another', 'case-1'].map(standing))).toEqual([
      'stopped',
      'stopped',
      'to-call',
      'confirm',
    ])
  })
})

test('two colleagues who ring the same customer: the second outcome of an ended task is refused', async () => {
  const { log, task } = await desk()
  const both = await Promise.all([log('satisfied'), log('satisfied', { by: 'Bảo', address: 'bao@example.com' })])
  expect(both.map(result).toSorted()).toEqual(['already-closed', 'logged'])
  expect((await task()).events).toHaveLength(3)
})

test.each<[string, Disposition, Partial<Attempt>, string]>([
  ['a complaint without a word', 'complaint', { note: '  ' }, 'needs-note'],
  ['another outcome without a word', 'other', { note: '' }, 'needs-note'],
  ['a call-back without a time', 'call-back', {}, 'needs-time'],
  ['a note of a megabyte', 'satisfied', { note: 'ẩ'.repeat(1_000_000) }, 'too-long'],
  ['a task that is not there', 'satisfied', { workId: 'call-404' }, 'no-such-work'],
  ['a form from before a reopening', 'satisfied', { round: 1 }, 'changed-meanwhile'],
  ['a form from after an attempt that is not there', 'no-answer', { seen: 1 }, 'changed-meanwhile'],
])('%s is refused, and nothing is written', async (_what, disposition, over, refused) => {
  const { log, task, stores } = await desk()
  expect(result(await log(disposition, over))).toBe(refused)
  expect((await task()).events).toHaveLength(1)
  expect(await stores.work.ofCustomer('c-001')).toHaveLength(1)
})

test('a case is no call, and a task that was closed in words takes no outcome any more', async () => {
  expect(result(await (await desk(storedCase({ workId: 'call-1' }))).log('satisfied'))).toBe('no-call')
  const { log, ports } = await desk()
  await closeWork(ports, { workId: 'call-1', by: 'Mai', note: 'xong', reached: true, at: NOW })
  expect(result(await log('no-answer'))).toBe('already-closed')
})

test('a task whose history is full takes no further attempt, but one that ends it', async () => {
  const { events } = storedWork()
  const full = storedWork({
    workId: 'call-1',
    events: [events[0], ...Array.from({ length: MOST_EVENTS }, () => notedBy('Mai', 'đã gọi'))],
  })
  const { log, task } = await desk(full)
  expect(result(await log('no-answer'))).toBe('full')
  expect(result(await log('satisfied'))).toBe('logged')
  expect(isOpen(await task())).toBe(false)
})

describe('a form from before a colleague’s attempt', () => {
  const promise = { callBackAt: '2027-03-12T08:00:00.000Z', seen: 0 }

  test.each<Disposition>(['no-answer', 'busy', 'satisfied', 'call-back'])(
    '%s leaves the promise as it was agreed',
    async (stale) => {
      const place = await desk()
      await place.log('call-back', promise)
      const refused = await place.log(stale, { seen: 0, callBackAt: '2027-03-15T03:00:00.000Z' })
      expect(refused).toEqual({ refused: 'changed-meanwhile' })
      const item = await place.task()
      expect(stateOf(item)).toBe('promised')
      expect(item.dueAt).toBe(promise.callBackAt)
      // Looked at again, it is what staff know.
      expect(await place.log(stale, { seen: 1, callBackAt: '2027-03-15T03:00:00.000Z' })).toMatchObject({ again: false })
    },
  )

  test('a complaint becomes a case all the same, and a stop ends the task: nobody keeps a promise to one who wants no calls', async () => {
    const place = await desk()
    await place.log('call-back', promise)
    expect(await place.log('complaint', { seen: 0, note: 'giao thiếu' })).toEqual({ kept: 'case-open' })
    expect(await place.log('do-not-call', { seen: 0 })).toMatchObject({ again: false })
    expect(closingOf(await place.task())).toMatchObject({ as: 'stopped' })
  })

  test('sent twice it is one attempt, as before', async () => {
    const place = await desk()
    const attemptId = crypto.randomUUID()
    await place.log('no-answer', { attemptId, seen: 0 })
    expect(await place.log('no-answer', { attemptId, seen: 0 })).toMatchObject({ again: true })
  })

  test('sent again with another outcome or other words it is refused, and the call stays as it was', async () => {
    const place = await desk()
    const attemptId = crypto.randomUUID()
    await place.log('no-answer', { attemptId, seen: 0 })
    const before = await place.task()
    expect(await place.log('no-answer', { attemptId, note: 'máy bận' })).toEqual({ refused: 'sent-already' })
    expect(await place.log('do-not-call', { attemptId })).toEqual({ refused: 'sent-already' })
    expect(await place.task()).toEqual(before)
  })

  test('sent again with a further call it is refused, and the further call is opened by a form of its own', async () => {
    const place = await desk()
    const attemptId = crypto.randomUUID()
    await place.log('satisfied', { attemptId })
    expect(await place.log('satisfied', { attemptId, followUpDays: 3 })).toEqual({ refused: 'sent-already' })
    expect(await place.log('satisfied', { followUpDays: 3 })).toEqual({ kept: 'follow-up-open' })
    const again = { attemptId: crypto.randomUUID(), followUpDays: 2 }
    const other = await desk()
    await other.log('satisfied', again)
    expect(await other.log('satisfied', again)).toMatchObject({ again: true })
    expect(await other.log('satisfied', { ...again, followUpDays: 5 })).toEqual({ refused: 'sent-already' })
  })

  test('sent again for the whole number it is refused, and the number is stopped by a form of its own', async () => {
    const place = await desk()
    const attemptId = crypto.randomUUID()
    await place.log('do-not-call', { attemptId })
    expect(await place.log('do-not-call', { attemptId, stop: 'number' })).toEqual({ refused: 'sent-already' })
    expect(await place.log('do-not-call', { stop: 'number' })).toEqual({ kept: 'stop-in-force' })
    expect(await place.log('do-not-call', { attemptId })).toMatchObject({ again: true })
  })
})

test('a complaint that is told in a call has the lists of calls made again; a request has not', async () => {
  for (const [disposition, orders] of [
    ['complaint', [{ workId: expect.stringMatching(/^told_/), at: NOW }]],
    ['request', []],
    ['no-answer', []],
  ] as const) {
    const place = await desk()
    await place.log(disposition)
    expect(place.stores.listOrders.ordered()).toEqual(orders)
  }
})

describe('a further call that was agreed', () => {
  const ID = '00000000-0000-4000-8000-000000000001'
  const followUpOf = async ({ stores }: Awaited<ReturnType<typeof desk>>) =>
    (await stores.work.ofCustomer('c-001')).filter(({ subject }) => subject.is === 'follow-up')

  test('is opened once, for who agreed on it, so many working days later, with what was said', async () => {
    const one = await desk()
    await one.log('satisfied', { attemptId: ID, followUpDays: 3, note: 'trà mới rất ngon' })
    await one.log('satisfied', { attemptId: ID, followUpDays: 3, note: 'trà mới rất ngon' })
    const [call, ...more] = await followUpOf(one)
    expect(more).toEqual([])
    expect(call).toMatchObject({
      kind: 'call-task',
      subject: { workId: 'call-1', workingDays: 3, occurrenceId: 'nps_2027-02-03' },
      // Wednesday and three working days, over a Saturday that is none.
      dueAt: '2027-03-15T02:00:00.000Z',
    })
    expect(call && ownerOf(call)).toMatchObject({ is: 'person', address: 'hanh@example.com', team: CARE })
    expect(call?.events.at(-1)).toMatchObject({ is: 'noted', note: 'trà mới rất ngon' })
    expect(call && whyDue(call, one.ports.companyRules).begin).toEqual({ is: 'follow-up', days: 3, after: 'agreed' })
  })

  test('goes beside the case of a complaint', async () => {
    const one = await desk()
    await one.log('complaint', { followUpDays: 1 })
    const opened = (await one.stores.work.ofCustomer('c-001')).map(({ subject }) => subject.is)
    expect(opened.toSorted()).toEqual(['follow-up', 'low-score', 'told'])
  })

  test('holds although a colleague had ended the call', async () => {
    const one = await desk()
    await one.log('satisfied')
    expect(await one.log('satisfied', { followUpDays: 5, round: 0 })).toEqual({ kept: 'follow-up-open' })
    expect(await followUpOf(one)).toHaveLength(1)
  })

  test.each([
    ['no-answer', 3, 'follow-up-unspoken'],
    ['wrong-number', 3, 'follow-up-unspoken'],
    ['satisfied', 0, 'follow-up-days'],
    ['satisfied', 61, 'follow-up-days'],
    ['satisfied', 1.5, 'follow-up-days'],
  ] as const)('%s with %d days is refused, and nothing is opened', async (disposition, followUpDays, refused) => {
    const one = await desk()
    expect(await one.log(disposition, { followUpDays })).toEqual({ refused })
    expect(await followUpOf(one)).toEqual([])
    expect((await one.task()).events).toHaveLength(1)
  })

  test('is refused for a caller of the hotline who is no customer: whose call would it be?', async () => {
    const one = await desk(aMissedCall({ phone: '+84987654321' }, { workId: 'call-1' }))
    expect(await one.log('satisfied', { followUpDays: 3 })).toEqual({ refused: 'follow-up-no-customer' })
    expect((await one.task()).events).toHaveLength(1)
    expect(result(await one.log('satisfied'))).toBe('logged')
  })

  test('is opened for a customer who rang the hotline in vain', async () => {
    const one = await desk(aMissedCall({ customerId: 'c-001' }, { workId: 'call-1' }))
    expect(result(await one.log('satisfied', { followUpDays: 3 }))).toBe('logged')
    expect(await followUpOf(one)).toMatchObject([{ subject: { workId: 'call-1', campaignId: null, occurrenceId: null } }])
  })
})
