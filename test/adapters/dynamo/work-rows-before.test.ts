/** Rows of work as the version before wrote them, letter by letter, on both engines: they are listed, found, noted on, extended and closed. */
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { UnreadableRowError } from '#adapters/dynamo/rows.ts'
import { dynamoWorkStore } from '#adapters/dynamo/work-store.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { closeWork } from '#app/desk/close-work.ts'
import { noteWork } from '#app/desk/note-work.ts'
import { reopenWork } from '#app/desk/reopen-work.ts'
import { extendRight } from '#app/person/extend-right.ts'
import { deadlinesOf, inOrderOfUrgency } from '#core/work/deadlines.ts'
import { isExtended, stateOf } from '#core/work/standing.ts'
import { WORK_KINDS } from '#core/work/work-item.ts'
import { allPages } from '#test/support/all-pages.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { dynoxideBinary, type Engine, freshTable, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'
import { storedRequest } from '#test/support/work-builders.ts'

const binary = dynoxideBinary()
const EVERYBODY = { first: 0, last: 255 }
const companyRules = theCompanyRules()
const NOW = '2027-02-08T04:00:00.000Z'

/** Attributes of a row, each a text but the version. */
type Written = Readonly<Record<string, string>> & { readonly version: string }

/** A call to make, from the page: nothing in it but the answer. */
const CALL: Written = {
  workId: 'low-score_nps_2027-02-03_c-001',
  version: '0',
  item: '{"workId":"low-score_nps_2027-02-03_c-001","kind":"call-task","reason":"low-score","customerId":"c-001","campaignId":"nps","occurrenceId":"nps_2027-02-03","replyId":null,"score":3,"right":null,"holds":[],"openedAt":"2027-02-03T02:00:00.000Z","dueAt":"2027-02-04T02:00:00.000Z","note":null,"state":"open","closedAt":null,"closedOn":null,"closedBy":null,"reached":null,"version":0}',
  dueAt: '2027-02-04T02:00:00.000Z',
  openKey: 'open',
  customerId: 'c-001',
  place: '031#c-001#low-score_nps_2027-02-03_c-001',
}
/** Several rights in one mail, and a complaint: each right with its own written clock. */
const RIGHT: Written = {
  workId: 'rights_correct_2027-02-03_c-001',
  version: '0',
  item: '{"workId":"rights_correct_2027-02-03_c-001","kind":"case","reason":"rights","customerId":"c-001","campaignId":null,"occurrenceId":null,"replyId":"reply-1","score":null,"right":{"ask":"correct","doneBy":"2027-02-13T17:00:00.000Z","extended":false},"openedAt":"2027-02-03T03:00:00.000Z","dueAt":"2027-02-12T17:00:00.000Z","holds":[{"is":"right","ask":"erase","doneBy":"2027-02-23T17:00:00.000Z"},{"is":"complaint"}],"note":null,"state":"open","closedAt":null,"closedOn":null,"closedBy":null,"reached":null,"version":0}',
  dueAt: '2027-02-12T17:00:00.000Z',
  openKey: 'open',
  customerId: 'c-001',
  place: '031#c-001#rights_correct_2027-02-03_c-001',
}
/** Extended by `care work extend`, which wrote neither who nor when. Staff had noted it with `care person --ask`. */
const EXTENDED: Written = {
  workId: 'rights_erase_2027-02-01_c-002',
  version: '1',
  item: '{"workId":"rights_erase_2027-02-01_c-002","kind":"case","reason":"rights","customerId":"c-002","campaignId":null,"occurrenceId":null,"replyId":null,"score":null,"right":{"ask":"erase","doneBy":"2027-03-08T17:00:00.000Z","extended":true},"openedAt":"2027-02-01T02:00:00.000Z","dueAt":"2027-02-03T17:00:00.000Z","holds":[],"note":null,"state":"open","closedAt":null,"closedOn":null,"closedBy":null,"reached":null,"version":1}',
  dueAt: '2027-02-03T17:00:00.000Z',
  openKey: 'open',
  customerId: 'c-002',
  place: '027#c-002#rights_erase_2027-02-01_c-002',
}
const MANY: Written = {
  workId: 'many-replies_unmatched_2027-02-03T02',
  version: '0',
  item: '{"reason":"unclear-reply","customerId":null,"campaignId":null,"occurrenceId":null,"replyId":"reply-2","score":null,"workId":"many-replies_unmatched_2027-02-03T02","note":"many-replies","kind":"case","right":null,"holds":[],"openedAt":"2027-02-03T02:30:00.000Z","dueAt":"2027-02-12T02:30:00.000Z","state":"open","closedAt":null,"closedOn":null,"closedBy":null,"reached":null,"version":0}',
  dueAt: '2027-02-12T02:30:00.000Z',
  openKey: 'open',
  place: '171##many-replies_unmatched_2027-02-03T02',
}
const OPEN = [CALL, RIGHT, EXTENDED, MANY]

/** Closed before it was asked whether the customer was reached, and before items held more than a reason. */
const OLDEST: Written = {
  workId: 'complaint_reply-7',
  version: '1',
  item: '{"workId":"complaint_reply-7","kind":"case","reason":"complaint","customerId":"c-001","campaignId":"nps","occurrenceId":"nps_2027-02-03","replyId":"reply-7","score":2,"right":null,"openedAt":"2027-02-03T02:00:00.000Z","dueAt":"2027-02-04T02:00:00.000Z","state":"closed","closedAt":"2027-02-04T03:00:00.000Z","closedOn":"2027-02-04","closedBy":"hoa","note":"đã đổi cốc","version":1}',
  dueAt: '2027-02-04T02:00:00.000Z',
  customerId: 'c-001',
  closedDay: 'case#2027-02-04',
  place: '031#c-001#complaint_reply-7',
}
/** The system's note above what staff wrote, in one text. */
const BOTH_NOTES: Written = {
  workId: 'unclear-reply_reply-8',
  version: '1',
  item: '{"reason":"unclear-reply","holds":[{"is":"spam-verdict"}],"customerId":"c-001","campaignId":"nps","occurrenceId":"nps_2027-02-03","replyId":"reply-8","score":9,"workId":"unclear-reply_reply-8","note":"answer-refused\\nđã ghi hộ\\nkhách cảm ơn","kind":"case","right":null,"openedAt":"2027-02-03T02:00:00.000Z","dueAt":"2027-02-12T02:00:00.000Z","state":"closed","closedAt":"2027-02-04T03:00:00.000Z","closedOn":"2027-02-04","closedBy":"hoa","reached":true,"version":1}',
  dueAt: '2027-02-12T02:00:00.000Z',
  customerId: 'c-001',
  closedDay: 'case#2027-02-04',
  place: '031#c-001#unclear-reply_reply-8',
}
/** Rights were stored as cases. */
const CLOSED_RIGHT: Written = {
  workId: 'rights_access_2027-02-03_c-001',
  version: '1',
  item: '{"workId":"rights_access_2027-02-03_c-001","kind":"case","reason":"rights","customerId":"c-001","campaignId":null,"occurrenceId":null,"replyId":"reply-3","score":null,"right":{"ask":"access","doneBy":"2027-02-13T17:00:00.000Z","extended":false},"openedAt":"2027-02-03T03:00:00.000Z","dueAt":"2027-02-12T17:00:00.000Z","holds":[],"note":"answer-refused","state":"closed","closedAt":"2027-02-04T03:00:00.000Z","closedOn":"2027-02-04","closedBy":"hoa","reached":null,"version":1}',
  dueAt: '2027-02-12T17:00:00.000Z',
  customerId: 'c-001',
  closedDay: 'case#2027-02-04',
  place: '031#c-001#rights_access_2027-02-03_c-001',
}
const CLOSED = [OLDEST, BOTH_NOTES, CLOSED_RIGHT]

const engines: [string, boolean, () => Promise<Engine>][] = [
  ['dynalite', true, startDynalite],
  ['dynoxide', binary !== undefined, () => startDynoxide(binary ?? '')],
]

describe.each(engines)('on %s', (_name, isThere, start) => {
  let engine: Engine
  beforeAll(async () => {
    if (isThere) engine = await start()
  })
  afterAll(() => engine?.stop())

  async function written(...rows: readonly Written[]) {
    const table = await freshTable(engine.client, 'work')
    for (const { version, ...row } of rows) {
      const texts = Object.entries(row).map(([name, text]) => [name, { S: text }] as const)
      const Item = { ...Object.fromEntries(texts), version: { N: version } }
      await engine.client.send(new PutItemCommand({ TableName: table.tableName, Item }))
    }
    return dynamoWorkStore(table)
  }

  test.runIf(isThere)('open ones are listed with what they tell, their deadlines as they were written', async () => {
    const store = await written(...OPEN)
    const open = inOrderOfUrgency(await store.allOpen(), companyRules)
    expect(open.map(({ item, deadlines }) => [item.workId, item.kind, stateOf(item), deadlines.begin, deadlines.done])).toEqual([
      [EXTENDED.workId, 'data-request', 'extended', EXTENDED.dueAt, '2027-03-08T17:00:00.000Z'],
      [CALL.workId, 'call-task', 'to-call', CALL.dueAt, null],
      [MANY.workId, 'case', 'confirm', MANY.dueAt, null],
      [RIGHT.workId, 'data-request', 'asked', RIGHT.dueAt, '2027-02-13T17:00:00.000Z'],
    ])
    const right = await store.get(RIGHT.workId ?? '')
    expect(right && deadlinesOf(right, companyRules).held).toEqual([{ ask: 'erase', done: '2027-02-23T17:00:00.000Z' }])
    expect(right?.holds[1]).toEqual({ is: 'complaint' })
    expect(await store.get(MANY.workId ?? '')).toMatchObject({ customerId: null, subject: { is: 'many-replies' }, holds: [] })
    expect((await store.get(EXTENDED.workId ?? '')) satisfies unknown).toMatchObject({
      events: [
        { is: 'opened', by: { is: 'staff', name: null } },
        { is: 'extended', at: null, by: { is: 'staff', name: null } },
      ],
    })
  })

  test.runIf(isThere)('a page that counts them beside a row of now tells which are closed, and by whom', async () => {
    const store = await written(CALL, OLDEST)
    await store.open(storedRequest({ workId: 'of-now' }))
    const told = await store.turnsOf(['of-now', CALL.workId ?? '', OLDEST.workId ?? ''])
    const endOf = new Map(told.map(({ workId, events }) => [workId, events.map((event) => [event.is, event.by])]))
    expect([...endOf].toSorted()).toEqual([
      [OLDEST.workId, [['closed', { is: 'staff', name: 'hoa' }]]],
      [CALL.workId, []],
      ['of-now', []],
    ])
  })

  test.runIf(isThere)('closed ones are found by kind and day, notes of staff apart from those of the system', async () => {
    const store = await written(...CLOSED)
    const closedOn = (kind: (typeof WORK_KINDS)[number]) =>
      allPages(store.closedOn({ kind, days: ['2027-02-04'], range: EVERYBODY }))
    expect((await Promise.all(WORK_KINDS.map(closedOn))).map((found) => found.map(({ workId }) => workId))).toEqual([
      [],
      [OLDEST.workId, BOTH_NOTES.workId],
      [CLOSED_RIGHT.workId],
    ])
    const together = await allPages(store.closedDuring(['2027-02-03', '2027-02-04']))
    expect(together.map(({ workId }) => workId).toSorted()).toEqual(CLOSED.map(({ workId }) => workId).toSorted())
    const closing = { is: 'closed', at: '2027-02-04T03:00:00.000Z', on: '2027-02-04', by: { is: 'staff', name: 'hoa' } }
    expect(await store.get(OLDEST.workId ?? '')).toMatchObject({
      subject: { is: 'complaint', replyId: 'reply-7', score: 2 },
      holds: [],
      events: [
        { is: 'opened', by: { is: 'system' } },
        { ...closing, note: 'đã đổi cốc', reached: null },
      ],
    })
    expect(await store.get(BOTH_NOTES.workId ?? '')).toMatchObject({
      holds: [{ is: 'spam-verdict' }, { is: 'answer-refused' }],
      events: [{ is: 'opened' }, { ...closing, note: 'đã ghi hộ\nkhách cảm ơn', reached: true }],
    })
    // Closing always wrote a note, so the only line of a closed item is staff's, whatever it says.
    expect(await store.get(CLOSED_RIGHT.workId ?? '')).toMatchObject({ holds: [], events: [{}, { note: 'answer-refused' }] })
    expect(await store.ofCustomer('c-001')).toHaveLength(3)
    expect(await store.allOpen()).toEqual([])
  })

  test.runIf(isThere)('an open one is noted on and closed, and from then on it is a row of this version', async () => {
    const store = await written(CALL)
    const ports = { work: store, companyRules, events: { workClosed: () => {} } }
    const workId = CALL.workId ?? ''
    expect(await noteWork(ports, { workId, by: 'Mai', note: 'máy bận', at: NOW })).toMatchObject({ again: false })
    const done = { workId, by: 'Hoa', note: 'đã gọi', reached: true, at: NOW }
    expect(await closeWork(ports, done)).toMatchObject({ again: false })
    expect(await store.allOpen()).toEqual([])
    expect(await allPages(store.closedOn({ kind: 'call-task', days: ['2027-02-08'], range: EVERYBODY }))).toMatchObject([
      { version: 2, events: [{ at: '2027-02-03T02:00:00.000Z' }, { note: 'máy bận' }, { note: 'đã gọi', reached: true }] },
    ])
    expect(await closeWork(ports, done)).toMatchObject({ again: true })
  })

  test.runIf(isThere)('a right is extended once, with every right beside it, by the law of the customer’s country', async () => {
    const store = await written(RIGHT, EXTENDED)
    const ports = { work: store, customers: memoryCustomerStore({ addressHash: (address) => address }), companyRules }
    const extension = { by: 'Hoa', because: 'hồ sơ dày', at: NOW }
    const later = await extendRight(ports, { workId: RIGHT.workId ?? '', ...extension })
    if ('refused' in later) throw new Error(later.refused)
    expect(isExtended(later.item)).toBe(true)
    expect(deadlinesOf(later.item, companyRules)).toEqual({
      begin: RIGHT.dueAt,
      done: '2027-02-28T17:00:00.000Z',
      held: [{ ask: 'erase', done: '2027-03-10T17:00:00.000Z' }],
    })
    for (const { workId = '' } of [RIGHT, EXTENDED])
      expect(await extendRight(ports, { workId, ...extension, because: 'khác' })).toEqual({ refused: 'already-extended' })
  })

  test.runIf(isThere)(
    'a closed one is reopened, and is then a row of this version with nothing of the old one lost',
    async () => {
      const store = await written(BOTH_NOTES)
      const workId = BOTH_NOTES.workId ?? ''
      const before = await store.get(workId)
      const asked = { workId, by: 'Mai', because: 'khách gọi lại', round: 0, at: NOW }
      expect(await reopenWork({ work: store, companyRules }, asked)).toMatchObject({ again: false })
      expect(await allPages(store.closedDuring(['2027-02-04']))).toEqual([])
      const [item] = await store.allOpen()
      expect(item?.events.slice(0, -1)).toEqual(before?.events)
      expect(item && { holds: item.holds, subject: item.subject }).toEqual(
        before && { holds: before.holds, subject: before.subject },
      )
    },
  )

  test.runIf(isThere)('an extension that was stored without a reason is read as one', async () => {
    const item = storedRequest()
    const { because: _, ...extension } = { is: 'extended', at: NOW, by: { is: 'staff', name: 'Hoa' }, because: null } as const
    const stored = { ...item, events: [...item.events, extension] }
    const store = await written({
      workId: item.workId,
      version: '0',
      item: JSON.stringify(stored),
      openKey: 'open',
      dueAt: item.dueAt,
    })
    expect(await store.allOpen()).toEqual([{ ...stored, events: [...item.events, { ...extension, because: null }] }])
  })

  test.runIf(isThere)('a row without what its reason has always had is refused by name, not guessed', async () => {
    const store = await written({ ...CALL, item: (CALL.item ?? '').replace('"score":3', '"score":null') })
    await expect(store.get(CALL.workId ?? '')).rejects.toThrow(UnreadableRowError)
    await expect(store.get(CALL.workId ?? '')).rejects.toThrow(`work item ${CALL.workId}`)
  })
})
