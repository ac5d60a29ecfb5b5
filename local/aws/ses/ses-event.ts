/**
 * The events SES puts on the default EventBridge bus. Shapes: Amazon SES Developer Guide, "Contents of event data" and
 * "Monitoring SES events using Amazon EventBridge"; names: EventBridge Events Reference, "Amazon SES".
 */
import { type Instant, plusMs } from '#core/time/instant.ts'
import type { AwsPlace } from '#local/aws/aws-place.ts'
import type { SendingEvent } from '#local/aws/ses/recipient-outcome.ts'
import type { MailToSend } from '#local/aws/ses/send-email-input.ts'

export type SesDetailType =
  | 'Email Sent'
  | 'Email Delivered'
  | 'Email Delivery Delayed'
  | 'Email Bounced'
  | 'Email Complaint Received'

export interface SesEvent {
  readonly version: '0'
  readonly id: string
  readonly 'detail-type': SesDetailType
  readonly source: 'aws.ses'
  readonly account: string
  /** To the second, as EventBridge writes it. */
  readonly time: string
  readonly region: string
  readonly resources: readonly string[]
  readonly detail: { readonly eventType: string; readonly mail: SesEventMail; readonly [part: string]: unknown }
}

export interface SesEventMail {
  readonly timestamp: Instant
  readonly source: string
  readonly sourceArn: string
  readonly sendingAccountId: string
  readonly messageId: string
  readonly destination: readonly string[]
  readonly headersTruncated: boolean
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  readonly commonHeaders: Readonly<Record<string, string | readonly string[]>>
  /** Every tag is a list; those named `ses:…` are added by SES. */
  readonly tags: Readonly<Record<string, readonly string[]>>
}

export interface SesEventParts {
  readonly id: string
  readonly sendingEvent: SendingEvent
  readonly happenedAt: Instant
  readonly messageId: string
  readonly acceptedAt: Instant
  readonly mail: MailToSend
  readonly configurationSet: string
  readonly place: AwsPlace
}

const REPORTING_MTA = 'a10-11.smtp-out.ap-southeast-1.amazonses.com'
const OUTGOING_IP = '76.223.180.11'

export function sesEvent(parts: SesEventParts): SesEvent {
  const { id, place, configurationSet, happenedAt } = parts
  const { detailType, eventType, ...body } = eventBody(parts)
  return {
    version: '0',
    id,
    'detail-type': detailType,
    source: 'aws.ses',
    account: place.accountId,
    time: `${happenedAt.slice(0, 19)}Z`,
    region: place.region,
    resources: [`arn:aws:ses:${place.region}:${place.accountId}:configuration-set/${configurationSet}`],
    detail: { eventType, mail: mailPart(parts), ...body },
  }
}

/** SES's own id for a bounce or a complaint; the same for every copy of the event. */
export const feedbackIdOf = (eventId: string): string => `010e${eventId.replaceAll('-', '').slice(0, 12)}-${eventId}-000000`

interface EventBody {
  readonly detailType: SesDetailType
  readonly eventType: string
  readonly [part: string]: unknown
}

function eventBody({ id, sendingEvent, happenedAt }: SesEventParts): EventBody {
  switch (sendingEvent.type) {
    case 'SEND':
      return { detailType: 'Email Sent', eventType: 'Send', send: {} }
    case 'DELIVERY':
      return {
        detailType: 'Email Delivered',
        eventType: 'Delivery',
        delivery: {
          timestamp: happenedAt,
          processingTimeMillis: sendingEvent.processingMs,
          recipients: [sendingEvent.recipient],
          smtpResponse: '250 2.0.0 OK',
          reportingMTA: REPORTING_MTA,
        },
      }
    case 'DELIVERY_DELAY':
      return {
        detailType: 'Email Delivery Delayed',
        eventType: 'DeliveryDelay',
        deliveryDelay: {
          timestamp: happenedAt,
          delayType: sendingEvent.delayType,
          expirationTime: plusMs(happenedAt, EXPIRATION_MS),
          delayedRecipients: [
            {
              emailAddress: sendingEvent.recipient,
              status: '4.4.1',
              diagnosticCode: 'smtp; 421 4.4.1 Unable to connect to remote host',
            },
          ],
        },
      }
    case 'BOUNCE':
      return {
        detailType: 'Email Bounced',
        eventType: 'Bounce',
        bounce: {
          feedbackId: feedbackIdOf(id),
          bounceType: sendingEvent.bounceType,
          bounceSubType: sendingEvent.bounceSubType,
          bouncedRecipients: [bouncedRecipient(sendingEvent.recipient, sendingEvent)],
          timestamp: happenedAt,
          reportingMTA: `dns; ${REPORTING_MTA}`,
        },
      }
    case 'COMPLAINT':
      return {
        detailType: 'Email Complaint Received',
        eventType: 'Complaint',
        complaint: {
          feedbackId: feedbackIdOf(id),
          complaintSubType: sendingEvent.complaintSubType,
          complainedRecipients: [{ emailAddress: sendingEvent.recipient }],
          timestamp: happenedAt,
          complaintFeedbackType: 'abuse',
          arrivalDate: happenedAt,
        },
      }
  }
}

const EXPIRATION_MS = 14 * 3_600_000

function bouncedRecipient(
  emailAddress: string,
  { bounceType, bounceSubType }: Extract<SendingEvent, { type: 'BOUNCE' }>,
): object {
  if (bounceType === 'Permanent' && bounceSubType === 'OnAccountSuppressionList') {
    const diagnosticCode =
      'Amazon SES did not send the message to this address because it is on the suppression list for your account.'
    return { emailAddress, action: 'failed', status: '5.1.1', diagnosticCode }
  }
  if (bounceType === 'Permanent' && bounceSubType === 'Suppressed') {
    const diagnosticCode =
      'Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address.'
    return { emailAddress, action: 'failed', status: '5.1.1', diagnosticCode }
  }
  if (bounceType === 'Permanent')
    return { emailAddress, action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' }
  if (bounceSubType === 'MailboxFull')
    return { emailAddress, action: 'failed', status: '4.2.2', diagnosticCode: 'smtp; 452 4.2.2 mailbox full' }
  return { emailAddress }
}

function mailPart({ sendingEvent, messageId, acceptedAt, mail, configurationSet, place }: SesEventParts): SesEventMail {
  const to = mail.recipients.filter(({ kind }) => kind === 'to').map(({ address }) => address)
  const shown = [
    { name: 'From', value: mail.from },
    { name: 'To', value: to.join(', ') },
    ...(mail.replyTo.length > 0 ? [{ name: 'Reply-To', value: mail.replyTo.join(', ') }] : []),
    { name: 'Subject', value: mail.subject },
    { name: 'MIME-Version', value: '1.0' },
    ...mail.headers,
  ]
  return {
    timestamp: acceptedAt,
    source: mail.from,
    sourceArn: `arn:aws:ses:${place.region}:${place.accountId}:identity/${mail.sender.domain}`,
    sendingAccountId: place.accountId,
    messageId,
    destination: mail.recipients.map(({ address }) => address),
    headersTruncated: false,
    headers: shown,
    commonHeaders: { from: [mail.from], to, messageId, subject: mail.subject },
    tags: {
      'ses:source-tls-version': ['TLSv1.3'],
      'ses:operation': ['SendEmail'],
      'ses:configuration-set': [configurationSet],
      'ses:source-ip': ['127.0.0.1'],
      'ses:from-domain': [mail.sender.domain],
      'ses:caller-identity': ['local'],
      ...(sendingEvent.type === 'DELIVERY' && { 'ses:outgoing-ip': [OUTGOING_IP] }),
      ...Object.fromEntries(mail.tags.map(({ name, value }) => [name, [value]])),
    },
  }
}
