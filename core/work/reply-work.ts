/** The work that a customer's mail makes: staff read it and begin within the working days that its subject allows. */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { typeOf } from '#core/work/case/case-standing.ts'
import { type CaseSaid, severityByRule } from '#core/work/case/severity-by-rule.ts'
import { opened } from '#core/work/opened.ts'
import type { WorkFact } from '#core/work/work-fact.ts'
import type { Case, CaseSubject } from '#core/work/work-item.ts'

export interface ReplyWork {
  readonly workId: string
  /** Null when the address did not tell the customer. */
  readonly customerId: string | null
  readonly subject: CaseSubject
  readonly holds?: readonly WorkFact[]
  /** What the rules of severity are asked with. */
  readonly said: CaseSaid
  /** When the mail came in. */
  readonly at: Instant
}

export const replyWork = (companyRules: CompanyRules, { at, holds = [], said, ...about }: ReplyWork): Case =>
  opened(
    {
      kind: 'case',
      ...about,
      holds: [...holds],
      events: [
        { is: 'opened', at, by: { is: 'system' } },
        ...severityByRule(
          {
            ...said,
            at,
            type: typeOf({ subject: about.subject, events: [] }),
            score: 'score' in about.subject ? about.subject.score : null,
          },
          companyRules,
        ),
      ],
    },
    companyRules,
  )
