/**
 * When a campaign's mail endangers the sender's reputation: bounces and spam complaints as shares of what was sent. The provider reviews an account
 * at 5 % bounces or 0.1 % complaints and may stop it, so a campaign is paused before that. A second limit counts customers who should have got
 * their mail and did not: neither a rule nor staff decided that, so the operator must hear of it.
 */
import * as z from 'zod'

export const MailHealthSchema = z.strictObject({
  bouncePercent: z.number().positive().max(100).default(5),
  complaintPercent: z.number().positive().max(100).default(0.1),
  /** One bounce or complaint is an incident, not a rate: fewer than this pause nothing. */
  leastBounces: z.int().min(1).default(5),
  leastComplaints: z.int().min(1).default(2),
  /** An address that soft-bounced so often within `softBounceDays` is suppressed. */
  softBounces: z.int().min(1).default(3),
  softBounceDays: z.int().min(1).default(30),
  lostPercent: z
    .number()
    .positive()
    .max(100)
    .default(10)
    .describe(
      'An alarm rings when so many of those who should have got a mail failed, may have got none because no answer came, or waited in vain while nothing could be sent.',
    ),
  leastLost: z
    .int()
    .min(1)
    .default(5)
    .describe('Fewer than so many ring nothing, unless not one mail is known to have been taken.'),
})
export type MailHealth = Readonly<z.infer<typeof MailHealthSchema>>

export interface MailTroubles {
  readonly sent: number
  readonly bounced: number
  readonly complained: number
}

/** Why a campaign must pause. */
export interface Unhealthy {
  readonly trouble: 'bounced' | 'complained'
  readonly count: number
  readonly sent: number
}

/** Undefined when a campaign's mail is healthy. */
export function unhealthy(troubles: MailTroubles, limits: MailHealth): Unhealthy | undefined {
  const { sent, bounced, complained } = troubles
  if (complained >= limits.leastComplaints && complained * 100 >= limits.complaintPercent * sent)
    return { trouble: 'complained', count: complained, sent }
  if (bounced >= limits.leastBounces && bounced * 100 >= limits.bouncePercent * sent)
    return { trouble: 'bounced', count: bounced, sent }
  return undefined
}

/**
 * How many members of an occurrence, or of a part of it, got their mail, and how many did not or may not have, with neither a rule nor staff having
 * decided so.
 */
export interface MailLosses {
  readonly reached: number
  /** The provider's answer never came: the provider may have taken the mail. */
  readonly unknown: number
  readonly failed: number
  /** Their send window passed while sending was stopped. */
  readonly stopped: number
}

export const lostOf = ({ unknown, failed, stopped }: Omit<MailLosses, 'reached'>): number => unknown + failed + stopped

/** Whether the operator must hear of it. When no member got the mail, one loss is enough. */
export function tooManyLost(
  { reached, ...losses }: MailLosses,
  { lostPercent, leastLost }: Pick<MailHealth, 'lostPercent' | 'leastLost'>,
): boolean {
  const lost = lostOf(losses)
  if (lost === 0 || lost * 100 < lostPercent * (lost + reached)) return false
  return reached === 0 || lost >= leastLost
}
