/**
 * The sample company over its first season, Tết among it, as `npm start` shows it: its customers answer, write back and stop, its agents ring, and the
 * process is ended half-way.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeTag } from '#adapters/ses/tags.ts'
import { drawDeskBalance } from '#app/desk/draw-desk-balance.ts'
import { callTouchOf } from '#core/campaign/call-touch.ts'
import type { Occurrence } from '#core/planning/occurrence.ts'
import { instantAt } from '#core/time/zone.ts'
import { isCheckInId } from '#core/work/check-in.ts'
import { addDeskBalances, deskAddsUp, NOTHING_HANDED } from '#core/work/desk-balance.ts'
import type { MailboxMessage } from '#local/aws/ses/mailbox.ts'
import { type RunningSystem, startSystem } from '#local/running-system.ts'
import { PROJECT } from '#test/support/small-company.ts'

const folder = mkdtempSync(join(tmpdir(), 'tham-hoi-season-'))
const LAST = '2027-03-12'
const inProject = (path: string) => join(PROJECT, path)
let system: RunningSystem
let occurrences: readonly Occurrence[]
let mails: readonly MailboxMessage[]

async function start(): Promise<RunningSystem> {
  const started = await startSystem({
    folder,
    clock: 'moved',
    startOn: '2027-01-01',
    campaignFolder: inProject('campaigns'),
    templateFolder: inProject('templates'),
    sample: {
      customers: inProject('campaigns/sample/customers.csv'),
      purchases: inProject('campaigns/sample/purchases.csv'),
      purchasesToCome: inProject('campaigns/sample/purchases-to-come.csv'),
    },
    listeners: true,
    agents: true,
    port: 0,
    by: 'a test',
    tell: () => {},
  })
  if ('refused' in started) throw new Error(started.refused.join('\n'))
  return started
}

async function moveTo(day: string): Promise<void> {
  expect(system.moves?.to(instantAt(day, '12:00', 'Asia/Ho_Chi_Minh'))).toBe('started')
  await system.moves?.idle()
  expect(system.moves?.latest()).toMatchObject({ state: 'arrived', because: null })
}

beforeAll(async () => {
  system = await start()
  await moveTo('2027-02-08')
  await system.stop()
  system = await start()
  await moveTo(LAST)
  occurrences = await system.stack.stores.occurrences.between('2027-01-01', LAST)
  mails = everyMail()
})

afterAll(async () => {
  await system?.stop()
  rmSync(folder, { recursive: true, force: true })
})

function everyMail(): readonly MailboxMessage[] {
  const all: MailboxMessage[] = []
  for (let after: string | undefined; ; ) {
    const page = system.stack.mailbox.list({ limit: 200, ...(after && { after }) })
    all.push(...page.messages)
    if (page.next === null) return all
    after = page.next
  }
}

const tag = ({ tags }: MailboxMessage, name: string) => decodeTag(tags.find((each) => each.name === name)?.value ?? '') ?? ''
const touchesOf = (all: readonly MailboxMessage[]) =>
  all.map((mail) => `${tag(mail, 'occurrence')} ${tag(mail, 'customer')}`).sort()

test('every occurrence that is over closed with a balance that adds up', () => {
  const closed = occurrences.filter(({ state }) => state === 'closed')
  expect(closed.length).toBeGreaterThan(80)
  for (const { occurrenceId, balance, mismatch } of closed) {
    expect([occurrenceId, mismatch, balance?.planned]).toEqual([occurrenceId, false, 0])
    const { audience = -1, sent = 0, skipped = 0, deferred = 0, withheld = 0, failed = 0, unknown = 0 } = balance ?? {}
    expect([occurrenceId, audience]).toEqual([occurrenceId, sent + skipped + deferred + withheld + failed + unknown])
  }
})

test('what the rows call sent is in the mailbox or on the desk exactly once, and nothing else is', async () => {
  const [sent, handed]: [string[], string[]] = [[], []]
  for (const { occurrenceId } of occurrences)
    for (const { recipients } of await system.stack.stores.occurrences.batches(occurrenceId))
      for (const { customerId, outcome } of recipients) {
        if (outcome.state !== 'sent') continue
        if (isCheckInId(outcome.providerId)) handed.push(outcome.providerId)
        else sent.push(`${occurrenceId} ${customerId}`)
      }
  const known = new Set(occurrences.map(({ occurrenceId }) => occurrenceId))
  const campaignMails = mails.filter((mail) => known.has(tag(mail, 'occurrence')))
  expect(sent.length).toBeGreaterThan(200)
  expect(touchesOf(campaignMails)).toEqual(sent.sort())
  expect(handed.length).toBeGreaterThan(50)
  expect(new Set(handed).size).toBe(handed.length)
  const tasks = await system.stack.stores.work.getMany(handed)
  expect(tasks.map(({ workId }) => workId).toSorted()).toEqual(handed.toSorted())
})

test('everybody who was handed to the desk stands in one line, and the agents leave little open', async () => {
  let whole = NOTHING_HANDED
  const campaigns = await system.stack.stores.campaigns.latest()
  const calls = campaigns.flatMap(({ definition }) => (callTouchOf(definition) ? [definition.id] : []))
  for (const { occurrenceId, campaignId } of occurrences) {
    if (!calls.includes(campaignId)) continue
    const balance = await drawDeskBalance(system.stack.stores, occurrenceId)
    expect([occurrenceId, deskAddsUp(balance), balance.lines.lost]).toEqual([occurrenceId, true, 0])
    whole = addDeskBalances(whole, balance)
  }
  const { reached, exhausted, stopped, open } = whole.lines
  expect([reached > whole.handed / 2, exhausted > 0, stopped > 0, open < whole.handed / 10]).toEqual([true, true, true, true])
  expect((await system.stack.stores.work.allOpen()).length).toBeLessThan(50)
})

test('no budget is overrun, and none holds a reservation of an occurrence that is over', async () => {
  const closed = new Set(occurrences.filter(({ state }) => state === 'closed').map(({ occurrenceId }) => occurrenceId))
  let settledAny = 0
  for (const { definition } of await system.stack.stores.campaigns.latest()) {
    for (const { period, limit, reserved, settled } of await system.stack.stores.budgets.ofCampaign(definition.id)) {
      const used = [...Object.values(reserved), ...Object.values(settled)].reduce((sum, part) => sum + part, 0)
      expect([definition.id, period, used <= limit.amount]).toEqual([definition.id, period, true])
      const left = Object.keys(reserved).filter((key) => closed.has(key.slice(0, key.lastIndexOf('/'))))
      expect([definition.id, left]).toEqual([definition.id, []])
      settledAny += Object.keys(settled).length
    }
  }
  expect(settledAny).toBeGreaterThan(0)
})

test('nothing lies among the dead letters after a season', async () => {
  const { deadLetters } = system.stack
  expect((await deadLetters.putBack()).filter(({ found }) => found > 0)).toEqual([])
})
