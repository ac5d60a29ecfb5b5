/**
 * Orders, calls, cases and invitations that were acted on: by the same campaign once, and asked about by one survey, whichever it is. While
 * the contact is in the ledger it says so itself; when it is too old for the caps, a hash of ten characters takes its place.
 */
import type { Acted, Contact, Ledger } from '#core/audience/ledger.ts'
import { isSurvey } from '#core/audience/ledger.ts'
import { stableHash } from '#core/customer/stable-hash.ts'
import { campaignOfKey, subjectOf } from '#core/occasion/subject.ts'
import { epochDayOf } from '#core/time/local-date.ts'

/** What is kept of a contact that the ledger forgets; nothing for an occasion that is about no one thing. */
export function actedIn(contact: Contact): readonly Acted[] {
  const subject = subjectOf(contact.occasionKey)
  if (subject === undefined) return []
  const day = epochDayOf(contact.at.slice(0, 10))
  const own = { about: byCampaign(contact.occasionKey, subject), day }
  return isSurvey(contact) ? [own, { about: bySurvey(subject), day }] : [own]
}

/** The contact in which the campaign took up the same thing before, or that it did long ago. */
export function actedBefore(ledger: Ledger, occasionKey: string): Contact | 'long-ago' | undefined {
  const subject = subjectOf(occasionKey)
  if (subject === undefined) return undefined
  const campaign = campaignOfKey(occasionKey)
  const contact = ledger.contacts.find(
    (known) => campaignOfKey(known.occasionKey) === campaign && subjectOf(known.occasionKey) === subject,
  )
  return contact ?? longAgo(ledger, byCampaign(occasionKey, subject))
}

/** The contact in which any survey asked about the same thing before, or that one did long ago. */
export function askedBefore(ledger: Ledger, occasionKey: string): Contact | 'long-ago' | undefined {
  const subject = subjectOf(occasionKey)
  if (subject === undefined) return undefined
  const contact = ledger.contacts.find((known) => isSurvey(known) && subjectOf(known.occasionKey) === subject)
  return contact ?? longAgo(ledger, bySurvey(subject))
}

const longAgo = ({ acted = [] }: Ledger, hash: string) => (acted.some(({ about }) => about === hash) ? 'long-ago' : undefined)

const byCampaign = (occasionKey: string, subject: string) => hashOf(`${campaignOfKey(occasionKey)}|${subject}`)
/** No campaign is named like this. */
const bySurvey = (subject: string) => hashOf(`?|${subject}`)
const hashOf = (text: string) => stableHash(text).toString(36)
