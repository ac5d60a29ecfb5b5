/**
 * An outcome as a batch's row holds it. Five hundred are read thousands of times a day: the check is hand-written, and strict only about what the
 * outcome must have.
 */
import { skipIn } from '#adapters/dynamo/stored-skip.ts'
import { DECISIONS, DEFER_REASONS, type Decided, HELD_UP_REASONS, type Outcome, PLANNED } from '#core/audience/outcome.ts'
import { WITHHELD_REASONS } from '#core/audience/withheld.ts'

/** Undefined for anything else. */
export function outcomeIn(written: unknown): Outcome | undefined {
  if (typeof written !== 'object' || written === null) return undefined
  const { state, until, because, heldUpBy, at, since, providerId, reason, evidence, decided }: Readonly<Record<string, unknown>> =
    {
      ...written,
    }
  switch (state) {
    case 'planned':
      return PLANNED
    case 'skipped': {
      const skip = skipIn({ ...written })
      return skip && { state, ...skip }
    }
    case 'deferred': {
      const why = DEFER_REASONS.find((one) => one === because)
      const now = HELD_UP_REASONS.find((one) => one === heldUpBy)
      return why && isText(until) ? { state, until, because: why, ...(now && { heldUpBy: now }) } : undefined
    }
    case 'withheld': {
      const why = WITHHELD_REASONS.find((one) => one === because)
      return why && { state, because: why }
    }
    case 'sent':
      return isText(at) && isText(providerId) ? { state, at, providerId } : undefined
    case 'failed':
      return isText(at) && isText(reason) ? { state, at, reason, ...decidedIn(decided) } : undefined
    case 'unknown':
      return isText(since) && isText(evidence) ? { state, since, evidence, ...decidedIn(decided) } : undefined
  }
  return undefined
}

function decidedIn(written: unknown): { readonly decided?: Decided } {
  if (typeof written !== 'object' || written === null) return {}
  const { decision, by, because, at }: Readonly<Record<string, unknown>> = { ...written }
  const known = DECISIONS.find((one) => one === decision)
  return known && isText(by) && isText(because) && isText(at) ? { decided: { decision: known, by, because, at } } : {}
}

const isText = (value: unknown): value is string => typeof value === 'string'
