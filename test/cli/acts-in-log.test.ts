/** What an operator does at a terminal stands in the audit log like what staff do on the pages. */
import { userInfo } from 'node:os'
import { describe, expect, test } from 'vitest'
import { memoryQuestionBook } from '#adapters/memory/question-book.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import { careInMemory, NOW } from '#test/cli/care-run.ts'
import { readLines } from '#test/support/audit-lines.ts'
import { aBatch, aCampaign, aCustomer, aRecipient, theCompanyRules } from '#test/support/builders.ts'
import { aDepartment } from '#test/support/question-builders.ts'
import { storedOccurrence, storedSlice } from '#test/support/store-builders.ts'
import { openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'

const ID = 'tenth-of-march_2027-03-10'
const UNKNOWN: Outcome = { state: 'unknown', since: '2027-03-10T01:00:00.000Z', evidence: 'timeout after 10 s' }

async function atWork() {
  const run = careInMemory()
  const { stores } = run
  const work = memoryWorkStore()
  Object.assign(stores, {
    work,
    questions: memoryQuestionBook(),
    companyRules: theCompanyRules({ departments: [aDepartment()] }),
  })
  await stores.campaigns.accept({ definition: aCampaign(), version: 1, acceptedAt: NOW, acceptedBy: 'Lan' })
  const outcomes: readonly Outcome[] = [UNKNOWN, UNKNOWN, { state: 'planned' }]
  const recipients = outcomes.map((outcome, n) => aRecipient({ customerId: `KH0${n + 1}`, outcome }))
  const own = { occurrenceId: ID, campaignId: 'tenth-of-march', campaignVersion: 1 }
  await stores.occurrences.open(storedOccurrence({ ...own, date: '2027-03-10', slices: 1, closesAt: '2027-03-11T18:00:00.000Z' }))
  await stores.occurrences.putSlice(storedSlice({ occurrenceId: ID, slice: 0, audience: recipients.length }))
  await stores.occurrences.putBatch(aBatch({ occurrenceId: ID, state: 'done', takenAt: '2027-03-10T01:00:00.000Z', recipients }))
  await stores.customers.put([aCustomer()])
  await work.open(storedCase({ workId: 'case-1', events: [openedAt('2027-03-08T02:00:00.000Z')] }))
  await work.open(storedWork({ workId: 'call-1' }))
  /** What became of each act, with what it was about and how many people. */
  const log = async () =>
    readLines(await stores.staff.auditLog.page({ month: '2027-03', limit: 100 }))
      .filter(({ ends }) => ends !== undefined)
      .toReversed()
      .map(({ act, on, people, result, by }) => [act, on?.id ?? null, people, result, by])
  return { ...run, log }
}

const ME = userInfo().username
const BECAUSE = ['--because', 'sai tên quà'] as const

describe('an act at a terminal stands in the log, under the account that ran the command', () => {
  test('pausing, resuming and cancelling, with how many wait; what changed nothing says so', async () => {
    const { care, log } = await atWork()
    for (const name of ['pause', 'pause', 'resume', 'cancel', 'resume'])
      await care(name, 'tenth-of-march', '--by', 'Bà Lan', ...BECAUSE)
    expect(await log()).toEqual([
      ['pause-campaign', 'tenth-of-march', 1, 'done', ME],
      ['pause-campaign', 'tenth-of-march', 1, 'refused', ME],
      ['resume-campaign', 'tenth-of-march', 1, 'done', ME],
      ['cancel-campaign', 'tenth-of-march', 1, 'done', ME],
      ['resume-campaign', 'tenth-of-march', 1, 'refused', ME],
    ])
  })

  test('settling and sending once more, each customer for themselves; and putting back', async () => {
    const { care, log, stores } = await atWork()
    await care('settle', ID, 'KH01', 'KH03', '--as', 'sent', ...BECAUSE)
    await care('settle', ID, 'KH02', '--as', 'not-sent', ...BECAUSE)
    await care('resend', ID, 'KH02', ...BECAUSE)
    await care('redrive')
    expect(await log()).toMatchObject([
      ['settle-sent', ID, 1, 'done', ME],
      ['settle-sent', ID, 1, 'refused', ME],
      ['settle-not-sent', ID, 1, 'done', ME],
      ['resend', ID, 1, expect.any(String), ME],
      ['redrive', null, null, 'done', ME],
    ])
    const hers = readLines(await stores.staff.auditLog.pageAbout({ id: 'KH02', limit: 9 }))
    expect(new Set(hers.map(({ act }) => act))).toEqual(new Set(['settle-not-sent', 'resend']))
    // What was typed in place of a customer of the occurrence may name anybody.
    await care('settle', ID, 'Nguyễn Thị Lan', '--as', 'sent', ...BECAUSE)
    expect(await stores.staff.auditLog.pageAbout({ id: 'Nguyễn Thị Lan', limit: 9 })).toEqual([])
  })

  test('work that is noted and closed, and the steps of a case', async () => {
    const { care, log } = await atWork()
    const by = ['--by', 'Hạnh'] as const
    await care('work', 'note', 'call-1', ...by, '--note', 'máy bận')
    await care('work', 'close', 'call-1', ...by, '--note', 'đã gọi')
    await care('work', 'close', 'call-1', ...by, '--note', 'đã gọi', '--reached', 'yes')
    await care('case', 'note', 'case-1', ...by, '--note', 'đã xem')
    await care('case', 'describe', 'case-1', '--category', 'delivery', ...by)
    await care('case', 'severity', 'case-1', '--to', 's2', ...by, '--because', 'khách VIP')
    await care('case', 'escalate', 'case-1', '--to', 'head', ...by, '--note', 'nặng')
    await care('case', 'hand-back', 'case-1', ...by, '--note', 'xong')
    await care('case', 'heard', 'case-1', ...by, '--note', 'khách gọi lại')
    await care('case', 'ask', 'case-1', '--department', aDepartment().id, '--question', 'vì sao?', ...by)
    await care('case', 'close', 'case-1', ...by, '--note', 'x', '--reached', 'yes')
    expect((await log()).map(([act, on, people, result]) => `${act} ${on} ${people} ${result}`)).toEqual([
      'note-work call-1 1 done',
      'close-work call-1 1 refused',
      'close-work call-1 1 done',
      'note-work case-1 1 done',
      'describe-case case-1 1 done',
      'grade-case case-1 1 done',
      expect.stringMatching(/^escalate-case case-1 1 /),
      expect.stringMatching(/^hand-back-case case-1 1 /),
      'note-contact case-1 1 done',
      'ask-department case-1 1 done',
      'close-work case-1 1 refused',
    ])
  })

  test('nothing is recorded of what is not there: a text in its place may name anybody', async () => {
    const { care, log } = await atWork()
    await care('pause', 'Nguyễn Thị Lan', ...BECAUSE)
    await care('settle', 'Nguyễn Thị Lan', 'KH01', '--as', 'sent', ...BECAUSE)
    await care('work', 'close', 'Nguyễn Thị Lan', '--by', 'Hạnh', '--note', 'x')
    await care('case', 'heard', 'Nguyễn Thị Lan', '--by', 'Hạnh', '--note', 'x')
    expect(await log()).toEqual([])
  })

  test('nothing is done while the log cannot be written', async () => {
    const { care, stores } = await atWork()
    stores.staff.auditLog.add = () => Promise.reject(new Error('the table is away'))
    await expect(care('pause', 'tenth-of-march', ...BECAUSE)).rejects.toThrow('the audit log cannot be written')
    expect(await stores.campaigns.state('tenth-of-march')).toBe('active')
  })
})
