/** A local SES with a verified sender, a configuration set that publishes everything, and the SDK's client on it. */
import {
  CreateConfigurationSetCommand,
  CreateConfigurationSetEventDestinationCommand,
  SendEmailCommand,
  type SendEmailCommandInput,
} from '@aws-sdk/client-sesv2'
import { onTestFinished } from 'vitest'
import type { SesEvent } from '#local/aws/ses/ses-event.ts'
import { type SesOptions, startSes } from '#local/aws/ses/start-ses.ts'
import { clockAt, sesClient } from '#test/local/aws/aws-clients.ts'

export const NOW = '2027-02-06T02:00:00.000Z'
export const SENDER = 'Thăm Hỏi <care@example.vn>'

export const aMail = (changes: Partial<SendEmailCommandInput> = {}): SendEmailCommandInput => ({
  FromEmailAddress: SENDER,
  Destination: { ToAddresses: ['lan@customer.vn'] },
  Content: {
    Simple: {
      Subject: { Data: 'Chúc mừng năm mới', Charset: 'UTF-8' },
      Body: { Html: { Data: '<p>Chào chị Lan</p>' }, Text: { Data: 'Chào chị Lan' } },
      Headers: [{ Name: 'List-Unsubscribe', Value: '<https://example.vn/u/abc>' }],
    },
  },
  ConfigurationSetName: 'care',
  EmailTags: [
    { Name: 'campaign', Value: 'tet' },
    { Name: 'customer', Value: 'c-1' },
  ],
  ...changes,
})

export const aMailTo = (...ToAddresses: string[]): SendEmailCommandInput => aMail({ Destination: { ToAddresses } })

export async function runningSes(options: Partial<SesOptions> = {}) {
  const events: SesEvent[] = []
  const clock = options.clock ?? clockAt(NOW)
  const ses = await startSes({
    folder: null,
    clock,
    verifiedIdentities: ['example.vn'],
    publish: async (event) => void events.push(event),
    ...options,
  })
  const client = sesClient(ses.endpoint)
  onTestFinished(() => {
    client.destroy()
    return ses.stop().catch(() => {})
  })
  const send = (input: SendEmailCommandInput) => client.send(new SendEmailCommand(input))
  return { ses, client, send, events, clock, mailbox: ses.mailbox, engine: ses.engine }
}

export async function runningSesWithEvents(options: Partial<SesOptions> = {}) {
  const running = await runningSes(options)
  await running.client.send(new CreateConfigurationSetCommand({ ConfigurationSetName: 'care' }))
  await running.client.send(
    new CreateConfigurationSetEventDestinationCommand({
      ConfigurationSetName: 'care',
      EventDestinationName: 'bus',
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: ['SEND', 'DELIVERY', 'DELIVERY_DELAY', 'BOUNCE', 'COMPLAINT', 'REJECT'],
        EventBridgeDestination: { EventBusArn: 'arn:aws:events:ap-southeast-1:000000000000:event-bus/default' },
      },
    }),
  )
  return running
}
