/** What came in, page by page; and a customer's mail as it came, to be saved and never opened here. */
import { guards } from '#functions/staff/guard.ts'
import { DAYS_PER_PAGE, type Heard, heardBefore, placeIn } from '#functions/staff/heard.ts'
import { frameOf, knownCampaigns, todayOf } from '#functions/staff/room.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { listeningPage } from '#web/staff/listening-page.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'
import { LISTENING_SHOWS } from '#web/staff/paths.ts'

const PER_PAGE = 50
/** As large as a mail can be that came in. */
const LARGEST_MAIL = 45 * 1024 * 1024

export function listeningRoutes(system: StaffSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores } = system
  const { company } = system.companyRules

  app.get('/listening', needs('see-listening'), async (context) => {
    const frame = frameOf(system, context)
    const { show: asked, before: place = '' } = context.req.query()
    const show = LISTENING_SHOWS.find((one) => one === asked) ?? 'all'
    const { heard, next, since } = await heardBefore(stores, {
      show,
      before: placeIn(place),
      today: todayOf(system),
      zone: company.zone,
      limit: PER_PAGE,
      keptDays: Math.max(company.retention.verbatims, company.retention.rawMails),
    })
    const page = listeningPage(frame, {
      show,
      heard,
      campaigns: await knownCampaigns(system, frame.locale),
      names: await namesOf(system, heard),
      next,
      isFirst: place === '',
      since,
      daysLooked: DAYS_PER_PAGE,
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
  return app
}

async function namesOf({ stores }: StaffSystem, heard: readonly Heard[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(heard.flatMap((each) => customerOf(each) ?? []))
  const people = ids.size === 0 ? [] : await stores.customers.getMany([...ids])
  return new Map(people.map(({ customer }) => [customer.customerId, customer.fullName]))
}

const customerOf = (heard: Heard): string | null => ('response' in heard ? heard.response.customerId : heard.reply.customerId)
