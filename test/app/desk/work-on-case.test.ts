/** A complaint through its steps: what each demands, what closing demands, and what a page gone stale may not do. */
import { describe, expect, test } from 'vitest'
import { memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { closeWork } from '#app/desk/close-work.ts'
import { workOnCase } from '#app/desk/work-on-case.ts'
import type { CaseAct } from '#core/work/case/case-act.ts'
import { caseClocks } from '#core/work/case/case-clocks.ts'
import type { CaseEvent } from '#core/work/case/case-event.ts'
import { escalationOf, seenOf, severityOf } from '#core/work/case/case-standing.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { stateOf } from '#core/work/standing.ts'
import { type Case, WorkItemSchema } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'

const rules = theCompanyRules()
const AROUND = { roster: memoryRosterStore(), events: { workOpened: () => {} } }
const OPENED = '2027-03-10T02:00:00.000Z'

async function desk(item: Case = storedCase({ events: [openedAt(OPENED)] })) {
  const work = memoryWorkStore()
  await work.open({ ...item, workId: 'w-1' })
  let minutes = 0
  const current = async () => {
    const stored = await work.get('w-1')
    if (stored?.kind !== 'case') throw new Error('no case')
    return stored
  }
  const time = () => new Date(Date.parse(OPENED) + ++minutes * 60_000).toISOString()
  return {
    work,
    current,
    act: (act: CaseAct, over: { readonly seen?: number; readonly by?: string } = {}) =>
      workOnCase(
        { ...AROUND, work, companyRules: rules },
        { workId: 'w-1', by: 'Hạnh', address: 'hanh@example.com', act, at: time(), ...over },
      ),
    close: (reached: boolean | 'not-needed') =>
      closeWork(
        { work, companyRules: rules, events: { workClosed: () => {} } },
        { workId: 'w-1', by: 'Hạnh', note: 'xong', reached, at: time() },
      ),
  }
}

const move = (to: 'confirm' | 'collect' | 'propose' | 'follow-up', text = 'đổi hộp trà'): CaseAct => ({ is: 'move', to, text })
const describeAs = (category: string, fields: Record<string, string> = {}): CaseAct => ({
  is: 'describe',
  type: null,
  category,
  fields,
  department: '',
})
const wait: CaseAct = { is: 'wait', text: 'xin ảnh hộp trà' }

test('goes through its steps: a proposal waits for the category and all that it asks for', async () => {
  const { act, current } = await desk()
  expect(stateOf(await current())).toBe('confirm')
  await act(move('collect'))
  expect(await act(move('propose'))).toEqual({ refused: 'needs-category' })
  await act(describeAs('product-quality', { product: 'Trà sen 100g' }))
  expect(await act(move('follow-up'))).toEqual({ refused: 'fields-missing' })
  await act(describeAs('product-quality', { product: 'Trà sen 100g', batch: 'L2702' }))
  expect(await act(move('follow-up', '  '))).toEqual({ refused: 'needs-words' })
  await act(move('follow-up'))
  const item = await current()
  expect(stateOf(item)).toBe('follow-up')
  expect(WorkItemSchema.parse(JSON.parse(JSON.stringify(item)))).toEqual(item)
  // What the store's index is sorted by follows with every act.
  expect(item.dueAt).toBe(deadlinesOf(item, rules).begin)
  expect(await act(move('follow-up'))).toEqual({ refused: 'already-there' })
  expect(await act(move('collect', 'khách nói thêm'))).toMatchObject({ again: false })
})

test.each([
  ['a category that the company has not', describeAs('none'), 'no-such-category'],
  ['a day that does not exist', describeAs('warranty', { 'order-date': '2027-02-30' }), 'unfit-field'],
  ['a tax code of nine digits', describeAs('price-invoice-refund', { 'tax-code': '012345678' }), 'unfit-field'],
  ['no step', { is: 'move', to: null, text: 'x' }, 'which-step'],
  ['no severity', { is: 'grade', severity: null, text: 'x' }, 'which-severity'],
  ['the severity that it has', { is: 'grade', severity: 's3', text: 'x' }, 'already-there'],
  ['a severity without a reason', { is: 'grade', severity: 's2', text: ' ' }, 'needs-words'],
  ['handing back what never went up', { is: 'hand-back', text: 'x' }, 'not-escalated'],
] as const)('%s is refused, and nothing changes', async (_what, act, refused) => {
  const { act: does, current } = await desk()
  expect(await does(act)).toEqual({ refused })
  expect((await current()).events).toHaveLength(1)
})

describe('a complaint is closed', () => {
  const proposed = async () => {
    const place = await desk()
    await place.act(describeAs('other'))
    await place.act(move('follow-up'))
    return place
  }
  test('not before the customer has a proposal', async () => {
    expect(await (await desk()).close(true)).toEqual({ refused: 'not-proposed' })
  })
  test('with the word of the customer', async () => {
    expect(await (await proposed()).close(true)).toMatchObject({ again: false })
  })
  test('without it only after the customer was asked often enough', async () => {
    const { close, act } = await proposed()
    await act(wait)
    expect(await close(false)).toEqual({ refused: 'not-asked-enough' })
    await act({ is: 'wait', text: 'hỏi lại lần nữa' })
    expect(await close(false)).toMatchObject({ again: false })
  })
  test('at once where nothing was to be said, and so is what is found to be no complaint', async () => {
    expect(await (await desk()).close('not-needed')).toMatchObject({ again: false })
    const { act, close } = await desk()
    await act({ is: 'describe', type: 'suggestion', category: 'other', fields: {}, department: '', text: 'khách góp ý' })
    expect(await close(false)).toMatchObject({ again: false })
  })
})

test('what staff note that the customer says makes it as grave as its words; the form sent twice is one act', async () => {
  const { act, current } = await desk()
  const seen = seenOf(await current())
  const heard: CaseAct = { is: 'heard', text: 'chị gọi lại: con chị bị ngộ độc, đang cấp cứu' }
  expect(await act(heard, { seen })).toMatchObject({ again: false })
  expect(await act(heard, { seen })).toMatchObject({ again: true })
  expect(severityOf(await current(), rules.cases)).toEqual({ severity: 's1', because: { is: 'rule', rule: 'words' } })
  expect((await current()).events.map(({ is }) => is)).toEqual(['opened', 'customer-wrote', 'severity-set'])
})

test('a page gone stale acts on nothing; the same form sent twice is one act', async () => {
  const { act, current } = await desk()
  const seen = seenOf(await current())
  const grade: CaseAct = { is: 'grade', severity: 's2', text: 'khách VIP' }
  expect(await act(grade, { seen })).toMatchObject({ again: false })
  expect(await act(grade, { seen })).toMatchObject({ again: true })
  expect(await act(grade, { seen, by: 'Mai' })).toEqual({ refused: 'changed-meanwhile' })
  expect(await act(wait, { seen })).toEqual({ refused: 'changed-meanwhile' })
  expect((await current()).events).toHaveLength(2)
})

test('goes up step by step and comes down again; thanks of the customer end no waiting', async () => {
  const { act, current } = await desk()
  await act({ is: 'escalate', to: 'head', text: 'khách đòi gặp' })
  expect(await act({ is: 'escalate', to: 'lead', text: 'x' })).toEqual({ refused: 'already-there' })
  expect(escalationOf(await current())).toBe('head')
  await act({ is: 'hand-back', text: 'đã nói chuyện với khách' })
  expect(escalationOf(await current())).toBeNull()
  await act(wait)
  await act({ is: 'heard', text: 'cảm ơn em nhiều' })
  expect((await current()).events.at(-1)).toMatchObject({ is: 'customer-wrote', thanks: true })
  expect(caseClocks(await current(), rules).find(({ is }) => is === 'resolve')?.dueAt).toBeNull()
  await act({ is: 'heard', text: 'ảnh đây, hộp bị móp' })
  expect(caseClocks(await current(), rules).find(({ is }) => is === 'reply')).toMatchObject({ metAt: null })
  await act({ is: 'wrote', text: 'đã nhận ảnh' })
  expect(caseClocks(await current(), rules).find(({ is }) => is === 'reply')?.metAt).not.toBeNull()
})

describe('handed back down', () => {
  const people = [
    { name: 'Mai', address: 'mai@example.com', team: 'Chăm sóc', role: 'lead' },
    { name: 'Hạnh', address: 'hanh@example.com', team: 'Chăm sóc', role: 'agent' },
  ] as const
  const up: CaseAct = { is: 'escalate', to: 'lead', text: 'khách dọa kiện' }
  const back: CaseAct = { is: 'hand-back', text: 'tôi đã gọi, em đổi hộp mới' }

  async function handedBack(address: string, over: Partial<Case> = {}, told?: { address: string; name: string }) {
    const roster = memoryRosterStore()
    await roster.publish({ people, version: 1, publishedAt: OPENED, publishedBy: 'huy' }, { teams: [], people: [] })
    const { work, current, act } = await desk(storedCase({ events: [openedAt(OPENED)], ...over }))
    await act(up)
    if (told) {
      const item = await current()
      const alerted = {
        is: 'alerted',
        at: item.events.at(-1)?.at,
        by: { is: 'system' },
        since: item.events.at(-1)?.at,
        to: told,
      } as CaseEvent
      await work.update({ ...item, events: [...item.events, alerted], version: item.version + 1 })
    }
    const seen = seenOf(await current())
    const { name: by } = people.find((person) => person.address === address) ?? { name: 'Ai đó' }
    const asked = { workId: 'w-1', by, address, act: back, at: '2027-03-10T04:00:00.000Z', seen }
    const opened: string[] = []
    const ports = {
      work,
      roster,
      companyRules: rules,
      events: { workOpened: ({ workId }: { workId: string }) => void opened.push(workId) },
    }
    const results = [await workOnCase(ports, asked), await workOnCase(ports, asked)]
    return { work, opened, results }
  }

  test('by those above alone: the owner, and whoever sent it up, do not end what nobody above has looked at', async () => {
    const { results, opened, work } = await handedBack('hanh@example.com')
    expect(results).toEqual([{ refused: 'only-above' }, { refused: 'only-above' }])
    expect(opened).toEqual([])
    expect(escalationOf((await work.get('w-1')) as Case)).toBe('lead')
  })

  test('a courtesy call to the customer stands on the desk of the lead who did it, once, with the reason', async () => {
    const { work, opened, results } = await handedBack('mai@example.com')
    expect(results).toMatchObject([{ again: false }, { again: true }])
    expect(opened).toEqual(['courtesy_w-1_1'])
    const call = await work.get('courtesy_w-1_1')
    expect(call).toMatchObject({
      kind: 'call-task',
      customerId: 'c-001',
      subject: { is: 'follow-up', workId: 'w-1', after: 'hand-back', workingDays: 1 },
      events: [{ is: 'opened' }, { is: 'assigned', to: { address: 'mai@example.com' } }, { is: 'noted', note: back.text }],
    })
    expect(WorkItemSchema.parse(JSON.parse(JSON.stringify(call)))).toEqual(call)
  })

  test('an agent on call who was told of it leaves the call to their lead; where the customer is not known there is none', async () => {
    const { work } = await handedBack('hanh@example.com', {}, { address: 'hanh@example.com', name: 'Hạnh' })
    expect(await work.get('courtesy_w-1_1')).toMatchObject({ events: [{}, { to: { address: 'mai@example.com' } }, {}] })
    expect((await handedBack('mai@example.com', { customerId: null })).opened).toEqual([])
  })
})

test('a call is no case, and a closed case is worked on no more', async () => {
  const work = memoryWorkStore()
  await work.open(storedWork({ workId: 'w-1' }))
  const asked = { workId: 'w-1', by: 'Hạnh', act: wait, at: OPENED }
  expect(await workOnCase({ ...AROUND, work, companyRules: rules }, asked)).toEqual({ refused: 'no-case' })
  expect(await workOnCase({ ...AROUND, work, companyRules: rules }, { ...asked, workId: 'w-2' })).toEqual({
    refused: 'no-such-work',
  })
  const { act, close } = await desk()
  await close('not-needed')
  expect(await act(wait)).toEqual({ refused: 'already-closed' })
})
