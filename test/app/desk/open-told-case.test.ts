/** A case that staff open for a customer by themselves: once of each form, with its words, urgent where it is a complaint; on the memory adapters. */
import { describe, expect, test } from 'vitest'
import { type CaseTold, openToldCase } from '#app/desk/open-told-case.ts'
import { severityOf } from '#core/work/case/case-standing.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { lowScoreItem } from '#core/work/follow-up.ts'
import { isOpen } from '#core/work/standing.ts'
import { reasonOf, TOLD } from '#core/work/work-item.ts'
import { listeningCompany } from '#test/app/listening/receiving.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { closedWork, storedWork } from '#test/support/work-builders.ts'

const NOW = '2027-03-10T02:00:00.000Z'
const ID = '00000000-0000-4000-8000-000000000001'
const CASE = `case_${ID}_c-001`

async function desk() {
  const { stores } = await listeningCompany()
  const companyRules = theCompanyRules()
  const open = (over: Partial<CaseTold> = {}) =>
    openToldCase(
      { ...stores, companyRules },
      {
        caseId: ID,
        customerId: 'c-001',
        what: 'question',
        note: 'bảo hành mấy năm?',
        call: null,
        by: 'Hạnh',
        address: 'hanh@example.com',
        at: NOW,
        ...over,
      },
    )
  const work = () => stores.work.ofCustomer('c-001')
  return { open, work, stores, companyRules }
}

describe('a case', () => {
  test.each(TOLD)('of a %s is open, with what the customer said in its first note and who wrote it', async (what) => {
    const { open, work, stores } = await desk()
    expect(await open({ what })).toEqual({ opened: CASE, again: false })
    const [item] = await work()
    const by = { is: 'staff', name: 'Hạnh', address: 'hanh@example.com' }
    expect(item?.events).toEqual([
      { is: 'opened', at: NOW, by },
      { is: 'noted', at: NOW, by, note: 'bảo hành mấy năm?' },
    ])
    expect(item && [item.kind, isOpen(item), reasonOf(item)]).toEqual(['case', true, what])
    expect(stores.listOrders.ordered()).toEqual(what === 'complaint' ? [{ workId: CASE, at: NOW }] : [])
  })

  test.each([
    ['complaint', '2027-03-11T02:00:00.000Z'],
    ['request', '2027-03-12T02:00:00.000Z'],
    ['question', '2027-03-12T02:00:00.000Z'],
  ] as const)('of a %s is to be begun by %s', async (what, begin) => {
    const { open, work, companyRules } = await desk()
    await open({ what })
    const [item] = await work()
    expect(item && deadlinesOf(item, companyRules).begin).toBe(begin)
  })

  test('sent twice, and at the same moment, is one, which interrupts as of when it was opened', async () => {
    const { open, work, stores } = await desk()
    const complaint = { what: 'complaint' } as const
    await Promise.all([open(complaint), open(complaint)])
    expect(await open({ ...complaint, at: '2027-03-10T02:05:00.000Z' })).toEqual({ opened: CASE, again: true })
    expect(await work()).toHaveLength(1)
    expect(new Set(stores.listOrders.ordered().map(({ at }) => at))).toEqual(new Set([NOW]))
  })

  test('opened in a call names the call and what it was about, whatever became of the call', async () => {
    const { open, work } = await desk()
    const call = closedWork(storedWork({ workId: 'call-1' }), '2027-03-09')
    if (call.kind !== 'call-task') throw new Error('no call')
    await open({ call })
    const { campaignId, occurrenceId } = call.subject
    expect((await work())[0]?.subject).toEqual({
      is: 'told',
      what: 'question',
      workId: 'call-1',
      replyId: null,
      campaignId,
      occurrenceId,
    })
  })

  test.each([
    ['of one star is as grave as a mail with one star', { score: 1 }, 's2'],
    ['of two stars is as grave as a complaint is', { score: 2 }, 's3'],
    ['of an index of several ratings is not taken for stars', { score: 1, outOf: 100 }, 's3'],
  ] as const)('a complaint opened in the call about an answer %s', async (_what, given, severity) => {
    const { open, work, companyRules } = await desk()
    const low = { customerId: 'c-001', campaignId: 'csat', occurrenceId: 'csat_2027-03-09', replyId: null, at: NOW }
    await open({ what: 'complaint', note: 'hộp bị móp', call: lowScoreItem({ ...low, ...given }, companyRules) })
    const item = (await work()).find(({ workId }) => workId === CASE)
    expect(item?.kind === 'case' && severityOf(item, companyRules.cases).severity).toBe(severity)
  })

  test.each([
    [{ customerId: 'c-404' }, 'no-such-customer'],
    [{ what: null }, 'which-case'],
    [{ note: ' ' }, 'case-needs-note'],
    [{ note: 'x'.repeat(2_001) }, 'too-long'],
  ] as const)('%o is refused: %s', async (over, refused) => {
    const { open, work, stores } = await desk()
    expect(await open(over)).toMatchObject({ refused })
    expect(await work()).toEqual([])
    expect(stores.listOrders.ordered()).toEqual([])
  })
})
