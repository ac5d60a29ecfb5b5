/** Work: the list of what is open or was closed, and the screen of one item. */
import type { StaffMember } from '#core/staff/roster.ts'
import { isAmong, WHOSE } from '#core/staff/whose-work.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { monthOf } from '#core/time/month.ts'
import { localDateAt } from '#core/time/zone.ts'
import { type Due, deadlinesOf, inOrderOfUrgency, isLate } from '#core/work/deadlines.ts'
import { isBy } from '#core/work/event-staff.ts'
import { closingOf, ownerOf } from '#core/work/standing.ts'
import { isByMail, reasonOf, type WorkItem } from '#core/work/work-item.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { frameOf, knownCampaigns } from '#functions/staff/visit/frame-of.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { pageAsked } from '#functions/staff/visit/page-asked.ts'
import { behindWork } from '#functions/staff/work/behind-work.ts'
import { closedInMonth } from '#functions/staff/work/closed-work.ts'
import { readItem } from '#functions/staff/work/read-item.ts'
import { workActs } from '#functions/staff/work/work-acts.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'
import { itemPage } from '#web/staff/work/item-page.ts'
import { type WorkFilter, workFilterIn } from '#web/staff/work/work-filter.ts'
import { type WorkList, workListPage } from '#web/staff/work/work-list-page.ts'

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
    const [all, published, names] = await Promise.all([
      stores.work.allOpen(),
      stores.roster.current(),
      knownCampaigns(system, frame.locale),
    ])
    const roster = { people: published?.people ?? [] }
    const allOpen = inOrderOfUrgency(all, companyRules)
    const open = filter.due === 'late' ? allOpen.filter((due) => isLate(due, frame.now)) : allOpen
    const among = (whose: WorkFilter['whose']) => (item: WorkItem) =>
      isNarrowedTo(item, filter) &&
      // What a person closed is theirs to look up, whoever had it.
      (isAmong(ownerOf(item), { whose, viewer, roster }) || (whose === 'mine' && isClosedBy(item, viewer)))
    const found =
      filter.show === 'open'
        ? openPage(
            open.filter(({ item }) => among(filter.whose)(item)),
            pageAsked(query.page),
          )
        : await closedPage(system, { filter, today, before: query.before, matches: among(filter.whose) })
    const counts = Object.fromEntries(WHOSE.map((whose) => [whose, open.filter(({ item }) => among(whose)(item)).length]))
    const page = workListPage(frame, {
      filters: {
        filter,
        counts: filter.show === 'open' ? { all: counts.all ?? 0, mine: counts.mine ?? 0, team: counts.team ?? 0 } : null,
        campaigns: names.latest.map(({ definition: { id } }) => ({ id, name: names.name(id) })),
      },
      names,
      people: roster.people,
      open: allOpen.length,
      late: allOpen.filter((due) => isLate(due, frame.now)).length,
      shown: await behindWork({ ...stores, companyRules }, found.due),
      thisMonth: monthOf(today),
      place: found.place,
      said: query.said,
    })
    return context.html(page)
  })

  app.get('/work/:id', needs('see-work'), async (context) => {
    const frame = frameOf(system, context)
    const { id } = context.req.param()
    const shown = await readItem(system, { workId: id, frame, said: context.req.query('said'), draft: null })
    return shown ? context.html(itemPage(frame, shown)) : context.html(noSuchPage(frame, 'work'), 404)
  })

  app.route('/', workActs(system))
  return app
}

interface Found {
  readonly due: readonly Due[]
  readonly place: WorkList['place']
}

/** Work that closed meanwhile may have left fewer pages than the link knew: then the last one is shown. */
function openPage(due: readonly Due[], asked: number): Found {
  const page = Math.max(1, Math.min(asked, Math.ceil(due.length / PER_PAGE)))
  const start = (page - 1) * PER_PAGE
  return { due: due.slice(start, start + PER_PAGE), place: { page, isMore: start + PER_PAGE < due.length } }
}

interface ClosedAsked {
  readonly filter: WorkFilter
  readonly today: LocalDate
  readonly before: string | undefined
  readonly matches: (item: WorkItem) => boolean
}

async function closedPage({ stores, companyRules }: WorkSystem, { filter, today, before, matches }: ClosedAsked): Promise<Found> {
  const asked = { month: filter.month, before: before ?? null, today, limit: PER_PAGE, matches }
  const { items, next } = await closedInMonth(stores.work, asked)
  const due = items.map((item) => ({ item, deadlines: deadlinesOf(item, companyRules) }))
  return { due, place: { next, isFirst: before === undefined } }
}

const isNarrowedTo = (item: WorkItem, { kind, campaign, from }: WorkFilter): boolean =>
  (kind === null || reasonOf(item) === kind) &&
  (from === null || isByMail(item)) &&
  (campaign === null || (item.subject.is !== 'right' && item.subject.campaignId === campaign))

function isClosedBy(item: WorkItem, viewer: Pick<StaffMember, 'name' | 'address'>): boolean {
  const closing = closingOf(item)
  return closing !== undefined && isBy(closing.by, viewer)
}
