/** What the DynamoDB adapters make of an index that is behind its table: the row itself has the last word. */
import { QueryCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dynamoReplyStore } from '#adapters/dynamo/reply-store.ts'
import { dynamoResponseStore } from '#adapters/dynamo/response-store.ts'
import { dynamoWorkStore } from '#adapters/dynamo/work-store.ts'
import { allPages } from '#test/support/all-pages.ts'
import { type Engine, freshTable, startDynalite } from '#test/support/dynamo-engines.ts'
import { storedAnswer, storedReply, storedResponse } from '#test/support/store-builders.ts'
import { closedWork, storedWork } from '#test/support/work-builders.ts'

const DAY = '2027-02-06'
/** While they stand still, indexes answer what they last answered to the same question. */
let standingStill = false

let engine: Engine
beforeAll(async () => {
  engine = await startDynalite()
  const answers = new Map<string, unknown>()
  engine.client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const question = JSON.stringify(args.input)
        if (commandName !== QueryCommand.name || !question.includes('"IndexName"')) return next(args)
        if (standingStill && answers.has(question)) return { response: {}, output: Object(answers.get(question)) }
        const answer = await next(args)
        answers.set(question, answer.output)
        return answer
      },
    { step: 'initialize' },
  )
})
afterAll(() => engine.stop())

async function whileIndexesStandStill(act: () => Promise<void>): Promise<void> {
  standingStill = true
  try {
    await act()
  } finally {
    standingStill = false
  }
}

test('of a day’s answers those removed meanwhile are left out, and those changed meanwhile are given as they are', async () => {
  const store = dynamoResponseStore(await freshTable(engine.client, 'responses'))
  const [gone, changed] = [storedResponse({ customerId: 'gone' }), storedResponse({ customerId: 'changed' })]
  await store.put(gone)
  await store.put(changed)
  const day = () => allPages(store.answeredOn(DAY))
  expect(await day()).toHaveLength(2)
  await whileIndexesStandStill(async () => {
    await store.remove(gone)
    const later = { ...changed, version: 1, answers: [...changed.answers, storedAnswer({ score: 9 })] }
    await store.put(later)
    expect(await day()).toEqual([later])
    await store.remove(changed)
    await store.put({ ...changed, answeredOn: '2027-02-07' })
    expect(await day()).toEqual([])
  })
})

test('of a day’s replies those removed meanwhile are left out', async () => {
  const store = dynamoReplyStore(await freshTable(engine.client, 'replies'))
  const unmatched = storedReply({ customerId: null })
  for (const reply of [storedReply(), unmatched]) await store.add(reply)
  const day = () => allPages(store.receivedOn(DAY))
  expect(await day()).toHaveLength(2)
  await whileIndexesStandStill(async () => {
    await store.remove(storedReply())
    expect(await day()).toEqual([unmatched])
    await store.remove(unmatched)
    await store.add({ ...unmatched, receivedOn: '2027-02-07' })
    expect(await day()).toEqual([])
  })
})

test('work that was closed, removed or put off meanwhile is listed as it is', async () => {
  const store = dynamoWorkStore(await freshTable(engine.client, 'work'))
  const work = (workId: string) => storedWork({ workId })
  const items = ['closed', 'removed', 'later', 'same'].map(work)
  for (const item of items) await store.open(item)
  expect(await store.allOpen()).toHaveLength(4)
  expect(await store.ofCustomer('c-001')).toHaveLength(4)
  await whileIndexesStandStill(async () => {
    const closed = closedWork(work('closed'))
    const later = { ...work('later'), dueAt: '2027-03-01T02:00:00.000Z', version: 1 }
    await store.update(closed)
    await store.remove('removed')
    await store.update(later)
    expect(await store.allOpen()).toEqual([work('same'), later])
    expect(await store.ofCustomer('c-001')).toEqual([closed, later, work('same')])
    await store.update({ ...work('same'), customerId: 'c-002', version: 1 })
    expect(await store.ofCustomer('c-001')).toEqual([closed, later])
  })
})

test('work that was opened anew or closed on another day meanwhile is not given as closed on that day', async () => {
  const store = dynamoWorkStore(await freshTable(engine.client, 'work'))
  const closed = ['anew', 'moved', 'same'].map((workId) => closedWork(storedWork({ workId })))
  for (const item of closed) {
    await store.open(storedWork({ workId: item.workId }))
    await store.update(item)
  }
  const found = () => allPages(store.closedOn({ kind: 'call-task', days: ['2027-02-08'], range: { first: 0, last: 255 } }))
  expect(await found()).toHaveLength(3)
  await whileIndexesStandStill(async () => {
    await store.update(storedWork({ workId: 'anew', version: 2 }))
    await store.update({ ...closedWork(storedWork({ workId: 'moved' }), '2027-02-09'), version: 2 })
    expect((await found()).map(({ workId }) => workId)).toEqual(['same'])
  })
})
