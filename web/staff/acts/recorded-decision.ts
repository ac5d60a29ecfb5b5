/** A decision that stands in the row of a customer and is not carried out yet, because a sender had the row or its author broke off. */
import type { Decided } from '#core/audience/outcome.ts'
import type { Frame } from '#web/staff/frame.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenInstant } from '#web/words/written.ts'

export const DECIDED_WORDS = bothLanguages<Readonly<Record<Decided['decision'], string>>>({
  vi: { 'settled-sent': 'coi như đã gửi', 'settled-not-sent': 'coi như chưa gửi', resend: 'gửi lại một lần' },
  en: { 'settled-sent': 'settled as sent', 'settled-not-sent': 'settled as not sent', resend: 'send once more' },
})

const WORDS = bothLanguages({
  vi: (by: string, at: string, decision: string) =>
    `${by} đã quyết định lúc ${at}: ${decision}. Chưa thực hiện; chọn lại để thực hiện.`,
  en: (by: string, at: string, decision: string) =>
    `${by} decided at ${at}: ${decision}. Not carried out yet; choose it again, and it is.`,
})

export const recordedDecision = ({ by, at, decision }: Decided, { locale, company }: Pick<Frame, 'locale' | 'company'>): string =>
  WORDS[locale](by, writtenInstant(at, { zone: company.zone, locale }), DECIDED_WORDS[locale][decision])
