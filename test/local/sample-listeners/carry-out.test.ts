import { expect, test } from 'vitest'
import { standingAnswer } from '#core/survey/response.ts'
import type { IncomingMail } from '#local/mail-in/lay-down-mail.ts'
import type { Act } from '#local/sample-listeners/act.ts'
import { carryOut } from '#local/sample-listeners/carry-out.ts'
import type { MailAsRead } from '#local/sample-listeners/mail-as-read.ts'
import type { CarriedOut } from '#local/sample-listeners/read-pages.ts'
import { aMailAsRead, PAGES } from '#test/local/sample-listeners/mails.ts'
import { aCustomer } from '#test/support/builders.ts'
import { aSurvey } from '#test/support/survey-builders.ts'
import { NOW, pagesAtWork } from '#test/web/customer/pages-at-work.ts'

const FOLLOW_UPS = [
  {
    id: 'what',
    bands: ['low' as const],
    question: { vi: 'Điều gì?', en: 'What?' },
    choices: [
      { id: 'late', text: { vi: 'Trễ', en: 'Late' } },
      { id: 'broken', text: { vi: 'Vỡ', en: 'Broken' } },
    ],
  },
  { id: 'else', bands: ['low' as const], question: { vi: 'Gì nữa?', en: 'What else?' } },
]

async function atHome(over: Partial<MailAsRead> = {}) {
  const kind = over.asks ?? 'csat'
  const pages = await pagesAtWork({ customers: [aCustomer()], surveys: [aSurvey({ kind, followUps: FOLLOW_UPS })] })
  const mails: IncomingMail[] = []
  const mail = aMailAsRead({
    survey: `${PAGES}${pages.surveyPath()}`,
    preferences: `${PAGES}${pages.preferencesPath()}`,
    oneClick: `${PAGES}/u/${pages.token({ purpose: 'survey' })}`,
    ...over,
  })
  const ways = {
    pages: { fetch: pages.answer },
    mailIn: { layDown: async (written: IncomingMail) => `in/${mails.push(written)}` },
    zone: 'Asia/Ho_Chi_Minh',
  }
  /** Whatever is read before it is pressed is read in moved time. */
  async function does(act: Act): Promise<CarriedOut> {
    let done = await carryOut(ways, { mail, act, at: NOW, now: NOW })
    while ('readsUntil' in done) {
      pages.setNow(done.readsUntil)
      done = await done.goOn(done.readsUntil)
    }
    return done
  }
  return { pages, mails, mail, does }
}

const ANSWER = {
  kind: 'answer',
  by: 'tap',
  score: 2,
  why: 'Trễ ba ngày & "móp"',
  more: 'Gọi lại cho tôi',
  manner: 'calm',
} as const

test('an answer is given through the forms of the pages, with its reason and what is asked besides', async () => {
  const { pages, does } = await atHome()
  expect(await does(ANSWER)).toEqual({ done: true, status: 200 })
  const [response] = await pages.responsesOf()
  expect(response && standingAnswer(response)).toMatchObject({
    score: 2,
    why: ANSWER.why,
    followUps: { what: ['late'], else: ANSWER.more },
    origin: { via: 'page', network: expect.stringMatching(/^[0-9a-f]{32}$/) },
  })
})

test('where several attributes are asked, each is rated near what the customer feels, or now and then skipped', async () => {
  const given: (number | null)[] = []
  for (let person = 0; person < 40; person++) {
    const { pages, does } = await atHome({ asks: 'csi', address: `person-${person}@example.com` })
    expect(await does({ ...ANSWER, by: person % 2 === 0 ? 'tap' : 'page' })).toEqual({ done: true, status: 200 })
    const [response] = await pages.responsesOf()
    const standing = response && standingAnswer(response)
    expect(standing).toMatchObject({ score: null, why: ANSWER.why, followUps: { what: ['late'], else: ANSWER.more } })
    expect(standing?.ratings?.map(({ attribute }) => attribute)).toEqual(['overall', 'expectation', 'ideal'])
    given.push(...(standing?.ratings ?? []).map(({ score }) => score))
  }
  expect(new Set(given)).toEqual(new Set([1, 2, 3, null]))
})

test('a scanner that presses every button of such a page rates nothing', async () => {
  const { pages, mail } = await atHome({ asks: 'csi' })
  const scanned = await atHome({ asks: 'csi', links: [mail.survey, mail.preferences].filter((link) => link !== null) })
  expect(await scanned.does({ kind: 'scan' })).toEqual({ done: true, status: null })
  expect([await scanned.pages.responsesOf(), await scanned.pages.workOf(), pages.writes()]).toEqual([[], [], 0])
})

test('whoever answers again from their own browser comes from the same network, and the last answer counts', async () => {
  const { pages, does } = await atHome()
  await does({ ...ANSWER, more: null })
  await does({ ...ANSWER, by: 'page', score: 5, why: null, more: null })
  const [response] = await pages.responsesOf()
  expect(response?.answers.map(({ score, why }) => [score, why])).toEqual([
    [2, ANSWER.why],
    [5, ANSWER.why],
  ])
  expect(new Set(response?.answers.map(({ origin }) => origin.network)).size).toBe(1)
})

test.each(['quick', 'without-cookies'] as const)(
  'who is %s is asked for one more press, gives it, and is heard like everybody else',
  async (manner) => {
    const { pages, does } = await atHome()
    expect(await does({ ...ANSWER, manner })).toEqual({ done: true, status: 200 })
    const [response] = await pages.responsesOf()
    expect(response?.answers.filter(({ suspect }) => suspect)).toEqual([])
    expect(response && standingAnswer(response)).toMatchObject({ score: 2, followUps: { what: ['late'], else: ANSWER.more } })
    expect(pages.said.filter((name) => name === 'press.suspected')).toHaveLength(2)
  },
)

test('a scanner presses every button of every page and of those that follow, and nothing comes of it; who only looks changes nothing', async () => {
  const { pages, mail, does } = await atHome()
  const links = [mail.survey, `${mail.survey}?score=1`, mail.preferences, mail.oneClick].filter((link) => link !== null)
  const scanned = await atHome({ links })
  expect(await scanned.does({ kind: 'scan' })).toEqual({ done: true, status: null })
  expect(await does({ kind: 'look', score: 1 })).toEqual({ done: true, status: 200 })
  expect(pages.writes()).toBe(0)
  const pressed = await scanned.pages.responsesOf()
  expect(pressed.flatMap(({ answers }) => answers.map(({ suspect }) => suspect))).toContain('decoy')
  expect(pressed.map(standingAnswer)).toEqual([undefined])
  expect(await scanned.pages.workOf()).toEqual([])
  expect(await scanned.pages.recordsOf()).toEqual([])
  expect((await scanned.pages.personOf())?.frequency).toBe('any')
  expect(scanned.pages.said.filter((name) => name === 'press.suspected').length).toBeGreaterThan(10)
})

test('the mailbox’s button stops at once, and the preference page keeps the other choices', async () => {
  const one = await atHome()
  expect(await one.does({ kind: 'one-click' })).toEqual({ done: true, status: 200 })
  expect(await one.pages.recordsOf()).toMatchObject([{ purpose: 'survey', decision: 'withdrawn', source: 'one-click' }])

  const two = await atHome()
  await two.does({ kind: 'preferences', change: 'weekly' })
  expect((await two.pages.personOf())?.frequency).toBe('weekly')
  expect(await two.pages.recordsOf()).toEqual([])
  await two.does({ kind: 'preferences', change: 'no-surveys' })
  expect(await two.pages.recordsOf()).toMatchObject([{ purpose: 'survey', channel: 'email', decision: 'withdrawn' }])
})

test.each<[string, Act]>([
  ['a reply', { kind: 'reply', text: '5', program: 'gmail', photo: false }],
  ['a note of absence', { kind: 'absence', text: 'Tôi đang nghỉ phép' }],
  ['a stop by mail', { kind: 'mailto-stop' }],
])('%s goes out as a mail, and no page is touched', async (_what, act) => {
  const { pages, mails, does } = await atHome()
  expect(await does(act)).toEqual({ done: true, status: null })
  expect([mails.length, pages.writes()]).toEqual([1, 0])
})

test.each<[string, Act, Partial<MailAsRead>]>([
  ['without a link', ANSWER, { survey: null }],
  ['with a dead link', ANSWER, { survey: `${PAGES}/s/forged` }],
  ['without a button of the mailbox', { kind: 'one-click' }, { oneClick: null }],
  ['without an address', { kind: 'mailto-stop' }, { stopAddress: null }],
])('a mail %s leaves nothing to do, and says why', async (_what, act, over) => {
  const { pages, does } = await atHome(over)
  expect(await does(act)).toEqual({ done: false, because: expect.any(String) })
  expect(pages.writes()).toBe(0)
})

test.each([
  [true, ['customer-said', 'closed']],
  [false, ['customer-said']],
])('who is asked whether a case is solved says %s by the button of the mail', async (solved, followed) => {
  const { pages, mail } = await atHome()
  const { does, pages: at } = await atHome({ solved: `${PAGES}${await pages.solvedPath()}` })
  await at.solvedPath()
  expect(await does({ kind: 'say', solved, words: solved ? null : 'Vẫn chưa ổn' })).toEqual({ done: true, status: 200 })
  expect((await at.solvedCase()).events.slice(3).map(({ is }) => is)).toEqual(followed)
  expect(mail.solved).toBeNull()
})

test('a scanner that opens both buttons of such a mail closes no case', async () => {
  const { pages } = await atHome()
  const path = `${PAGES}${await pages.solvedPath()}`
  const { does, pages: at } = await atHome({ solved: path, links: [`${path}?said=yes`, `${path}?said=no`] })
  await at.solvedPath()
  expect(await does({ kind: 'scan' })).toEqual({ done: true, status: null })
  expect((await at.solvedCase()).events).toHaveLength(3)
})
