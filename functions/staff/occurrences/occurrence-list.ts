/** Every occurrence there ever was: by month over all campaigns, or of one campaign from the newest back to the first. Read by keys, a page at a time. */
import type { Occurrence } from '#core/planning/occurrence.ts'
import { isLocalDate, type LocalDate } from '#core/time/local-date.ts'
import { firstDayOf, isMonth, lastDayOf, monthOf } from '#core/time/month.ts'
import { localDateAt } from '#core/time/zone.ts'
import { knownCampaigns } from '#functions/staff/known-campaigns.ts'
import { occurrenceLines, openForNobody } from '#functions/staff/occurrences/occurrence-lines.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffStores, StaffSystem } from '#functions/staff/staff-system.ts'
import { type FrameSystem, frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { occurrencesPage } from '#web/staff/occurrences/occurrences-page.ts'
import { wrongMonth } from '#web/staff/wrong-in-address.ts'

const PER_PAGE = 50

export interface OccurrenceListSystem extends FrameSystem, Pick<StaffSystem, 'events'> {
  readonly stores: Pick<StaffStores, 'campaigns' | 'occurrences'>
}

export function occurrenceListRoutes(system: OccurrenceListSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules } = system
  app.get('/occurrences', needs('see-figures'), async (context) => {
    const frame = frameOf(system, context)
    const { campaign = '', month: askedMonth = '', before = '', all = '' } = context.req.query()
    const latest = monthOf(localDateAt(frame.now, companyRules.company.zone))
    const month = isMonth(askedMonth) ? askedMonth : campaign === '' ? latest : null
    const found = await foundBy(stores.occurrences, {
      campaign,
      month,
      before: isPlace(before) ? before : '',
      withEmpty: all === 'yes',
    })
    const shown = found.slice(0, PER_PAGE)
    const page = occurrencesPage(frame, {
      campaigns: await knownCampaigns(system, frame.locale),
      filter: { campaign, month, withEmpty: all === 'yes' },
      wrong: wrongMonth(askedMonth),
      latest,
      isFirst: before === '',
      next: found.length > PER_PAGE ? placeOf(shown.at(-1)) : null,
      lines: await occurrenceLines(stores.occurrences, shown),
    })
    return context.html(page)
  })
  return app
}

/** Where an occurrence stands in a list: its date, and within a month of all campaigns its id besides. */
const placeOf = (occurrence: Occurrence | undefined): string | null =>
  occurrence ? `${occurrence.date} ${occurrence.occurrenceId}` : null
const isPlace = (text: string) => isLocalDate(text.slice(0, 10))

interface Asked {
  /** Empty for all of them. */
  readonly campaign: string
  /** Null only for a campaign. */
  readonly month: string | null
  readonly before: string
  /** Also those in which nobody was due. */
  readonly withEmpty: boolean
}

async function foundBy(store: StaffStores['occurrences'], asked: Asked): Promise<readonly Occurrence[]> {
  const { campaign, month, before, withEmpty } = asked
  const shownOf = (some: readonly Occurrence[]) => (withEmpty ? Promise.resolve(some) : withSomebody(store, some))
  if (month === null) return ofCampaign(store, { campaign, before: before.slice(0, 10), shownOf })
  const inMonth = await store.between(firstDayOf(month), lastDayOf(month))
  const inAsked = inMonth
    .filter((one) => campaign === '' || one.campaignId === campaign)
    .toReversed()
    .filter((one) => before === '' || (placeOf(one) ?? '') < before)
  return (await shownOf(inAsked)).slice(0, PER_PAGE + 1)
}

/** Without those in which, as is known, nobody is or was due. */
async function withSomebody(store: StaffStores['occurrences'], found: readonly Occurrence[]): Promise<readonly Occurrence[]> {
  const forNobody = await openForNobody(store, found)
  return found.filter(
    ({ occurrenceId, balance, mismatch }) => mismatch || (balance === null ? !forNobody.has(occurrenceId) : balance.audience > 0),
  )
}

/** A personal campaign has an occurrence every day, and on most days of a small company nobody is due: those are passed over, a year at a time. */
async function ofCampaign(
  store: StaffStores['occurrences'],
  {
    campaign,
    before,
    shownOf,
  }: {
    readonly campaign: string
    readonly before: LocalDate | ''
    readonly shownOf: (some: readonly Occurrence[]) => Promise<readonly Occurrence[]>
  },
): Promise<readonly Occurrence[]> {
  const found: Occurrence[] = []
  let limit = PER_PAGE + 1
  for (let until = before; found.length <= PER_PAGE; ) {
    const page = await store.ofCampaign({ campaignId: campaign, ...(until !== '' && { before: until }), limit })
    found.push(...(await shownOf(page)))
    until = page.at(-1)?.date ?? ''
    if (page.length < limit) break
    limit = YEAR
  }
  return found.slice(0, PER_PAGE + 1)
}

const YEAR = 366
