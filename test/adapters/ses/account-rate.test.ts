import { SESv2Client } from '@aws-sdk/client-sesv2'
import { afterEach, expect, test } from 'vitest'
import { accountRate } from '#adapters/ses/account-rate.ts'
import { type AnsweringServer, answeringServer, answerJson } from '#test/support/answering-server.ts'

let server: AnsweringServer | undefined
let client: SESv2Client | undefined
afterEach(async () => {
  client?.destroy()
  await server?.stop()
  server = undefined
})

const MINUTES_5 = 5 * 60_000

/** An account that answers one after the other: a rate, or a refusal. */
async function account(...answers: readonly (number | 'refused' | 'nothing' | 'throttled')[]) {
  let asked = 0
  let now = 1_800_000_000_000
  server = await answeringServer((_, response) => {
    const answer = answers[asked++] ?? 'refused'
    if (answer === 'throttled')
      answerJson(response, { status: 429, errorType: 'TooManyRequestsException', body: { message: 'Rate exceeded' } })
    else if (answer === 'refused') answerJson(response, { status: 400, body: { message: 'no' } })
    else answerJson(response, { status: 200, body: answer === 'nothing' ? {} : { SendQuota: { MaxSendRate: answer } } })
  })
  client = new SESv2Client({
    region: 'ap-southeast-1',
    endpoint: server.endpoint,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  })
  return {
    rate: accountRate({ client, epochMs: () => now }),
    asked: () => asked,
    later: (ms: number) => {
      now += ms
    },
  }
}

test('the rate is read once for five minutes, by however many ask at once, and then again', async () => {
  const { rate, asked, later } = await account(14, 50)
  expect(await Promise.all([rate(), rate(), rate()])).toEqual([14, 14, 14])
  later(MINUTES_5)
  expect(await rate()).toBe(14)
  expect(asked()).toBe(1)
  later(1)
  expect(await rate()).toBe(50)
  expect(asked()).toBe(2)
})

test.each([
  ['a sandbox', 1, 1],
  ['a rate below one a second', 0.2, 1],
  ['a rate of nothing', 0, 1],
  ['an answer without a rate', 'nothing' as const, 1],
  ['a fraction', 14.5, 14.5],
])('%s: %j is %d a second', async (_, told, perSecond) => {
  expect(await (await account(told)).rate()).toBe(perSecond)
})

test('-1 is no limit', async () => {
  const perSecond = await (await account(-1)).rate()
  expect(perSecond).toBeGreaterThan(1_000_000_000)
  expect(Number.isSafeInteger(Math.floor(perSecond))).toBe(true)
})

test('a failure is told to everyone who asked, and not kept', async () => {
  const { rate, asked } = await account('refused', 14)
  const first = await Promise.allSettled([rate(), rate()])
  expect(first.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await rate()).toBe(14)
  expect(await rate()).toBe(14)
  expect(asked()).toBe(2)
})

test('"too many requests", which SES says after one a second, is asked again', async () => {
  const { rate, asked } = await account('throttled', 'throttled', 14)
  expect(await rate()).toBe(14)
  expect(asked()).toBe(3)
})

test('a rate that cannot be read again stays what it was for five minutes more', async () => {
  const { rate, asked, later } = await account(14, 'refused', 50)
  expect(await rate()).toBe(14)
  later(MINUTES_5 + 1)
  expect(await rate()).toBe(14)
  expect(await rate()).toBe(14)
  expect(asked()).toBe(2)
  later(MINUTES_5 + 1)
  expect(await rate()).toBe(50)
})
