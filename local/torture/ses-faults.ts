/** SES on a bad day: every refusal it knows, a rate that is cut, a day's quota that is used up, and mails it takes while saying that it failed. */
import { AwsError } from '#local/aws/aws-error.ts'
import type { OperationHooks } from '#local/aws/rest-json-server.ts'
import { SES_REFUSAL_KINDS, SES_REFUSALS } from '#local/torture/fault-plan.ts'
import type { Strikes } from '#local/torture/strikes.ts'

const RATE = { code: 'TooManyRequestsException', status: 429, message: 'Maximum sending rate exceeded.' }
const QUOTA = { code: 'LimitExceededException', status: 400, message: 'Daily message quota exceeded.' }
/** The first of each kind comes early, so that a run of a few hundred mails meets them all. */
const SPACING = 6

export function sesFaults({ strike, between, rates }: Strikes): OperationHooks {
  let burst: { readonly refusal: ConstructorParameters<typeof AwsError>[0]; left: number } | undefined
  return {
    before({ operation }) {
      if (operation !== 'SendEmail') return
      const { refusal, burst: often } = rates()
      if (burst && burst.left-- > 0) throw new AwsError(burst.refusal)
      burst = undefined
      if (strike('ses-daily-quota', often, 120)) burst = { refusal: QUOTA, left: between('ses-daily-quota', [5, 30]) }
      else if (strike('ses-rate-cut', often, 60)) burst = { refusal: RATE, left: between('ses-rate-cut', [5, 40]) }
      if (burst) throw new AwsError(burst.refusal)
      for (const [index, kind] of SES_REFUSAL_KINDS.entries())
        if (strike(kind, refusal, 10 + index * SPACING)) throw new AwsError(SES_REFUSALS[kind])
    },
    after({ operation }) {
      if (operation === 'SendEmail' && strike('ses-took-it-and-failed', rates().refusal, 15))
        throw new AwsError({ code: 'InternalServerErrorException', status: 500, message: 'An internal error occurred.' })
    },
  }
}
