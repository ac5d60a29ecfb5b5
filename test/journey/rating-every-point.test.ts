/** Three weeks of the yearly satisfaction index: customers rate, skip, write back, are reminded, and scanners press what they find. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeTag } from '#adapters/ses/tags.ts'
import { invitationsOf } from '#app/listening/invitations.ts'
import { countingAnswers, standingAnswer } from '#core/survey/response.ts'
import { indexOfAnswer, ratedPoints } from '#core/survey/satisfaction-index.ts'
import { DAY_MS, type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { timeMover } from '#local/clock/time-mover.ts'
import type { Act, PlannedAct } from '#local/sample-listeners/act.ts'
import type { MailAsRead } from '#local/sample-listeners/mail-as-read.ts'
import { sampleListeners } from '#local/sample-listeners/sample-listeners.ts'
import { aCustomer } from '#test/support/builders.ts'
import { journeyStack, PAGES } from '#test/support/journey-stack.ts'

const START: Instant = '2027-02-28T17:00:00.000Z'
const END: Instant = '2027-03-19T12:00:00.000Z'
const ROLES = ['happy', 'unhappy', 'number', 'scanned', 'late'] as const
type Role = (typeof ROLES)[number]
const roleOf = (address: string): Role | undefined => ROLES.find((role) => address.startsWith(role))

const customers = Array.from({ length: 1_200 }, (_, n) => {
  const role = ROLES[n % ROLES.length] ?? 'happy'
  const email = `${role}-${n}@example.${role === 'scanned' ? 'net' : 'com'}`
  return aCustomer({ customerId: `${role}-${n}`, email, locale: n % 4 === 3 ? 'en' : 'vi' })
})

let world: Awaited<ReturnType<typeof journeyStack>>
let listeners: ReturnType<typeof sampleListeners>

const campaignOf = ({ tags }: MailAsRead['message']) => decodeTag(tags.find(({ name }) => name === 'campaign')?.value ?? '') ?? ''
const answer = (score: number, why: string | null = null): Act => ({
  kind: 'answer',
  by: 'tap',
  score,
  why,
  more: why,
  manner: 'calm',
})

function actOf(mail: MailAsRead): Act | null {
  if (mail.asks !== 'csi') return null
  const isReminder = campaignOf(mail.message) === 'csi-reminder'
  switch (roleOf(mail.address)) {
    case 'happy':
      return answer(9)
    case 'unhappy':
      return answer(2, 'Giao trễ ba ngày')
    case 'number':
      return isReminder ? null : { kind: 'reply', text: '9', program: 'gmail', photo: false }
    case 'scanned':
      return { kind: 'scan' }
    case 'late':
      return isReminder ? answer(8) : null
    default:
      return null
  }
}
const plan = (mail: MailAsRead): readonly PlannedAct[] => {
  const act = actOf(mail)
  return act ? [{ at: plusMs(mail.at, 30 * MINUTE_MS), act }] : []
}

beforeAll(async () => {
  world = await journeyStack({
    startAt: START,
    campaigns: ['csi-yearly', 'csi-reminder'],
    people: { customers, consents: () => ({}) },
  })
  const { mailbox, mailIn, pages, clock } = world
  listeners = sampleListeners({
    ...{ mailbox, mailIn, pages, plan },
    pagesAt: PAGES,
    sink: { event: () => {} },
    zone: 'Asia/Ho_Chi_Minh',
    folder: null,
    now: START,
  })
  const mover = timeMover({ clock, engines: [...world.engines, listeners], drain: world.drain })
  for (let day = plusMs(START, 7 * DAY_MS); day < END; day = plusMs(day, 7 * DAY_MS)) await mover.advanceTo(day)
  expect((await mover.advanceTo(END)).outcome).toBe('arrived')
})
afterAll(async () => {
  listeners?.close()
  await world?.stop()
})

/** Asked so long ago that the reminder has been read, too. */
const asked = () => {
  const mails = world.mails().filter((message) => campaignOf(message) === 'csi-yearly' && message.at < plusMs(END, -8 * DAY_MS))
  return mails.map(({ to }) => to[0]?.split('@')[0] ?? '')
}
const askedAs = (role: Role) => asked().filter((customerId) => customerId.startsWith(`${role}-`))
const standingOf = async (customerId: string) => {
  const [response, ...others] = await world.stores.responses.ofCustomer(customerId)
  expect(others).toEqual([])
  return response && standingAnswer(response)
}

test('a part of the customers is asked, each once and in every role', () => {
  expect(new Set(asked()).size).toBe(asked().length)
  for (const role of ROLES) expect(askedAs(role).length).toBeGreaterThan(0)
})

test('who is happy is recorded with every rating and its weight, and nobody rings', async () => {
  for (const customerId of askedAs('happy')) {
    const standing = await standingOf(customerId)
    expect(standing?.ratings?.map(({ attribute, weight }) => [attribute, weight])).toEqual([
      ['overall', 2],
      ['product', 1],
      ['delivery', 1],
      ['people', 1],
      ['value', 1],
    ])
    const skipped = standing?.ratings?.some(({ score }) => score === null)
    expect(standing && indexOfAnswer(standing) === null).toBe(skipped)
    expect(ratedPoints(standing?.ratings ?? [])).toBeGreaterThanOrEqual(75)
    expect(await world.stores.work.ofCustomer(customerId)).toEqual([])
  }
})

test('who is unhappy is asked what to change, and has one call to come, with the index it is about', async () => {
  for (const customerId of askedAs('unhappy')) {
    const standing = await standingOf(customerId)
    expect(standing).toMatchObject({ score: null, why: 'Giao trễ ba ngày', followUps: { 'what-to-change': 'Giao trễ ba ngày' } })
    expect(await world.stores.work.ofCustomer(customerId)).toMatchObject([
      { kind: 'call-task', subject: { is: 'low-score', score: ratedPoints(standing?.ratings ?? []), outOf: 100 } },
    ])
  }
})

test('who answers with a number alone has rated nothing: a person reads it', async () => {
  for (const customerId of askedAs('number')) {
    expect(await standingOf(customerId)).toBeUndefined()
    expect(await world.stores.replies.ofCustomer(customerId)).toMatchObject([
      { reading: { kind: 'unclear', score: null }, outcome: 'work-opened' },
    ])
  }
})

test('a scanner that presses every button rates nothing and stops nothing', async () => {
  for (const customerId of askedAs('scanned')) {
    expect((await world.stores.responses.ofCustomer(customerId)).flatMap(countingAnswers)).toEqual([])
    expect(await world.stores.work.ofCustomer(customerId)).toEqual([])
    expect(await world.stores.consents.ofCustomer(customerId)).toEqual([])
  }
})

test('who did not answer is reminded once, by the same link, and who answers then is recorded as the others', async () => {
  const reminded = world.mails().filter((message) => campaignOf(message) === 'csi-reminder')
  const whom = reminded.map(({ to }) => to[0]?.split('@')[0] ?? '')
  expect(new Set(whom).size).toBe(whom.length)
  expect(whom.filter((customerId) => /^(happy|unhappy)-/.test(customerId))).toEqual([])
  for (const customerId of [...askedAs('late'), ...askedAs('scanned')]) expect(whom).toContain(customerId)
  for (const customerId of askedAs('late')) expect(ratedPoints((await standingOf(customerId))?.ratings ?? [])).toBeGreaterThan(60)
})

test('every invitation is in exactly one state', async () => {
  const occurrences = await world.stores.occurrences.between('2027-02-25', '2027-03-19')
  let sent = 0
  for (const { occurrenceId } of occurrences) {
    const ports = { ...world.stores, companyRules: world.companyRules }
    const view = await invitationsOf(ports, { occurrenceId, now: world.clock.now() })
    if (!view) continue
    expect(Object.values(view.counts).reduce((sum, count) => sum + count, 0)).toBe(view.sent)
    sent += view.sent
  }
  expect(sent).toBeGreaterThanOrEqual(asked().length)
})
