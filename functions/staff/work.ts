/** Open work: the page that lists it, and the two acts of its form, to note and to close. */

import type { Context } from 'hono'
import { closeWork } from '#app/desk/close-work.ts'
import { noteWork } from '#app/desk/note-work.ts'
import { contactPointsOf } from '#core/channel/channel.ts'
import { type Due, inOrderOfUrgency } from '#core/work/deadlines.ts'
import { guards, visitorOn } from '#functions/staff/guard.ts'
import { type FrameSystem, frameOf, knownCampaigns } from '#functions/staff/room.ts'
import { type StaffApp, type StaffEnv, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffStores, StaffSystem } from '#functions/staff/staff-system.ts'
import { roomPage } from '#web/staff/frame.ts'
import { pathWith } from '#web/staff/paths.ts'
import { type Behind, workPage } from '#web/staff/work-page.ts'
import { WORK_PAGE_WORDS } from '#web/staff/work-page-words.ts'

const PER_PAGE = 25

export interface WorkSystem extends FrameSystem, Pick<StaffSystem, 'events'> {
  readonly stores: Pick<StaffStores, 'campaigns' | 'customers' | 'replies' | 'responses' | 'seals' | 'suppressions' | 'work'>
}

export function workRoutes(system: WorkSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules, events } = system

  app.get('/work', needs('see-work'), async (context) => {
    const frame = frameOf(system, context)
    const query = context.req.query()
    const open = inOrderOfUrgency(await stores.work.allOpen(), companyRules)
    const page = /^[1-9]\d{0,4}$/.test(query.page ?? '') ? Number(query.page) : 1
    const start = (page - 1) * PER_PAGE
    const body = workPage({
      frame,
      campaigns: await knownCampaigns(system, frame.locale),
      open: open.length,
      late: open.filter(({ deadlines }) => deadlines.begin <= frame.now).length,
      shown: await behindWork(system, open.slice(start, start + PER_PAGE)),
      page,
      hasNext: start + PER_PAGE < open.length,
      said: query.said,
    })
    return context.html(roomPage({ frame, section: 'work', title: WORK_PAGE_WORDS[frame.locale].title, body }))
  })

  app.post('/work/close', needs('close-work'), async (context) => {
    const { page, reached, ...written } = await formOf(context)
    const done = { ...written, reached: reached === '' ? null : reached === 'yes', at: system.clock.now() }
    const closed = await closeWork({ work: stores.work, companyRules, events }, done)
    return context.redirect(pathWith('/work', { said: 'refused' in closed ? closed.refused : 'closed', page }), 303)
  })

  app.post('/work/note', needs('note-work'), async (context) => {
    const { page, reached: _, ...written } = await formOf(context)
    const noted = await noteWork({ work: stores.work, companyRules }, { ...written, at: system.clock.now() })
    return context.redirect(pathWith('/work', { said: 'refused' in noted ? noted.refused : 'noted', page }), 303)
  })
  return app
}

async function formOf(context: Context<StaffEnv>) {
  const form = await context.req.parseBody()
  const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
  return {
    workId: text('work'),
    by: visitorOn(context).name,
    note: text('note'),
    reached: text('reached'),
    page: text('page') === '1' ? null : text('page'),
  }
}

/** Whom the work is about, and what they said. */
async function behindWork({ stores, companyRules }: WorkSystem, due: readonly Due[]): Promise<readonly Behind[]> {
  const { customers, replies, responses } = stores
  const ids = [...new Set(due.flatMap(({ item }) => item.customerId ?? []))]
  const asked = due.flatMap(({ item }) =>
    item.kind === 'call-task' ? [{ customerId: item.customerId, occurrenceId: item.subject.occurrenceId }] : [],
  )
  const [people, answers, mails] = await Promise.all([
    ids.length === 0 ? [] : customers.getMany(ids),
    asked.length === 0 ? [] : responses.getMany(asked),
    Promise.all(
      due.map(({ item: { customerId, subject } }) =>
        subject.replyId === null ? undefined : replies.get({ customerId, replyId: subject.replyId }),
      ),
    ),
  ])
  const points = people.flatMap(({ customer }) =>
    contactPointsOf(companyRules.channels, customer).map((point) => ({ ...point, key: stores.seals.contactKey(point) })),
  )
  const found = await stores.suppressions.among(points.map(({ key }) => key))
  const suppressed = points.filter(({ key }) => found.has(key)).map(({ value }) => value)
  return due.map(({ item, deadlines }, place) => ({
    item,
    deadlines,
    suppressed,
    customer: people.find(({ customer }) => customer.customerId === item.customerId)?.customer,
    reply: mails[place],
    response: answers.find(
      ({ customerId, occurrenceId }) =>
        item.kind === 'call-task' && customerId === item.customerId && occurrenceId === item.subject.occurrenceId,
    ),
  }))
}
