/** What came in, narrowed by campaign, score and day; each line leads to the customer, and to the work it made for those who may see work. */
import { beforeEach, describe, expect, test } from 'vitest'
import { memoryAuditLog } from '#adapters/memory/staff-stores.ts'
import { openForNobody } from '#app/desk/limited-reply-work.ts'
import type { Role } from '#core/staff/role.ts'
import { listeningRoutes } from '#functions/staff/listening/listening.ts'
import { staffApp } from '#functions/staff/staff-app.ts'
import { listeningCompany, NOW, SURVEY } from '#test/app/listening/receiving.ts'
import { storedReply } from '#test/support/store-builders.ts'
import { anAnswer, aResponse } from '#test/support/survey-builders.ts'
import { aMailSubject, closedWork, storedCase, storedWork } from '#test/support/work-builders.ts'

const TODAY = '2027-03-10'

async function office() {
  const { stores: of } = await listeningCompany()
  const stores = { ...of, auditLog: memoryAuditLog() }
  const page = async (path: string, role: Role = 'agent') => {
    const app = staffApp()
    app.use((context, next) => {
      context.set('visitor', { name: 'Hạnh', address: 'hanh@example.com', team: 'Chăm sóc', role })
      return next()
    })
    const { companyRules, events } = stores
    const clock = { now: () => NOW }
    const alone = { busy: () => null, sections: [], mailPath: null, pages: 'https://care.trasen.example.com' }
    app.route('/', listeningRoutes({ stores, companyRules, events, clock, ...alone }))
    return (await app.request(path)).text()
  }
  return { stores, page }
}
type Office = Awaited<ReturnType<typeof office>>

/** An unhappy answer of the survey's, a happy one by mail with its score, a complaint to a greeting, and a mail of nobody known. */
async function aDay({ stores }: Office): Promise<void> {
  const mail = (replyId: string, over: Partial<Parameters<typeof storedReply>[0]> = {}) =>
    stores.replies.add(storedReply({ replyId, receivedAt: NOW, receivedOn: TODAY, ...over }))
  const reading = storedReply().reading
  const answer = anAnswer({ at: NOW, score: 2, why: 'giao trễ' })
  const about = { occurrenceId: SURVEY, campaignId: 'how-was-it', kind: 'nps', answeredOn: TODAY } as const
  await stores.responses.put(aResponse([answer], about))
  await stores.work.open(
    storedWork({
      workId: 'call-1',
      subject: { is: 'low-score', campaignId: 'nps', occurrenceId: SURVEY, score: 3, replyId: null },
    }),
  )
  await mail('happy', {
    customerId: 'c-002',
    occurrenceId: SURVEY,
    reading: { ...reading, kind: 'answer', score: 10, text: 'mười điểm' },
  })
  const complaint = { ...reading, kind: 'complaint' as const, score: null, text: 'hộp bị móp' }
  await mail('angry', { customerId: 'c-002', occurrenceId: 'greeting_2027-03-08', reading: complaint })
  const item = storedCase({
    workId: 'case-1',
    customerId: 'c-002',
    subject: aMailSubject('complaint', { replyId: 'angry' }),
  })
  await stores.work.open({ ...closedWork(item), version: 0 })
  for (const replyId of ['before', 'stray']) {
    await mail(replyId, {
      customerId: null,
      occurrenceId: null,
      reading: { ...reading, kind: 'unclear', score: null, text: replyId },
    })
    await openForNobody(stores, { replyId, text: replyId, at: NOW })
  }
}

let today: Office
beforeEach(async () => {
  today = await office()
  await aDay(today)
})

test('days the wrong way round are told, and no list stands below that would call them empty', async () => {
  const page = await today.page('/listening?from=2027-03-11&to=2027-03-09')
  expect(page).toContain('data-wrong="reversed"')
  expect(page).toContain('href="/listening?from=2027-03-09&amp;to=2027-03-11"')
  expect(page).not.toContain('không có gì đúng với bộ lọc này')
  expect(heardIn(page)).toEqual([])
})

test('a day that does not exist is told, and the list stands as without it', async () => {
  const page = await today.page('/listening?from=2027-02-30')
  expect(page).toContain('Không có ngày “2027-02-30”')
  expect(heardIn(page)).toEqual(WORDS)
})

test('why a mail was read so stands in words, in the language of the page', async () => {
  const reading = { ...storedReply().reading, reasons: ['score:ambiguous', 'word:hộp móp', 'moon:full'] }
  await today.stores.replies.add(storedReply({ replyId: 'why', receivedAt: NOW, receivedOn: TODAY, reading }))
  const page = await today.page('/listening?show=replies')
  expect(page).toContain('Vì: có thể hiểu ra nhiều điểm khác nhau; khách viết “hộp móp”; lý do khác (moon:full)')
  expect(page).not.toMatch(/<code>|score:ambiguous|word:/)
})

const WORDS = ['giao trễ', 'mười điểm', 'hộp bị móp', '>stray<']
const heardIn = (page: string) => WORDS.filter((words) => page.includes(words))

describe('it is narrowed', () => {
  test.each([
    ['', WORDS],
    ['campaign=how-was-it', ['giao trễ', 'mười điểm']],
    ['campaign=greeting', ['hộp bị móp']],
    ['band=low', ['giao trễ']],
    ['band=high', ['mười điểm']],
    ['band=middle', []],
    ['band=high&campaign=greeting', []],
    ['survey=nps', ['giao trễ', 'mười điểm']],
    ['survey=csat', []],
    ['reply=complaint', ['hộp bị móp']],
    ['show=complaints', ['hộp bị móp']],
    ['show=unmatched', ['>stray<']],
    ['from=2027-03-10&to=2027-03-10', WORDS],
    ['to=2027-03-09', []],
    ['from=2027-03-11', []],
    ['show=nonsense&band=5&from=yesterday&to=2027-13-01&campaign=', WORDS],
  ])('by %j', async (query, found) => {
    expect(heardIn(await today.page(`/listening?${query}`))).toEqual(found)
  })

  test('and its links and its form keep what was chosen', async () => {
    const page = await today.page('/listening?campaign=how-was-it&band=low&from=2027-03-01')
    expect(page).toContain('href="/listening?show=complaints&amp;campaign=how-was-it&amp;band=low&amp;from=2027-03-01"')
    expect(page).toContain('<option value="low" selected>')
    expect(page).toContain('name="from" value="2027-03-01"')
    expect(page).toContain('href="/listening"')
  })
})

test('without what looks like a machine’s press, it holds the answers that count', async () => {
  const suspect = anAnswer({ at: NOW, score: 0, why: 'máy bấm', suspect: 'decoy' })
  const about = { occurrenceId: SURVEY, campaignId: 'how-was-it', kind: 'nps', answeredOn: TODAY, customerId: 'c-009' } as const
  await today.stores.responses.put(aResponse([suspect], about))
  const all = await today.page('/listening?show=answers')
  expect(all).toContain('c-009')
  expect(all).toContain('giao trễ')
  const counting = await today.page('/listening?show=answers&suspects=without')
  expect(counting).not.toContain('c-009')
  expect(counting).toContain('giao trễ')
  expect(counting).toContain('<option value="without" selected>')
  expect(counting).toContain('href="/listening?show=replies&amp;suspects=without"')
})

test('each line leads to the work that it made, open or closed, also a mail of nobody known', async () => {
  const page = await today.page('/listening')
  const links = [...page.matchAll(/href="\/work\/([^"]+)">([^<]+)<\/a> <span class="chip [a-z]+">([^<]+)</g)]
  expect(links.map(([, id, words, state]) => `${id}: ${words}, ${state}`).toSorted()).toEqual([
    'call-1: Việc: Gọi lại: điểm thấp, đang mở',
    'case-1: Việc: Khiếu nại, đã đóng',
    'unmatched_2027-03-10T02_01: Việc: Đọc thư chưa rõ ý, đang mở',
    'unmatched_2027-03-10T02_02: Việc: Đọc thư chưa rõ ý, đang mở',
  ])
  for (const id of ['c-001', 'c-002']) expect(page).toContain(`href="/customers/${id}#`)
})

test('who may not see work is led to none', async () => {
  const page = await today.page('/listening', 'marketing')
  expect(page).not.toContain('/work/')
  expect(heardIn(page)).toEqual(WORDS)
})

test('empty, it says what will stand there', async () => {
  const { page } = await office()
  expect(await page('/listening')).toContain('Câu trả lời khảo sát và thư khách gửi lại sẽ đứng ở đây')
  expect(await page('/listening?band=low')).toContain('không có gì đúng với bộ lọc này')
})

test('at the end of what is kept it says that words are deleted by then, and where the scores of older answers stand', async () => {
  const { page } = await office()
  const older = 'Điểm của các câu trả lời cũ hơn vẫn còn ở trang của dịp và của khách'
  expect(await page('/listening?to=2020-01-01')).toContain(older)
  for (const path of ['/listening', '/listening?from=2027-03-09']) expect(await page(path)).not.toContain(older)
})
