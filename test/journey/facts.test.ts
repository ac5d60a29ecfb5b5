/** Two weeks move through the local system, and each night writes its facts: another program counts in them what the rows say. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { dynamoNumberStore } from '#adapters/dynamo/number-store.ts'
import { factFolder } from '#adapters/files/fact-folder.ts'
import { parquetFactStore } from '#adapters/parquet/fact-store.ts'
import { writeDays } from '#app/numbers/write-days.ts'
import { writeNight } from '#app/numbers/write-night.ts'
import { openSecrets } from '#cli/open-secrets.ts'
import { addDays, datesFrom } from '#core/time/local-date.ts'
import { LOCAL_TABLES } from '#local/stack/environment.ts'
import { aCustomer, aPurchase, solar } from '#test/support/builders.ts'
import { openFacts, wholeNumber } from '#test/support/duckdb.ts'
import { journeyStack } from '#test/support/journey-stack.ts'

const FIRST = '2027-02-01'
const LAST = '2027-02-14'
/** Four in the morning in Vietnam. */
const nightAfter = (day: string) => `${day}T21:00:00.000Z`

const folder = mkdtempSync(join(tmpdir(), 'facts-'))
type World = Awaited<ReturnType<typeof journeyStack>>
let world: World
let ports: Parameters<typeof writeNight>[0]
const late: string[] = []

beforeAll(async () => {
  world = await journeyStack({
    startAt: '2027-01-31T17:00:00.000Z',
    campaigns: ['tet-greeting', 'birthday-gift'],
    people: {
      customers: [
        ...Array.from({ length: 40 }, (_, n) => aCustomer({ customerId: `hanoi-${n}`, email: `hanoi-${n}@example.com` })),
        aCustomer({ customerId: 'paris', zone: 'Europe/Paris', locale: 'en', addressName: 'Dũng', honorific: 'none' }),
        aCustomer({ customerId: 'born', birthday: solar('02-09') }),
        aCustomer({ customerId: 'born-too', birthday: solar('02-10'), email: null }),
        aCustomer({ customerId: 'bounces', email: 'bounce@simulator.amazonses.com' }),
      ],
      purchases: [aPurchase({ customerId: 'paris', purchaseId: 'o-1', purchasedOn: '2027-01-20' })],
      consents: () => ({ 'advertising/email': { decision: 'granted', at: '2026-01-01T00:00:00.000Z' } }),
    },
  })
  const { environment } = world
  const client = new DynamoDBClient({
    endpoint: environment.AWS_ENDPOINT_URL_DYNAMODB ?? '',
    region: environment.AWS_REGION ?? '',
    credentials: { accessKeyId: environment.AWS_ACCESS_KEY_ID ?? '', secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? '' },
  })
  const secrets = openSecrets(environment)
  ports = {
    ...world.stores,
    companyRules: world.companyRules,
    numbers: dynamoNumberStore({ client, tableName: LOCAL_TABLES.numbers }),
    numberOf: await secrets.numberOf(),
    facts: parquetFactStore(factFolder(folder)),
  }
  for (const day of datesFrom(FIRST, addDays(LAST, 3))) {
    await world.moveTo(nightAfter(day))
    if (day === '2027-02-08')
      await world.stores.purchases.put([aPurchase({ customerId: 'paris', purchaseId: 'o-1', purchasedOn: '2027-02-03' })])
    late.push(...(await ports.numbers.lateDays()).map((note) => `${day}: ${note.day}`))
    await writeNight(ports, { now: world.clock.now() })
  }
  return () => {
    secrets.close()
    client.destroy()
  }
}, 600_000)
afterAll(async () => {
  await world?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('the outcomes of every occurrence are those of its balance, to the person', async () => {
  const facts = await openFacts(folder)
  const counted = await facts.query(
    z.object({ day: z.string(), campaign: z.string(), outcome: z.string(), people: wholeNumber, persons: wholeNumber }),
    'SELECT day, campaign, outcome, count(*) AS people, count(DISTINCT person) AS persons FROM touches GROUP BY ALL ORDER BY ALL',
  )
  const occurrences = (await world.stores.occurrences.between(FIRST, LAST)).filter(({ balance }) => (balance?.audience ?? 0) > 0)
  expect(occurrences.length).toBeGreaterThan(2)
  const balances = occurrences.flatMap(({ date, campaignId, balance }) =>
    (['sent', 'skipped', 'failed', 'withheld', 'deferred', 'unknown', 'planned'] as const).flatMap((state) =>
      balance && balance[state] > 0 ? [`${date} ${campaignId} ${state} ${balance[state]}`] : [],
    ),
  )
  const inPeriod = counted.filter(({ day }) => day <= LAST)
  expect(inPeriod.map(({ day, campaign, outcome, people }) => `${day} ${campaign} ${outcome} ${people}`).toSorted()).toEqual(
    balances.toSorted(),
  )
  expect(inPeriod.every(({ people, persons }) => people === persons)).toBe(true)
  const [bounced] = await facts.query(
    z.object({ n: wholeNumber }),
    "SELECT count(*) AS n FROM touches WHERE delivery = 'bounced'",
  )
  expect(bounced?.n).toBe(1)
  facts.close()
})

test('each touch with a gift is a gift given; a purchase that came late and moved stands on one day', async () => {
  const facts = await openFacts(folder)
  const [gifts] = await facts.query(z.object({ n: wholeNumber }), "SELECT count(*) AS n FROM gifts WHERE event = 'issued'")
  const mails = world.mails().filter(({ subject }) => subject !== '')
  expect(gifts?.n).toBe(1)
  expect(mails.length).toBeGreaterThan(40)
  const bought = await facts.query(
    z.object({ day: z.string(), n: wholeNumber }),
    'SELECT day, count(*) AS n FROM purchases GROUP BY day',
  )
  expect(bought).toEqual([{ day: '2027-02-03', n: 1 }])
  facts.close()
})

test('closing noted the days whose rows changed after their night, and no note is left but of those that close now', async () => {
  // One day of grace.
  expect(late).toContain('2027-02-08: 2027-02-06')
  expect((await ports.numbers.lateDays()).every(({ day }) => day > LAST)).toBe(true)
})

test('all of it written once more changes nothing', async () => {
  const days = [...datesFrom(FIRST, LAST)]
  const before = await Promise.all(days.map((day) => ports.facts.read('touches', day)))
  await writeDays(ports, { days, now: world.clock.now(), notes: [] })
  expect(await Promise.all(days.map((day) => ports.facts.read('touches', day)))).toEqual(before)
})
