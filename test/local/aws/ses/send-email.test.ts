import type { SendEmailCommandInput } from '@aws-sdk/client-sesv2'
import { describe, expect, test } from 'vitest'
import { refusal, temporaryFolder } from '#test/local/aws/aws-clients.ts'
import { aMail, aMailTo, NOW, runningSes, runningSesWithEvents, SENDER } from '#test/local/aws/ses/running-ses.ts'

type Simple = NonNullable<NonNullable<SendEmailCommandInput['Content']>['Simple']>

const withSimple = (changes: Partial<Simple>): SendEmailCommandInput => ({
  ...aMail(),
  Content: { Simple: { ...aMail().Content!.Simple!, ...changes } },
})

const header = (Name: string, Value: string) => withSimple({ Headers: [{ Name, Value }] })
const tag = (Name: string, Value: string) => aMail({ EmailTags: [{ Name, Value }] })

describe('an accepted mail', () => {
  test('is in the mailbox whole: bodies, headers, tags, configuration set, instant', async () => {
    const { send, mailbox } = await runningSesWithEvents()
    const { MessageId } = await send(aMail({ ReplyToAddresses: ['reply+token@example.vn'] }))
    expect(mailbox.get(MessageId!)).toEqual({
      messageId: MessageId,
      at: NOW,
      from: SENDER,
      to: ['lan@customer.vn'],
      cc: [],
      bcc: [],
      replyTo: ['reply+token@example.vn'],
      subject: 'Chúc mừng năm mới',
      html: '<p>Chào chị Lan</p>',
      text: 'Chào chị Lan',
      headers: [{ name: 'List-Unsubscribe', value: '<https://example.vn/u/abc>' }],
      attachments: [],
      tags: [
        { name: 'campaign', value: 'tet' },
        { name: 'customer', value: 'c-1' },
      ],
      configurationSet: 'care',
      recipients: [{ address: 'lan@customer.vn', kind: 'to', state: 'accepted' }],
    })
  })

  test('keeps its attachments', async () => {
    const { send, mailbox } = await runningSesWithEvents()
    const Attachments = [{ FileName: 'calls.csv', ContentType: 'text/csv', RawContent: Buffer.from('a,b') }]
    const { MessageId } = await send(withSimple({ Attachments }))
    const [attachment] = mailbox.get(MessageId!)!.attachments
    expect(attachment).toMatchObject({ fileName: 'calls.csv', contentType: 'text/csv' })
    expect(Buffer.from(attachment!.contentBase64, 'base64').toString()).toBe('a,b')
  })

  test('may be raw MIME: its parts, addresses and tags are read', async () => {
    const { send, mailbox } = await runningSesWithEvents()
    const raw = [
      'From: care@example.vn',
      'To: "Nguyen, Lan" <lan@customer.vn>, minh@customer.vn',
      'Subject: =?UTF-8?B?Q2jDumMgbeG7q25n?= =?UTF-8?Q?_n=C4=83m_m=E1=BB=9Bi?=',
      'X-SES-CONFIGURATION-SET: care',
      'X-SES-MESSAGE-TAGS: campaign=tet, customer=c-1',
      'X-Long: one',
      '  two',
      'Content-Type: multipart/mixed; boundary="outer"',
      '',
      '--outer',
      'Content-Type: multipart/alternative; boundary=inner',
      '',
      '--inner',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Ch=C3=A0o ch=E1=BB=8B =',
      'Lan',
      '--inner',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('<p>Chào</p>').toString('base64'),
      '--inner--',
      '--outer',
      'Content-Type: text/csv; name=calls.csv',
      'Content-Disposition: attachment; filename="calls.csv"',
      '',
      'a,b',
      '--outer--',
      '',
    ].join('\r\n')
    const { MessageId } = await send({ Content: { Raw: { Data: Buffer.from(raw) } } })
    expect(mailbox.get(MessageId!)).toMatchObject({
      to: ['lan@customer.vn', 'minh@customer.vn'],
      subject: 'Chúc mừng năm mới',
      text: 'Chào chị Lan',
      html: '<p>Chào</p>',
      configurationSet: 'care',
      tags: [
        { name: 'campaign', value: 'tet' },
        { name: 'customer', value: 'c-1' },
      ],
      attachments: [{ fileName: 'calls.csv', contentType: 'text/csv' }],
    })
    expect(mailbox.get(MessageId!)!.headers).toContainEqual({ name: 'X-Long', value: 'one two' })
  })

  test('may go to 50 people', async () => {
    const { send, mailbox } = await runningSesWithEvents()
    const { MessageId } = await send(aMailTo(...Array.from({ length: 50 }, (_, index) => `c${index}@customer.vn`)))
    expect(mailbox.get(MessageId!)!.recipients).toHaveLength(50)
  })

  test('may come from a subdomain of a verified domain', async () => {
    const { send, mailbox } = await runningSesWithEvents()
    await send(aMail({ FromEmailAddress: 'care@mail.example.vn' }))
    expect(mailbox.count()).toBe(1)
  })
})

describe('the mailbox', () => {
  test('lists the newest first, page by page', async () => {
    const { send, mailbox } = await runningSesWithEvents()
    for (const address of ['a@customer.vn', 'b@customer.vn', 'c@customer.vn']) await send(aMailTo(address))
    const first = mailbox.list({ limit: 2 })
    expect(first.messages.map(({ to }) => to)).toEqual([['c@customer.vn'], ['b@customer.vn']])
    const second = mailbox.list({ limit: 2, after: first.next! })
    expect(second.messages.map(({ to }) => to)).toEqual([['a@customer.vn']])
    expect([second.next, mailbox.count()]).toEqual([null, 3])
  })

  test('lists only what came after a mail, page by page', async () => {
    const { send, mailbox } = await runningSesWithEvents()
    const ids: string[] = []
    for (const address of ['a@customer.vn', 'b@customer.vn', 'c@customer.vn']) ids.push((await send(aMailTo(address))).MessageId!)
    const first = mailbox.list({ newerThan: ids[0], limit: 1 })
    const second = mailbox.list({ newerThan: ids[0], limit: 1, after: first.next! })
    expect([...first.messages, ...second.messages].map(({ to }) => to)).toEqual([['c@customer.vn'], ['b@customer.vn']])
    expect(second.next).toBeNull()
    expect(mailbox.list({ newerThan: ids[2], limit: 1 }).messages).toEqual([])
    expect(mailbox.list({ newerThan: 'unknown', limit: 5 }).messages).toHaveLength(3)
  })

  test('is searched by subject, text and tag in any case, and by recipient', async () => {
    const { send, mailbox } = await runningSesWithEvents()
    await send(aMail())
    await send(
      aMail({
        Destination: { ToAddresses: ['minh@customer.vn'], CcAddresses: ['Lan@Customer.vn'] },
        EmailTags: [{ Name: 'campaign', Value: 'birthday' }],
      }),
    )
    const found = (query: { search?: string; to?: string }) => mailbox.list({ limit: 10, ...query }).messages.length
    expect(found({ search: 'CHÚC MỪNG' })).toBe(2)
    expect(found({ search: 'birthday' })).toBe(1)
    expect(found({ search: 'nothing like it' })).toBe(0)
    expect(found({ to: 'minh@customer.vn' })).toBe(1)
    expect(found({ to: 'lan@customer.vn' })).toBe(2)
  })

  test('outlives a restart of the endpoint', async () => {
    const folder = temporaryFolder()
    const first = await runningSesWithEvents({ folder })
    const { MessageId } = await first.send(aMail())
    const before = first.mailbox.get(MessageId!)
    await first.ses.stop()
    const second = await runningSes({ folder })
    expect(second.mailbox.get(MessageId!)).toEqual(before)
    await second.send(aMail())
    expect(second.mailbox.count()).toBe(2)
  })
})

describe('a mail SES cannot take', () => {
  const tooMany = Array.from({ length: 51 }, (_, index) => `c${index}@customer.vn`)

  test.each<[string, SendEmailCommandInput, string, string]>([
    ['51 people', aMailTo(...tooMany), 'BadRequestException', 'Recipient count exceeds 50.'],
    [
      '51 people over the three lists',
      aMail({
        Destination: { ToAddresses: tooMany.slice(0, 17), CcAddresses: tooMany.slice(0, 17), BccAddresses: tooMany.slice(0, 17) },
      }),
      'BadRequestException',
      'Recipient count exceeds 50.',
    ],
    ['nobody', aMail({ Destination: {} }), 'BadRequestException', 'At least one destination'],
    [
      'a local part that is not ASCII',
      aMailTo('chị.lan@customer.vn'),
      'BadRequestException',
      'Local address contains control or whitespace',
    ],
    ['an address without a domain', aMailTo('lan'), 'BadRequestException', "Missing final '@domain'"],
    ['an address without a local part', aMailTo('@customer.vn'), 'BadRequestException', 'Missing local part'],
    ['a domain with a space', aMailTo('lan@custo mer.vn'), 'BadRequestException', 'Domain contains illegal character'],
    ['a domain without a dot', aMailTo('lan@localhost'), 'BadRequestException', 'Domain contains illegal character'],
    ['two dots in a row', aMailTo('lan..le@customer.vn'), 'BadRequestException', 'Illegal address'],
    ['a line break in an address', aMailTo('Lan\r\nBcc: x@y.vn <lan@customer.vn>'), 'BadRequestException', 'illegal characters'],
    ['no sender', aMail({ FromEmailAddress: undefined }), 'BadRequestException', "Missing required header 'From'."],
    [
      'a sender nobody verified',
      aMail({ FromEmailAddress: 'x@other.vn' }),
      'MessageRejected',
      'Email address is not verified. The following identities failed the check in region AP-SOUTHEAST-1: x@other.vn',
    ],
    [
      'an unknown configuration set',
      aMail({ ConfigurationSetName: 'nope' }),
      'NotFoundException',
      'Configuration set <nope> does not exist.',
    ],
    ['an empty subject', withSimple({ Subject: { Data: '' } }), 'BadRequestException', "Empty required header 'Subject'."],
    ['a line break in the subject', withSimple({ Subject: { Data: 'a\r\nBcc: x@y.vn' } }), 'BadRequestException', 'line break'],
    ['no body', withSimple({ Body: {} }), 'BadRequestException', 'Missing required field'],
    [
      'a header value that is not ASCII',
      header('X-Name', 'Lân'),
      'BadRequestException',
      'Member must satisfy regular expression pattern',
    ],
    [
      'a header value with a line break',
      header('X-Name', 'a\r\nBcc: b@c.vn'),
      'BadRequestException',
      'Member must satisfy regular expression pattern',
    ],
    ['a header value of 996 characters', header('X', 'v'.repeat(996)), 'BadRequestException', 'length less than or equal to 995'],
    ['a header of 997 characters with its name', header('X-N', 'v'.repeat(994)), 'BadRequestException', 'longer than 996'],
    ['a header name with a colon', header('X:Name', 'a'), 'BadRequestException', 'regular expression pattern: ^[!-9;-@A-~]+$'],
    ['a header name of 127 characters', header('X'.repeat(127), 'a'), 'BadRequestException', 'length less than or equal to 126'],
    ['a header that SES writes itself', header('Subject', 'a'), 'BadRequestException', 'Header <Subject> is not allowed'],
    [
      '16 headers',
      withSimple({ Headers: Array.from({ length: 16 }, (_, index) => ({ Name: `X-${index}`, Value: 'a' })) }),
      'BadRequestException',
      "at 'content.simple.headers' failed to satisfy constraint: Member must have length less than or equal to 15",
    ],
    ['a tag value with a space', tag('campaign', 'tet 2027'), 'BadRequestException', 'Invalid tag value <tet 2027>'],
    ['a tag value in Vietnamese', tag('campaign', 'tết'), 'BadRequestException', 'Invalid tag value'],
    ['a tag name with a colon', tag('ses:mine', 'a'), 'BadRequestException', 'Invalid tag name <ses:mine>'],
    ['a tag value of 257 characters', tag('campaign', 'x'.repeat(257)), 'BadRequestException', 'no more than 256'],
    ['an empty tag value', tag('campaign', ''), 'BadRequestException', 'The tag value must be specified.'],
    [
      'a stored template that is not there',
      { ...aMail(), Content: { Template: { TemplateName: 'tet', TemplateData: '{}' } } },
      'NotFoundException',
      'Template tet does not exist.',
    ],
    ['no content at all', { ...aMail(), Content: {} }, 'BadRequestException', 'Exactly one of'],
    [
      'more than 40 MB',
      withSimple({ Body: { Text: { Data: 'x'.repeat(41_943_041) } } }),
      'MessageRejected',
      'Message length is more than 41943040 bytes long',
    ],
  ])('to or with %s is refused and not kept', async (_, input, name, message) => {
    const { send, mailbox } = await runningSesWithEvents()
    const refused = await refusal(send(input))
    expect(refused.name).toBe(name)
    expect(refused.message).toContain(message)
    expect(mailbox.count()).toBe(0)
  })

  test('a header of 996 characters with its name, and a tag of 256, are just allowed', async () => {
    const { send, mailbox } = await runningSesWithEvents()
    await send({ ...header('XY', 'v'.repeat(994)), EmailTags: [{ Name: 'x'.repeat(256), Value: 'y'.repeat(256) }] })
    expect(mailbox.count()).toBe(1)
  })

  test('in a sandbox account only verified addresses and the simulator can be written to', async () => {
    const { send } = await runningSesWithEvents({
      productionAccess: false,
      verifiedIdentities: ['example.vn', 'lan@customer.vn'],
    })
    await send(aMailTo('lan@customer.vn', 'success@simulator.amazonses.com'))
    expect(await refusal(send(aMailTo('minh@customer.vn')))).toMatchObject({ name: 'MessageRejected' })
  })

  test('while sending is paused nothing is taken', async () => {
    const { send } = await runningSesWithEvents({ sendingEnabled: false })
    expect(await refusal(send(aMail()))).toMatchObject({ name: 'SendingPausedException' })
  })
})

test('an operation that is not there answers as AWS does', async () => {
  const { ses } = await runningSes()
  const answer = await fetch(`${ses.endpoint}/v2/email/outbound-bulk-emails`, { method: 'POST', body: '{}' })
  expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([404, 'UnknownOperationException'])
})
