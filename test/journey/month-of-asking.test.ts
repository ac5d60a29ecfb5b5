import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeTag } from '#adapters/ses/tags.ts'
import { closeWork } from '#app/desk/close-work.ts'
import { workOnCase } from '#app/desk/work-on-case.ts'
import { events } from '#app/events.ts'
import { type Invitations, invitationsOf } from '#app/listening/invitations.ts'
import type { SurveyKind } from '#core/campaign/survey-definition.ts'
import type { InvitationState } from '#core/survey/invitation-state.ts'
import { countingAnswers, standingAnswer } from '#core/survey/response.ts'
import { SCALES } from '#core/survey/scale.ts'
import { DAY_MS, epochMsOf, HOUR_MS, type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { addWorkingDays } from '#core/time/working-days.ts'
import { dayStart, localDateAt } from '#core/time/zone.ts'
import type { CaseAct } from '#core/work/case/case-act.ts'
import { type TimeMover, timeMover } from '#local/clock/time-mover.ts'
import type { Act, PlannedAct } from '#local/sample-listeners/act.ts'
import type { MailAsRead } from '#local/sample-listeners/mail-as-read.ts'
import { sampleListeners } from '#local/sample-listeners/sample-listeners.ts'
import { aCustomer, aPurchase } from '#test/support/builders.ts'
import { journeyStack, PAGES } from '#test/support/journey-stack.ts'

/** A month in which everybody keeps to one way of answering: 48 customers, a delivery each, for some a second one after they said "stop". */
const START: Instant = '2027-02-28T17:00:00.000Z'
const MONTH_END: Instant = '2027-03-31T12:00:00.000Z'
const CAMPAIGNS = ['csat-after-delivery', 'csat-reminder', 'ces-after-case', 'fcr-after-call', 'after-delivery', 'womens-day']

const ROLES = {
  tap: 'taps a high score in the mail and confirms',
  page: 'opens the page and chooses a high score there',
  reply: 'answers by mail with a high score',
  low: 'taps the lowest score, with a reason',
  lowreply: 'answers the lowest score by mail',
  changes: 'gives the lowest score, and the highest a day later',
  looks: 'opens a button’s link and never confirms',
  late: 'answers the reminder only',
  silent: 'does nothing',
  scanned: 'does nothing, behind a scanner that opens every link of every mail and presses every button',
  absent: 'has a note of absence',
  oneclick: 'presses the mailbox’s own button',
  mailto: 'lets the mailbox send a "stop"',
  writesstop: 'writes back to stop it',
  prefs: 'takes surveys out on the preference page',
  complains: 'complains by mail about the first mail of all, and never buys again',
} as const
type Role = keyof typeof ROLES
const STOPPERS: readonly Role[] = ['oneclick', 'mailto', 'writesstop', 'prefs']
/** Of those who are left out the invitation can still be answered at the end of the month. */
const STATES: Readonly<Partial<Record<Role, InvitationState>>> = {
  ...Object.fromEntries(
    (['tap', 'page', 'reply', 'low', 'lowreply', 'changes', 'late'] as const).map((role) => [role, 'answered']),
  ),
  ...Object.fromEntries(STOPPERS.map((role) => [role, 'opted-out'])),
  // How easy it was to get help can be answered for two weeks.
  complains: 'unanswered',
}

const roles = Object.keys(ROLES).filter((name): name is Role => name in ROLES)
const EACH = 3
const everybody = roles.flatMap((role) => Array.from({ length: EACH }, (_, n) => `${role}-${n}`))
const roleOf = (customerId: string): Role | undefined => roles.find((role) => customerId.startsWith(`${role}-`))
const ofRole = (role: Role) => everybody.filter((customerId) => roleOf(customerId) === role)

const customers = everybody.map((customerId, n) =>
  aCustomer({
    customerId,
    email: `${customerId}@example.${customerId.startsWith('scanned') ? 'net' : 'com'}`,
    locale: n % 4 === 3 ? 'en' : 'vi',
    gender: customerId.startsWith('complains') ? 'female' : 'male',
  }),
)
const buyers = everybody.filter((customerId) => roleOf(customerId) !== 'complains')
const purchases = buyers.flatMap((customerId, n) => {
  const deliveredOn: LocalDate = addDays('2027-03-01', n % 5)
  const bought = { customerId, purchasedOn: addDays(deliveredOn, -2) }
  const again = STOPPERS.some((role) => role === roleOf(customerId)) || roleOf(customerId) === 'tap'
  return [
    aPurchase({ ...bought, purchaseId: 'first', deliveredOn }),
    ...(again ? [aPurchase({ ...bought, purchaseId: 'second', deliveredOn: '2027-03-18' })] : []),
  ]
})

const asksAgain = ({ message }: MailAsRead) => tag(message, 'campaign').endsWith('-reminder')
const isConfirmation = ({ oneClick }: MailAsRead) => oneClick === null

/** By their address alone: a customer knows nothing else about themselves here. */
function plan(mail: MailAsRead): readonly PlannedAct[] {
  const scan: PlannedAct = { at: plusMs(mail.at, 20_000), act: { kind: 'scan' } }
  const act = actOf(mail)
  const first = act ? [{ at: plusMs(mail.at, 30 * MINUTE_MS), act }] : []
  const change = first.length > 0 && mail.address.startsWith('changes-') && mail.asks ? [answer('page', high(mail.asks))] : []
  return [
    ...(mail.address.startsWith('scanned-') ? [scan] : []),
    ...first,
    ...change.map((changed) => ({ at: plusMs(mail.at, DAY_MS), act: changed })),
  ]
}

const high = (kind: SurveyKind) => (kind === 'csi' ? 10 : SCALES[kind].highest)
const low = (kind: SurveyKind) => (kind === 'csi' ? 1 : SCALES[kind].lowest)
const answer = (by: 'tap' | 'page', score: number, why: string | null = null): Act => ({
  kind: 'answer',
  by,
  score,
  why,
  more: why,
  manner: 'calm',
})
const reply = (text: string, program: 'plain' | 'gmail' | 'outlook' = 'gmail'): Act => ({
  kind: 'reply',
  text,
  program,
  photo: false,
})

function actOf(mail: MailAsRead): Act | null {
  const { asks } = mail
  const role = roleOf(mail.address)
  if (role === 'absent') return { kind: 'absence', text: 'Tôi đang nghỉ phép, tuần sau sẽ trả lời.' }
  if (role === 'complains' && !isConfirmation(mail) && asks === null)
    return reply('Trà bị mốc, tôi rất thất vọng. Tôi muốn khiếu nại.', 'outlook')
  if (asks === null || role === undefined) return null
  switch (role) {
    case 'tap':
      return answer('tap', high(asks))
    case 'page':
      return answer('page', high(asks))
    case 'reply':
      return reply(`${high(asks)} điểm`)
    case 'low':
    case 'changes':
      return answer('tap', low(asks), 'Giao trễ ba ngày')
    case 'lowreply':
      return reply(`${low(asks)}/${high(asks)}`, 'plain')
    case 'looks':
      return { kind: 'look', score: low(asks) }
    case 'late':
      return asksAgain(mail) ? answer('tap', high(asks)) : null
    case 'oneclick':
      return { kind: 'one-click' }
    case 'mailto':
      return { kind: 'mailto-stop' }
    case 'writesstop':
      return reply('Dừng nhận thư')
    case 'prefs':
      return { kind: 'preferences', change: 'no-surveys' }
    default:
      return null
  }
}

type World = Awaited<ReturnType<typeof journeyStack>>
type Mail = ReturnType<World['mails']>[number]
const tag = (mail: Mail, name: string) => decodeTag(mail.tags.find((each) => each.name === name)?.value ?? '') ?? ''

let world: World
let listeners: ReturnType<typeof sampleListeners>
let mover: TimeMover
const told: { readonly name: string; readonly mails?: unknown }[] = []

async function moveTo(target: Instant): Promise<void> {
  const result = await mover.advanceTo(target)
  if (result.outcome !== 'arrived') throw new Error(JSON.stringify(result))
}

/** Somebody sits at the desk once a day and closes what is open. */
async function closeOpenWork(at: Instant): Promise<void> {
  const log = events({ event: () => {}, alarm: () => {} })
  const { work, roster } = world.stores
  const ports = { work, roster, companyRules: world.companyRules, events: log }
  for (const { workId, kind } of await world.stores.work.allOpen()) {
    const acts: readonly CaseAct[] = [
      { is: 'describe', type: null, category: 'other', fields: {}, department: '' },
      { is: 'move', to: 'follow-up', text: 'Đổi hàng' },
    ]
    for (const act of kind === 'case' ? acts : []) await workOnCase(ports, { workId, act, by: 'Mai', at })
    await closeWork(ports, { workId, by: 'Mai', note: 'Đã gọi', reached: true, at })
  }
}

/** Everything that stood open on some evening. */
const openedWork = new Set<string>()

beforeAll(async () => {
  world = await journeyStack({ startAt: START, campaigns: CAMPAIGNS, people: { customers, purchases, consents: () => ({}) } })
  const { mailbox, mailIn, pages, clock } = world
  listeners = sampleListeners({
    ...{ mailbox, mailIn, pages, plan },
    pagesAt: PAGES,
    sink: { event: (name, values) => void told.push({ name, ...values }) },
    zone: 'Asia/Ho_Chi_Minh',
    folder: null,
    now: START,
  })
  mover = timeMover({ clock, engines: [...world.engines, listeners], drain: world.drain })
  for (let day = plusMs(START, 18 * HOUR_MS); day < MONTH_END; day = plusMs(day, DAY_MS)) {
    await moveTo(day)
    for (const { workId } of await world.stores.work.allOpen()) openedWork.add(workId)
    await closeOpenWork(day)
  }
  await moveTo(MONTH_END)
})
afterAll(async () => {
  listeners?.close()
  await world?.stop()
})

const surveyOccurrences = async () => {
  const all = await world.stores.occurrences.between('2027-02-25', '2027-05-10')
  const views = await Promise.all(all.map(({ occurrenceId }) => viewOf(occurrenceId)))
  return views.filter((view) => view !== undefined).filter(({ sent }) => sent > 0)
}
const viewOf = (occurrenceId: string): Promise<Invitations | undefined> =>
  invitationsOf({ ...world.stores, companyRules: world.companyRules }, { occurrenceId, now: world.clock.now() })
const mailsTo = (customerId: string, campaign: string) =>
  world.mails().filter((mail) => tag(mail, 'customer') === customerId && tag(mail, 'campaign') === campaign)
const outcomesOf = async (customerId: string, campaignId: string) => {
  const all = await world.stores.occurrences.between('2027-02-25', '2027-05-10')
  const found = all.filter((occurrence) => occurrence.campaignId === campaignId)
  const rows = await Promise.all(found.map(({ occurrenceId }) => world.stores.occurrences.batches(occurrenceId)))
  return rows.flatMap((batches) =>
    batches.flatMap(({ recipients }) =>
      recipients.filter((each) => each.customerId === customerId).map(({ outcome }) => outcome),
    ),
  )
}
const responsesOf = (customerId: string) => world.stores.responses.ofCustomer(customerId)

describe('a month of asking', () => {
  test('whoever had a delivery is asked once, as many working days later as the campaign says', async () => {
    const asking = await world.stores.campaigns.latest()
    const { occasion } = asking.find(({ definition }) => definition.id === 'csat-after-delivery')?.definition ?? {}
    const days = occasion && 'offset' in occasion ? occasion.offset?.days : undefined
    for (const customerId of buyers) {
      const mails = mailsTo(customerId, 'csat-after-delivery')
      const { deliveredOn } = purchases.find((each) => each.customerId === customerId && each.purchaseId === 'first') ?? {}
      const due = addWorkingDays(world.companyRules.calendar, deliveredOn ?? '', days ?? 0)
      expect(mails.map(({ at, to }) => [to[0], localDateAt(at, 'Asia/Ho_Chi_Minh')])).toEqual([
        [customers.find((each) => each.customerId === customerId)?.email, due],
      ])
    }
  })

  test.each<[Role, 'page' | 'reply', 'high' | 'low', number]>([
    ['tap', 'page', 'high', 1],
    ['page', 'page', 'high', 1],
    ['reply', 'reply', 'high', 1],
    ['low', 'page', 'low', 2],
    ['lowreply', 'reply', 'low', 1],
    ['changes', 'page', 'high', 3],
    ['late', 'page', 'high', 1],
  ])('who is %s is recorded, by %s, and the last answer counts: %s', async (role, via, end, answers) => {
    for (const customerId of ofRole(role)) {
      const [response, ...others] = await responsesOf(customerId)
      if (!response) throw new Error(`${customerId} has no answer`)
      const score = end === 'high' ? high(response.kind) : low(response.kind)
      const standing = standingAnswer(response)
      if (!standing) throw new Error(`${customerId} has no answer that counts`)
      expect([customerId, standing.score, standing.origin.via, others.length]).toEqual([customerId, score, via, 0])
      // The unhappy are asked more on the next page: that is an answer of its own, with what was said before.
      expect(response.answers).toHaveLength(answers)
      expect(standing.origin.fromCompany).toBe(false)
    }
  })

  test.each<Role>(['looks', 'silent', 'scanned', 'absent'])(
    'who is %s has answered nothing, stopped nothing and made no work',
    async (role) => {
      for (const customerId of ofRole(role)) {
        expect((await responsesOf(customerId)).flatMap(countingAnswers)).toEqual([])
        expect(await world.stores.consents.ofCustomer(customerId)).toEqual([])
        expect(await world.stores.work.ofCustomer(customerId)).toEqual([])
        expect(await world.stores.customers.get(customerId)).toMatchObject({ consents: {}, frequency: 'any' })
      }
    },
  )

  test('the scanner was there: it opened every mail of those behind it, pressed what it found, and nobody was stopped or answered for', async () => {
    const theirs = world.mails().filter((mail) => mail.to[0]?.endsWith('@example.net'))
    const scanned = told.flatMap(({ name, mails }) => (name === 'listener.scanned' ? [Number(mails)] : []))
    expect(theirs.length).toBeGreaterThan(EACH * 2)
    expect(scanned.reduce((sum, mails) => sum + mails, 0)).toBe(theirs.length)
    const pressed = await Promise.all(ofRole('scanned').map(responsesOf))
    expect(pressed.every(([response]) => response?.answers.every(({ suspect }) => suspect !== undefined))).toBe(true)
  })

  test('a note of absence is kept, and nobody answers it', async () => {
    for (const customerId of ofRole('absent')) {
      const replies = await world.stores.replies.ofCustomer(customerId)
      expect(replies.length).toBeGreaterThan(0)
      expect(replies.every(({ reading, outcome }) => reading.kind === 'autoReply' && outcome === 'kept')).toBe(true)
      const campaigns = world.mails().filter((mail) => tag(mail, 'customer') === customerId)
      expect(campaigns.filter((mail) => tag(mail, 'campaign') === '')).toEqual([])
    }
  })

  test('everybody unhappy has a call to come within the minute, once, also who was content later', async () => {
    for (const customerId of (['low', 'lowreply', 'changes'] as const).flatMap(ofRole)) {
      const work = (await world.stores.work.ofCustomer(customerId)).filter(({ kind }) => kind === 'call-task')
      const [response] = await responsesOf(customerId)
      const saidAt = response?.answers[0]?.at ?? ''
      expect(work).toHaveLength(1)
      expect(epochMsOf(work[0]?.events[0].at ?? '') - epochMsOf(saidAt)).toBeLessThanOrEqual(MINUTE_MS)
      expect(work[0]).toHaveProperty('events.1', expect.objectContaining({ is: 'closed', by: { is: 'staff', name: 'Mai' } }))
      expect(openedWork.has(work[0]?.workId ?? '')).toBe(true)
      // They were called, and asked a few days ago: nobody asks again.
      expect(await outcomesOf(customerId, 'fcr-after-call')).toMatchObject([{ state: 'skipped', reason: 'surveyed-recently' }])
    }
  })

  test('a complaint opens a case; once it is closed, they are asked how easy that was', async () => {
    for (const customerId of ofRole('complains')) {
      const [item] = await world.stores.work.ofCustomer(customerId)
      expect(item).toMatchObject({ kind: 'case', subject: { is: 'complaint' } })
      // Nobody has a number here: some days after the closing they are written to.
      expect([item?.events[0].is, ...(item?.events.slice(-2).map(({ is }) => is) ?? [])]).toEqual([
        'opened',
        'closed',
        'followed-up',
      ])
      expect([customerId, mailsTo(customerId, 'ces-after-case').length]).toEqual([customerId, 1])
    }
  })

  test('a reminder goes to those who have not answered, and to nobody else', async () => {
    const reminded = new Set(
      world.mails().flatMap((mail) => (tag(mail, 'campaign').endsWith('-reminder') ? [tag(mail, 'customer')] : [])),
    )
    const expected = (['looks', 'silent', 'scanned', 'absent', 'late'] as const).flatMap(ofRole)
    expect([...reminded].filter((customerId) => roleOf(customerId) !== 'complains').sort()).toEqual(expected.sort())
  })

  test.each(STOPPERS)(
    'who stops by %s gets one word of confirmation, no survey after that, and the report says why',
    async (role) => {
      for (const customerId of ofRole(role)) {
        expect((await world.stores.customers.get(customerId))?.consents).toMatchObject({
          'survey/email': { decision: 'withdrawn' },
        })
        const records = await world.stores.consents.ofCustomer(customerId)
        expect(records.filter(({ purpose }) => purpose === 'survey')).toHaveLength(1)
        expect(records.every(({ evidence, source }) => evidence !== '' && source !== '')).toBe(true)
        const stoppedAt = records[0]?.at ?? ''
        const after = world.mails().filter((mail) => tag(mail, 'customer') === customerId && mail.at >= stoppedAt)
        const surveys = after.filter((mail) => /csat|nps|ces|fcr/.test(tag(mail, 'campaign')))
        expect(surveys).toEqual([])
        expect(after.filter((mail) => !mail.headers.some(({ name }) => name === 'List-Unsubscribe'))).toHaveLength(1)
        const second = (await outcomesOf(customerId, 'csat-after-delivery')).at(-1)
        expect(second).toMatchObject({ state: 'skipped', reason: 'opted-out' })
      }
    },
  )

  test('whoever was asked three weeks ago is left in peace after a second delivery, and it is known until when', async () => {
    for (const customerId of ofRole('tap')) {
      const second = (await outcomesOf(customerId, 'csat-after-delivery')).at(-1)
      expect(second).toMatchObject({ state: 'skipped', reason: 'surveyed-recently', days: 30 })
      const [mail] = mailsTo(customerId, 'csat-after-delivery')
      const freeOn = addDays(localDateAt(mail?.at ?? '', 'Asia/Ho_Chi_Minh'), 30)
      expect(second).toMatchObject({ freeAt: dayStart(freeOn, 'Asia/Ho_Chi_Minh') })
    }
  })

  test('every invitation is in exactly one state, the states add up to what was sent, and that is what the balance says', async () => {
    const views = await surveyOccurrences()
    expect(views.length).toBeGreaterThan(4)
    for (const { asked, counts, sent, invitations } of views) {
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(sent)
      expect(new Set(invitations.map(({ customerId }) => customerId)).size).toBe(sent)
      const occurrence = await world.stores.occurrences.get(asked.occurrenceId)
      if (occurrence?.balance) expect(occurrence.balance.sent).toBe(sent)
      for (const { customerId, state } of invitations) {
        const expected = STATES[roleOf(customerId) ?? 'silent'] ?? 'open'
        expect([customerId, state]).toEqual([customerId, expected])
      }
    }
  })

  test('nothing is left over: no alarm, no dead letter, and every balance adds up', async () => {
    expect(world.alarms).toEqual([])
    expect(told.filter((each) => 'because' in each && each.because !== null)).toEqual([])
    for (const { occurrenceId, mismatch } of await world.stores.occurrences.between('2027-02-25', '2027-03-30'))
      expect([occurrenceId, mismatch]).toEqual([occurrenceId, false])
  })

  test('the link of a survey that has closed says so, and records nothing', async () => {
    const [mail] = mailsTo('complains-0', 'ces-after-case')
    const link = /href="([^"]+\/s\/[^"?]+)\?score=1"/.exec(mail?.html ?? '')?.[1] ?? ''
    const form = { method: 'POST', body: new URLSearchParams({ score: '1' }) }
    expect((await world.pages.request(link, form)).status).toBe(410)
    expect(await responsesOf('complains-0')).toEqual([])
  })
})
