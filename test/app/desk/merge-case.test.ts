/** A case becomes part of an older one of the same customer: who may, what stands where, and what a crash, a second press and a later mail come to. */
import { describe, expect, test } from 'vitest'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { joinCase } from '#app/desk/join-case.ts'
import { type CaseMerge, mergeCase } from '#app/desk/merge-case.ts'
import { reopenWork } from '#app/desk/reopen-work.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CaseEvent } from '#core/work/case/case-event.ts'
import type { AddedFile } from '#core/work/case/case-file.ts'
import { isWaiting } from '#core/work/case/case-pauses.ts'
import { raisedOf } from '#core/work/case/case-raised.ts'
import { ringsToCome } from '#core/work/case/case-rings.ts'
import { missingFields } from '#core/work/case/case-standing.ts'
import { eventOfCompensationAct } from '#core/work/case/compensation-act.ts'
import type { CompensationAsked } from '#core/work/case/compensation-event.ts'
import { compensationsOf, standingTotal } from '#core/work/case/compensations.ts'
import { mayBecomePartOf, mergedInto } from '#core/work/case/merging.ts'
import { severityByRule } from '#core/work/case/severity-by-rule.ts'
import type { EventBy } from '#core/work/event-by.ts'
import { MOST_EVENTS } from '#core/work/history.ts'
import { closingOf, isOpen } from '#core/work/standing.ts'
import { type Case, type WorkItem, WorkItemSchema } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { aCatalogue, askedCompensation } from '#test/support/compensation-builders.ts'
import { addedFile } from '#test/support/files.ts'
import { askedDepartment } from '#test/support/question-builders.ts'
import { closingOn, openedAt, reopenedBy, storedCase, storedWork } from '#test/support/work-builders.ts'

const rules = theCompanyRules()
const HANH = { is: 'staff', name: 'Hạnh', address: 'hanh@example.com' } as const
const OLD = storedCase({ workId: 'old', events: [openedAt('2027-03-08T02:00:00.000Z')] })
const NEW = storedCase({ workId: 'new', events: [openedAt('2027-03-09T02:00:00.000Z')] })
const ASKED: CaseMerge = {
  workId: 'new',
  into: 'old',
  by: 'Hạnh',
  address: 'hanh@example.com',
  text: 'khách giục lần nữa',
  at: '2027-03-10T02:00:00.000Z',
}
const graded = (severity: 's1' | 's4') =>
  ({ is: 'severity-set', at: '2027-03-09T03:00:00.000Z', by: HANH, severity, because: { is: 'reason', text: 'x' } }) as const

const FULL = Array.from({ length: MOST_EVENTS - 2 }, () => ({ is: 'noted', at: NEW.events[0].at, by: HANH, note: 'x' }) as const)

async function desk(...items: readonly WorkItem[]) {
  const work = memoryWorkStore()
  for (const item of items) await work.open({ ...item, version: 0 })
  const told: string[] = []
  const events = { workClosed: ({ workId }: { workId: string }) => told.push(workId), caseHeard: () => {} }
  const merge = (over: Partial<CaseMerge> = {}, store: Pick<WorkStore, 'get' | 'update'> = work) =>
    mergeCase({ work: store, companyRules: rules, events }, { ...ASKED, ...over })
  const kinds = async (workId: string) => (await work.get(workId))?.events.map(({ is }) => is)
  return { work, merge, told, kinds, events }
}

test('the older goes on with what the customer said, the newer is closed and asks nobody', async () => {
  const waiting = { is: 'waiting', at: '2027-03-08T04:00:00.000Z', by: HANH, note: 'xin mã đơn' } as const
  const { work, merge, told, kinds } = await desk({ ...OLD, events: [...OLD.events, waiting] }, NEW)
  expect(await merge()).toMatchObject({ again: false })
  expect(await kinds('old')).toEqual(['opened', 'waiting', 'customer-wrote', 'took-over'])
  expect(await kinds('new')).toEqual(['opened', 'merged', 'closed'])
  const [old, part] = [(await work.get('old')) as Case, (await work.get('new')) as Case]
  expect(isWaiting(old)).toBe(false)
  expect(old.events[2]).toMatchObject({ note: 'khách giục lần nữa', by: HANH })
  expect(closingOf(part)).toMatchObject({ on: '2027-03-10', reached: false, contact: 'not-needed', by: HANH })
  expect(mergedInto(part)).toBe('old')
  expect(told).toEqual(['new'])
  expect(await merge()).toMatchObject({ again: true })
  expect(await kinds('old')).toHaveLength(4)
})

describe('refused', () => {
  const other = { ...OLD, customerId: 'c-002' }
  test.each([
    ['into a case of another customer', [other, NEW], {}, 'no-other-case'],
    ['into itself', [OLD, NEW], { into: 'new' }, 'no-other-case'],
    ['into one that is not there', [NEW], {}, 'no-other-case'],
    ['into a call', [storedWork({ workId: 'old' }), NEW], {}, 'no-other-case'],
    [
      'of a caller who is no customer',
      [
        { ...OLD, customerId: null },
        { ...NEW, customerId: null },
      ],
      {},
      'no-other-case',
    ],
    ['into a closed one', [{ ...OLD, events: [...OLD.events, closingOn('2027-03-09')] }, NEW], {}, 'no-other-case'],
    ['into a newer one', [OLD, NEW], { workId: 'old', into: 'new' }, 'newer-case'],
    [
      'into one that was opened again since: its clocks would be later',
      [{ ...OLD, events: [...OLD.events, closingOn('2027-03-08'), reopenedBy('Mai', '2027-03-09T03:00:00.000Z')] }, NEW],
      {},
      'reopened-since',
    ],
    ['into one that is less grave', [{ ...OLD, events: [...OLD.events, graded('s4')] }, NEW], {}, 'less-grave-case'],
    [
      'of a complaint into what is none, however grave: the clock of the law would end with it',
      [
        {
          ...OLD,
          subject: { is: 'told', what: 'question', workId: null, replyId: null, campaignId: null, occurrenceId: null },
          events: [...OLD.events, graded('s1')],
        },
        NEW,
      ],
      {},
      'no-complaint',
    ],
    [
      'while a department is asked',
      [OLD, { ...NEW, events: [...NEW.events, askedDepartment()] }],
      {},
      'department-asked-about-it',
    ],
    ['of one whose history is full', [OLD, { ...NEW, events: [...NEW.events, ...FULL] }], {}, 'full'],
    ['of one that is closed', [OLD, { ...NEW, events: [...NEW.events, closingOn('2027-03-09')] }], {}, 'already-closed'],
    ['of a call', [OLD, storedWork({ workId: 'new' })], {}, 'no-case'],
    ['of one that is not there', [OLD], {}, 'no-such-work'],
    ['without words', [OLD, NEW], { text: ' ' }, 'who-and-what'],
    ['with words that are too long', [OLD, NEW], { text: 'a'.repeat(1_000_000) }, 'too-long'],
    ['by a page that was overtaken', [OLD, { ...NEW, events: [...NEW.events, graded('s1')] }], { seen: 0 }, 'changed-meanwhile'],
  ] as const)('%s: nothing is written', async (_what, items, over, refused) => {
    const { merge, work } = await desk(...(items as readonly WorkItem[]))
    const before = await Promise.all(['old', 'new'].map((id) => work.get(id)))
    expect(await merge(over)).toMatchObject({ refused })
    expect(await Promise.all(['old', 'new'].map((id) => work.get(id)))).toEqual(before)
  })

  test('of two of one instant one alone can be merged into the other', () => {
    const twin = { ...OLD, workId: 'twin' }
    expect(
      [mayBecomePartOf(OLD, [twin], rules.cases), mayBecomePartOf(twin, [OLD], rules.cases)].map((each) => each.length),
    ).toEqual([0, 1])
  })
})

describe('what stands in the part', () => {
  const given = (over: Partial<CompensationAsked> = {}) => askedCompensation({ amount: 80_000, alone: true, ...over })
  const withCompensation = {
    ...NEW,
    events: [...NEW.events, given(), given({ compensationId: 'another', amount: 5_000 })],
  } as Case

  test('is compensation that counts with that of the older: over both together another person approves', async () => {
    const { work, merge } = await desk(OLD, withCompensation)
    await merge()
    const old = (await work.get('old')) as Case
    expect(standingTotal(old)).toBe(85_000)
    expect(compensationsOf(old)).toEqual([])
    const act = { is: 'ask', compensationId: 'third', item: 'refund', text: 'x' } as const
    const by = { ...HANH, address: HANH.address }
    const asks = (amount: string) =>
      eventOfCompensationAct(
        old,
        { act: { ...act, amount }, by, role: 'agent', at: ASKED.at },
        { ...rules, compensation: aCatalogue() },
      )
    expect(asks('15000')).toMatchObject({ alone: true })
    expect(asks('15001')).toMatchObject({ alone: false })
  })

  test('is none that was refused or withdrawn, and what was merged into the part goes with it', async () => {
    const withdrawn = { is: 'compensation-withdrawn', at: ASKED.at, by: HANH, compensationId: 'another', because: 'x' } as const
    const middle = storedCase({ workId: 'mid', events: [openedAt('2027-03-08T12:00:00.000Z')] })
    const { work, merge } = await desk(OLD, middle, { ...withCompensation, events: [...withCompensation.events, withdrawn] })
    await merge({ into: 'mid' })
    await merge({ workId: 'mid' })
    expect(standingTotal((await work.get('old')) as Case)).toBe(80_000)
  })

  test('counts once where it was opened again and merged once more, as it stands then', async () => {
    const { work, merge } = await desk(OLD, withCompensation)
    await merge()
    const back = { workId: 'new', by: 'Mai', because: 'khách báo chưa xong', round: 0, at: '2027-03-11T02:00:00.000Z' }
    await reopenWork({ work, companyRules: rules }, back)
    await merge({ at: '2027-03-11T03:00:00.000Z' })
    expect(standingTotal((await work.get('old')) as Case)).toBe(85_000)
  })

  test('is a photo, which answers the older where its category asks for one; a file of text does not', async () => {
    const needing = {
      ...rules.cases,
      categories: rules.cases.categories.map((each) => ({ ...each, requires: ['photo' as const] })),
    }
    const [category] = needing.categories
    const described = {
      is: 'described',
      at: OLD.events[0].at,
      by: HANH,
      category: category?.id ?? '',
      fields: {},
      note: '',
    } as const
    const missing = async (file: AddedFile) => {
      const { work, merge } = await desk(
        { ...OLD, events: [...OLD.events, described] } as Case,
        { ...NEW, events: [...NEW.events, file] } as Case,
      )
      await merge()
      return missingFields((await work.get('old')) as Case, needing)
    }
    expect(await missing(addedFile({ type: 'jpeg' }))).toEqual([])
    expect(await missing(addedFile({ type: 'pdf' }))).toEqual(['photo'])
  })

  test('is said anew where it changed between two tries', async () => {
    const { work, merge } = await desk(OLD, NEW)
    const dying = {
      get: work.get,
      update: async (item: WorkItem) => (item.workId === 'new' ? Promise.reject(new Error('gone')) : work.update(item)),
    }
    await expect(merge({}, dying)).rejects.toThrow('gone')
    const part = (await work.get('new')) as Case
    await work.update({ ...part, events: [...part.events, given()], version: part.version + 1 } as Case)
    expect(await merge()).toMatchObject({ again: false })
    expect(standingTotal((await work.get('old')) as Case)).toBe(80_000)
  })
})

test('broken off between the two both are open, and the same form closes the part without saying it twice', async () => {
  const { work, merge, kinds } = await desk(OLD, NEW)
  const dying = {
    get: work.get,
    update: async (item: WorkItem) => (item.workId === 'new' ? Promise.reject(new Error('gone')) : work.update(item)),
  }
  await expect(merge({}, dying)).rejects.toThrow('gone')
  expect(await kinds('new')).toEqual(['opened'])
  expect(await merge()).toMatchObject({ again: false })
  expect(await kinds('old')).toEqual(['opened', 'customer-wrote', 'took-over'])
  expect(await kinds('new')).toEqual(['opened', 'merged', 'closed'])
})

test('merged once more after it was opened again: what the customer said since stands in the older, though the words are the same', async () => {
  const { work, merge, kinds } = await desk(OLD, NEW)
  await merge()
  const back = { workId: 'new', by: 'Mai', because: 'khách báo chưa xong', round: 0, at: '2027-03-11T02:00:00.000Z' }
  expect(await reopenWork({ work, companyRules: rules }, back)).toMatchObject({ again: false })
  expect(await merge({ at: '2027-03-11T03:00:00.000Z' })).toMatchObject({ again: false })
  const twice = ['customer-wrote', 'took-over', 'customer-wrote', 'took-over']
  expect(await kinds('old')).toEqual(['opened', ...twice])
})

test('broken off, and the customer said more before it is tried again: the new words stand in the older as well', async () => {
  const { work, merge } = await desk(OLD, NEW)
  const dying = {
    get: work.get,
    update: async (item: WorkItem) => (item.workId === 'new' ? Promise.reject(new Error('gone')) : work.update(item)),
  }
  await expect(merge({}, dying)).rejects.toThrow('gone')
  await merge({ text: 'khách đòi hoàn tiền', at: '2027-03-10T05:00:00.000Z' })
  expect((await work.get('old'))?.events.map((event) => ('note' in event ? event.note : null))).toContain('khách đòi hoàn tiền')
})

test('what comes into the part while it is merged is not closed unseen', async () => {
  const { work, merge, kinds } = await desk(OLD, NEW)
  const wrote = {
    is: 'customer-wrote',
    at: '2027-03-10T01:59:59.000Z',
    by: { is: 'system' },
    note: 'còn một hộp nữa bị vỡ',
  } as const
  const overtaken = {
    get: work.get,
    update: async (item: WorkItem) => {
      const done = await work.update(item)
      const part = (await work.get('new')) as Case
      if (item.workId === 'old') await work.update({ ...part, events: [...part.events, wrote], version: part.version + 1 })
      return done
    },
  }
  expect(await merge({ seen: 0 }, overtaken)).toEqual({ refused: 'changed-meanwhile' })
  expect(await kinds('new')).toEqual(['opened', 'customer-wrote'])
  expect(await merge()).toMatchObject({ again: false })
  expect(await kinds('old')).toEqual(['opened', 'customer-wrote', 'took-over'])
})

test('a second complaint, which is graver for being a repeat alone, becomes part of the first; one with words that are grave does not', async () => {
  const severityOfNew = (text: string) =>
    severityByRule({ type: 'complaint', text, score: null, tier: null, others: [OLD], at: NEW.events[0].at }, rules)
  const secondly = (text: string): Case => ({ ...NEW, events: [...NEW.events, ...severityOfNew(text)] }) as Case
  expect(severityOfNew('giao chậm quá')).toMatchObject([{ because: { rule: 'repeat' } }])
  const { merge, kinds } = await desk(OLD, secondly('giao chậm quá'))
  expect(await merge()).toMatchObject({ again: false })
  expect(await kinds('new')).toEqual(['opened', 'severity-set', 'merged', 'closed'])
  const [word] = rules.cases.severities.s1.when.words.vi
  const grave = await desk(OLD, secondly(`giao chậm, ${word}`))
  expect(await grave.merge()).toEqual({ refused: 'less-grave-case' })
  expect(
    mayBecomePartOf(secondly('giao chậm'), [{ ...OLD, events: [...OLD.events, graded('s4')] } as Case], rules.cases),
  ).toEqual([])
})

test('two who press at once merge it once', async () => {
  const { merge, kinds } = await desk(OLD, NEW)
  const results = await Promise.all([merge(), merge({ by: 'Bảo', address: 'bao@example.com' }), merge()])
  expect(results.filter((result) => 'again' in result && !result.again)).toHaveLength(1)
  expect(await kinds('old')).toEqual(['opened', 'customer-wrote', 'took-over'])
  expect(await kinds('new')).toEqual(['opened', 'merged', 'closed'])
})

test('a second hand with other words is not told that they are kept: the first has closed the part', async () => {
  const { work, merge, kinds } = await desk(OLD, NEW)
  await merge()
  const other = { by: 'Bảo', address: 'bao@example.com', text: 'khách đòi hoàn tiền' }
  expect(await merge(other)).toEqual({ refused: 'already-closed' })
  expect(await kinds('old')).toEqual(['opened', 'customer-wrote', 'took-over'])
  expect(await merge({ ...other, text: ASKED.text })).toMatchObject({ again: true })
  expect((await work.get('new'))?.events).toHaveLength(3)
})

const MAIL = {
  mayAnswer: true,
  workId: 'new',
  replyId: 'r-1',
  text: 'bao giờ có?',
  says: 'more' as const,
  at: '2027-03-10T03:00:00.000Z',
}
/** Staff are at work. */
const NO_NOTICES = { mailOfCase: () => Promise.reject(new Error('a mail to the customer')) }
const NOBODY = { makeAgain: async () => {} }

test('a mail that was on its way to the part while it was merged joins the case that goes on, and does not open the part again', async () => {
  const { work, merge, kinds, events } = await desk(OLD, NEW)
  let reads = 0
  const overtaken = {
    update: work.update,
    ofCustomer: work.ofCustomer,
    get: async (workId: string) => {
      const item = await work.get(workId)
      // The mail has seen that the part is none; then it is merged.
      if (++reads === 1) await merge()
      return item
    },
  }
  expect(
    await joinCase({ work: overtaken, notices: NO_NOTICES, companyRules: rules, events, listOrders: NOBODY }, MAIL),
  ).toMatchObject({
    workId: 'old',
  })
  expect(await kinds('new')).toEqual(['opened', 'merged', 'closed'])
  expect(await kinds('old')).toEqual(['opened', 'customer-wrote', 'took-over', 'customer-wrote'])
})

test('a mail that joined the part before it was merged, and comes once more, is not said again in the other', async () => {
  const { work, merge, kinds, events } = await desk(OLD, NEW)
  const ports = { work, notices: NO_NOTICES, companyRules: rules, events, listOrders: NOBODY }
  expect(await joinCase(ports, MAIL)).toMatchObject({ workId: 'new' })
  await merge({ at: '2027-03-10T04:00:00.000Z' })
  expect(await joinCase(ports, MAIL)).toMatchObject({ workId: 'new' })
  expect(await kinds('new')).toEqual(['opened', 'customer-wrote', 'merged', 'closed'])
  expect(await kinds('old')).toEqual(['opened', 'customer-wrote', 'took-over'])
})

test('a mail in reply to the part joins the case that goes on, however long the way; to one that was opened again it joins that', async () => {
  const older = storedCase({ workId: 'older', events: [openedAt('2027-03-07T02:00:00.000Z')] })
  const { work, merge, kinds, events } = await desk(older, OLD, NEW)
  await merge()
  await merge({ workId: 'old', into: 'older' })
  const join = (replyId: string) =>
    joinCase({ work, notices: NO_NOTICES, companyRules: rules, events, listOrders: { makeAgain: async () => {} } as never }, {
      workId: 'new',
      replyId,
      text: 'bao giờ có?',
      says: 'more',
      mayAnswer: true,
      at: '2027-03-10T03:00:00.000Z',
    } as never)
  expect(await join('r-1')).toMatchObject({ workId: 'older' })
  expect((await kinds('older'))?.at(-1)).toBe('customer-wrote')
  expect(await kinds('new')).toEqual(['opened', 'merged', 'closed'])
  await reopenWork(
    { work, companyRules: rules },
    { workId: 'new', by: 'Mai', because: 'chuyện khác', round: 0, at: '2027-03-10T04:00:00.000Z' },
  )
  const again = (await work.get('new')) as Case
  expect([mergedInto(again), isOpen(again)]).toEqual([null, true])
  expect(await join('r-2')).toMatchObject({ workId: 'new' })
  expect((await kinds('new'))?.at(-1)).toBe('customer-wrote')
})

describe('how far up they went', () => {
  const at = '2027-03-09T04:00:00.000Z'
  const up = (to: 'lead' | 'head', by: EventBy = { is: 'system' }): CaseEvent => ({
    is: 'escalated',
    at,
    by,
    to,
    ...(by.is === 'system'
      ? { because: '', clock: { clock: 'propose', since: NEW.events[0].at, percent: 100 } }
      : { because: 'khách đòi gặp' }),
  })
  const told: CaseEvent = { is: 'alerted', at, by: { is: 'system' }, since: at, to: { address: 'mai@example.com', name: 'Mai' } }
  const back: CaseEvent = { is: 'handed-back', at, by: HANH, because: 'đã nói chuyện' }
  const having = (item: Case, ...events: readonly CaseEvent[]): Case => ({ ...item, events: [...item.events, ...events] })

  test.each([
    ['the part, by a clock', [], [up('head'), told], 'head', true],
    ['the part, by a colleague', [], [up('lead', HANH)], 'lead', true],
    ['the part, further than the other', [up('lead')], [up('head')], 'head', true],
    ['both as far', [up('head')], [up('head')], 'head', false],
    ['the other, further', [up('head')], [up('lead')], 'head', false],
    ['the part, and came down again', [], [up('head'), back], null, false],
    ['the part, after the other came down', [up('head'), back], [up('head')], 'head', true],
    ['neither', [], [], null, false],
  ] as const)('%s', async (_what, ofOld, ofNew, level, isTold) => {
    const { merge, work, kinds } = await desk(having(OLD, ...ofOld), having(NEW, ...ofNew))
    await merge()
    const old = (await work.get('old')) as Case
    expect(raisedOf(old)?.to ?? null).toBe(level)
    // Those above are told of the case that goes on, where they did not know of it.
    const alert = ringsToCome(old, rules).find(({ is }) => is === 'alert')
    if (isTold) expect(alert).toMatchObject({ at: ASKED.at, to: level, turn: 0 })
    const before = (await kinds('old'))?.length
    expect(await merge()).toMatchObject({ again: true })
    expect(await kinds('old')).toHaveLength(before ?? 0)
    expect(WorkItemSchema.parse(JSON.parse(JSON.stringify(old)))).toEqual(old)
  })

  test('a part that went up after the first try broke off takes the other up with the next one', async () => {
    const { merge, work } = await desk(OLD, NEW)
    const breaks = {
      ...work,
      update: async (next: WorkItem) => (next.workId === 'new' ? Promise.reject(new Error('gone')) : work.update(next)),
    }
    await expect(merge({}, breaks)).rejects.toThrow('gone')
    const part = (await work.get('new')) as Case
    await work.update({ ...having(part, up('head')), version: part.version + 1 })
    await merge()
    expect(raisedOf((await work.get('old')) as Case)?.to).toBe('head')
  })
})
