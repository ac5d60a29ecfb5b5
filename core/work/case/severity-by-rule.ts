/** How grave a case is by the rules of the company: what the customer scored and wrote, who they are, and whether they complain again; and what they say later. */
import type { SeverityRules } from '#core/campaign/case-policy.ts'
import { type CaseType, SEVERITIES } from '#core/campaign/case-terms.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { says, spoken, type Wording, wording } from '#core/reply/spoken.ts'
import { boundedMemo } from '#core/time/bounded-memo.ts'
import { DAY_MS, type Instant, plusMs } from '#core/time/instant.ts'
import type { SeverityRule, SeveritySet } from '#core/work/case/case-event.ts'
import { type CaseAbout, severityOf, typeOf } from '#core/work/case/case-standing.ts'
import { openedAt, type WorkItem } from '#core/work/work-item.ts'

/** What is known of a customer and their words when a case is opened. */
export interface CaseSaid {
  /** Their words, or what staff noted of them; null where there are none. */
  readonly text: string | null
  readonly tier: string | null
  /** Other work of the customer; none where no rule asks for it. */
  readonly others: readonly WorkItem[]
}

export interface NewCase extends CaseSaid {
  readonly type: CaseType
  readonly score: number | null
  readonly at: Instant
}

/** The event beside the opening; none where no rule is met, and the case is as grave as its type. The words of a case of any type count. */
export function severityByRule(asked: NewCase, { cases }: Pick<CompanyRules, 'cases'>): readonly SeveritySet[] {
  for (const severity of SEVERITIES) {
    const rule = ruleMet(asked, cases.severities[severity], cases)
    if (rule) return [{ is: 'severity-set', at: asked.at, by: { is: 'system' }, severity, because: { is: 'rule', rule } }]
  }
  return []
}

/**
 * What the customer says in a case that is there makes it as grave as the words of a new one would, and never less grave. Where it was as grave before,
 * staff have called it less grave since: their word holds.
 */
export function severityByWords(
  item: CaseAbout,
  { text, at }: { readonly text: string; readonly at: Instant },
  { cases }: Pick<CompanyRules, 'cases'>,
): readonly SeveritySet[] {
  const stood = [
    severityOf(item, cases).severity,
    ...item.events.flatMap((event) => (event.is === 'severity-set' ? [event.severity] : [])),
  ]
  return severityByRule({ text, at, type: typeOf(item), score: null, tier: null, others: [] }, { cases }).filter(({ severity }) =>
    stood.every((one) => SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(one)),
  )
}

function ruleMet(
  asked: NewCase,
  { when: { scoreAtMost, words, tiers, repeat } }: SeverityRules,
  { repeatWithinDays }: { readonly repeatWithinDays: number },
): SeverityRule | null {
  const { text, type, score, tier } = asked
  if (text !== null && saysOneOf(text, [...words.vi, ...words.en])) return 'words'
  if (type !== 'complaint') return null
  if (scoreAtMost !== undefined && score !== null && score <= scoreAtMost) return 'score'
  if (tier !== null && tiers.includes(tier)) return 'tier'
  return repeat && complainedBefore(asked, repeatWithinDays) ? 'repeat' : null
}

/** More than the words of a company. */
const WORDS_KEPT = 2_000
const compiled = boundedMemo(WORDS_KEPT, (word: string): Wording => wording(word))

function saysOneOf(text: string, words: readonly string[]): boolean {
  if (words.length === 0) return false
  const heard = spoken(text)
  return words.some((word) => says(heard, compiled(word)))
}

const complainedBefore = ({ others, at }: NewCase, days: number): boolean =>
  others.some(
    (item) =>
      item.kind === 'case' && typeOf(item) === 'complaint' && openedAt(item) < at && openedAt(item) >= plusMs(at, -days * DAY_MS),
  )
