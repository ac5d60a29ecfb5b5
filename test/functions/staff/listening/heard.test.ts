import { expect, test } from 'vitest'
import { memoryReplyStore } from '#adapters/memory/reply-store.ts'
import { memoryResponseStore } from '#adapters/memory/response-store.ts'
import type { Reply } from '#core/reply/reply.ts'
import type { Answer } from '#core/survey/response.ts'
import { HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import { DAYS_PER_PAGE, type Heard, heardBefore, type Looking, placeIn } from '#functions/staff/listening/heard.ts'
import { storedReply } from '#test/support/store-builders.ts'
import { anAnswer, aResponse, BY_PAGE, byReply } from '#test/support/survey-builders.ts'
import type { ListeningShow } from '#web/staff/paths.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const TODAY: LocalDate = '2027-03-31'
const NOON: Instant = '2027-03-31T05:00:00.000Z'

function office() {
  const [responses, replies] = [memoryResponseStore(), memoryReplyStore()]
  return {
    wrote: (replyId: string, receivedAt: Instant, over: Partial<Reply> = {}) =>
      replies.add(storedReply({ replyId, receivedAt, receivedOn: localDateAt(receivedAt, ZONE), ...over })),
    answered: (customerId: string, at: Instant, origin: Answer['origin'] = BY_PAGE) =>
      responses.put(aResponse([anAnswer({ at, origin })], { customerId, answeredOn: localDateAt(at, ZONE) })),
    /** Every page from the newest on. */
    async read(show: ListeningShow, over: Partial<Looking> = {}) {
      const pages: (readonly string[])[] = []
      for (let before: string | null = null; pages.length < 30; ) {
        const page = await heardBefore(
          { responses, replies },
          { show, before, today: TODAY, zone: ZONE, limit: 10, keptDays: 90, ...over },
        )
        pages.push(page.heard.map(nameOf))
        if (page.next === null) return pages
        before = page.next
      }
      throw new Error('it never ends')
    },
  }
}
const nameOf = (heard: Heard) => ('response' in heard ? heard.response.customerId : heard.reply.replyId)

test('answers and mails stand together, newest first, whichever day they fell on in the company’s zone', async () => {
  const { wrote, answered, read } = office()
  await wrote('before-midnight', '2027-03-29T16:59:00.000Z')
  await answered('at-noon', NOON)
  await wrote('after-midnight', '2027-03-29T17:01:00.000Z')
  await answered('this-morning', '2027-03-31T01:00:00.000Z')
  expect((await read('all')).flat()).toEqual(['at-noon', 'this-morning', 'after-midnight', 'before-midnight'])
})

test('an answer by mail stands once, at its mail, unless answers alone are asked for', async () => {
  const { wrote, answered, read } = office()
  await wrote('m-1', NOON)
  await answered('c-001', NOON, byReply('m-1'))
  expect((await read('all')).flat()).toEqual(['m-1'])
  expect((await read('answers')).flat()).toEqual(['c-001'])
  expect((await read('replies')).flat()).toEqual(['m-1'])
})

test('mails of nobody known stand among the others, and can be looked at alone', async () => {
  const { wrote, read } = office()
  await wrote('known', NOON)
  await wrote('stray', plusMs(NOON, 1), { customerId: null })
  expect((await read('all')).flat()).toEqual(['stray', 'known'])
  expect((await read('unmatched')).flat()).toEqual(['stray'])
})

test('a flood within one instant is paged without losing or repeating anybody', async () => {
  const { wrote, read } = office()
  const names = Array.from({ length: 47 }, (_, n) => `m-${String(n).padStart(2, '0')}`)
  for (const name of names) await wrote(name, NOON)
  const pages = await read('all')
  expect(pages.slice(0, 5).map((page) => page.length)).toEqual([10, 10, 10, 10, 7])
  expect(pages.flat()).toEqual(names.toReversed())
})

test('quiet weeks are passed over page by page, and what is older than anything kept is not looked for', async () => {
  const { wrote, read } = office()
  await wrote('old', plusMs(NOON, -40 * 24 * HOUR_MS))
  await wrote('older-than-kept', plusMs(NOON, -200 * 24 * HOUR_MS))
  const pages = await read('all')
  expect(pages.flat()).toEqual(['old'])
  expect(pages.length).toBeLessThanOrEqual(4)
  const first = await heardBefore(
    { responses: memoryResponseStore(), replies: memoryReplyStore() },
    { show: 'all', before: null, today: TODAY, zone: ZONE, limit: 10, keptDays: 90 },
  )
  expect(first.since).toBe(addDays(TODAY, 1 - DAYS_PER_PAGE))
})

test('only what a page itself named is a place; any other text is none', () => {
  for (const text of ['', 'yesterday', '2027-03-31', "2027-03-31'; --"]) expect(placeIn(text)).toBeNull()
  for (const text of [NOON, `${NOON} r-1`]) expect(placeIn(text)).toBe(text)
})

test('of some days only what came in on them is shown, and no page leads beyond them', async () => {
  const { wrote, read } = office()
  for (const back of [0, 1, 2, 3, 40]) await wrote(`m-${back}`, plusMs(NOON, -back * 24 * HOUR_MS))
  expect(await read('all', { from: '2027-03-29', to: '2027-03-30' })).toEqual([['m-1', 'm-2']])
  expect(await read('all', { to: '2027-03-29' })).toMatchObject([['m-2', 'm-3'], ['m-40'], []])
  expect(await read('all', { from: '2027-03-31' })).toEqual([['m-0']])
  // Days that have not come, and an end before the beginning.
  expect(await read('all', { from: '2027-04-02' })).toEqual([[]])
  expect(await read('all', { from: '2027-03-30', to: '2027-03-01' })).toEqual([[]])
  expect((await read('all', { to: '2027-12-31', limit: 1 })).flat()).toEqual(['m-0', 'm-1', 'm-2', 'm-3', 'm-40'])
})

test('a mail stands under each thing that it holds', async () => {
  const { wrote, read } = office()
  const holding = (kind: Reply['reading']['kind'], holds: Reply['reading']['holds']) => ({
    reading: { ...storedReply().reading, kind, holds },
  })
  await wrote('both', NOON, holding('answer', [{ is: 'complaint' }, { is: 'request' }]))
  await wrote('complaint', plusMs(NOON, 1), holding('complaint', []))
  await wrote('right', plusMs(NOON, 2), holding('unclear', [{ is: 'right', ask: 'erase' }]))
  await wrote('stop', plusMs(NOON, 3), holding('optOut', [{ is: 'stop', all: true }]))
  await wrote('thanks', plusMs(NOON, 4), holding('thanks', []))
  expect((await read('complaints')).flat()).toEqual(['complaint', 'both'])
  expect((await read('requests')).flat()).toEqual(['right', 'both'])
  expect((await read('stops')).flat()).toEqual(['stop'])
})

test('what is narrowed down is paged without losing or repeating any', async () => {
  const { wrote, read } = office()
  const names = Array.from({ length: 40 }, (_, n) => `m-${String(n).padStart(2, '0')}`)
  for (const name of names) await wrote(name, NOON)
  const matches = (heard: Heard) => Number(nameOf(heard).slice(2)) % 2 === 0
  const pages = await read('all', { matches, limit: 6 })
  expect(pages.flat()).toEqual(names.filter((_, n) => n % 2 === 0).toReversed())
  expect(pages[0]).toHaveLength(6)
})
