/** A call by the telephone system: asked for once, noted before it rings, and led to only where its task holds it. */
import { expect, test } from 'vitest'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { startCall } from '#app/desk/start-call.ts'
import type { CallStarted } from '#app/ports/telephony.ts'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { withCallNews } from '#core/work/history.ts'
import { storedWork } from '#test/support/work-builders.ts'

const AT = '2027-03-10T02:00:00.000Z'
const minutes = (count: number): Instant => plusMs(AT, count * MINUTE_MS)

async function desk(answer: CallStarted | (() => Promise<CallStarted>) = { callId: 'call-1' }) {
  const work = memoryWorkStore()
  await work.open(storedWork({ workId: 'w-1' }))
  let rung = 0
  const telephone = {
    startCall: async () => {
      rung++
      return typeof answer === 'function' ? answer() : answer
    },
  }
  const start = (at: Instant = AT) =>
    startCall({ work, telephone }, { workId: 'w-1', extension: '101', phone: '+84912345678', by: 'hanh@example.com', at })
  const calls = async () => {
    const item = await work.get('w-1')
    return item?.kind === 'call-task' ? item.calls : undefined
  }
  return { work, start, calls, rung: () => rung }
}

test('two at the same moment ring once', async () => {
  const { start, rung, calls } = await desk()
  expect(await Promise.all([start(), start()])).toEqual(
    expect.arrayContaining([{ started: 'call-1' }, { refused: 'call-under-way' }]),
  )
  expect([rung(), (await calls())?.length]).toEqual([1, 1])
})

test('a call that has ended makes room for the next one at once, one whose end is not told after 15 minutes', async () => {
  const { start, work, rung } = await desk()
  await start()
  expect(await start(minutes(14))).toEqual({ refused: 'call-under-way' })
  expect(await start(minutes(15))).toEqual({ started: 'call-1' })
  const item = await work.get('w-1')
  if (item?.kind !== 'call-task') throw new Error('no task')
  const over = withCallNews(item, { callId: 'call-1', state: 'missed', seconds: 0, recording: null })
  if (over) await work.update(over)
  expect(await start(minutes(16))).toEqual({ started: 'call-1' })
  expect(rung()).toBe(3)
})

test('a system that did not answer may ring: it is not asked again at once', async () => {
  const { start, rung, calls } = await desk({ failed: 'busy' })
  expect(await start()).toEqual({ refused: 'telephone-busy' })
  expect(await calls()).toMatchObject([{ state: 'asked' }])
  expect(await start(minutes(1))).toEqual({ refused: 'call-under-way' })
  expect(await start(minutes(15))).toEqual({ refused: 'telephone-busy' })
  expect(rung()).toBe(2)
})

test('a call that the system refuses is not on the task', async () => {
  const { start, calls } = await desk({ failed: 'refused' })
  expect(await start()).toEqual({ refused: 'telephone-refused' })
  expect(await calls()).toBeUndefined()
  expect(await start()).toEqual({ refused: 'telephone-refused' })
})

test('a call that the system does not name is on the task', async () => {
  const { start, calls } = await desk({ callId: null })
  expect(await start()).toEqual({ started: null })
  expect(await calls()).toMatchObject([{ state: 'started' }])
})

test('a task that is gone when the system answers is led to by no call', async () => {
  const place = await desk(async () => {
    await place.work.remove('w-1')
    return { callId: 'call-1' }
  })
  expect(await place.start()).toEqual({ started: null })
  expect(await place.work.taskOfCall('call-1')).toBeUndefined()
})
