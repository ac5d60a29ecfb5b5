/** The input of SendEmail, checked by the rules of SES's guide and read into one plain message. */
import type { z } from 'zod'
import { readAwsInput } from '#local/aws/aws-input.ts'
import { type EmailAddress, parseEmailAddress } from '#local/aws/ses/email-address.ts'
import { type Attachment, type MailHeader, parseRawMessage } from '#local/aws/ses/raw-message.ts'
import { type SendEmailInput, SendEmailSchema, type TagSchema } from '#local/aws/ses/send-email-schema.ts'
import { badRequest, messageRejected, notFound } from '#local/aws/ses/ses-error.ts'

export interface Recipient {
  readonly address: string
  readonly domain: string
  readonly kind: 'to' | 'cc' | 'bcc'
}

export interface MailTag {
  readonly name: string
  readonly value: string
}

/** A mail as the caller passed it, in any of the content forms. */
export interface MailToSend {
  readonly from: string
  readonly sender: EmailAddress
  readonly recipients: readonly Recipient[]
  readonly replyTo: readonly string[]
  readonly subject: string
  readonly html: string | null
  readonly text: string | null
  readonly headers: readonly MailHeader[]
  readonly attachments: readonly Attachment[]
  readonly tags: readonly MailTag[]
  readonly configurationSet: string | null
}

const MAX_RECIPIENTS = 50
const MAX_MESSAGE_BYTES = 40 * 1024 * 1024
/** SES writes these itself. */
const OWN_HEADERS = new Set(
  'bcc cc content-disposition content-transfer-encoding content-type date from message-id mime-version reply-to return-path sender subject to'.split(
    ' ',
  ),
)

export function readSendEmail(raw: unknown): MailToSend {
  const input = readAwsInput(raw, { schema: SendEmailSchema, refuse: badRequest })
  refuseWhatIsNotHere(input)
  const { Simple, Raw } = input.Content
  const tags = input.EmailTags.map(readTag)
  const replyTo = input.ReplyToAddresses.map((text) => parseEmailAddress(text) && text)
  const envelope = { tags, configurationSet: input.ConfigurationSetName ?? null }
  if (Simple !== undefined && Raw === undefined) {
    return {
      ...envelope,
      ...senderOf(input.FromEmailAddress),
      replyTo,
      recipients: recipientsOf(input),
      ...simpleContent(Simple),
    }
  }
  if (Raw !== undefined && Simple === undefined)
    return rawMail(input, { ...envelope, replyTo, bytes: Buffer.from(Raw.Data, 'base64') })
  throw badRequest('Exactly one of Simple, Raw and Template content must be given.')
}

function refuseWhatIsNotHere({ Content: { Template }, ListManagementOptions, TenantName }: SendEmailInput): void {
  if (Template?.TemplateName !== undefined) throw notFound(`Template ${Template.TemplateName} does not exist.`)
  if (Template?.TemplateArn !== undefined) throw notFound(`Template ${Template.TemplateArn} does not exist.`)
  if (Template !== undefined) throw badRequest('Inline template content is not available at this endpoint.')
  if (ListManagementOptions !== undefined)
    throw notFound(`List with name: ${ListManagementOptions.ContactListName} doesn't exist.`)
  if (TenantName !== undefined) throw notFound(`Tenant <${TenantName}> does not exist.`)
}

function simpleContent({ Subject, Body, Headers = [], Attachments = [] }: NonNullable<SendEmailInput['Content']['Simple']>) {
  if (Subject.Data === '') throw badRequest("Empty required header 'Subject'.")
  if (/[\r\n]/.test(Subject.Data)) throw badRequest("Header 'Subject' contains a line break.")
  if (Body.Text === undefined && Body.Html === undefined)
    throw badRequest('Missing required field: Content.Simple.Body needs Text or Html.')
  const content = {
    subject: Subject.Data,
    html: Body.Html?.Data ?? null,
    text: Body.Text?.Data ?? null,
    headers: Headers.map(({ Name, Value }) => ({ name: Name, value: Value })),
    attachments: Attachments.map(({ FileName, ContentType, RawContent }) => ({
      fileName: FileName,
      contentType: ContentType ?? 'application/octet-stream',
      contentBase64: RawContent,
    })),
  }
  for (const { name, value } of content.headers) {
    if (OWN_HEADERS.has(name.toLowerCase())) throw badRequest(`Header <${name}> is not allowed in Headers.`)
    if (name.length + value.length > 996) throw badRequest(`Header <${name}> is longer than 996 characters.`)
  }
  checkSize(Buffer.byteLength(JSON.stringify(content)))
  return content
}

/** Envelope addresses beside the raw message override those in it. */
function rawMail(
  input: SendEmailInput,
  { bytes, ...envelope }: Pick<MailToSend, 'tags' | 'configurationSet' | 'replyTo'> & { bytes: Buffer },
): MailToSend {
  checkSize(bytes.length)
  const { from, to, cc, bcc, replyTo, headerTags, ...content } = parseRawMessage(bytes)
  const given = input.Destination ?? { ToAddresses: to, CcAddresses: cc, BccAddresses: bcc }
  const named = new Set(envelope.tags.map(({ name }) => name))
  const fromHeader = content.headers.find(({ name }) => name.toLowerCase() === 'x-ses-configuration-set')?.value
  return {
    ...content,
    ...senderOf(input.FromEmailAddress ?? from),
    recipients: recipientsOf({ Destination: given }),
    replyTo: envelope.replyTo.length > 0 ? envelope.replyTo : replyTo,
    tags: [
      ...envelope.tags,
      ...headerTags.map((tag) => readTag({ Name: tag.name, Value: tag.value })).filter(({ name }) => !named.has(name)),
    ],
    configurationSet: envelope.configurationSet ?? fromHeader ?? null,
  }
}

function senderOf(from: string | undefined): Pick<MailToSend, 'from' | 'sender'> {
  if (from === undefined || from === '') throw badRequest("Missing required header 'From'.")
  return { from, sender: parseEmailAddress(from) }
}

function recipientsOf({ Destination }: Pick<SendEmailInput, 'Destination'>): readonly Recipient[] {
  const read = (list: readonly string[] | undefined, kind: Recipient['kind']): readonly Recipient[] =>
    (list ?? []).map((text) => {
      const { address, domain } = parseEmailAddress(text)
      return { address, domain, kind }
    })
  const recipients = [
    ...read(Destination?.ToAddresses, 'to'),
    ...read(Destination?.CcAddresses, 'cc'),
    ...read(Destination?.BccAddresses, 'bcc'),
  ]
  if (recipients.length === 0) throw badRequest('At least one destination address is required.')
  if (recipients.length > MAX_RECIPIENTS) throw badRequest(`Recipient count exceeds ${MAX_RECIPIENTS}.`)
  return recipients
}

/** Names and values alike: ASCII letters, digits, `_` and `-`, at most 256 of them. Names beginning with `ses:` fail because of the colon. */
function readTag({ Name, Value }: z.infer<typeof TagSchema>): MailTag {
  for (const [what, text] of [
    ['name', Name],
    ['value', Value],
  ] as const) {
    if (text === '') throw badRequest(`The tag ${what} must be specified.`)
    if (text.length > 256) throw badRequest(`Invalid tag ${what}: it can contain no more than 256 characters.`)
    if (!/^[A-Za-z0-9_-]+$/.test(text))
      throw badRequest(`Invalid tag ${what} <${text}>: only alphanumeric ASCII characters, '_', and '-' are allowed.`)
  }
  return { name: Name, value: Value }
}

function checkSize(bytes: number): void {
  if (bytes > MAX_MESSAGE_BYTES) throw messageRejected(`Message length is more than ${MAX_MESSAGE_BYTES} bytes long: '${bytes}'.`)
}
