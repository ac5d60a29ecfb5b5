/** A mail goes out within the campaign's hours of the customer's own day, on the date or the days of grace after it. */
import { DAY_MS } from '#core/time/instant.ts'
import type { Evidence } from '#local/torture/evidence.ts'
import { localClock } from '#local/torture/local-clock.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'
import { campaignOf } from '#local/torture/verdict/campaign-of.ts'
import { type MailToTheDue, mailsToTheDue } from '#local/torture/verdict/mails-to-the-due.ts'
import { UNDER_WAY_MS } from '#local/torture/verdict/under-way.ts'

/**
 * A customer put off by the provider's daily quota gets the mail in the next day's window, whatever the campaign's grace. If the quota is used up
 * again, the day after.
 */
const QUOTA_DAYS = 2

export const withinWindow = (evidence: Evidence): readonly Breach[] =>
  mailsToTheDue(evidence).toTheDue.flatMap((mail) => {
    const outside = whyOutside(evidence, mail)
    return outside === undefined ? [] : [breach('outside-window', { ...mail.mail, detail: outside })]
  })

function whyOutside(evidence: Evidence, { mail, expected: { date }, person: { zone } }: MailToTheDue): string | undefined {
  const { from, to, graceDays } = campaignOf(evidence, mail.campaignId)
  const daysAfter = graceDays + (evidence.quotaRanOut.has(mail.occurrenceId) ? QUOTA_DAYS : 0)
  const now = localClock(mail.at, zone)
  // The time at which the sender looked, at the latest.
  const looked = localClock(new Date(Date.parse(mail.at) - UNDER_WAY_MS).toISOString(), zone)
  const days = (Date.parse(now.date) - Date.parse(date)) / DAY_MS
  return days >= 0 && days <= daysAfter && now.time >= from && looked.time < to
    ? undefined
    : `${now.date} ${now.time} in ${zone}; allowed ${date} ${from}-${to} and ${daysAfter} days more`
}
