/** What came in, page by page; and a customer's mail as it came, to be saved and never opened here. */

import { mayDo } from '#core/staff/role.ts'
import { knownCampaigns } from '#functions/staff/known-campaigns.ts'
import { type Heard, heardBefore, placeIn } from '#functions/staff/listening/heard.ts'
import { isNarrowedTo } from '#functions/staff/listening/listening-narrowed.ts'
import type { ListeningSystem } from '#functions/staff/listening/listening-system.ts'
import { listeningThemeRoutes } from '#functions/staff/listening/theme-act.ts'
import { customerOf, workOfHeard } from '#functions/staff/listening/work-of-heard.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { frameOf, todayOf } from '#functions/staff/visit/frame-of.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { listeningFilterIn, wrongDaysOfHeard } from '#web/staff/listening/listening-filter.ts'
import { listeningPage } from '#web/staff/listening/listening-page.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'
import { THEME_OUTCOMES } from '#web/words/themes.ts'

const PER_PAGE = 50
/** As large as a mail can be that came in. */
const LARGEST_MAIL = 45 * 1024 * 1024

export function listeningRoutes(system: ListeningSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores } = system
  const { company, themes } = system.companyRules

  app.get('/listening', needs('see-listening'), async (context) => {
    const frame = frameOf(system, context)
    const query = context.req.query()
    const { before: place = '', said } = query
    const filter = listeningFilterIn(query)
    const campaigns = await knownCampaigns(system, frame.locale)
    const { heard, next, since } = await heardBefore(stores, {
      show: filter.show,
      ...(filter.from !== null && { from: filter.from }),
      ...(filter.to !== null && { to: filter.to }),
      matches: isNarrowedTo(filter, { campaigns, themes }),
      before: placeIn(place),
      today: todayOf(system),
      zone: company.zone,
      limit: PER_PAGE,
      keptDays: Math.max(company.retention.verbatims, company.retention.rawMails),
    })
    const mayFollow = mayDo(visitorOn(context).role, 'see-work')
    const [work, names] = await Promise.all([mayFollow ? workOfHeard(stores.work, heard) : [], namesOf(system, heard)])
    const page = listeningPage(frame, {
      filters: {
        filter,
        campaigns: campaigns.latest.map(({ definition: { id } }) => ({ id, name: campaigns.name(id) })),
        themes,
      },
      heard: heard.map((each, at) => ({ ...each, work: work[at] })),
      campaigns,
      names,
      next,
      isFirst: place === '',
      since,
      place: placeIn(place),
      said: THEME_OUTCOMES.find((one) => one === said) ?? null,
      wrong: wrongDaysOfHeard(query),
    })
    return context.html(page)
  })

  app.get('/listening/mail', needs('see-listening'), async (context) => {
    const frame = frameOf(system, context)
    const { customer = '', reply: replyId = '' } = context.req.query()
    const reply =
      replyId === '' ? undefined : await stores.replies.get({ customerId: customer === '' ? null : customer, replyId })
    const mail = reply && (await stores.rawMails.read(reply.rawKey, LARGEST_MAIL))
    if (!mail) return context.html(noSuchPage(frame, 'mail'), 404)
    if ('tooLarge' in mail) return context.html(noSuchPage(frame, 'large-mail'), 413)
    // Whatever is in it: plain text, to be saved, never to be shown.
    return context.body(new Uint8Array(mail.bytes), 200, {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="mail-${replyId.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 60)}.eml.txt"`,
      'content-security-policy': "sandbox; default-src 'none'",
    })
  })
  app.route('/', listeningThemeRoutes(system))
  return app
}

async function namesOf({ stores }: ListeningSystem, heard: readonly Heard[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(heard.flatMap((each) => customerOf(each) ?? []))
  const people = ids.size === 0 ? [] : await stores.customers.getMany([...ids])
  return new Map(people.map(({ customer }) => [customer.customerId, customer.fullName]))
}
