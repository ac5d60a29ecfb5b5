/** An SES event as EventBridge delivers it, as a delivery report. Tolerant of fields that AWS adds; undefined for mail that we did not send. */
import * as z from 'zod'
import { decodeTag, TAG_NAMES } from '#adapters/ses/tags.ts'
import type { DeliveryReport } from '#app/sending/record-delivery.ts'
import { instantOf } from '#core/time/instant.ts'

const timestamp = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'a timestamp')

/** A text that SES may leave out or give as null. */
const word = z
  .string()
  .nullish()
  .transform((text) => text ?? '')

const SesEventSchema = z.object({
  source: z.literal('aws.ses'),
  detail: z.object({
    eventType: z.string(),
    mail: z.object({
      timestamp,
      messageId: z.string(),
      destination: z.array(z.string()),
      tags: z.record(z.string(), z.array(z.string())).default({}),
    }),
    delivery: z.object({ timestamp, smtpResponse: word }).optional(),
    bounce: z.object({ timestamp, bounceType: z.string(), bounceSubType: word }).optional(),
    complaint: z.object({ timestamp, complaintFeedbackType: word }).optional(),
    reject: z.object({ reason: word }).optional(),
    deliveryDelay: z.object({ timestamp, delayType: word }).optional(),
  }),
})
type Detail = z.infer<typeof SesEventSchema>['detail']

/** Throws when it is no SES event: such a message belongs into the dead letters, for the operator to see. */
export function deliveryReportOf(event: unknown): DeliveryReport | undefined {
  const { detail } = SesEventSchema.parse(event)
  const tag = (name: string) => decodeTag(detail.mail.tags[name]?.[0] ?? '')
  const campaignId = tag(TAG_NAMES.campaignId)
  const occurrenceId = tag(TAG_NAMES.occurrenceId)
  const customerId = tag(TAG_NAMES.customerId)
  const said = wordOf(detail)
  if (!campaignId || !occurrenceId || !customerId || !said) return undefined
  return {
    channel: 'email',
    campaignId,
    occurrenceId,
    customerId,
    providerId: detail.mail.messageId,
    sentAt: instant(detail.mail.timestamp),
    address: detail.mail.destination[0] ?? '',
    ...said,
  }
}

const instant = (text: string) => instantOf(Date.parse(text))

type Word = Pick<DeliveryReport, 'delivery' | 'trouble'>

/** Undefined for events that tell nothing about the arrival: opens, clicks, subscriptions, a mail taken out of the spam folder. */
function wordOf({ eventType, mail, delivery, bounce, complaint, reject, deliveryDelay }: Detail): Word | undefined {
  // Mailboxes also report that a mail was no spam after all: that is no opt-out.
  if (complaint?.complaintFeedbackType === 'not-spam') return undefined
  if (complaint)
    return {
      delivery: { state: 'complained', at: instant(complaint.timestamp), detail: complaint.complaintFeedbackType },
      trouble: 'complaint',
    }
  if (bounce) {
    const detail = `${bounce.bounceType}/${bounce.bounceSubType}`
    return {
      delivery: { state: 'bounced', at: instant(bounce.timestamp), detail },
      trouble: bounce.bounceType === 'Permanent' ? 'hard-bounce' : 'soft-bounce',
    }
  }
  if (reject) return { delivery: { state: 'rejected', at: instant(mail.timestamp), detail: reject.reason }, trouble: null }
  if (delivery)
    return { delivery: { state: 'delivered', at: instant(delivery.timestamp), detail: delivery.smtpResponse }, trouble: null }
  if (deliveryDelay)
    return {
      delivery: { state: 'delayed', at: instant(deliveryDelay.timestamp), detail: deliveryDelay.delayType },
      trouble: null,
    }
  return eventType === 'Send' ? { delivery: { state: 'accepted' }, trouble: null } : undefined
}
