/** What the page Clock says when staff are refused, and when what they asked for failed. */
import { expect, test } from 'vitest'
import { events } from '#app/events.ts'
import { type LoggedEvent, openEventLog } from '#local/event-log.ts'
import { eventInWords } from '#local/sections/events/event-words.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'

const log = openEventLog({ folder: null, now: () => '2027-03-03T02:00:00.000Z' })
events(log).staffRefused({ because: 'form-from-elsewhere' })
events(log).staffActFailed({ act: 'pause-campaign', error: 'Error: the table is throttled' })
log.alarm('page.failed', { reference: '00aa11bb22', route: 'GET /customers/:id', error: 'Error: the table is away' })

const campaigns = { name: (id: string) => id, survey: () => undefined, isOfCalls: () => false }
const inWords = (kind: LoggedEvent['kind'], locale: 'vi' | 'en') =>
  log.latest({ kind, limit: 9 }).map((each) => String(eventInWords(each, { frame: aFrame(locale), campaigns })))

test('a refusal is an event with its reason', () => {
  expect(inWords('event', 'en')).toEqual(['somebody was refused in the staff app (form-from-elsewhere)'])
  expect(inWords('event', 'vi')).toEqual(['ứng dụng của nhân viên từ chối một yêu cầu (form-from-elsewhere)'])
})

test('an act and a page that failed are alarms with their causes', () => {
  expect(inWords('alarm', 'en')).toEqual([
    'a page failed, reference 00aa11bb22 (GET /customers/:id): Error: the table is away',
    'an act of staff broke off (pause-campaign): Error: the table is throttled',
  ])
  expect(inWords('alarm', 'vi')[1]).toBe('một thao tác của nhân viên bị dở dang (pause-campaign): Error: the table is throttled')
})

test('a round of the sample agents is told in one line, and what they did not do is left out', () => {
  const rounds = openEventLog({ folder: null, now: () => '2027-03-03T02:00:00.000Z' })
  rounds.event('agents.worked', { calls: 5, reached: 3, promised: 1, solved: 0 })
  const [round] = rounds.latest({ kind: 'event', limit: 1 })
  const said = (locale: 'vi' | 'en') => round && String(eventInWords(round, { frame: aFrame(locale), campaigns }))
  expect(said('en')).toBe('<a href="/calls">Agents</a>: 5 customers rung, 3 reached, 1 to be rung back')
  expect(said('vi')).toBe('<a href="/calls">Nhân viên</a>: gọi 5 khách, nói chuyện được với 3, hẹn gọi lại 1')
})

test('what happened leads a role only to pages that it may open, and nobody signed in by the sign-in', () => {
  const happened = openEventLog({ folder: null, now: () => '2027-03-03T02:00:00.000Z' })
  happened.event('agents.worked', { calls: 5, reached: 3, promised: 1, solved: 0 })
  happened.event('work.opened', { reason: 'complaint', customerId: 'KH01' })
  happened.event('reply.received', { kind: 'complaint', customerId: 'KH01' })
  const { visitor } = aFrame('en')
  const linked = (of: typeof visitor) =>
    happened
      .latest({ kind: 'event', limit: 9 })
      .flatMap(
        (each) => String(eventInWords(each, { frame: aFrame('en', { visitor: of }), campaigns })).match(/href="[^"?]*/g) ?? [],
      )
  expect(linked({ ...visitor!, role: 'director' })).toEqual([])
  expect(linked({ ...visitor!, role: 'marketing' })).toEqual(['href="/customers/KH01', 'href="/listening'])
  expect(linked(null)).toHaveLength(4)
})
