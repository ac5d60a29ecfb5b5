/** What every function that sends mail shares: one sender's name, one rate for the whole account, one record of a stop. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { SESv2Client } from '@aws-sdk/client-sesv2'
import { dynamoSenderLooks } from '#adapters/dynamo/sender-looks.ts'
import { dynamoSendingStops } from '#adapters/dynamo/sending-stops.ts'
import { dynamoSharedPace } from '#adapters/dynamo/shared-pace.ts'
import { accountRate } from '#adapters/ses/account-rate.ts'
import { sesMailProvider } from '#adapters/ses/mail-provider.ts'
import { sesMailer } from '#adapters/ses/mailer.ts'
import type { Company } from '#core/campaign/company.ts'

interface Mailing {
  readonly env: { readonly PACE_TABLE: string; readonly CONFIGURATION_SET: string }
  readonly dynamo: DynamoDBClient
  /** Made by `sesClient`: it must never repeat a send. */
  readonly ses: SESv2Client
  readonly company: Pick<Company, 'name' | 'sender'>
}

export const mailing = ({ env, dynamo, ses, company }: Mailing) => ({
  mailer: sesMailer({
    client: ses,
    from: { name: company.name, address: company.sender },
    configurationSet: env.CONFIGURATION_SET,
  }),
  stops: dynamoSendingStops({ client: dynamo, tableName: env.PACE_TABLE }),
  pace: dynamoSharedPace({
    client: dynamo,
    tableName: env.PACE_TABLE,
    rate: accountRate({ client: ses, epochMs: Date.now }),
    epochMs: Date.now,
    sleep,
  }),
})

/** The ports of the sender check. */
export const lookingAtSender = ({ env, dynamo, ses, company }: Mailing) => ({
  provider: sesMailProvider({ client: ses, sender: company.sender, configurationSet: env.CONFIGURATION_SET }),
  looks: dynamoSenderLooks({ client: dynamo, tableName: env.PACE_TABLE }),
})

/** Pacing follows the provider's clock, which the movable clock does not change. */
const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
