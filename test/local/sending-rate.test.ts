/** At what rate the local system lets its sender send: a rate counts real seconds, of which a moved day has none. */
import { GetAccountCommand } from '@aws-sdk/client-sesv2'
import { expect, test } from 'vitest'
import { sesClient } from '#adapters/ses/mailer.ts'
import { smallCompany } from '#test/support/small-company.ts'

test.each([
  ['moved', -1],
  ['real', 500],
] as const)('on a %s clock the account allows %i mails a second', async (clock, rate) => {
  const company = smallCompany({ campaigns: ['tet-greeting'] })
  const system = await company.start({ clock })
  try {
    const { AWS_REGION: region, AWS_ENDPOINT_URL_SESV2: endpoint, ...access } = system.stack.environment
    const credentials = { accessKeyId: access.AWS_ACCESS_KEY_ID ?? '', secretAccessKey: access.AWS_SECRET_ACCESS_KEY ?? '' }
    const client = sesClient({ region: region ?? '', endpoint: endpoint ?? '', credentials })
    const { SendQuota } = await client.send(new GetAccountCommand())
    expect(SendQuota).toMatchObject({ MaxSendRate: rate, Max24HourSend: 200_000 })
  } finally {
    await system.stop()
    company.remove()
  }
})
