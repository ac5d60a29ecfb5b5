/** Everything that the page of one customer shows. */
import { randomUUID } from 'node:crypto'
import { doNotCallFacts } from '#app/consent/do-not-call-facts.ts'
import { comingTouches } from '#app/person/coming-touches.ts'
import type { Person } from '#app/ports/customers.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import { CONTENT_CLASSES } from '#core/campaign/campaign-definition.ts'
import { spokenChannel } from '#core/channel/channel.ts'
import type { Touch } from '#core/planning/touch.ts'
import { contactLimitsOf } from '#functions/staff/customers/contact-limits.ts'
import { toldOfPerson } from '#functions/staff/customers/told-of-person.ts'
import { knownCampaigns } from '#functions/staff/known-campaigns.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { todayOf } from '#functions/staff/visit/frame-of.ts'
import { stopsOf } from '#functions/staff/work/behind-work.ts'
import { guideOffer } from '#functions/staff/work/guide-offer.ts'
import type { PersonEvent } from '#web/staff/customers/person-event.ts'
import type { PersonShown } from '#web/staff/customers/person-page.ts'
import type { Frame } from '#web/staff/frame.ts'

const EVENTS_PER_PAGE = 40

/** A page behind the last one is the last. */
export async function readPerson(
  system: StaffSystem,
  { frame, person, page: asked }: { readonly frame: Frame; readonly person: Person; readonly page: number },
): Promise<Omit<PersonShown, 'correction'>> {
  const { stores, companyRules } = system
  const { customer } = person
  const { customerId } = customer
  const campaigns = await knownCampaigns(system, frame.locale)
  const [told, listed, [ledger], stops, published] = await Promise.all([
    toldOfPerson(system, { person, campaigns, frame }),
    doNotCallFacts(
      { ...stores, companyRules },
      {
        customers: [customer],
        contentClasses: CONTENT_CLASSES,
        channel: spokenChannel(companyRules.channels).id,
        date: todayOf(system),
      },
    ),
    stores.ledgers.getMany([customerId]),
    stopsOf({ ...stores, companyRules }, [customer]),
    stores.roster.current(),
  ])
  if (!ledger) throw new Error(`no ledger of ${customerId}`)
  const { consents, purchases, suppressions, events, decided, from, today } = told
  const doNotCall = listed.get(customerId)
  const reach = { customer, consents: person.consents, suppressions, doNotCall }
  const live = campaigns.latest.map(({ definition }) => definition).filter(({ id }) => campaigns.states.get(id) !== 'cancelled')
  const page = Math.min(asked, Math.max(1, Math.ceil(events.length / EVENTS_PER_PAGE)))
  const start = (page - 1) * EVENTS_PER_PAGE
  return {
    person,
    campaigns,
    companyRules,
    people: published?.people ?? [],
    today,
    events: await told.shown(start, EVENTS_PER_PAGE),
    page,
    isMore: events.length > start + EVENTS_PER_PAGE,
    from,
    work: told.shownWork,
    contact: {
      contactId: randomUUID(),
      refused: null,
      written: null,
      guide: guideOffer({ campaigns, person, stops: stops.get(customerId) ?? [], today, companyRules }),
    },
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
