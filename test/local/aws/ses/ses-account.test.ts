import {
  CreateConfigurationSetCommand,
  CreateConfigurationSetEventDestinationCommand,
  CreateEmailIdentityCommand,
  DeleteConfigurationSetCommand,
  type EventDestinationDefinition,
  GetAccountCommand,
  GetConfigurationSetCommand,
  GetEmailIdentityCommand,
} from '@aws-sdk/client-sesv2'
import { describe, expect, test } from 'vitest'
import { AwsError } from '#local/aws/aws-error.ts'
import { type AccountState, accountState } from '#local/aws/ses/account-state.ts'
import { clockAt, refusal, temporaryFolder } from '#test/local/aws/aws-clients.ts'
import { aMail, aMailTo, NOW, runningSes, runningSesWithEvents } from '#test/local/aws/ses/running-ses.ts'

describe('the quotas of the account', () => {
  test('are read from GetAccount with what was sent', async () => {
    const { client, send } = await runningSesWithEvents({ quota: { max24HourSend: 1000, maxSendRate: 14 } })
    await send(aMailTo('a@customer.vn', 'b@customer.vn'))
    expect(await client.send(new GetAccountCommand({}))).toMatchObject({
      ProductionAccessEnabled: true,
      SendingEnabled: true,
      EnforcementStatus: 'HEALTHY',
      SendQuota: { Max24HourSend: 1000, MaxSendRate: 14, SentLast24Hours: 2 },
    })
  })

  test('the rate counts recipients and refills with real time', async () => {
    const time = { ms: 0 }
    const { send } = await runningSesWithEvents({ quota: { max24HourSend: -1, maxSendRate: 2 }, monotonicMs: () => time.ms })
    await send(aMailTo('a@customer.vn', 'b@customer.vn', 'c@customer.vn', 'd@customer.vn'))
    const exceeded = { name: 'TooManyRequestsException', message: 'Maximum sending rate exceeded.' }
    expect(await refusal(send(aMail()))).toEqual(exceeded)
    time.ms = 499
    expect(await refusal(send(aMail()))).toEqual(exceeded)
    time.ms = 500
    await send(aMail())
    expect(await refusal(send(aMail()))).toEqual(exceeded)
  })

  test('a mail to more people than the burst goes when the bucket is full, and is paid for afterwards', async () => {
    const time = { ms: 0 }
    const { send } = await runningSesWithEvents({ quota: { max24HourSend: -1, maxSendRate: 1 }, monotonicMs: () => time.ms })
    await send(aMailTo('a@customer.vn', 'b@customer.vn', 'c@customer.vn', 'd@customer.vn'))
    time.ms = 2_999
    expect(await refusal(send(aMail()))).toMatchObject({ name: 'TooManyRequestsException' })
    time.ms = 3_000
    await send(aMail())
  })

  test('the day rolls with the clock', async () => {
    const clock = clockAt(NOW)
    const { send } = await runningSesWithEvents({ clock, quota: { max24HourSend: 2, maxSendRate: -1 } })
    await send(aMail())
    clock.moveTo('2027-02-06T20:00:00.000Z')
    await send(aMail())
    const exceeded = { name: 'LimitExceededException', message: 'Daily message quota exceeded.' }
    expect(await refusal(send(aMail()))).toEqual(exceeded)
    clock.moveTo('2027-02-07T01:59:59.999Z')
    expect(await refusal(send(aMail()))).toEqual(exceeded)
    clock.moveTo('2027-02-07T02:00:00.000Z')
    await send(aMail())
    expect(await refusal(send(aMail()))).toEqual(exceeded)
  })

  test('the simulator counts against the rate, not against the day', async () => {
    const { client, send } = await runningSesWithEvents({ quota: { max24HourSend: 1, maxSendRate: -1 } })
    await send(aMail())
    await send(aMailTo('success@simulator.amazonses.com'))
    const { SendQuota } = await client.send(new GetAccountCommand({}))
    expect(SendQuota?.SentLast24Hours).toBe(1)
  })

  test('what was sent before a restart still counts', async () => {
    const folder = temporaryFolder()
    const quota = { max24HourSend: 1, maxSendRate: -1 }
    const first = await runningSesWithEvents({ folder, quota })
    await first.send(aMail())
    await first.ses.stop()
    const second = await runningSes({ folder, quota })
    expect(await refusal(second.send(aMail()))).toMatchObject({ name: 'LimitExceededException' })
  })
})

describe('an identity', () => {
  test('is verified by being created, and lets its domain send', async () => {
    const { client, send } = await runningSesWithEvents()
    await client.send(new CreateEmailIdentityCommand({ EmailIdentity: 'other.vn' }))
    expect(await client.send(new GetEmailIdentityCommand({ EmailIdentity: 'other.vn' }))).toMatchObject({
      IdentityType: 'DOMAIN',
      VerifiedForSendingStatus: true,
    })
    await send(aMail({ FromEmailAddress: 'care@other.vn' }))
    expect(await refusal(client.send(new CreateEmailIdentityCommand({ EmailIdentity: 'other.vn' })))).toMatchObject({
      name: 'AlreadyExistsException',
    })
    expect(await refusal(client.send(new GetEmailIdentityCommand({ EmailIdentity: 'third.vn' })))).toMatchObject({
      name: 'NotFoundException',
    })
  })

  test('brings its configuration set to mails that name none', async () => {
    const { client, send, mailbox } = await runningSesWithEvents()
    await client.send(new CreateEmailIdentityCommand({ EmailIdentity: 'other.vn', ConfigurationSetName: 'care' }))
    const { MessageId } = await send(aMail({ FromEmailAddress: 'care@other.vn', ConfigurationSetName: undefined }))
    expect(mailbox.get(MessageId!)?.configurationSet).toBe('care')
  })
})

describe('an account in trouble', () => {
  const own = { EmailIdentity: 'example.vn' }

  test.each<[string, (account: AccountState) => unknown, { name: string; message: RegExp }]>([
    [
      'suspended',
      (account) => Object.assign(account, { enforcement: 'SHUTDOWN' }),
      { name: 'AccountSuspendedException', message: /suspended/ },
    ],
    [
      'paused',
      (account) => Object.assign(account, { sendingEnabled: false }),
      { name: 'SendingPausedException', message: /paused/ },
    ],
    [
      'with an identity that lost its proof',
      (account) => account.unverified.add('example.vn'),
      { name: 'MessageRejected', message: /not verified\. .+ AP-SOUTHEAST-1: care@example\.vn$/ },
    ],
    [
      'with a MAIL FROM domain that must be there and is not',
      (account) =>
        account.mailFrom.set('example.vn', {
          domain: 'bounce.example.vn',
          status: 'FAILED',
          behaviorOnMxFailure: 'REJECT_MESSAGE',
        }),
      { name: 'MailFromDomainNotVerifiedException', message: /bounce\.example\.vn/ },
    ],
    [
      'whose caller may not send',
      (account) =>
        account.refused.set(
          'SendEmail',
          new AwsError({ code: 'AccessDeniedException', status: 403, message: 'User arn:x is not authorized' }),
        ),
      { name: 'AccessDeniedException', message: /not authorized/ },
    ],
  ])('that is %s takes no mail, and takes it again when that is over', async (_, trouble, { name, message }) => {
    const { ses, send } = await runningSesWithEvents()
    trouble(ses.account)
    expect(await refusal(send(aMail()))).toEqual({ name, message: expect.stringMatching(message) })
    Object.assign(ses.account, accountState())
    await send(aMail())
  })

  test('says so when it is asked', async () => {
    const { ses, client } = await runningSes({ productionAccess: false })
    ses.account.enforcement = 'SHUTDOWN'
    ses.account.unverified.add('example.vn')
    ses.account.unsigned.add('example.vn')
    ses.account.mailFrom.set('example.vn', {
      domain: 'b.example.vn',
      status: 'PENDING',
      behaviorOnMxFailure: 'USE_DEFAULT_VALUE',
    })
    expect(await client.send(new GetAccountCommand({}))).toMatchObject({
      ProductionAccessEnabled: false,
      SendingEnabled: false,
      EnforcementStatus: 'SHUTDOWN',
    })
    expect(await client.send(new GetEmailIdentityCommand(own))).toMatchObject({
      VerifiedForSendingStatus: false,
      VerificationStatus: 'FAILED',
      DkimAttributes: { SigningEnabled: false, Status: 'FAILED' },
      MailFromAttributes: { MailFromDomain: 'b.example.vn', MailFromDomainStatus: 'PENDING' },
    })
  })

  test('sends all the same while its MAIL FROM domain may be replaced by the provider’s', async () => {
    const { ses, send } = await runningSesWithEvents()
    ses.account.mailFrom.set('example.vn', { domain: 'b.example.vn', status: 'FAILED', behaviorOnMxFailure: 'USE_DEFAULT_VALUE' })
    await send(aMail())
  })
})

describe('a configuration set', () => {
  const bus = { EventBusArn: 'arn:aws:events:ap-southeast-1:000000000000:event-bus/default' }

  test('is made once, read and deleted', async () => {
    const { client } = await runningSes()
    await client.send(
      new CreateConfigurationSetCommand({ ConfigurationSetName: 'care', SendingOptions: { SendingEnabled: false } }),
    )
    expect(await client.send(new GetConfigurationSetCommand({ ConfigurationSetName: 'care' }))).toMatchObject({
      ConfigurationSetName: 'care',
      SendingOptions: { SendingEnabled: false },
    })
    expect(await refusal(client.send(new CreateConfigurationSetCommand({ ConfigurationSetName: 'care' })))).toMatchObject({
      name: 'AlreadyExistsException',
    })
    await client.send(new DeleteConfigurationSetCommand({ ConfigurationSetName: 'care' }))
    expect(await refusal(client.send(new GetConfigurationSetCommand({ ConfigurationSetName: 'care' })))).toMatchObject({
      name: 'NotFoundException',
    })
    expect(await refusal(client.send(new CreateConfigurationSetCommand({ ConfigurationSetName: 'a b' })))).toMatchObject({
      name: 'BadRequestException',
    })
  })

  test('can be paused', async () => {
    const { client, send } = await runningSes()
    await client.send(
      new CreateConfigurationSetCommand({ ConfigurationSetName: 'care', SendingOptions: { SendingEnabled: false } }),
    )
    expect(await refusal(send(aMail()))).toMatchObject({ name: 'SendingPausedException' })
  })

  test.each<[string, EventDestinationDefinition, string]>([
    ['no event type', { Enabled: true, MatchingEventTypes: [], EventBridgeDestination: bus }, 'BadRequestException'],
    ['an unknown event type', { MatchingEventTypes: ['WISH' as 'SEND'], EventBridgeDestination: bus }, 'BadRequestException'],
    ['no destination', { MatchingEventTypes: ['SEND'] }, 'BadRequestException'],
    [
      'two destinations',
      { MatchingEventTypes: ['SEND'], EventBridgeDestination: bus, SnsDestination: { TopicArn: 'arn' } },
      'BadRequestException',
    ],
    [
      'another bus',
      {
        MatchingEventTypes: ['SEND'],
        EventBridgeDestination: { EventBusArn: 'arn:aws:events:ap-southeast-1:000000000000:event-bus/own' },
      },
      'BadRequestException',
    ],
  ])('refuses an event destination with %s', async (_, EventDestination, name) => {
    const { client } = await runningSesWithEvents()
    const command = new CreateConfigurationSetEventDestinationCommand({
      ConfigurationSetName: 'care',
      EventDestinationName: 'second',
      EventDestination,
    })
    expect(await refusal(client.send(command))).toMatchObject({ name })
  })

  test('has at most ten event destinations, each name once', async () => {
    const { client } = await runningSesWithEvents()
    const add = (EventDestinationName: string) =>
      client.send(
        new CreateConfigurationSetEventDestinationCommand({
          ConfigurationSetName: 'care',
          EventDestinationName,
          EventDestination: { Enabled: true, MatchingEventTypes: ['BOUNCE'], EventBridgeDestination: bus },
        }),
      )
    expect(await refusal(add('bus'))).toMatchObject({ name: 'AlreadyExistsException' })
    for (let number = 2; number <= 10; number += 1) await add(`bus-${number}`)
    expect(await refusal(add('bus-11'))).toMatchObject({ name: 'LimitExceededException' })
  })
})
