/** The made-up telephone system: it rings, answers and ends as its clock moves, and tells it until it was taken. */
import { expect, onTestFinished, test } from 'vitest'
import { readCallEvent } from '#adapters/stringee/call-event.ts'
import { stringeeTelephone } from '#adapters/stringee/telephone.ts'
import { type Instant, plusMs } from '#core/time/instant.ts'
import { startPretendStringee } from '#local/telephone/pretend-stringee.ts'

async function aSystem() {
  let now: Instant = '2027-03-10T02:00:00.000Z'
  let isHeard = true
  const told: unknown[] = []
  const system = await startPretendStringee({
    now: () => now,
    tell: async (event) => {
      if (isHeard) told.push(readCallEvent(event, { country: 'VN', ownNumber: null }))
      return isHeard
    },
  })
  onTestFinished(system.stop)
  const settings = { keySid: 'SK', keySecret: 'x', number: '842471000000', url: system.endpoint }
  const telephone = stringeeTelephone({ settings, epochMs: () => 0 })
  const ring = (phone: string) => telephone.startCall({ extension: '101', phone, workId: 'w-1' })
  const states = () => told.map((one) => (one as { news?: { state: string | null } }).news?.state)
  return {
    system,
    ring,
    told,
    states,
    wait: async (seconds: number) => {
      now = plusMs(now, seconds * 1000)
      await system.engine.fireDue(now)
    },
    hear: (heard: boolean) => {
      isHeard = heard
    },
  }
}

test('a call rings, is answered, ends and is recorded, each when its time has come', async () => {
  const { ring, wait, told, states, system } = await aSystem()
  expect(await ring('+84912345678')).toEqual({ callId: expect.stringContaining('call-local-') })
  expect(states()).toEqual([])
  await wait(5)
  expect(states()).toEqual(['ringing'])
  await wait(10)
  expect(states()).toEqual(['ringing', 'answered'])
  await wait(100)
  expect(states()).toEqual(['ringing', 'answered', 'ended', null])
  expect(told[2]).toMatchObject({ news: { seconds: 78 } })
  expect(told[3]).toMatchObject({ news: { recording: expect.stringMatching(/^https:/) } })
  expect(system.engine.nextDue()).toBeUndefined()
})

test('some do not answer', async () => {
  const { ring, wait, states } = await aSystem()
  await ring('+84912345677')
  await wait(60)
  expect(states()).toEqual(['ringing', 'missed'])
})

test('what the webhook did not take is told again', async () => {
  const { ring, wait, hear, states } = await aSystem()
  await ring('+84912345677')
  hear(false)
  await wait(60)
  expect(states()).toEqual([])
  hear(true)
  await wait(1)
  expect(states()).toEqual(['ringing', 'missed'])
})
