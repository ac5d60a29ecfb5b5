/**
 * SES with faults: every refusal it knows, a reduced rate, a used up daily quota, minutes in which it refuses the sender, and mails that it takes
 * while reporting a failure.
 */
import { AwsError } from '#local/aws/aws-error.ts'
import type { OperationHooks } from '#local/aws/rest-json-server.ts'
import { REFUSED_ALONE, SES_REFUSAL_KINDS, SES_REFUSALS } from '#local/torture/fault-plan.ts'
import type { Strikes } from '#local/torture/strikes.ts'

const RATE = { code: 'TooManyRequestsException', status: 429, message: 'Maximum sending rate exceeded.' }
const QUOTA = { code: 'LimitExceededException', status: 400, message: 'Daily message quota exceeded.' }
interface Burst {
  readonly refusal: ConstructorParameters<typeof AwsError>[0]
  left: number
}

/** The first fault of each kind comes early, so that a run of a few hundred mails meets them all: mails to customers, which the verdict counts. */
const SPACING = 6

/** Mails to staff have none. */
const hasTags = ({ EmailTags }: { readonly EmailTags?: unknown }): boolean => Array.isArray(EmailTags) && EmailTags.length > 0

export interface SesSeen {
  /** A mail was refused because the day's quota was used up. */
  readonly putOff: (tags: unknown) => void
  /** A mail was refused because of its recipient. */
  readonly refusedAlone: (tags: unknown) => void
  /** Whether the sender is refused at the moment, for every mail. A mail to staff begins no such time. */
  readonly isDown: (mail: { readonly isToStaff: boolean }) => boolean
}

export function sesFaults({ strike, between, rates }: Strikes, { putOff, refusedAlone, isDown }: SesSeen): OperationHooks {
  let burst: Burst | undefined
  function begin(often: number): Burst | undefined {
    if (strike('ses-daily-quota', often, 120)) return { refusal: QUOTA, left: between('ses-daily-quota', [5, 30]) }
    return strike('ses-rate-cut', often, 60) ? { refusal: RATE, left: between('ses-rate-cut', [5, 40]) } : undefined
  }
  return {
    before({ operation, body }) {
      if (operation !== 'SendEmail') return
      const isToStaff = !hasTags(body)
      if (isDown({ isToStaff })) return
      const { refusal, burst: often } = rates()
      if (burst && burst.left-- <= 0) burst = undefined
      if (!burst && !isToStaff) burst = begin(often)
      if (burst?.refusal === QUOTA) putOff(body.EmailTags)
      if (burst) throw new AwsError(burst.refusal)
      for (const [index, kind] of SES_REFUSAL_KINDS.entries())
        if (strike(kind, refusal, isToStaff ? undefined : 10 + index * SPACING)) {
          // On the way to the mailbox the daily quota is the only limit.
          if (kind === 'ses-limit-exceeded') putOff(body.EmailTags)
          if (REFUSED_ALONE.includes(kind)) refusedAlone(body.EmailTags)
          throw new AwsError(SES_REFUSALS[kind])
        }
    },
    after({ operation, body }) {
      if (operation === 'SendEmail' && strike('ses-took-it-and-failed', rates().refusal, hasTags(body) ? 15 : undefined))
        throw new AwsError({ code: 'InternalServerErrorException', status: 500, message: 'An internal error occurred.' })
    },
  }
}
