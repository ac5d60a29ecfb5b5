/** When a customer may be contacted again, and by which rule they may not be now: the same rules that planning asks, at this moment. */
import { type Reach, refusalOf } from '#app/campaigns/coming-days.ts'
import type { Person } from '#app/ports/customers.ts'
import { brokenCap } from '#core/audience/caps.ts'
import { PURPOSES } from '#core/audience/consent.ts'
import { isSurvey, type Ledger } from '#core/audience/ledger.ts'
import { isHeldForCase } from '#core/audience/open-case.ts'
import { capsOfFrequency } from '#core/audience/preference.ts'
import type { Skip } from '#core/audience/skip.ts'
import { surveyRest } from '#core/audience/survey-rest.ts'
import type { ContentClass } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { letterChannel } from '#core/channel/channel.ts'
import type { Instant } from '#core/time/instant.ts'
import { daysBetween } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { Asking, Contact, ContactLimits } from '#web/staff/customers/contact-limits.ts'

interface LimitsOf {
  readonly person: Person
  readonly reach: Reach
  readonly ledger: Ledger
  readonly companyRules: CompanyRules
  readonly now: Instant
}

export function contactLimitsOf({ person, reach, ledger, companyRules, now }: LimitsOf): ContactLimits {
  const { customer, frequency, consents } = person
  const { company } = companyRules
  const today = localDateAt(now, customer.zone)
  const askedAt = ledger.contacts
    .filter(isSurvey)
    .map(({ at }) => at)
    .sort()
    .at(-1)
  // The page tells about letters: the channel that most campaigns use.
  const channel = letterChannel(companyRules.channels).id
  const isHeld = isHeldForCase(person.openCases, companyRules.cases)
  const refusal = (contentClass: ContentClass): Skip | null => {
    const refused = refusalOf(reach, { contentClass, channel, date: today, companyRules })
    return refused ?? (isHeld && contentClass !== 'transactional' ? { reason: 'held-for-case' } : null)
  }

  const asking = (relationship: boolean): Asking => {
    const refused = refusal('survey')
    if (refused) {
      const said = consents === 'unreadable' || refused.reason !== 'opted-out' ? undefined : consents[`survey/${channel}`]
      return { refused: refused.reason, since: said?.at ?? null }
    }
    const rest = surveyRest({ surveys: company.surveys, relationship, ledger, zone: customer.zone, at: now })
    return rest ? { freeOn: localDateAt(rest.freeAt, customer.zone), days: rest.days } : 'free'
  }

  const contact = (): Contact => {
    const nothing = refusal('transactional')
    if (nothing) return { nothing: nothing.reason }
    const broken = brokenCap({ caps: [...company.frequencyCaps, ...capsOfFrequency(frequency)], ledger, at: now })
    return {
      refused: PURPOSES.flatMap((purpose) => {
        const { reason } = refusal(purpose) ?? {}
        return reason === undefined ? [] : [{ purpose, reason }]
      }),
      capped: broken ? { max: broken.cap.max, hours: broken.cap.hours, freeAt: broken.freeAt } : null,
    }
  }

  return {
    askedDaysAgo: askedAt === undefined ? null : daysBetween(localDateAt(askedAt, customer.zone), today),
    survey: asking(false),
    relationship: asking(true),
    any: contact(),
    suppressions: reach.suppressions,
  }
}
