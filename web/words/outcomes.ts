/** What became of a customer, in words. */
import type { Outcome } from '#core/audience/outcome.ts'
import type { WithheldReason } from '#core/audience/withheld.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { deferredBecause } from '#web/words/deferred.ts'
import { type OutcomeReader, restInWords, skipInWords } from '#web/words/skips.ts'
import { reasonWritten } from '#web/words/system-reasons.ts'
import { writtenInstant } from '#web/words/written.ts'

interface Phrases {
  readonly until: (at: string, why: string) => string
  readonly withheld: Readonly<Record<WithheldReason, string>>
  readonly since: (at: string) => string
}

const PHRASES: Readonly<Record<PageLocale, Phrases>> = {
  vi: {
    until: (at, why) => `đến ${at}: ${why}`,
    withheld: {
      holdout: 'thuộc nhóm so sánh của chiến dịch, cố ý không liên hệ',
      'control-group': 'thuộc nhóm so sánh của cả công ty, cố ý không liên hệ qua chiến dịch nào',
    },
    since: (at) => `từ ${at}: đã giao cho nhà cung cấp nhưng chưa có câu trả lời`,
  },
  en: {
    until: (at, why) => `until ${at}: ${why}`,
    withheld: {
      holdout: 'withheld by the campaign, deliberately not contacted',
      'control-group': 'in the control group of all care, deliberately contacted by no campaign',
    },
    since: (at) => `since ${at}: handed over, and no answer came`,
  },
}

export const withheldInWords = (reason: WithheldReason, locale: PageLocale): string => PHRASES[locale].withheld[reason]

/** The reason, with its details beside it. Empty for a touch that went out or still will. */
export function outcomeInWords(
  outcome: Outcome,
  reader: OutcomeReader,
): { readonly reason: string; readonly detail: string; readonly freeAt: string | null } {
  const phrases = PHRASES[reader.locale]
  const instant = (at: string) => writtenInstant(at, reader)
  const plain = { detail: '', freeAt: null }
  switch (outcome.state) {
    case 'planned':
      return { ...plain, reason: '' }
    case 'sent':
      return { ...plain, reason: instant(outcome.at) }
    case 'skipped':
      return skipInWords(outcome, reader)
    case 'deferred':
      return { ...plain, reason: phrases.until(instant(outcome.until), deferredBecause(outcome, reader.locale)) }
    case 'withheld':
      return { ...plain, reason: phrases.withheld[outcome.because] }
    case 'failed':
      return {
        ...plain,
        reason: reasonWritten(outcome.reason, { locale: reader.locale, at: instant }),
        detail: instant(outcome.at),
      }
    case 'unknown':
      return {
        ...plain,
        reason: phrases.since(instant(outcome.since)),
        detail: reasonWritten(outcome.evidence, { locale: reader.locale, at: instant }),
      }
  }
}

/** Why a survey was not sent, counted from the day on which it was due. Null for every outcome but that one. */
export const notAskedInWords = (
  outcome: Outcome,
  when: { readonly date: LocalDate; readonly zone: string; readonly locale: PageLocale },
): string | null => (outcome.state === 'skipped' ? restInWords(outcome, when) : null)
