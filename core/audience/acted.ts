/**
 * Orders, calls, cases and invitations that were already acted on: each once by the same campaign, and each asked about by one survey of any
 * campaign. The ledger's contact shows it first. When the contact is too old for every rule of the ledger, a hash of ten characters replaces it.
 */
import type { Acted, Contact, Ledger } from '#core/audience/ledger.ts'
import { isSurvey } from '#core/audience/ledger.ts'
import { stableHash } from '#core/customer/stable-hash.ts'
import { campaignOfKey, subjectOf } from '#core/occasion/subject.ts'
import { epochDayOf } from '#core/time/local-date.ts'

/** What is kept of a contact that the ledger forgets. Empty for an occasion without one subject. */
export function actedIn(contact: Contact): readonly Acted[] {
  const subject = subjectOf(contact.occasionKey)
  if (subject === undefined) return []
  const day = epochDayOf(contact.at.slice(0, 10))
  const own = { about: byCampaign(contact.occasionKey, subject), day }
  return isSurvey(contact) ? [own, { about: bySurvey(subject), day }] : [own]
}

/** The contact in which the campaign acted on the same subject before, or `long-ago`. */
export function actedBefore(ledger: Ledger, occasionKey: string): Contact | 'long-ago' | undefined {
  const subject = subjectOf(occasionKey)
  if (subject === undefined) return undefined
  const campaign = campaignOfKey(occasionKey)
  const contact = ledger.contacts.find(
    (known) => campaignOfKey(known.occasionKey) === campaign && subjectOf(known.occasionKey) === subject,
  )
  return contact ?? longAgo(ledger, byCampaign(occasionKey, subject))
}

/** The contact in which any survey asked about the same subject before, or `long-ago`. */
export function askedBefore(ledger: Ledger, occasionKey: string): Contact | 'long-ago' | undefined {
  const subject = subjectOf(occasionKey)
  if (subject === undefined) return undefined
  const contact = ledger.contacts.find((known) => isSurvey(known) && subjectOf(known.occasionKey) === subject)
  return contact ?? longAgo(ledger, bySurvey(subject))
}

const longAgo = ({ acted = [] }: Ledger, hash: string) => (acted.some(({ about }) => about === hash) ? 'long-ago' : undefined)

const byCampaign = (occasionKey: string, subject: string) => hashOf(`${campaignOfKey(occasionKey)}|${subject}`)
/** No campaign id can be `?`. */
const bySurvey = (subject: string) => hashOf(`?|${subject}`)
const hashOf = (text: string) => stableHash(text).toString(36)
