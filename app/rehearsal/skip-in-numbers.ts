/** A skip as the tables of a rehearsal write it: ids and numbers, in no language. People read them, and no other file takes them apart. */
import type { StoredSkip } from '#core/audience/skip.ts'

interface InNumbers {
  /** `3 per 24 h`, `30 days`, an id; null where the reason says it all. */
  readonly facts: string | null
  /** Whether they name a rule, or what only this customer has: another contact, another customer. Rules are counted, each with its customers. */
  readonly isRule: boolean
}

export function skipInNumbers(skip: StoredSkip): InNumbers {
  switch (skip.reason) {
    case 'customer-gone':
      return rule(skip.erased ? 'erased' : null)
    case 'closed-day':
    case 'policy-missing':
      return rule(skip.country)
    case 'suppressed':
      return rule(skip.because)
    case 'opted-out':
    case 'consent-missing':
      return rule(skip.purpose)
    case 'already-contacted':
    case 'already-asked':
      return own(skip.occurrenceId)
    case 'already-answered':
      return rule(skip.by === 'mail' ? 'by mail' : null)
    case 'same-address':
      return own(skip.writtenTo)
    case 'outranked':
      return rule(skip.by)
    case 'surveyed-recently':
      return rule(`${skip.days} days`)
    case 'frequency-cap':
      return rule(`${skip.max} per ${skip.hours} h`)
    case 'do-not-call-list-old':
      return rule(skip.asOf === null ? `no list, ${skip.maxAgeDays} days` : `list of ${skip.asOf}, ${skip.maxAgeDays} days`)
    case 'not-known-here':
      return rule(skip.stored.reason)
    case 'no-longer-due':
    case 'campaign-cancelled':
    case 'blackout':
    case 'no-address':
    case 'bad-address':
    case 'suppression-unreadable':
    case 'consent-unreadable':
    case 'do-not-call':
    case 'survey-closed':
    case 'held-for-case':
    case 'team-full':
    case 'budget-exhausted':
    case 'campaign-paused':
    case 'window-passed':
    case 'sender-stopped':
    case 'words-missing':
      return rule(null)
  }
}

const rule = (facts: string | null): InNumbers => ({ facts, isRule: true })
const own = (facts: string | null): InNumbers => ({ facts, isRule: false })
