/** The provider asked about ourselves, over the wire. */
import { CreateEmailIdentityCommand, DeleteConfigurationSetCommand } from '@aws-sdk/client-sesv2'
import { afterEach, describe, expect, test } from 'vitest'
import { identitiesOf } from '#adapters/ses/identities.ts'
import { sesMailProvider } from '#adapters/ses/mail-provider.ts'
import { sesClient } from '#adapters/ses/mailer.ts'
import { AwsError } from '#local/aws/aws-error.ts'
import { runningSes, runningSesWithEvents } from '#test/local/aws/ses/running-ses.ts'
import { type AnsweringServer, answeringServer, answerJson } from '#test/support/answering-server.ts'

const ASKING = { sender: 'Care@mail.example.vn', configurationSet: 'care' }
const REGION = { region: 'ap-southeast-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }

let server: AnsweringServer | undefined
afterEach(async () => {
  await server?.stop()
  server = undefined
})

test('the identity of an address is the nearest of itself, its domain and those above it; never a top-level domain', () => {
  expect(identitiesOf('Care@Mail.Example.vn')).toEqual(['care@mail.example.vn', 'mail.example.vn', 'example.vn'])
})

describe('a sender who is well', () => {
  test('is told as such, by the domain above', async () => {
    const { client } = await runningSesWithEvents({ quota: { max24HourSend: 50_000, maxSendRate: 14 } })
    expect(await sesMailProvider({ ...ASKING, client }).examine()).toEqual({
      account: { sendingEnabled: true, production: true, standing: 'healthy', perDay: 50_000, perSecond: 14 },
      identity: { name: 'example.vn', verified: true, signs: true, mailFrom: null },
      configurationSet: { name: 'care', sendingEnabled: true },
    })
  })

  test('by the nearest identity, also where that one lacks its proof, as the provider does', async () => {
    const { ses, client } = await runningSesWithEvents({ quota: { max24HourSend: -1, maxSendRate: -1 } })
    await client.send(new CreateEmailIdentityCommand({ EmailIdentity: 'mail.example.vn' }))
    ses.account.unverified.add('mail.example.vn')
    const { account, identity } = await sesMailProvider({ ...ASKING, client }).examine()
    expect(identity).toMatchObject({ name: 'mail.example.vn', verified: false })
    expect(account).toMatchObject({ perDay: null, perSecond: null })
  })
})

describe('a sender in trouble', () => {
  test('hears everything of it at once', async () => {
    const { ses, client } = await runningSes({ productionAccess: false, verifiedIdentities: [] })
    ses.account.enforcement = 'SHUTDOWN'
    expect(await sesMailProvider({ ...ASKING, client }).examine()).toEqual({
      account: expect.objectContaining({ sendingEnabled: false, production: false, standing: 'suspended' }),
      identity: null,
      configurationSet: null,
    })
  })

  test.each([
    ['REJECT_MESSAGE', 'rejects'],
    ['USE_DEFAULT_VALUE', 'sends-anyway'],
  ] as const)('hears of a MAIL FROM domain without records: %s', async (behaviorOnMxFailure, whenNot) => {
    const { ses, client } = await runningSesWithEvents()
    ses.account.mailFrom.set('example.vn', { domain: 'b.example.vn', status: 'FAILED', behaviorOnMxFailure })
    ses.account.unsigned.add('example.vn')
    ses.account.enforcement = 'PROBATION'
    const { account, identity } = await sesMailProvider({ ...ASKING, client }).examine()
    expect(identity).toMatchObject({ signs: false, mailFrom: { domain: 'b.example.vn', verified: false, whenNot } })
    expect(account).toMatchObject({ standing: 'under-review', sendingEnabled: true })
  })

  test('hears that the configuration set was deleted', async () => {
    const { client } = await runningSesWithEvents()
    await client.send(new DeleteConfigurationSetCommand({ ConfigurationSetName: 'care' }))
    expect((await sesMailProvider({ ...ASKING, client }).examine()).configurationSet).toBeNull()
  })

  test('hears what it may not ask, and the rest all the same', async () => {
    const { ses, client } = await runningSesWithEvents()
    ses.account.refused.set(
      'GetAccount',
      new AwsError({ code: 'AccessDeniedException', status: 403, message: 'no ses:GetAccount' }),
    )
    const { account, identity } = await sesMailProvider({ ...ASKING, client }).examine()
    expect(account).toEqual({ unanswered: 'not-permitted', detail: expect.stringContaining('ses:GetAccount') })
    expect(identity).toMatchObject({ verified: true })
  })
})

test('a question asked too fast is asked again', async () => {
  let asked = 0
  server = await answeringServer((_, response) =>
    ++asked <= 3
      ? answerJson(response, { status: 429, errorType: 'TooManyRequestsException', body: { message: 'Rate exceeded' } })
      : answerJson(response, { status: 200, body: {} }),
  )
  const client = sesClient({ ...REGION, endpoint: server.endpoint })
  const { account } = await sesMailProvider({ ...ASKING, client }).examine()
  expect(account).not.toHaveProperty('unanswered')
})

test('a provider that is away is no permission that is missing', async () => {
  server = await answeringServer(() => undefined)
  const { endpoint } = server
  await server.stop()
  const client = sesClient({ ...REGION, endpoint })
  const { account, identity, configurationSet } = await sesMailProvider({ ...ASKING, client }).examine()
  for (const answer of [account, identity, configurationSet]) expect(answer).toMatchObject({ unanswered: 'no-answer' })
})
