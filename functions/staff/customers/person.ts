/** Everything that the page of one customer shows. */
import { randomUUID } from 'node:crypto'
import { keptVersions } from '#app/campaigns/kept-versions.ts'
import { doNotCallFacts } from '#app/consent/do-not-call-facts.ts'
import { comingTouches } from '#app/person/coming-touches.ts'
import type { Person } from '#app/ports/customers.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import { CONTENT_CLASSES } from '#core/campaign/campaign-definition.ts'
import { spokenChannel } from '#core/channel/channel.ts'
import type { Touch } from '#core/planning/touch.ts'
import { mayDo } from '#core/staff/role.ts'
import { addDays } from '#core/time/local-date.ts'
import { contactLimitsOf } from '#functions/staff/customers/contact-limits.ts'
import { personEvents } from '#functions/staff/customers/person-events.ts'
import { suppressionsOf } from '#functions/staff/customers/suppressions-of.ts'
import { withInvitations } from '#functions/staff/occurrences/shown-invitations.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { knownCampaigns, todayOf } from '#functions/staff/visit/frame-of.ts'
import type { PersonEvent } from '#web/staff/customers/person-event.ts'
import type { PersonShown } from '#web/staff/customers/person-page.ts'
import type { Frame } from '#web/staff/frame.ts'

/** Occurrences are looked into for so many days back; what has rows of its own is shown from the beginning. */
const LOOK_BACK_DAYS = 60
const LOOK_AHEAD_DAYS = 4
const EVENTS_PER_PAGE = 40

/** A page behind the last one is the last. */
export async function readPerson(
  system: StaffSystem,
  { frame, person, page: asked }: { readonly frame: Frame; readonly person: Person; readonly page: number },
): Promise<Omit<PersonShown, 'correction'>> {
  const { stores, companyRules } = system
  const { customer } = person
  const { customerId } = customer
  const today = todayOf(system)
  const from = addDays(today, -LOOK_BACK_DAYS)
  const [campaigns, consents, purchases, work, suppressions, listed, touches, responses, replies, [ledger]] = await Promise.all([
    knownCampaigns(system, frame.locale),
    stores.consents.ofCustomer(customerId),
    stores.purchases.ofCustomer(customerId),
    stores.work.ofCustomer(customerId),
    suppressionsOf(stores, { customer, channels: companyRules.channels }),
    doNotCallFacts(
      { ...stores, companyRules },
      {
        customers: [customer],
        contentClasses: CONTENT_CLASSES,
        channel: spokenChannel(companyRules.channels).id,
        date: today,
      },
    ),
    stores.touches.ofCustomer(customerId),
    stores.responses.ofCustomer(customerId),
    stores.replies.ofCustomer(customerId),
    stores.ledgers.getMany([customerId]),
  ])
  // A closed call makes a customer due for its survey, whatever the role of the reader; the work itself is shown to those who may see it.
  const shownWork = maySeeWork(frame) ? work : []
  if (!ledger) throw new Error(`no ledger of ${customerId}`)
  const kept = { ...stores, campaigns: keptVersions(stores.campaigns, campaigns.latest) }
  const doNotCall = listed.get(customerId)
  const reach = { customer, consents: person.consents, suppressions, doNotCall }
  const to = addDays(today, LOOK_AHEAD_DAYS)
  const about = { person, campaigns, from, to, purchases, consents, work, shownWork, suppressions, touches, responses, replies }
  const { events, decided } = await personEvents(kept, about)
  const live = campaigns.latest.map(({ definition }) => definition).filter(({ id }) => campaigns.states.get(id) !== 'cancelled')
  const page = Math.min(asked, Math.max(1, Math.ceil(events.length / EVENTS_PER_PAGE)))
  const start = (page - 1) * EVENTS_PER_PAGE
  const shown = events.slice(start, start + EVENTS_PER_PAGE)
  return {
    person,
    campaigns,
    companyRules,
    today,
    events: await withInvitations(kept, { events: shown, person, campaigns, responses, now: frame.now }),
    page,
    isMore: events.length > start + EVENTS_PER_PAGE,
    from,
    work: shownWork,
    contact: { contactId: randomUUID(), refused: null, written: null },
    told: { caseId: randomUUID(), refused: null, written: null },
    consents,
    limits: contactLimitsOf({ person, reach, ledger, companyRules, now: frame.now }),
    coming: comingTouches({
      of: { person, suppressions, doNotCall, purchases },
      ledger,
      outcomes: outcomesIn(events),
      decided,
      campaigns: live,
      paused: new Set(live.map(({ id }) => id).filter((id) => campaigns.states.get(id) === 'paused')),
      from: today,
      now: frame.now,
      companyRules,
    }),
  }
}

/** What a touch says alone where no occurrence was looked into. */
const outcomeOf = ({ result, at, reason }: Touch): Outcome =>
  result === 'sent' ? { state: 'sent', at, providerId: '' } : { state: 'failed', at, reason: reason ?? '' }

const outcomesIn = (events: readonly PersonEvent[]): ReadonlyMap<string, Outcome> =>
  new Map(
    events.flatMap((event) => {
      if (event.is !== 'touch') return []
      const { occurrenceId, touch } = event.line
      const outcome = event.line.outcome ?? (touch && outcomeOf(touch))
      return outcome === null ? [] : [[occurrenceId, outcome] as const]
    }),
  )

const maySeeWork = ({ visitor }: Frame): boolean => visitor !== null && mayDo(visitor.role, 'see-work')
