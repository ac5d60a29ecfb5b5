/** The account's two sending quotas, counted per recipient: per second in real time, and per 24 rolling hours of the clock. */
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { limitExceeded, tooManyRequests } from '#local/aws/ses/ses-error.ts'

export interface SesQuota {
  /** −1 is unlimited. */
  readonly max24HourSend: number
  readonly maxSendRate: number
}

export interface SendQuota {
  /** Throws SES's refusal when a quota is used up; otherwise counts the recipients against both. */
  take(request: { recipients: number; countedInDay: number; now: Instant }): void
  sentLast24Hours(now: Instant): number
}

export interface SendQuotaParts {
  readonly quota: SesQuota
  /** What was sent before the restart, oldest first. */
  readonly sentBefore: readonly { readonly at: Instant; readonly recipients: number }[]
  /** Milliseconds that only grow. The rate counts real calls in real seconds, whatever the movable clock shows. */
  readonly monotonicMs: () => number
}

/** Seconds of the rate that a quiet account may send at once: SES tolerates short bursts. */
const BURST_SECONDS = 2

export function sendQuota({ quota, sentBefore, monotonicMs }: SendQuotaParts): SendQuota {
  const capacity = Math.max(1, quota.maxSendRate * BURST_SECONDS)
  let tokens = capacity
  let refilledAt = monotonicMs()
  const sent = sentBefore.map((entry) => ({ ...entry }))
  let inWindow = sent.reduce((sum, { recipients }) => sum + recipients, 0)

  function refill(): void {
    const now = monotonicMs()
    tokens = Math.min(capacity, tokens + ((now - refilledAt) / 1000) * quota.maxSendRate)
    refilledAt = now
  }

  function forgetBefore(now: Instant): void {
    const from = plusMs(now, -DAY_MS)
    for (let oldest = sent[0]; oldest !== undefined && oldest.at <= from; oldest = sent[0]) {
      inWindow -= oldest.recipients
      sent.shift()
    }
  }

  return {
    take({ recipients, countedInDay, now }) {
      forgetBefore(now)
      if (quota.max24HourSend >= 0 && countedInDay > 0 && inWindow + countedInDay > quota.max24HourSend) {
        throw limitExceeded('Daily message quota exceeded.')
      }
      if (quota.maxSendRate >= 0) {
        refill()
        // A mail to more recipients than the bucket holds waits for a full bucket and leaves it negative.
        if (tokens < Math.min(recipients, capacity)) throw tooManyRequests('Maximum sending rate exceeded.')
        tokens -= recipients
      }
      inWindow += countedInDay
      const latest = sent.at(-1)
      if (latest?.at === now) latest.recipients += countedInDay
      else sent.push({ at: now, recipients: countedInDay })
    },
    sentLast24Hours(now) {
      forgetBefore(now)
      return inWindow
    },
  }
}
