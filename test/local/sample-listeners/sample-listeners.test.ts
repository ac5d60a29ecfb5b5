import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { DAY_MS, type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import type { Mailbox, MailboxMessage } from '#local/aws/ses/mailbox.ts'
import { type ListenersParts, sampleListeners } from '#local/sample-listeners/sample-listeners.ts'
import { aMessage, PAGES } from '#test/local/sample-listeners/mails.ts'

const NOON = '2027-03-10T05:00:00.000Z'
const minutes = (count: number, from: Instant = NOON) => plusMs(from, count * MINUTE_MS)

/** Everybody writes back ten minutes after their mail. */
function company({ folder = null, now = NOON }: { folder?: string | null; now?: Instant } = {}) {
  const messages: MailboxMessage[] = []
  const laidDown: string[] = []
  const said: unknown[] = []
  const mailbox: Mailbox = {
    list: ({ newerThan, limit, after }) => {
      const start = after === undefined ? 0 : Number(after)
      const newestFirst = messages.slice(messages.findIndex(({ messageId }) => messageId === newerThan) + 1).toReversed()
      const next = start + limit
      return { messages: newestFirst.slice(start, next), next: next < newestFirst.length ? String(next) : null }
    },
    get: (messageId) => messages.find((message) => message.messageId === messageId),
    newest: () => messages.at(-1)?.messageId,
    count: () => messages.length,
  }
  const parts: ListenersParts = {
    mailbox,
    pagesAt: PAGES,
    pages: { fetch: () => new Response('', { status: 500 }) },
    mailIn: { layDown: async ({ from }) => `in/${laidDown.push(from)}` },
    zone: 'Asia/Ho_Chi_Minh',
    sink: { event: (name, values) => void said.push([name, values]) },
    folder,
    now,
    plan: ({ at }) => [{ at: minutes(10, at), act: { kind: 'reply', text: '5', program: 'plain', photo: false } }],
  }
  const comes = (messageId: string, over: Partial<MailboxMessage> = {}) =>
    messages.push(aMessage({ messageId, at: NOON, ...over }))
  const begin = (over: Partial<ListenersParts> = {}) => {
    const engine = sampleListeners({ ...parts, ...over })
    onTestFinished(engine.close)
    return engine
  }
  return { comes, laidDown, said, begin }
}

test('mails to staff lie in the same mailbox, and no customer reads them', () => {
  const { comes, begin } = company()
  comes('m-1', { to: ['hanh@example.com'], tags: [] })
  expect(begin().nextDue()).toBeUndefined()
})

test('mails are found as they come, also many at once, and each is dealt with once, in the order of time', async () => {
  const { comes, laidDown, begin } = company()
  const engine = begin()
  expect(engine.nextDue()).toBeUndefined()
  for (let n = 0; n < 450; n++) comes(`m-${n}`, { to: [`p-${n}@example.com`] })
  expect(engine.nextDue()).toBe(minutes(10))
  comes('m-late', { at: minutes(5), to: ['late@example.com'] })
  expect(await engine.fireDue(minutes(10))).toHaveLength(450)
  expect(engine.nextDue()).toBe(minutes(15))
  await engine.fireDue(minutes(15))
  expect(engine.nextDue()).toBeUndefined()
  expect([laidDown.length, new Set(laidDown).size, laidDown.at(-1)]).toEqual([451, 451, 'late@example.com'])
})

test('a mail that never arrived is read by nobody', async () => {
  const { comes, laidDown, said, begin } = company()
  const engine = begin()
  for (const state of ['bounced', 'delayed', 'suppressed', 'accepted'] as const)
    comes(state, { recipients: [{ address: 'lan@example.com', kind: 'to', state }] })
  expect(await engine.fireDue(minutes(10))).toHaveLength(4)
  expect([laidDown, said]).toEqual([[], []])
})

test('what is done is told by the mail it was done with, without a name or an address', async () => {
  const { comes, said, begin } = company()
  comes('m-1')
  await begin().fireDue(minutes(10))
  expect(said).toEqual([['listener.acted', { messageId: 'm-1', way: 'reply', because: null }]])
})

test('a scanner’s round is told in one line, however many mails it went through', async () => {
  const { comes, said, begin } = company()
  for (const messageId of ['m-1', 'm-2', 'm-3']) comes(messageId)
  const engine = begin({
    plan: ({ at }) => [{ at: minutes(1, at), act: { kind: 'scan' } }],
    pages: { fetch: () => new Response('') },
  })
  await engine.fireDue(minutes(1))
  expect(said).toEqual([['listener.scanned', { mails: 3 }]])
})

test('after a restart what was done is not done again, and what was still to come is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tham-hoi-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const { comes, laidDown, begin } = company({ folder })
  const first = begin()
  comes('m-1')
  comes('m-2', { at: minutes(1) })
  await first.fireDue(minutes(10))
  expect(laidDown).toHaveLength(1)

  const second = begin({ now: minutes(10) })
  expect(second.nextDue()).toBe(minutes(11))
  await second.fireDue(minutes(11))
  expect(laidDown).toHaveLength(2)
  expect(begin({ now: minutes(11) }).nextDue()).toBeUndefined()
})

test('who starts listening later answers no mails of long ago, but makes up for a day that was missed', () => {
  const { comes, begin } = company()
  comes('m-1')
  expect(begin({ now: plusMs(NOON, 3 * DAY_MS) }).nextDue()).toBeUndefined()
  expect(begin({ now: minutes(30) }).nextDue()).toBeUndefined()

  const folder = mkdtempSync(join(tmpdir(), 'tham-hoi-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  begin({ folder, now: NOON })
  expect(begin({ folder, now: minutes(60) }).nextDue()).toBe(minutes(10))
  expect(begin({ folder, now: plusMs(NOON, 3 * DAY_MS) }).nextDue()).toBeUndefined()
})
