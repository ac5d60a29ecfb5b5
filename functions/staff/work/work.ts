/** Work: the list of what is open, was closed or is behind a count of the report, and the screen of one item. */
import { DaysNotFilledError } from '#app/ports/days-not-filled.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { isAmong } from '#core/staff/whose-work.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { monthOf } from '#core/time/month.ts'
import { localDateAt } from '#core/time/zone.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { isBy } from '#core/work/event-staff.ts'
import { closingOf, ownerOf } from '#core/work/standing.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { knownCampaigns } from '#functions/staff/known-campaigns.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { pageAsked } from '#functions/staff/visit/page-asked.ts'
import { behindWork } from '#functions/staff/work/behind-work.ts'
import { closedInMonth } from '#functions/staff/work/closed-work.ts'
import { countedInMonth } from '#functions/staff/work/counted-work.ts'
import { isNarrowedTo } from '#functions/staff/work/narrowed.ts'
import { openAtGlance, openList } from '#functions/staff/work/open-list.ts'
import { similarRoute } from '#functions/staff/work/similar-cases.ts'
import { workActs } from '#functions/staff/work/work-acts.ts'
import { showItem } from '#functions/staff/work/work-form.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'
import { PROCEDURE_PATH } from '#web/staff/paths.ts'
import { procedurePage } from '#web/staff/work/procedure-page.ts'
import { type WorkFilter, workFilterIn } from '#web/staff/work/work-filter.ts'
import { workListPage } from '#web/staff/work/work-list-page.ts'
import { wrongMonth } from '#web/staff/wrong-in-address.ts'

/** Of work of a month. */
const PER_PAGE = 25

export function workRoutes(system: WorkSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules } = system

  app.get('/work', needs('see-work'), async (context) => {
    const frame = frameOf(system, context)
    const query = context.req.query()
    const today = localDateAt(frame.now, companyRules.company.zone)
    const filter = workFilterIn(query, today)
    const viewer = visitorOn(context)
    const [{ glance, open, late }, published, names] = await Promise.all([
      openAtGlance(system, frame.now),
      stores.roster.current(),
      knownCampaigns(system, frame.locale),
    ])
    const asked = { filter, viewer, now: frame.now, page: pageAsked(query.page), after: query.after ?? null }
    const found =
      filter.show === 'open'
        ? await openList(system, asked, glance)
        : { ...(await pageOfMonth(system, { filter, today, before: query.before, after: query.after, viewer })), counts: null }
    const page = workListPage(frame, {
      filters: {
        filter,
        counts: found.counts,
        campaigns: names.latest.map(({ definition: { id } }) => ({ id, name: names.name(id) })),
      },
      names,
      people: published?.people ?? [],
      open,
      late,
      shown: await behindWork({ ...stores, companyRules }, found.due),
      thisMonth: monthOf(today),
      place: found.place,
      said: query.said,
      wrong: filter.show === 'open' ? [] : wrongMonth(query.month, { latest: monthOf(today) }),
    })
    return context.html(page)
  })

  // Before the screen of an item, whose id it would be.
  app.get(PROCEDURE_PATH, needs('see-work'), (context) =>
    context.html(procedurePage({ ...frameOf(system, context), path: PROCEDURE_PATH }, companyRules)),
  )
  app.get('/work/:id', needs('see-work'), (context) => showItem(system, context, { said: context.req.query('said') }))

  app.route('/', similarRoute(system))
  app.route('/', workActs(system))
  return app
}

interface MonthAsked {
  readonly filter: WorkFilter
  readonly today: LocalDate
  /** Where a list goes on: of closed work, and of what is behind a count. */
  readonly before: string | undefined
  readonly after: string | undefined
  readonly viewer: StaffMember
}

async function pageOfMonth({ stores, companyRules }: WorkSystem, { filter, today, before, after, viewer }: MonthAsked) {
  const { whose } = filter
  const matches = (item: WorkItem) =>
    isNarrowedTo(item, filter) &&
    // A member of staff may look up what they closed, also of a colleague's.
    (isAmong(ownerOf(item), { whose, viewer }) || (whose === 'mine' && isClosedBy(item, viewer)))
  const { month, counted } = filter
  const asked = { month, today, limit: PER_PAGE, matches }
  const { items, next } =
    filter.show === 'closed'
      ? await closedInMonth(stores.work, { ...asked, before: before ?? null })
      : await countedInMonth(stores.work, { asked: { ...asked, counted, after: after ?? null }, rules: companyRules }).catch(
          unlessUnfilled,
        )
  const due = items.map((item) => ({ item, deadlines: deadlinesOf(item, companyRules) }))
  return {
    due,
    place: { next, isUnfilled: items === UNFILLED.items, isFirst: (filter.show === 'closed' ? before : after) === undefined },
  }
}

const UNFILLED = { items: [], next: null } as const

/** Work of the version before is not found by its day until the operator brings it in; all other lists go on. */
function unlessUnfilled(error: unknown): typeof UNFILLED {
  if (error instanceof DaysNotFilledError) return UNFILLED
  throw error
}

function isClosedBy(item: WorkItem, viewer: Pick<StaffMember, 'name' | 'address'>): boolean {
  const closing = closingOf(item)
  return closing !== undefined && isBy(closing.by, viewer)
}
