import type { ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import { afterEach, expect, test } from 'vitest'
import { sesClient, sesMailer } from '#adapters/ses/mailer.ts'
import { mailResultOf } from '#adapters/ses/send-failure.ts'
import type { DispatchResult, Mail } from '#app/ports/sending.ts'
import { SENDER_FAULTS, type SenderFault } from '#core/planning/sending-stop.ts'
import { type AnsweringServer, answeringServer, answerJson } from '#test/support/answering-server.ts'

const MAIL: Mail = {
  to: 'anh@example.com',
  subject: 'Chúc mừng sinh nhật, chị Ánh!',
  html: '<p>Chúc chị…</p>',
  text: 'Chúc chị…',
  headers: { 'List-Unsubscribe': '<https://care.example.com/u/abc>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  replyTo: 'hoi@example.com',
  campaignId: 'birthday',
  occurrenceId: 'birthday_2027-02-06',
  customerId: 'c.001',
}

let server: AnsweringServer | undefined
afterEach(async () => {
  await server?.stop()
  server = undefined
})

const REGION = { region: 'ap-southeast-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }

function mailerAt(endpoint: string, answerMs = 5_000) {
  const client = sesClient({ ...REGION, endpoint, answerMs })
  return sesMailer({ client, from: { name: 'Thăm Hỏi', address: 'care@example.com' }, configurationSet: 'care-events' })
}

async function sendAnswered(answer: (response: ServerResponse) => void, answerMs?: number): Promise<DispatchResult> {
  server = await answeringServer((_, response) => answer(response))
  const result = await mailerAt(server.endpoint, answerMs).send(MAIL)
  expect(server.asked).toHaveLength(1)
  return result
}

test('a mail to staff goes out with its attachments, and without tags: no event about it is about a customer', async () => {
  server = await answeringServer((_, response) => answerJson(response, { status: 200, body: { MessageId: '0100-02' } }))
  const { campaignId: _campaign, occurrenceId: _occurrence, customerId: _customer, ...content } = MAIL
  const bytes = new TextEncoder().encode('\ufeffHọ tên\r\n')
  const attachments = [{ fileName: 'goi.csv', contentType: 'text/csv; charset=utf-8', bytes }]
  const result = await mailerAt(server.endpoint).sendToStaff({ ...content, attachments })
  expect(result).toEqual({ accepted: '0100-02' })
  const { body } = server.asked[0] ?? {}
  expect(body).toMatchObject({
    Destination: { ToAddresses: ['anh@example.com'] },
    Content: {
      Simple: {
        Attachments: [
          {
            FileName: 'goi.csv',
            ContentType: 'text/csv; charset=utf-8',
            ContentDisposition: 'ATTACHMENT',
            ContentTransferEncoding: 'BASE64',
            RawContent: Buffer.from(bytes).toString('base64'),
          },
        ],
      },
    },
  })
  expect(body).not.toHaveProperty('EmailTags')
})

test('a mail goes out with its texts, headers and tags, from the named sender, under the configuration set', async () => {
  expect(await sendAnswered((response) => answerJson(response, { status: 200, body: { MessageId: '0100-01' } }))).toEqual({
    accepted: '0100-01',
  })
  expect(server?.asked[0]).toEqual({
    method: 'POST',
    path: '/v2/email/outbound-emails',
    body: {
      FromEmailAddress: '=?UTF-8?B?VGjEg20gSOG7j2k=?= <care@example.com>',
      ConfigurationSetName: 'care-events',
      Destination: { ToAddresses: ['anh@example.com'] },
      ReplyToAddresses: ['hoi@example.com'],
      Content: {
        Simple: {
          Subject: { Data: MAIL.subject, Charset: 'UTF-8' },
          Body: { Html: { Data: MAIL.html, Charset: 'UTF-8' }, Text: { Data: MAIL.text, Charset: 'UTF-8' } },
          Headers: [
            { Name: 'List-Unsubscribe', Value: '<https://care.example.com/u/abc>' },
            { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
          ],
        },
      },
      EmailTags: [
        { Name: 'campaign', Value: 'YmlydGhkYXk' },
        { Name: 'occurrence', Value: 'YmlydGhkYXlfMjAyNy0wMi0wNg' },
        { Name: 'customer', Value: 'Yy4wMDE' },
      ],
    },
  })
})

test('without a reply address none is named', async () => {
  server = await answeringServer((_, response) => answerJson(response, { status: 200, body: { MessageId: '0100-02' } }))
  await mailerAt(server.endpoint).send({ ...MAIL, replyTo: null })
  expect(server.asked[0]?.body).not.toHaveProperty('ReplyToAddresses')
})

type Sorted = 'refused' | 'unknown' | 'throttled' | 'daily-quota' | 'transient' | SenderFault
const FAILED = 'The following identities failed the check in region AP-SOUTHEAST-1:'
const NO_PERMISSION = 'User `arn:aws:sts::1:assumed-role/x/y` is not authorized to perform `ses:SendEmail` on resource'

test.each<[number, string, string, Sorted]>([
  [429, 'TooManyRequestsException', 'Maximum sending rate exceeded.', 'throttled'],
  [429, 'TooManyRequestsException', 'Too many requests', 'throttled'],
  [429, 'TooManyRequestsException', 'Daily message quota exceeded.', 'daily-quota'],
  [400, 'ThrottlingException', 'Rate exceeded', 'throttled'],
  [400, 'Throttling', 'Maximum sending rate exceeded.', 'throttled'],
  [400, 'LimitExceededException', 'Daily message quota exceeded.', 'daily-quota'],
  [400, 'LimitExceededException', 'limit', 'transient'],
  [400, 'LimitExceededException', 'Maximum sending rate exceeded.', 'throttled'],
  [503, 'ServiceUnavailableException', 'try later', 'transient'],
  [500, 'InternalServiceErrorException', 'oops', 'unknown'],
  [500, 'InternalServiceErrorException', 'Sending paused for this account.', 'unknown'],
  [502, 'BadGateway', 'oops', 'unknown'],
  [504, 'GatewayTimeout', 'oops', 'unknown'],
  // This person's.
  [400, 'MessageRejected', `Email address is not verified. ${FAILED} anh@example.com`, 'refused'],
  [400, 'MessageRejected', `Email address is not verified. ${FAILED} Ánh <ANH@example.com>`, 'refused'],
  [400, 'MessageRejected', 'Message contains a virus.', 'refused'],
  [400, 'BadRequestException', 'Invalid header', 'refused'],
  [400, 'BadRequestException', "Missing final '@domain'", 'refused'],
  [400, 'BadRequestException', 'Domain contains illegal character', 'refused'],
  [400, 'BadRequestException', 'Illegal address: anh@example.com', 'refused'],
  [400, 'BadRequestException', 'Illegal address: from.sender.suspended@paused-account.vn', 'refused'],
  [400, 'ValidationException', '1 validation error detected', 'refused'],
  [413, 'RequestEntityTooLargeException', 'Request too large', 'refused'],
  [403, 'AccessDeniedException', `${NO_PERMISSION} \`arn:aws:ses:x:1:identity/anh@example.com'`, 'refused'],
  // The sender's own.
  [400, 'AccountSuspendedException', 'suspended', 'account-suspended'],
  [400, 'MessageRejected', 'Sending suspended for this account. For more information, …', 'account-suspended'],
  [400, 'SendingPausedException', 'paused', 'sending-paused'],
  [400, 'AccountSendingPausedException', 'no', 'sending-paused'],
  [400, 'ConfigurationSetSendingPausedException', 'no', 'sending-paused'],
  [400, 'MessageRejected', 'Sending paused for this account. For more information, please check the inbox …', 'sending-paused'],
  [400, 'BadRequestException', 'Email sending has been disabled for your account', 'sending-paused'],
  [400, 'MessageRejected', 'Email address is not verified.', 'identity-not-verified'],
  [400, 'MessageRejected', `Email address is not verified. ${FAILED} care@example.com`, 'identity-not-verified'],
  [400, 'MessageRejected', `Email address is not verified. ${FAILED} Thăm Hỏi <CARE@example.com>`, 'identity-not-verified'],
  [400, 'MessageRejected', `Email address is not verified. ${FAILED} anh@example.com, care@example.com`, 'identity-not-verified'],
  [400, 'MessageRejected', `Email address is not verified. ${FAILED} anh@example.com...`, 'identity-not-verified'],
  [400, 'MessageRejected', `Email address is not verified. ${FAILED} example.com`, 'identity-not-verified'],
  [400, 'MessageRejected', `Email address is not verified. ${FAILED} bounces@other.example.net`, 'identity-not-verified'],
  [400, 'MailFromDomainNotVerifiedException', 'MX', 'mail-from-not-verified'],
  [400, 'MessageRejected', 'The MAIL FROM domain bounce.example.com is not verified.', 'mail-from-not-verified'],
  [404, 'NotFoundException', 'Configuration set <care-events> does not exist.', 'configuration-set-gone'],
  [400, 'ConfigurationSetDoesNotExistException', 'care-events', 'configuration-set-gone'],
  [400, 'BadRequestException', 'Configuration set <care-events> does not exist.', 'configuration-set-gone'],
  [403, 'AccessDeniedException', 'not authorized', 'permission-missing'],
  [403, 'AccessDenied', `${NO_PERMISSION} \`arn:aws:ses:x:1:identity/example.com'`, 'permission-missing'],
  [403, 'AccessDeniedException', `${NO_PERMISSION} \`arn:aws:ses:x:1:configuration-set/care-events'`, 'permission-missing'],
  [403, 'AccessDeniedException', `${NO_PERMISSION} \`arn:aws:ses:x:1:identity/care@example.com'`, 'permission-missing'],
  [403, 'OptInRequired', 'The AWS Access Key Id needs a subscription for the service', 'permission-missing'],
  [403, 'SomethingNewException', 'no', 'permission-missing'],
  [401, 'Unauthorized', 'no', 'permission-missing'],
  [403, 'ExpiredTokenException', 'expired', 'credentials'],
  [400, 'ExpiredToken', 'The security token included in the request is expired', 'credentials'],
  [403, 'UnrecognizedClientException', 'The security token included in the request is invalid.', 'credentials'],
  [403, 'InvalidClientTokenId', 'The security token included in the request is invalid', 'credentials'],
  [403, 'SignatureDoesNotMatch', 'The request signature we calculated does not match', 'credentials'],
  [403, 'InvalidSignatureException', 'Signature expired', 'credentials'],
  [400, 'BadRequestException', "Missing required header 'From'.", 'request-refused'],
  [400, 'BadRequestException', 'Invalid FromEmailAddress', 'request-refused'],
  [400, 'BadRequestException', 'Illegal address: care@example.com', 'request-refused'],
])('%i %s "%s" is sorted as %s', async (status, errorType, message, sorted) => {
  const result = await sendAnswered((response) => answerJson(response, { status, errorType, body: { message } }))
  const detail = expect.stringContaining(errorType)
  const stopped = SENDER_FAULTS.find((fault) => fault === sorted)
  const expected =
    sorted === 'refused' || sorted === 'unknown' ? { [sorted]: detail } : stopped ? { stopped, detail } : { busy: sorted, detail }
  expect(result).toEqual(expected)
  expect(JSON.stringify(result)).not.toMatch(/anh@|care@/i)
})

test('an address that SES quotes is kept out of the reason', async () => {
  const message =
    'Email address is not verified. The following identities failed the check in region AP-SOUTHEAST-1: anh@example.com'
  const result = await sendAnswered((response) =>
    answerJson(response, { status: 400, errorType: 'MessageRejected', body: { message } }),
  )
  expect(JSON.stringify(result)).toContain('failed the check')
  expect(JSON.stringify(result)).not.toContain('anh@')
})

test.each<[string, (response: ServerResponse) => void]>([
  ['no answer comes in time', () => undefined],
  ['the connection breaks after the request was read', (response) => response.destroy()],
  [
    'the answer breaks off',
    (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
      response.write('{"Mess')
      setTimeout(() => response.destroy(), 20)
    },
  ],
  ['the answer is not from SES', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')],
  ['the answer has no message id', (response) => answerJson(response, { status: 200, body: {} })],
])('when %s nobody knows, and it is not tried again', async (_, answer) => {
  expect(await sendAnswered(answer, 300)).toEqual({ unknown: expect.any(String) })
})

test('a refused connection and a name that does not resolve never sent anything', async () => {
  server = await answeringServer(() => undefined)
  const { endpoint } = server
  await server.stop()
  expect(await mailerAt(endpoint).send(MAIL)).toEqual({ busy: 'transient', detail: expect.stringContaining('ECONNREFUSED') })
  expect(await mailerAt('http://ses.invalid').send(MAIL)).toEqual({ busy: 'transient', detail: expect.any(String) })
})

test('a connection is used again at once, but not after it has idled', async () => {
  server = await answeringServer((_, response) => answerJson(response, { status: 200, body: { MessageId: '0100-03' } }))
  const client = sesClient({ ...REGION, endpoint: server.endpoint, idleMs: 60 })
  const mailer = sesMailer({ client, from: { name: '', address: 'care@example.com' }, configurationSet: 'care-events' })
  await mailer.send(MAIL)
  await mailer.send(MAIL)
  expect(server.connections()).toBe(1)
  await pause(300)
  await mailer.send(MAIL)
  expect(server.connections()).toBe(2)
})

test('an answer that takes longer than a connection may idle is waited for', async () => {
  server = await answeringServer(async (_, response) => {
    await pause(200)
    answerJson(response, { status: 200, body: { MessageId: '0100-04' } })
  })
  const client = sesClient({ ...REGION, endpoint: server.endpoint, idleMs: 50 })
  const mailer = sesMailer({ client, from: { name: '', address: 'care@example.com' }, configurationSet: 'care-events' })
  expect(await mailer.send(MAIL)).toEqual({ accepted: '0100-04' })
})

test('a client that would repeat a send is refused before the first mail', async () => {
  const client = new SESv2Client({ ...REGION, maxAttempts: 3 })
  const mailer = sesMailer({ client, from: { name: '', address: 'care@example.com' }, configurationSet: 'care-events' })
  await expect(mailer.send(MAIL)).rejects.toThrow('3 times')
  expect(await sesClient({ ...REGION, maxAttempts: 5 }).config.maxAttempts()).toBe(1)
})

test.each<[string, unknown, 'unknown' | 'busy' | 'stopped']>([
  ['something that is no error', 'boom', 'unknown'],
  ['an error nobody has heard of', new Error('boom'), 'unknown'],
  [
    'a connection that was never made in time',
    new Error('the request socket did not establish a connection with the server'),
    'busy',
  ],
  [
    'a handshake that broke',
    new Error('Client network socket disconnected before secure TLS connection was established'),
    'busy',
  ],
  ['a reset', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' }), 'unknown'],
  [
    'two addresses, both refused',
    new AggregateError([
      Object.assign(new Error('a'), { syscall: 'connect' }),
      Object.assign(new Error('b'), { syscall: 'connect' }),
    ]),
    'busy',
  ],
  [
    'two addresses, one of them reached',
    new AggregateError([Object.assign(new Error('a'), { syscall: 'connect' }), new Error('b')]),
    'unknown',
  ],
  ['no credentials', Object.assign(new Error('Could not load credentials'), { name: 'CredentialsProviderError' }), 'stopped'],
])('%s is sorted as %s', (_, error, sorted) => {
  expect(Object.keys(mailResultOf(error))[0]).toBe(sorted)
})
