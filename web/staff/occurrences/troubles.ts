/** What went wrong in an occurrence, each with what to do about it and the way to whom it concerns. */
import { HELD_UP_REASONS } from '#core/audience/outcome.ts'
import type { SkipReason } from '#core/audience/skip.ts'
import type { UnknownCount } from '#core/planning/balance.ts'
import type { Balance, Occurrence } from '#core/planning/occurrence.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { occurrencePath, pathWith } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenCount } from '#web/words/written.ts'

/** Each kind of hold-up that outlasted a customer's hours has a remedy of its own. */
type HeldUp = Readonly<Record<(typeof HELD_UP_REASONS)[number], (count: string) => string>>

const missedVi: HeldUp = {
  'sender-stopped': (count) => `${count} người lỡ giờ gửi vì không gửi được thư. Người vận hành xem care doctor.`,
  'words-missing': (count) =>
    `${count} người lỡ giờ gửi vì chưa có lời văn của phiên bản này. Người vận hành chạy care accept: sổ tay, mục Words missing.`,
}
const missedEn: HeldUp = {
  'sender-stopped': (count) => `${count} missed their hours because no mail could leave. An operator looks at care doctor.`,
  'words-missing': (count) =>
    `${count} missed their hours because the words of this version were not there. An operator runs care accept: the runbook, section Words missing.`,
}

const WORDS = bothLanguages({
  vi: {
    unknown: (count: string, isMore: boolean) =>
      `${isMore ? 'Ít nhất ' : ''}${count} thư chưa rõ đã đi hay chưa. Xem chứng cứ rồi quyết định.`,
    failed: (count: string) => `${count} người gửi lỗi. Sửa địa chỉ hay lời văn, rồi gửi lại cho từng người.`,
    missed: missedVi,
    budget: (count: string) => `${count} người không được gửi vì hết ngân sách. Tăng budget trong tệp chiến dịch.`,
    policy: (count: string) => `${count} người ở nước chưa có quy định. Thêm tệp trong campaigns/policy/.`,
    mismatch: 'Cân đối không khớp. Báo cho người vận hành: sổ tay, mục Occurrence mismatch.',
  },
  en: {
    unknown: (count: string, isMore: boolean) =>
      `Of ${isMore ? 'at least ' : ''}${count === '1' ? 'one mail it is not known whether it' : `${count} mails it is not known whether they`} left. Look at the evidence, then decide.`,
    failed: (count: string) => `${count} failed. Mend the address or the words, then send to each once more.`,
    missed: missedEn,
    budget: (count: string) => `${count} got nothing because the budget is used up. Raise budget in the campaign’s file.`,
    policy: (count: string) =>
      `${count} ${count === '1' ? 'lives' : 'live'} in a country without a policy pack. Add a file to campaigns/policy/.`,
    mismatch: 'The balance does not add up. Tell an operator: the runbook, section Occurrence mismatch.',
  },
})

export interface OccurrenceTroubles {
  readonly occurrence: Pick<Occurrence, 'occurrenceId' | 'mismatch'>
  /** Null while it is open and too large to count. */
  readonly balance: Balance | null
  readonly unknown: UnknownCount
}

/** The gravest first; empty where nothing went wrong. */
export function troubleLines(
  { occurrence, balance, unknown }: OccurrenceTroubles,
  locale: PageLocale,
): readonly { readonly text: string; readonly path: string }[] {
  const words = WORDS[locale]
  const path = occurrencePath(occurrence.occurrenceId)
  const skipped = (reason: SkipReason) => balance?.skippedBy[reason] ?? 0
  const among = (state: string, reason?: SkipReason) => `${pathWith(path, { state, reason })}#people`
  const counted = [
    { count: unknown.count, text: (count: string) => words.unknown(count, unknown.isMore), path: `${path}#decide` },
    { count: balance?.failed ?? 0, text: words.failed, path: among('failed') },
    ...HELD_UP_REASONS.map((reason) => ({ count: skipped(reason), text: words.missed[reason], path: among('skipped', reason) })),
    { count: skipped('budget-exhausted'), text: words.budget, path: among('skipped', 'budget-exhausted') },
    { count: skipped('policy-missing'), text: words.policy, path: among('skipped', 'policy-missing') },
  ]
  return [
    ...(occurrence.mismatch ? [{ text: words.mismatch, path }] : []),
    ...counted
      .filter(({ count }) => count > 0)
      .map(({ count, text, path: to }) => ({ text: text(writtenCount(count, locale)), path: to })),
  ]
}
