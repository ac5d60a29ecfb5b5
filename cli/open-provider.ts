/** The mail provider of the place that a command works on, and the record of a sending stop that its senders share. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { z } from 'zod'
import { dynamoSendingStops } from '#adapters/dynamo/sending-stops.ts'
import { sesMailProvider } from '#adapters/ses/mail-provider.ts'
import { sesClient } from '#adapters/ses/mailer.ts'
import type { MailProvider } from '#app/ports/provider.ts'
import type { SendingStops } from '#app/ports/sending.ts'
import { clientOptions, type Variables } from '#cli/open-queues.ts'

const ProviderEnvironment = z.object({ CONFIGURATION_SET: z.string().min(1), PACE_TABLE: z.string().min(1) })

/** `out` says why there is no provider to ask. */
export type Provider =
  | { readonly provider: MailProvider; readonly stops: SendingStops; readonly configurationSet: string }
  | { readonly out: string }

export function openProvider({
  variables,
  local,
  dynamo,
  sender,
}: {
  readonly variables: Variables
  readonly local: boolean
  readonly dynamo: DynamoDBClient
  readonly sender: string
}): { readonly provider: Provider; readonly close: () => void } {
  const endpoint = variables.AWS_ENDPOINT_URL_SESV2
  if (local && !endpoint) return { provider: { out: 'no system is running: start it with npm start' }, close: () => {} }
  const parsed = ProviderEnvironment.safeParse(variables)
  if (!parsed.success) {
    const missing = parsed.error.issues.map(({ path }) => path.join('.')).join(', ')
    return { provider: { out: `bad or missing environment variables: ${missing}` }, close: () => {} }
  }
  const { CONFIGURATION_SET: configurationSet, PACE_TABLE: tableName } = parsed.data
  const client = sesClient(clientOptions(variables, endpoint))
  return {
    provider: {
      provider: sesMailProvider({ client, sender, configurationSet }),
      stops: dynamoSendingStops({ client: dynamo, tableName }),
      configurationSet,
    },
    close: () => client.destroy(),
  }
}
