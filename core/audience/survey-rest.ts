/**
 * The rest between surveys: so many days between any two, and more between two about the company as a whole. Counted in days of the customer's
 * calendar, so that a survey every ninety days is not skipped because of the hour at which it goes out.
 */
import { type Contact, isSurvey, type Ledger } from '#core/audience/ledger.ts'
import type { Company } from '#core/campaign/company.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'
import { instantAt, localDateAt } from '#core/time/zone.ts'

/**
 * The rule that one more survey at `at` would break; of several, the longest-lasting, with the day from which the customer may be asked again.
 * Undefined when none is.
 */
export function surveyRest({
  surveys,
  relationship,
  ledger,
  zone,
  at,
}: {
  surveys: Company['surveys']
  /** Is the survey to be sent about the company as a whole? */
  relationship: boolean
  ledger: Ledger
  zone: string
  at: Instant
}): { readonly days: number; readonly freeAt: Instant } | undefined {
  const asked = ledger.contacts.filter(isSurvey)
  const rules = [
    { days: surveys.daysBetween, since: latest(asked) },
    {
      days: surveys.daysBetweenRelationship,
      since: relationship ? latest(asked.filter(({ asks }) => asks === 'relationship')) : undefined,
    },
  ]
  const today = localDateAt(at, zone)
  const broken = rules.flatMap(({ days, since }) => {
    if (since === undefined) return []
    const freeOn = addDays(localDateAt(since, zone), days)
    return today < freeOn ? [{ days, freeAt: instantAt(freeOn, '00:00', zone) }] : []
  })
  return broken.toSorted((a, b) => (a.freeAt > b.freeAt ? -1 : 1))[0]
}

const latest = (contacts: readonly Contact[]): Instant | undefined =>
  contacts
    .map(({ at }) => at)
    .sort()
    .at(-1)
