/**
 * A skip as a batch's row holds it. Rows of the version before hold its facts in one text, `detail`: `3 per 24 h`, `30 days`, an id. Both are read
 * here alone, in the same order of fields, so that planning again writes no row anew only because an older version wrote it.
 */
import { PURPOSES, type Purpose } from '#core/audience/consent.ts'
import { SKIP_REASONS, type Skip, type StoredSkip } from '#core/audience/skip.ts'
import { SUPPRESSION_REASONS } from '#core/audience/suppression.ts'

type Written = Readonly<Record<string, unknown>>

/** Undefined for what names no reason: then it is no skip. */
export function skipIn(written: Written): StoredSkip | undefined {
  const { reason } = written
  if (typeof reason !== 'string') return undefined
  return knownSkipIn(written) ?? { reason: 'not-known-here', stored: { ...written, reason } }
}

/** Undefined for a reason that this version does not know, or one without its facts. */
function knownSkipIn(written: Written): Skip | undefined {
  const reason = SKIP_REASONS.find((one) => one === written.reason)
  switch (reason) {
    case undefined:
      return undefined
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
      return { reason }
    case 'customer-gone':
      return { reason, erased: written.erased === true || written.detail === 'erased' }
    case 'closed-day':
    case 'policy-missing': {
      const country = textIn(written, 'country')
      return country === undefined ? undefined : { reason, country }
    }
    case 'suppressed': {
      const why = textIn(written, 'because')
      const because = SUPPRESSION_REASONS.find((one) => one === why)
      return because && { reason, because }
    }
    case 'opted-out':
    case 'consent-missing': {
      const purpose = purposeIn(written)
      return purpose && { reason, purpose }
    }
    case 'already-contacted':
    case 'already-asked':
      return { reason, occurrenceId: textIn(written, 'occurrenceId') ?? null }
    case 'already-answered':
      return { reason, by: written.by === 'mail' || written.detail === 'by mail' ? 'mail' : 'answer' }
    case 'same-address': {
      const writtenTo = textIn(written, 'writtenTo')
      return writtenTo === undefined ? undefined : { reason, writtenTo }
    }
    case 'outranked': {
      const by = textIn(written, 'by')
      return by === undefined ? undefined : { reason, by }
    }
    case 'do-not-call-list-old': {
      const { asOf, maxAgeDays } = written
      if (typeof maxAgeDays !== 'number' || (asOf !== null && typeof asOf !== 'string')) return undefined
      return { reason, asOf, maxAgeDays }
    }
    case 'surveyed-recently': {
      const [days] = numbersIn(written, { fields: ['days'], before: /^(\d+) days$/ })
      const freeAt = freeAtIn(written)
      return days === undefined || freeAt === undefined ? undefined : { reason, days, freeAt }
    }
    case 'frequency-cap': {
      const [max, hours] = numbersIn(written, { fields: ['max', 'hours'], before: /^(\d+) per (\d+) h$/ })
      const freeAt = freeAtIn(written)
      return max === undefined || hours === undefined || freeAt === undefined ? undefined : { reason, max, hours, freeAt }
    }
  }
}

/** The version before wrote it as the whole detail. */
function textIn(written: Written, field: string): string | undefined {
  const value = written[field] ?? written.detail
  return typeof value === 'string' ? value : undefined
}

function purposeIn(written: Written): Purpose | undefined {
  const named = textIn(written, 'purpose')
  return PURPOSES.find((one) => one === named)
}

/** The version before wrote them into a sentence. */
function numbersIn(
  written: Written,
  { fields, before }: { readonly fields: readonly string[]; readonly before: RegExp },
): readonly number[] {
  const { detail } = written
  if (typeof detail === 'string') return (before.exec(detail) ?? []).slice(1).map(Number)
  return fields.flatMap((field) => {
    const value = written[field]
    return typeof value === 'number' ? [value] : []
  })
}

const freeAtIn = ({ freeAt }: Written): string | undefined => (typeof freeAt === 'string' ? freeAt : undefined)
