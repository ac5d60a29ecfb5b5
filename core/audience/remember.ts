/** What a ledger keeps when a contact is added: everything that a rule may still ask for, and nothing more, because every claim writes it. */
import { actedIn } from '#core/audience/acted.ts'
import { type Acted, type Contact, isSurvey, type Ledger } from '#core/audience/ledger.ts'
import { isNoticeContact } from '#core/audience/notice.ts'
import { capsOfFrequency, FREQUENCIES } from '#core/audience/preference.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { isPersonal } from '#core/occasion/subject.ts'
import { DAY_MS, epochMsOf, HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'

/** How far back the company's rules look. */
export interface Memory {
  /** The longest window of any cap. */
  readonly capHours: number
  readonly surveyDays: number
  readonly relationshipDays: number
}

/** Kept a day beyond the longest window: clocks that differ a little must not lose a contact. */
const MARGIN_HOURS = 24
/** Days between surveys are counted in the customer's calendar, and customers move: the date in another zone may be up to 26 hours apart. */
const SURVEY_MARGIN_DAYS = 2
/**
 * A customer's date, or an order's, may be corrected to a later day. Its greeting is remembered for longer than a year, also a lunar one of 384
 * days.
 */
const LONG_DAYS = 400
/** Opt-out confirmations belong to no occurrence: until they expire, only the ledger leads to them. Few customers ever have more than one. */
const MOST_NOTICES = 20

/** Whichever campaign writes to it, a ledger must remember as far back as every rule in force: the company's, the law's, the customer's own. */
export function memoryOf(companyRules: CompanyRules): Memory {
  const known = memories.get(companyRules)
  if (known) return known
  const memory = findMemory(companyRules)
  memories.set(companyRules, memory)
  return memory
}

/** Every claim asks, and the rules do not change while a process runs. */
const memories = new WeakMap<CompanyRules, Memory>()

function findMemory({ company, policies }: CompanyRules): Memory {
  const legal = policies.flatMap(({ periods }) =>
    periods.flatMap(({ classes }) =>
      Object.values(classes).flatMap((byChannel) => Object.values(byChannel).flatMap((rules) => rules?.caps ?? [])),
    ),
  )
  const caps = [...company.frequencyCaps, ...legal, ...FREQUENCIES.flatMap(capsOfFrequency)]
  const { daysBetween, daysBetweenRelationship } = company.surveys
  return {
    capHours: Math.max(0, ...caps.map(({ hours }) => hours)),
    surveyDays: daysBetween,
    relationshipDays: Math.max(daysBetween, daysBetweenRelationship),
  }
}

/** The ledger after one more contact, without the contacts that no rule can see any more. */
export function withContact({ ledger, contact, memory }: { ledger: Ledger; contact: Contact; memory: Memory }): Ledger {
  const { at } = contact
  const notices = ledger.contacts.filter(isNoticeContact).slice(-MOST_NOTICES)
  const kept = ledger.contacts.filter((known) => notices.includes(known) || known.at > plusMs(at, -keptMs(known, memory)))
  const forgotten = ledger.contacts.filter((known) => !kept.includes(known))
  const acted = stillTold([...(ledger.acted ?? []), ...forgotten.flatMap(actedIn)], at)
  return {
    customerId: ledger.customerId,
    version: ledger.version + 1,
    contacts: [...kept, contact],
    ...(acted.length > 0 && { acted }),
  }
}

/** The ledger after a contact that was claimed but certainly not made. */
export const withoutContact = (ledger: Ledger, occurrenceId: string): Ledger => ({
  ...ledger,
  version: ledger.version + 1,
  contacts: ledger.contacts.filter((contact) => contact.occurrenceId !== occurrenceId),
})

/** The ledger without the entries older than the instant; undefined when there are none. */
export function withoutContactsBefore(ledger: Ledger, before: Instant): Ledger | undefined {
  const contacts = ledger.contacts.filter(({ at }) => at >= before)
  const acted = (ledger.acted ?? []).filter(({ day }) => (day + 1) * DAY_MS > epochMsOf(before))
  if (contacts.length === ledger.contacts.length && acted.length === (ledger.acted ?? []).length) return undefined
  return { customerId: ledger.customerId, version: ledger.version + 1, contacts, ...(acted.length > 0 && { acted }) }
}

function keptMs(contact: Contact, { capHours, surveyDays, relationshipDays }: Memory): number {
  const forCaps = (capHours + MARGIN_HOURS) * HOUR_MS
  if (isPersonal(contact.occasionKey)) return Math.max(forCaps, LONG_DAYS * DAY_MS)
  if (!isSurvey(contact)) return forCaps
  const days = contact.asks === 'relationship' ? relationshipDays : surveyDays
  return Math.max(forCaps, (days + SURVEY_MARGIN_DAYS) * DAY_MS)
}

/** Each entry once, until it expires. */
function stillTold(acted: readonly Acted[], now: Instant): Acted[] {
  const first = epochMsOf(now) / DAY_MS - LONG_DAYS
  return [...new Map(acted.map((each) => [each.about, each])).values()].filter(({ day }) => day > first)
}
