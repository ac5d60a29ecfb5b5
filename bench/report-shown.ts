/**
 * How long the head's report takes at the local DynamoDB with a year of roll-ups of a large company behind it: thirteen months and 25 campaigns, the page
 * in both languages, one figure and a year; and how long one chart takes to draw. `npm run bench:report -- page`.
 */
import { join, resolve } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoNumberStore } from '#adapters/dynamo/number-store.ts'
import { periodHolding, periodsUpTo } from '#core/report/report-period.ts'
import { datesFrom } from '#core/time/local-date.ts'
import { startSystem } from '#local/running-system.ts'
import { LOCAL_TABLES } from '#local/stack/environment.ts'
import { aRollUp, type Counted, scores } from '#test/support/counted-roll-ups.ts'
import { aReport } from '#test/support/report-builders.ts'
import { signedIn } from '#test/support/signed-in.ts'
import { drawChart } from '#web/charts/draw-chart.ts'
import { CHARTS } from '#web/staff/report/chart.ts'
import { chartOf } from '#web/staff/report/charts.ts'

const PROJECT = resolve(import.meta.dirname, '..')
const TODAY = '2027-12-31'
const PAGE_BAR_MS = 300
const CHART_BAR_MS = 50
const RUNS = 15
const CAMPAIGNS = 25

/** A month of a million customers. */
const LARGE: Partial<Counted> = {
  nps: scores({ 0: 900, 3: 2_100, 6: 4_000, 7: 9_000, 8: 18_000, 9: 21_000, 10: 30_000 }),
  csat: scores({ 1: 900, 2: 1_600, 3: 5_000, 4: 20_000, 5: 31_000 }),
  active: 1_000_000,
  complained: 3_100,
  contacted: 410_000,
  engaged: 96_000,
  kept: { part: 640_000, whole: 980_000 },
  outcomes: { sent: 900_000, skipped: 70_000, withheld: 30_000 },
  skippedBy: { 'frequency-cap': 40_000, 'opted-out': 20_000, 'no-address': 10_000 },
  withheldBy: { holdout: 30_000 },
}

/** Sets the exit code where something is above its bar. */
export async function reportShown(): Promise<void> {
  const system = await startSystem({
    folder: null,
    clock: 'moved',
    startOn: TODAY,
    campaignFolder: join(PROJECT, 'campaigns'),
    templateFolder: join(PROJECT, 'templates'),
    sample: null,
    port: 8790,
    by: 'the bench',
    tell: () => {},
  })
  if ('refused' in system) throw new Error(system.refused.join('\n'))
  try {
    await fill(system.stack.environment)
    console.log('what | median ms | slowest ms | bytes')
    const cookie = await signedIn(system, 'head')
    for (const path of ['/report?period=2027-11', '/report?period=2027', '/report/figures/nps?period=2027-11']) {
      for (const language of ['vi', 'en']) {
        let bytes = 0
        const ask = async () => {
          const answer = await fetch(`${system.url}${path}`, { headers: { cookie: `${cookie}; language=${language}` } })
          if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
          const text = await answer.text()
          if (!text.includes('data-kpi="nps"')) throw new Error(`${path} shows no figures`)
          bytes = text.length
        }
        tell(`${path} (${language})`, { times: await timed(ask), bar: PAGE_BAR_MS, bytes })
      }
    }
    const view = aReport()
    for (const name of CHARTS) {
      const chart = chartOf(name, view, { locale: 'vi', campaignName: (id) => id })
      if (!chart) throw new Error(`${name} is not drawn`)
      const times = await timed(async () => void drawChart(chart.drawn, 'wide'))
      tell(`chart ${name}`, { times, bar: CHART_BAR_MS, bytes: drawChart(chart.drawn, 'wide').length })
    }
  } finally {
    await system.stop()
  }
  if (slow.length === 0) return
  console.error(`above the bar: ${slow.join(', ')}`)
  process.exitCode = 1
}

const slow: string[] = []

async function fill(environment: Readonly<Record<string, string | undefined>>): Promise<void> {
  const { AWS_ENDPOINT_URL_DYNAMODB: endpoint = '', AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = environment
  const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY }
  const client = new DynamoDBClient({ region: 'ap-southeast-1', endpoint, credentials })
  const store = dynamoNumberStore({ client, tableName: LOCAL_TABLES.numbers })
  const months = periodsUpTo(periodHolding('month', '2027-11-15'), 14)
  const wholes = [periodHolding('year', '2027-06-01'), periodHolding('year', '2026-06-01')]
  const november = periodHolding('month', '2027-11-15')
  // The year before of November is compared by date: it is one of the months.
  const all = [...months, ...wholes]
  await store.putRollUps(all.map((period) => aRollUp({ period, counted: LARGE })))
  for (const period of [november, ...wholes.slice(0, 1)]) {
    const ofCampaign = (_: unknown, at: number) =>
      aRollUp({ period, segment: { by: 'campaign', is: `campaign-${String(at).padStart(2, '0')}` }, counted: LARGE })
    await store.putRollUps(Array.from({ length: CAMPAIGNS }, ofCampaign))
  }
  for (const day of datesFrom('2026-01-01', TODAY)) await store.noteWritten(day, '2027-12-31T00:00:00.000Z')
  client.destroy()
}

async function timed(act: () => Promise<void>): Promise<readonly number[]> {
  await act()
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const began = performance.now()
    await act()
    times.push(performance.now() - began)
  }
  return times.toSorted((a, b) => a - b)
}

function tell(
  what: string,
  { times, bar, bytes }: { readonly times: readonly number[]; readonly bar: number; readonly bytes: number },
): void {
  const [median = 0, slowest = 0] = [times[Math.floor(times.length / 2)], times.at(-1)]
  console.log(`${what} | ${median.toFixed(1)} | ${slowest.toFixed(1)} | ${bytes}`)
  if (median > bar) slow.push(what)
}
