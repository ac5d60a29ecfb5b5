/** "Was it solved?" is asked of customers who had something to solve and of whom nothing is open; other questions follow any call in which they were reached. */
import { describe, expect, test } from 'vitest'
import type { Instant } from '#core/time/instant.ts'
import type { Disposition } from '#core/work/disposition.ts'
import type { CallTask, Case, WorkItem } from '#core/work/work-item.ts'
import { aCampaign, aCustomer } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'
import { aMissedCall, closedWork, openedAt, storedCase, storedRequest, storedWork } from '#test/support/work-builders.ts'

const MONDAY: Instant = '2027-03-01T00:00:00.000Z'
const TUESDAY = '2027-03-02'
const WEDNESDAY = 'fcr_2027-03-03'

const afterCall = (kind: 'fcr' | 'csat') =>
  aCampaign({
    id: kind,
    contentClass: 'survey',
    occasion: { kind: 'after-call', offset: { days: 1 } },
    survey: { kind },
  })
const afterCase = aCampaign({
  id: 'fcr',
  contentClass: 'survey',
  occasion: { kind: 'after-case', offset: { days: 1 } },
  survey: { kind: 'fcr' },
})

const none = { campaignId: null, occurrenceId: null, replyId: null }
const CONTACT: CallTask['subject'] = { is: 'contact', direction: 'in', ...none }
const CHECK_IN: CallTask['subject'] = {
  is: 'check-in',
  campaignId: 'check-in',
  occurrenceId: `check-in_${TUESDAY}`,
  occasionKey: `check-in:${TUESDAY}`,
  contentClass: 'care',
  script: 'courtesy',
  attempts: 3,
  callBy: `${TUESDAY}T10:00:00.000Z`,
  lastDay: '2027-03-08',
  replyId: null,
}
const followUpOf = (workId: string): CallTask['subject'] => ({ is: 'follow-up', workId, workingDays: 3, ...none })

/** Reached on Tuesday. */
function reached(subject: CallTask['subject'], disposition: Disposition = 'satisfied', over: Partial<CallTask> = {}): CallTask {
  const by = { is: 'staff' as const, name: 'Hạnh' }
  const attempt = { is: 'attempted', at: `${TUESDAY}T03:00:00.000Z`, by, way: 'zalo', note: null, callBackAt: null } as const
  const task = storedWork({ workId: 'call', subject, events: [openedAt(MONDAY), { ...attempt, disposition }], ...over })
  return { ...closedWork(task, TUESDAY, { reached: true, as: 'reached' }), version: 0 }
}
const lowScore = (over: Partial<CallTask> = {}) => reached(storedWork().subject, 'feedback', over)
const told = (what: 'complaint' | 'request' | 'question', over: Partial<Case> = {}) =>
  storedCase({
    workId: `told-${what}`,
    subject: { is: 'told', what, workId: 'call', ...none },
    events: [openedAt(MONDAY)],
    ...over,
  })
const solved = <Item extends WorkItem>(item: Item): Item => ({ ...closedWork(item, TUESDAY, { reached: true }), version: 0 })

/** On Monday already. */
const closedBefore = ({ events: [opened], ...task }: CallTask): CallTask => ({
  ...closedWork({ ...task, events: [opened] }, '2027-03-01', { reached: true, as: 'reached' }),
  version: 0,
})
const FURTHER = [
  reached(followUpOf('second')),
  closedBefore(reached(followUpOf('first'), 'satisfied', { workId: 'second' })),
  closedBefore(lowScore({ workId: 'first' })),
]

async function withWork(items: readonly WorkItem[], campaign = afterCall('fcr')) {
  const company = await runningCompany({
    now: `${TUESDAY}T12:00:00.000Z`,
    campaigns: [campaign],
    customers: [aCustomer({ customerId: 'c-001' })],
  })
  for (const item of items) await company.stores.work.open(item)
  return company
}
async function asked(items: readonly WorkItem[], campaign = afterCall('fcr')): Promise<boolean> {
  const company = await withWork(items, campaign)
  await company.until('2027-03-05T00:00:00.000Z')
  expect(company.failures).toEqual([])
  return company.sent().length > 0
}

describe('after a call, whether it was solved is asked', () => {
  test.each<[string, readonly WorkItem[]]>([
    ['a low score', [lowScore()]],
    ['a missed call to the hotline', [reached(aMissedCall({ customerId: 'c-001' }).subject)]],
    ['a follow-up of a low score', [reached(followUpOf('first')), closedBefore(lowScore({ workId: 'first' }))]],
    ['a follow-up of a follow-up of a low score', FURTHER],
    [
      'a courtesy call in which the customer complained, and which is solved',
      [reached(CHECK_IN, 'complaint'), solved(told('complaint'))],
    ],
    ['a request by Zalo that is done', [reached(CONTACT, 'request'), solved(told('request'))]],
  ])('about %s', async (_what, items) => {
    expect(await asked(items)).toBe(true)
  })

  test.each<[string, readonly WorkItem[]]>([
    ['a courtesy call', [reached(CHECK_IN)]],
    ['a contact', [reached(CONTACT, 'wants-more')]],
    [
      'a follow-up of a courtesy call',
      [reached(followUpOf('first')), closedBefore(reached(CHECK_IN, 'satisfied', { workId: 'first' }))],
    ],
    ['a follow-up of a call that is no longer kept', [reached(followUpOf('first'))]],
  ])('not about %s in which nothing was to be solved', async (_what, items) => {
    expect(await asked(items)).toBe(false)
  })

  test.each<[string, readonly WorkItem[]]>([
    ['the complaint of that contact', [reached(CONTACT, 'complaint'), told('complaint')]],
    ['a request', [lowScore(), told('request')]],
    ['a question', [lowScore(), told('question')]],
    ['a complaint by mail', [lowScore(), storedCase()]],
    ['a mail about their data that complains too', [lowScore(), storedRequest({ holds: [{ is: 'complaint' }] })]],
    ['the further call that was agreed', [lowScore(), storedWork({ workId: 'next', subject: followUpOf('call') })]],
  ])('not while %s is open', async (_what, items) => {
    expect(await asked(items)).toBe(false)
  })

  test('also while a courtesy call or a request about their data is open: these are no trouble of theirs', async () => {
    expect(await asked([lowScore(), storedWork({ workId: 'next', subject: CHECK_IN }), storedRequest()])).toBe(true)
  })

  test('not of a customer who complains between the plan and the mail', async () => {
    const company = await withWork([lowScore()])
    await company.until('2027-03-03T01:30:00.000Z')
    expect(await company.results(WEDNESDAY)).toEqual({ 'c-001': 'planned' })
    await company.stores.work.open(storedCase())
    await company.until('2027-03-05T00:00:00.000Z')
    expect(await company.results(WEDNESDAY)).toEqual({ 'c-001': 'skipped no-longer-due' })
  })
})

test('after a case it is asked only when nothing else of the customer is open', async () => {
  const closed = solved(told('complaint'))
  expect(await asked([closed], afterCase)).toBe(true)
  expect(await asked([closed, told('request')], afterCase)).toBe(false)
})

test('how satisfied a customer is can be asked after a courtesy call too', async () => {
  expect(await asked([reached(CHECK_IN)], afterCall('csat'))).toBe(true)
})

describe('a reminder of the question', () => {
  const reminder = aCampaign({
    id: 'fcr-reminder',
    contentClass: 'survey',
    occasion: { kind: 'after-invitation', campaign: 'fcr', offset: { days: 3 } },
  })
  /** Asked on Wednesday, and reminded on Saturday, where nothing happens meanwhile. */
  async function invited(question = afterCall('fcr')) {
    const company = await runningCompany({
      now: `${TUESDAY}T12:00:00.000Z`,
      campaigns: [question, { ...reminder, occasion: { ...reminder.occasion, campaign: question.id } } as typeof reminder],
      customers: [aCustomer({ customerId: 'c-001' })],
    })
    await company.stores.work.open(lowScore())
    await company.until('2027-03-04T00:00:00.000Z')
    expect(company.sent()).toEqual([`c-001 ${question.id}`])
    return company
  }
  const until = async (company: Awaited<ReturnType<typeof invited>>) => {
    await company.until('2027-03-08T00:00:00.000Z')
    expect(company.failures).toEqual([])
    return company.sent()
  }

  test('goes out while nothing of the customer is open, also beside a courtesy call', async () => {
    const company = await invited()
    await company.stores.work.open(storedWork({ workId: 'next', subject: CHECK_IN }))
    expect(await until(company)).toEqual(['c-001 fcr', 'c-001 fcr-reminder'])
  })

  test.each<[string, WorkItem]>([
    ['a complaint', told('complaint')],
    ['a request by mail', storedCase({ subject: { ...storedCase().subject, is: 'request' } as Case['subject'] })],
    ['the further call that was agreed', storedWork({ workId: 'next', subject: followUpOf('call') })],
  ])('not while %s is open, and the balance says so', async (_what, item) => {
    const company = await invited()
    await company.stores.work.open(item)
    expect(await until(company)).toEqual(['c-001 fcr'])
    expect(await company.results('fcr-reminder_2027-03-06')).toEqual({ 'c-001': 'skipped no-longer-due' })
  })

  test('not of a customer who complains between the plan and the mail', async () => {
    const company = await invited()
    await company.until('2027-03-06T01:30:00.000Z')
    expect(await company.results('fcr-reminder_2027-03-06')).toEqual({ 'c-001': 'planned' })
    await company.stores.work.open(storedCase())
    expect(await until(company)).toEqual(['c-001 fcr'])
  })

  test('of another question goes out all the same', async () => {
    const company = await invited(afterCall('csat'))
    await company.stores.work.open(told('complaint'))
    expect(await until(company)).toEqual(['c-001 csat', 'c-001 fcr-reminder'])
  })
})
