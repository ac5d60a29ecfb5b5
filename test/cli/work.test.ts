import { expect, test } from 'vitest'
import { memoryReplyStore } from '#adapters/memory/reply-store.ts'
import { memoryResponseStore } from '#adapters/memory/response-store.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { rightsItem } from '#core/work/rights.ts'
import { careInMemory, NOW } from '#test/cli/care-run.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { aMailSubject, openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'

async function atWork() {
  const { stores, care } = careInMemory()
  const work = memoryWorkStore()
  Object.assign(stores, { work, responses: memoryResponseStore(), replies: memoryReplyStore() })
  await stores.customers.put([aCustomer()])
  const right = rightsItem(theCompanyRules(), { ask: 'erase', customerId: 'c-001', country: 'VN', at: NOW })
  if (!right) throw new Error('no policy pack')
  await work.open(right)
  await work.open(storedWork({ workId: 'call-1', events: [openedAt('2027-03-08T09:30:00.000Z')] }))
  return { work, right, care: (...args: string[]) => care('work', ...args) }
}

test('open work is listed by when it is due, what is late marked, rights with both clocks', async () => {
  const { care, right } = await atWork()
  expect((await care()).printed.split('\n')).toEqual([
    'OVERDUE 2027-03-09 16:30 Call back: low score, score 3: c-001 call-1',
    `2027-03-13 00:00 Request about personal data: erase the data, done by 2027-03-31 00:00: c-001 ${right.workId}`,
    'times are Asia/Ho_Chi_Minh',
  ])
  expect(JSON.parse((await care('list', '--json')).printed)).toHaveLength(2)
})

test('says that words beside a score are to be read', async () => {
  const { care, work } = await atWork()
  await work.open(
    storedCase({ workId: 'w-1', subject: aMailSubject('unclear-reply', { score: 9 }), holds: [{ is: 'words-to-read' }] }),
  )
  expect((await care()).printed).toContain('Read a mail that is not clear, score 9, words beside its score to read: c-001 w-1')
})

test('closed by somebody with what came of it; the same again changes nothing, another name is refused', async () => {
  const { care, work, right } = await atWork()
  const close = (by: string) => care('close', 'call-1', '--by', by, '--note', 'đã gọi', '--reached', 'yes')
  expect((await close('Hoa')).printed).toBe('call-1: closed')
  expect((await close('Hoa')).printed).toBe('call-1: closed, as before')
  expect(await close('Nam')).toMatchObject({ exitCode: 1 })
  expect((await work.get('call-1'))?.events).toMatchObject([
    { is: 'opened' },
    { is: 'closed', by: { name: 'Hoa' }, on: '2027-03-10', note: 'đã gọi', reached: true },
  ])
  expect(await care('close', 'call-9', '--by', 'Hoa', '--note', 'x')).toMatchObject({
    refused: ['call-9: there is no such work'],
  })
  expect((await care('close', 'call-1')).exitCode).toBe(2)
  expect((await care('close', String(right.workId), '--by', 'Hoa', '--note', 'x'.repeat(2_001))).refused[0]).toContain(
    '--note may have at most 2000 characters, and has 2001',
  )
})

test('a call is not closed without a word on whether the customer was reached; a request about data may be', async () => {
  const { care, work, right } = await atWork()
  expect(await care('close', 'call-1', '--by', 'Hoa', '--note', 'không nghe máy')).toMatchObject({
    exitCode: 1,
    refused: [
      'call-1: say whether the customer was reached: --reached yes, or --reached no; for a case also --reached not-needed',
    ],
  })
  expect((await work.get('call-1'))?.events).toHaveLength(1)
  expect((await care('close', 'call-1', '--by', 'Hoa', '--note', 'x', '--reached', 'maybe')).exitCode).toBe(2)
  expect((await care('close', 'call-1', '--by', 'Hoa', '--note', 'không nghe máy', '--reached', 'no')).exitCode).toBe(0)
  expect((await work.get('call-1'))?.events).toMatchObject([{}, { is: 'closed', reached: false }])
  expect((await care('close', right.workId, '--by', 'Hoa', '--note', 'đã xóa', '--at-first', 'yes')).refused).toEqual([
    `${right.workId}: there is nothing to solve for the customer there: leave --at-first out`,
  ])
  expect((await care('close', right.workId, '--by', 'Hoa', '--note', 'đã xóa')).exitCode).toBe(0)
  expect((await work.get(right.workId))?.events).toMatchObject([{}, { is: 'closed', reached: null }])
})

test('what the mail behind an item also holds is listed with it', async () => {
  const { care, work, right } = await atWork()
  const holds = [
    { is: 'complaint' },
    { is: 'right', ask: 'correct', law: { by: 'country', country: 'VN' } },
    { is: 'answer-refused' },
    { is: 'spam-verdict' },
  ] as const
  await work.update({ ...right, holds: [...holds], version: 1 })
  expect((await care()).printed).toContain(
    'also complaint, also correct the data, done by 2027-03-21 00:00, its answer could not be recorded, marked as spam: open nothing in it',
  )
})

test('a right is put off once; other work has no such clock', async () => {
  const { care, right, work } = await atWork()
  expect((await care('extend', right.workId, '--by', 'Hoa', '--because', 'hồ sơ dày')).printed).toBe(
    `${right.workId}: to be done by 2027-04-15 00:00; times are Asia/Ho_Chi_Minh`,
  )
  expect((await care('extend', right.workId, '--because', 'khác')).refused[0]).toContain(
    'it was put off before, and the law allows it once',
  )
  expect((await work.get(right.workId))?.events.at(-1)).toMatchObject({
    is: 'extended',
    at: NOW,
    by: { name: 'Hoa' },
    because: 'hồ sơ dày',
  })
  expect((await care('extend', 'call-1', '--because', 'x')).exitCode).toBe(1)
  expect((await care('extend', 'call-9', '--because', 'x')).refused).toEqual(['call-9: there is no such work'])
})

test('nothing open is said so', async () => {
  const { care, work } = await atWork()
  for (const { workId } of await work.allOpen()) await work.remove(workId)
  expect((await care()).printed).toBe('nothing is open')
})

test('notes of staff stand in the history, apart from what the system notes; closed work takes none', async () => {
  const { care, work } = await atWork()
  const note = (text: string) => care('note', 'call-1', '--by', 'Hoa', '--note', text)
  expect((await note('máy bận')).printed).toBe('call-1: noted')
  expect((await note('máy bận')).printed).toBe('call-1: noted, as before')
  const { printed } = await care('--history')
  expect(printed).toContain('\n    Opened at 2027-03-08 16:30\n    Hoa noted at 2027-03-10 09:00: máy bận\n')
  expect((await care('note', 'call-9', '--by', 'Hoa', '--note', 'x')).refused).toEqual(['call-9: there is no such work'])
  await care('close', 'call-1', '--by', 'Hoa', '--note', 'đã gọi', '--reached', 'yes')
  expect((await note('nữa')).refused).toEqual(['call-1: it is closed'])
  expect((await work.get('call-1'))?.events.map(({ is }) => is)).toEqual(['opened', 'noted', 'closed'])
})

test('the history names categories and severities as the pages do', async () => {
  const { care, work } = await atWork()
  const by = { is: 'staff', name: 'Hoa' } as const
  const described = { is: 'described', at: NOW, by, category: 'delivery', fields: {} } as const
  const graded = { is: 'severity-set', at: NOW, by, severity: 's2', because: { is: 'reason', text: 'khách VIP' } } as const
  await work.open(storedCase({ workId: 'case-1', events: [openedAt(NOW), described, graded] }))
  const { printed } = await care('--history')
  expect(printed).toContain('Hoa described it at 2027-03-10 09:00: Delivery')
  expect(printed).toContain('Hoa set it to S2 High at 2027-03-10 09:00: khách VIP')
})
