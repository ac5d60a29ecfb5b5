/** Rehearsals beside a running system: what they find, and what becomes of one that cannot finish. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RehearsalAsked } from '#app/rehearsal/rehearsal-room.ts'
import type { StoredRehearsal } from '#core/rehearsal/stored-rehearsal.ts'
import { partedBase } from '#local/rehearsal/parted-base.ts'
import { openRehearsalQueue } from '#local/rehearsal/rehearsal-queue.ts'
import { rehearseCampaigns } from '#local/rehearsal/rehearsed-campaigns.ts'
import { rehearsedStaff } from '#local/rehearsal/rehearsed-staff.ts'
import { copyStored } from '#local/rehearsal/stored-base.ts'
import type { RunningSystem } from '#local/running-system.ts'
import { aLine, aRehearsal } from '#test/support/rehearsal-builders.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'

let company: SmallCompany
let system: RunningSystem
beforeAll(async () => {
  company = smallCompany({ campaigns: ['tet-greeting', 'womens-day', 'purchase-anniversary'] })
  system = await company.start()
})
afterAll(async () => {
  await system?.stop()
  company?.remove()
})

async function asked(over: Partial<StoredRehearsal> = {}): Promise<RehearsalAsked> {
  const { campaigns, words } = system.stores
  const accepting = await Promise.all(
    (await campaigns.latest()).map(async ({ definition, words: hash }) => {
      const found = hash === undefined ? undefined : await words.read(hash)
      return { definition, words: found === undefined || found === 'unreadable' ? null : found }
    }),
  )
  const of = accepting.map(({ definition: { id, name } }) => ({ id, name, file: null }))
  const rehearsal = aRehearsal({ from: '2027-02-03', to: '2027-03-31', campaigns: of, state: { is: 'waiting' }, ...over })
  return { rehearsal, accepting }
}

const portsOf = ({ stack, stores, rehearsals }: RunningSystem) => ({
  ...stack.stores,
  book: rehearsals.book,
  suppressions: {
    list: stores.suppressions,
    doNotCall: stores.doNotCall,
    keyOutOfReach: async () => undefined,
    count: async () => 0,
  },
  now: () => system.clock.now(),
  alarm: () => {},
})

test('it finds in a thread what the rehearsal of the command finds, and every customer of the sums stands in the sheets', async () => {
  const order = await asked()
  const { rehearsalId } = order.rehearsal
  await system.rehearsals.ask(order)
  expect((await system.rehearsals.book.get(rehearsalId))?.state.is).toMatch(/waiting|under-way/)
  await system.rehearsals.idle()
  const { book } = system.rehearsals
  expect((await book.get(rehearsalId))?.state).toMatchObject({ is: 'finished', customers: 5 })

  const { companyRules } = system
  const ports = portsOf(system)
  const base = await copyStored(partedBase(1), { ...ports, now: ports.now() }, { companyRules, warn: () => {} })
  const { campaigns, mails } = await rehearseCampaigns({
    ...{ folder: { companyRules, definitions: order.accepting.map(({ definition }) => definition), accepting: order.accepting } },
    ...{ base, from: '2027-02-03', to: '2027-03-31', files: null, isCompared: false },
    staff: await rehearsedStaff(undefined, { staff: { roster: system.stores.roster }, dutyBook: system.stores.dutyBook }),
    ...{ alarm: () => {}, progress: () => {}, pause: async () => {} },
  })
  const sums = (await book.sums(rehearsalId))!
  expect(sums.mails).toEqual(mails.map(({ date, mails: count }) => ({ date, mails: count })))
  for (const { campaign, total, days } of campaigns) {
    const counts = sums.days.flatMap((day) => day.counts).filter((one) => one.campaign === campaign)
    const of = (outcome: string) => counts.filter((one) => one.outcome === outcome).reduce((sum, { count }) => sum + count, 0)
    expect([of('sent'), of('skipped'), counts.reduce((sum, { count }) => sum + count, 0)], campaign).toEqual([
      total.sent,
      total.skipped,
      total.audience,
    ])
    const dates = sums.days.filter((day) => day.counts.some((one) => one.campaign === campaign)).map(({ date }) => date)
    expect(dates, campaign).toEqual(days.map(({ date }) => date))
  }
  for (const { date, counts } of sums.days)
    expect(await book.sheet(rehearsalId, date)).toHaveLength(counts.reduce((sum, { count }) => sum + count, 0))
  expect(sums.days.length).toBeGreaterThan(2)
})

test('a base of more customers than a page rehearses is not rehearsed, and says so', async () => {
  const queue = await openRehearsalQueue(portsOf(system), { mostCustomers: 4 })
  const order = await asked({ rehearsalId: '20270215T030000-00000001' })
  await queue.ask(order)
  await queue.idle()
  expect((await queue.book.get(order.rehearsal.rehearsalId))?.state).toEqual({
    is: 'failed',
    failure: { because: 'too-many-customers', most: 4 },
  })
})

test('one whose process ended says so at the next start, and so does one that waits or runs when the system stops', async () => {
  const { book } = system.rehearsals
  const begun = aRehearsal({ rehearsalId: '20270215T030000-00000002', state: { is: 'under-way', percent: 4, secondsLeft: null } })
  await book.put(begun)
  await book.putSheet(begun.rehearsalId, { date: '2027-03-01', lines: [aLine()] })
  const queue = await openRehearsalQueue(portsOf(system))
  const restarted = { is: 'failed', failure: { because: 'restarted' } }
  expect((await book.get(begun.rehearsalId))?.state).toEqual(restarted)
  expect(await book.sheet(begun.rehearsalId, '2027-03-01')).toEqual([])
  const ids = ['20270215T030000-00000003', '20270215T030000-00000004']
  for (const rehearsalId of ids) await queue.ask(await asked({ rehearsalId, to: '2027-12-31' }))
  await queue.stop()
  for (const rehearsalId of ids) expect((await book.get(rehearsalId))?.state).toEqual(restarted)
})

test('a mistake of ours ends one as broken off, rings, and lets the next one run', async () => {
  const rang: string[] = []
  const ports = portsOf(system)
  let calls = 0
  const provider = {
    examine: async () => {
      calls += 1
      if (calls === 1) throw new Error('planted')
      return ports.provider.examine()
    },
  }
  const queue = await openRehearsalQueue({ ...ports, provider, alarm: (name) => rang.push(name) })
  const ids = ['20270215T030000-00000005', '20270215T030000-00000006']
  for (const rehearsalId of ids) await queue.ask(await asked({ rehearsalId, to: '2027-02-10' }))
  await queue.idle()
  const states = await Promise.all(ids.map(async (id) => (await queue.book.get(id))?.state))
  expect(states).toMatchObject([{ is: 'failed', failure: { because: 'broke-off' } }, { is: 'finished' }])
  expect(rang).toEqual(['rehearsal.failed'])
})

test('who was erased while it ran stands in none of its sheets', async () => {
  const ports = portsOf(system)
  const customers = {
    ...ports.customers,
    // By the end of the run.
    getMany: async (ids: readonly string[]) =>
      (await ports.customers.getMany(ids)).filter(({ customer }) => customer.customerId !== 'KH02'),
  }
  const queue = await openRehearsalQueue({ ...ports, customers })
  const order = await asked({ rehearsalId: '20270215T030000-00000007', to: '2027-02-10' })
  await queue.ask(order)
  await queue.idle()
  const lines = await queue.book.sheet(order.rehearsal.rehearsalId, '2027-02-04')
  expect(lines.map(({ customer }) => customer)).toEqual(['KH01', 'KH03', 'KH04', 'KH05'])
})

test('of those that are over the latest are kept', async () => {
  const queue = await openRehearsalQueue(portsOf(system), { kept: 2 })
  await queue.ask(await asked({ rehearsalId: '20270215T030000-00000008', to: '2027-02-05' }))
  await queue.idle()
  const kept = (await queue.book.all()).map(({ rehearsalId }) => rehearsalId)
  expect(kept).toEqual(['20270215T030000-00000008', '20270215T030000-00000007'])
})
