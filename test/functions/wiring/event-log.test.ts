import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { events } from '#app/events.ts'
import { ALARM_METRICS } from '#functions/wiring/event-log.ts'

const ROOT = join(import.meta.dirname, '../../..')

/** A function that has something to say, with the real logger and the real metrics, ending before any batch of metrics would. */
const PROGRAM = `
  import { Logger } from '@aws-lambda-powertools/logger'
  import { Metrics } from '@aws-lambda-powertools/metrics'
  import { events } from '#app/events.ts'
  import { eventLog, failureLog } from '#functions/wiring/event-log.ts'
  const serviceName = 'send-batch'
  const writing = { logger: new Logger({ serviceName }), metrics: new Metrics({ namespace: 'ThamHoi', serviceName }) }
  const sink = eventLog(writing)
  const log = events(sink)
  log.campaignAccepted({ campaignId: 'tet', version: 3 })
  log.balanceMismatch({ occurrenceId: 'tet_2027-02-06', audience: 3, counted: 2 })
  log.consentUnreadable({ customerId: 'c-001' })
  log.consentUnreadable({ customerId: 'c-002' })
  log.suppressionUnreadable({ customerId: 'c-001' })
  log.staffActFailed({ act: 'pause-campaign', error: 'Error: throttled' })
  sink.alarm('something.else', { n: 1 })
  const failures = failureLog(writing)
  try {
    JSON.parse('{"to":lan@example.com}')
  } catch (error) {
    failures.failed({ messageId: 'm-1', error, kind: 'failed' })
    failures.pageFailed(error, { reference: 'r-1' })
  }
  failures.failed({ messageId: 'm-2', error: new Error('the table is out of reach'), kind: 'failed' })
`

const Line = z.looseObject({
  level: z.string().optional(),
  message: z.string().optional(),
  _aws: z.looseObject({ Timestamp: z.number(), CloudWatchMetrics: z.array(z.unknown()) }).optional(),
})

/** What stands in the function's log, as CloudWatch takes it: one JSON object a line. */
let lines: readonly z.infer<typeof Line>[] = []

beforeAll(() => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', PROGRAM], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  lines = `${stdout}${stderr}`
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => Line.parse(JSON.parse(line)))
})

const metricsNamed = (name: string) => lines.filter((line) => line._aws !== undefined && name in line)

describe('events in the log', () => {
  test('an event is one line: its name, its values, the function', () => {
    expect(lines.filter(({ message }) => message === 'campaign.accepted')).toMatchObject([
      { level: 'INFO', campaignId: 'tet', version: 3, service: 'send-batch' },
    ])
  })

  test.each([
    ['OccurrenceMismatch', 'occurrence.mismatch', 1],
    ['ConsentUnreadable', 'consent.unreadable', 2],
    ['SuppressionUnreadable', 'suppression.unreadable', 1],
    ['StaffActFailed', 'staff.actFailed', 1],
    ['OtherAlarm', 'something.else', 1],
  ])('%s is an error line for each time, and at once a metric in embedded format', (metric, name, times) => {
    expect(lines.filter(({ message, level }) => message === name && level === 'ERROR')).toHaveLength(times)
    expect(metricsNamed(metric)).toHaveLength(times)
    for (const line of metricsNamed(metric)) {
      expect(line).toMatchObject({
        [metric]: 1,
        _aws: { CloudWatchMetrics: [{ Namespace: 'ThamHoi', Metrics: [{ Name: metric, Unit: 'Count' }] }] },
      })
    }
  })

  test('a failure is a line with its cause; of a text that could not be read it shows no piece', () => {
    const failed = lines.filter(({ message }) => message === 'record.failed' || message === 'page.failed')
    expect(failed).toMatchObject([
      { messageId: 'm-1', error: expect.stringMatching(/^SyntaxError\s+at /) },
      { reference: 'r-1', error: expect.stringMatching(/^SyntaxError\s+at /) },
      { messageId: 'm-2', error: { message: 'the table is out of reach' } },
    ])
    expect(JSON.stringify(lines)).not.toContain('lan@')
  })

  test('a metric is counted under the function it comes from', () => {
    expect(metricsNamed('ConsentUnreadable')[0]).toMatchObject({
      service: 'send-batch',
      _aws: { CloudWatchMetrics: [{ Dimensions: [['service']] }] },
    })
  })
})

test('every metric is one that the application raises; its other alarms are counted together', () => {
  const alarms: string[] = []
  const log = events({ event: () => {}, alarm: (name) => void alarms.push(name) })
  for (const say of Object.values(log)) Reflect.apply(say, undefined, [{}, {}])
  expect(alarms).toEqual(expect.arrayContaining(Object.keys(ALARM_METRICS)))
})
