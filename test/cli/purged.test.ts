import { expect, test } from 'vitest'
import { memoryRetentionLog } from '#adapters/memory/retention-log.ts'
import type { PurgeProof } from '#app/ports/retention.ts'
import type { PlaceToWork } from '#cli/place-to-work.ts'
import { runCare } from '#test/cli/care-run.ts'
import { aCompany, theCompanyRules } from '#test/support/builders.ts'

const NONE = { rawMails: 0, verbatims: 0, replies: 0, contacts: 0, work: 0 }
const DAY = '2024-03-10'
const aNight = (over: Partial<PurgeProof> = {}): PurgeProof => ({
  at: '2027-03-10T20:40:00.000Z',
  finished: true,
  until: { rawMails: DAY, verbatims: DAY, replies: DAY, contacts: DAY, ledgers: DAY, work: DAY },
  removed: { ...NONE, ledgers: 0 },
  left: NONE,
  tombstones: 0,
  ...over,
})

function atWork() {
  const retentionLog = memoryRetentionLog()
  const place: PlaceToWork = {
    isThere: () => true,
    stores: async () => ({ retentionLog, company: aCompany() }) as never,
    work: async () => ({ out: 'no system is running' }),
    provider: async () => ({ out: 'no system is running' }),
    personal: () => Promise.reject(new Error('nobody is looked for')),
    sealSecret: () => Promise.reject(new Error('no key is looked for')),
    suppressions: () => Promise.reject(new Error('no suppression is looked for')),
    finder: () => Promise.reject(new Error('no customer is looked for')),
    workTable: () => Promise.reject(new Error('no stored work here')),
    staffTable: () => Promise.reject(new Error('no stored log here')),
    facts: () => Promise.reject(new Error('no facts here')),
    figures: () => Promise.reject(new Error('no figures here')),
    companyRules: () => theCompanyRules(),
    close: async () => {},
  }
  return { retentionLog, care: (...args: string[]) => runCare(place, ['purged', ...args]) }
}

test('the proofs of the last nights, in the company’s zone, the latest first', async () => {
  const { retentionLog, care } = atWork()
  expect((await care()).printed).toBe('no night has deleted anything yet')
  await retentionLog.addProof(aNight())
  const removed = { ...NONE, contacts: 500, ledgers: 480 }
  await retentionLog.addProof(
    aNight({ at: '2027-03-11T20:40:00.000Z', removed, left: { ...NONE, contacts: 1 }, tombstones: 2, finished: false }),
  )
  expect((await care()).printed.split('\n')).toEqual([
    '2027-03-12 03:40: contacts to 2024-03-10: 500 removed, 1 left; ledgers to 2024-03-10: 480 removed; 2 tombstones of erased customers removed; to be continued in the next night',
    '2027-03-11 03:40: nothing was over; finished',
    'times are Asia/Ho_Chi_Minh',
  ])
  expect(JSON.parse((await care('--json', '--nights', '1')).printed)).toMatchObject([{ removed }])
})

test.each(['0', '-1', 'x', '1001', '1.5'])('%s nights are refused', async (nights) => {
  const { care } = atWork()
  expect((await care(`--nights=${nights}`)).exitCode).toBe(1)
})
