/** One sender in a process of its own, as a Lambda is: mails without end through the real mailer, each at a place of the shared pace. */
import { setTimeout as pause } from 'node:timers/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoSharedPace } from '#adapters/dynamo/shared-pace.ts'
import { accountRate } from '#adapters/ses/account-rate.ts'
import { sesClient, sesMailer } from '#adapters/ses/mailer.ts'
import type { Mail } from '#app/ports/sending.ts'
import { startCredentials } from '#local/aws/door.ts'
import { CONFIGURATION_SET } from '#local/stack/environment.ts'

const { DYNAMO = '', SES = '', RUN = '', SENDER = '', CLOCK_AHEAD_MS = '0' } = process.env
const CONCURRENCY = 64

const access = { region: 'ap-southeast-1', credentials: startCredentials({}) }
const ses = sesClient({ ...access, endpoint: SES })
const epochMs = () => Date.now() + Number(CLOCK_AHEAD_MS)
const pace = dynamoSharedPace({
  client: new DynamoDBClient({ ...access, endpoint: DYNAMO }),
  tableName: RUN,
  rate: accountRate({ client: ses, epochMs }),
  epochMs,
  sleep: (ms) => pause(ms),
})
const mailer = sesMailer({ client: ses, from: { name: 'Pacing', address: SENDER }, configurationSet: CONFIGURATION_SET })
const mail: Mail = {
  to: 'success@simulator.amazonses.com',
  subject: 'Chúc mừng sinh nhật',
  html: '<p>Chúc chị Lan một ngày thật vui.</p>',
  text: 'Chúc chị Lan một ngày thật vui.',
  headers: {},
  replyTo: null,
  campaignId: 'pacing',
  occurrenceId: 'pacing_2027-03-10',
  customerId: 'pacing',
}

async function mails(): Promise<never> {
  for (;;) {
    await pace.take()
    const result = await mailer.send(mail)
    if ('accepted' in result) continue
    if (!('busy' in result && result.busy === 'throttled')) throw new Error(JSON.stringify(result))
    pace.throttled()
  }
}

process.once('disconnect', () => process.exit(0))
process.once('message', () => Promise.all(Array.from({ length: CONCURRENCY }, mails)))
process.send?.('ready')
