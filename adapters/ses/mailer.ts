/** Mails through SES, one SendEmail each; and the client that it requires. */
import {
  type Attachment,
  SESv2Client,
  type SESv2ClientConfig,
  SendEmailCommand,
  type SendEmailCommandInput,
} from '@aws-sdk/client-sesv2'
import { namedAddress } from '#adapters/ses/encoded-words.ts'
import { mailResultOf } from '#adapters/ses/send-failure.ts'
import { encodeTag, TAG_NAMES } from '#adapters/ses/tags.ts'
import type { DispatchResult, Mail, MailAttachment, Mailer, StaffMail, StaffMailer } from '#app/ports/sending.ts'

const CONNECT_MS = 3_000
const ANSWER_MS = 20_000
const IDLE_MS = 4_000

export interface SesClientConfig extends SESv2ClientConfig {
  /** A request without an answer ends after this time. */
  readonly answerMs?: number
  /** A connection unused for this time is closed. */
  readonly idleMs?: number
}

/**
 * A client that tries once. SES has no idempotency token, so a retry after a lost answer may send the mail twice: the meaning of the failure decides
 * about a retry, never the SDK. Idle connections are closed early: the other side may have dropped one while a Lambda slept for minutes. A mail
 * written to it would end in a reset, with an unknown outcome.
 */
export function sesClient({ answerMs = ANSWER_MS, idleMs = IDLE_MS, ...config }: SesClientConfig = {}): SESv2Client {
  const agent = { keepAlive: true, timeout: idleMs }
  return new SESv2Client({
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      requestTimeout: answerMs,
      throwOnRequestTimeout: true,
      httpAgent: agent,
      httpsAgent: agent,
    },
    ...config,
    maxAttempts: 1,
  })
}

export interface SesMailer {
  readonly client: SESv2Client
  readonly from: { readonly name: string; readonly address: string }
  readonly configurationSet: string
}

/** Throws at the first mail when the client would repeat a send. */
export function sesMailer({ client, from, configurationSet }: SesMailer): Mailer & StaffMailer {
  const frame = { FromEmailAddress: namedAddress(from), ConfigurationSetName: configurationSet }
  let checked = false
  const sent = async (to: string, request: SendEmailCommandInput): Promise<DispatchResult> => {
    if (!checked) await checkTriesOnce(client)
    checked = true
    try {
      const { MessageId } = await client.send(new SendEmailCommand({ ...frame, ...request }))
      return MessageId ? { accepted: MessageId } : { unknown: 'an answer without a message id' }
    } catch (error) {
      return mailResultOf(error, { sender: from.address, recipient: to })
    }
  }
  return {
    send: (mail) => sent(mail.to, { ...contentOf(mail), EmailTags: tagsOf(mail) }),
    sendToStaff: (mail) => sent(mail.to, contentOf(mail)),
  }
}

async function checkTriesOnce(client: SESv2Client): Promise<void> {
  const attempts = await client.config.maxAttempts()
  if (attempts !== 1) throw new Error(`the SES client would try a send ${attempts} times; make it with sesClient`)
}

function contentOf(mail: Omit<StaffMail, 'attachments'> & Partial<Pick<StaffMail, 'attachments'>>): SendEmailCommandInput {
  const text = (data: string) => ({ Data: data, Charset: 'UTF-8' })
  return {
    Destination: { ToAddresses: [mail.to] },
    ...(mail.replyTo !== null && { ReplyToAddresses: [mail.replyTo] }),
    Content: {
      Simple: {
        Subject: text(mail.subject),
        Body: { Html: text(mail.html), Text: text(mail.text) },
        Headers: Object.entries(mail.headers).map(([name, value]) => ({ Name: name, Value: value })),
        ...(mail.attachments && { Attachments: mail.attachments.map(attachmentOf) }),
      },
    },
  }
}

/** Base 64: a line of CSV may be longer than the 998 characters that a line of a mail may have. */
const attachmentOf = ({ fileName, contentType, bytes }: MailAttachment): Attachment => ({
  FileName: fileName,
  ContentType: contentType,
  ContentDisposition: 'ATTACHMENT',
  ContentTransferEncoding: 'BASE64',
  RawContent: bytes,
})

const tagsOf = ({ campaignId, occurrenceId, customerId }: Mail) => [
  { Name: TAG_NAMES.campaignId, Value: encodeTag(campaignId) },
  { Name: TAG_NAMES.occurrenceId, Value: encodeTag(occurrenceId) },
  { Name: TAG_NAMES.customerId, Value: encodeTag(customerId) },
]
