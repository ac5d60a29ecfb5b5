/**
 * The acts on one item of work. Each stands in the audit log before it is done, is harmless when its form is sent twice, and when it is refused the
 * screen comes back with the reason and with what was written.
 */
import type { Context } from 'hono'
import { assignWork } from '#app/desk/assign-work.ts'
import { closeWork } from '#app/desk/close-work.ts'
import { logAttempt } from '#app/desk/log-attempt.ts'
import { noteWork } from '#app/desk/note-work.ts'
import { reopenWork } from '#app/desk/reopen-work.ts'
import { CALL_STOPS } from '#app/desk/stop-calls.ts'
import { extendRight } from '#app/person/extend-right.ts'
import type { AuditedAct } from '#core/staff/audit-entry.ts'
import type { Instant } from '#core/time/instant.ts'
import { isLocalDate } from '#core/time/local-date.ts'
import { instantAt } from '#core/time/zone.ts'
import { CONTACT_WAYS, DISPOSITIONS } from '#core/work/disposition.ts'
import { audit } from '#functions/staff/acts/audit.ts'
import { type StaffApp, type StaffEnv, staffApp } from '#functions/staff/staff-app.ts'
import { frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { ownPath } from '#functions/staff/visit/own-path.ts'
import { readItem } from '#functions/staff/work/read-item.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'
import { pathWith, workPath } from '#web/staff/paths.ts'
import { deskIn } from '#web/staff/work/desk-field.ts'
import type { Draft } from '#web/staff/work/item-forms.ts'
import { itemPage } from '#web/staff/work/item-page.ts'
import type { WorkDone, WorkRefused } from '#web/staff/work/work-said-line.ts'

/** What one form asks for, and how its text is called when the form comes back. */
interface Asked {
  readonly act: AuditedAct
  readonly done: WorkDone
  readonly draft: Draft | null
  readonly run: () => Promise<object | { readonly refused: WorkRefused }>
  /** Where to go when it was done; the item's own screen when left out. */
  readonly back?: string
}

export function workActs(system: WorkSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules, events } = system
  const ports = { work: stores.work, companyRules, events, customers: stores.customers, roster: stores.roster }

  app.post('/work/:id/note', needs('note-work'), async (context) => {
    const { workId, actor, at, text } = await formOf(system, context)
    const note = text('note')
    const run = () => noteWork(ports, { workId, ...actor, note, at })
    return answer(system, context, { act: 'note-work', done: 'noted', draft: { act: 'record', text: note }, run })
  })

  app.post('/work/:id/call', needs('close-work'), async (context) => {
    const { workId, actor, at, text, round } = await formOf(system, context)
    const [note, zone] = [text('note'), companyRules.company.zone]
    const disposition = DISPOSITIONS.find((one) => one === text('disposition'))
    const attempt = {
      way: CONTACT_WAYS.find((one) => one === text('way')) ?? 'phone',
      callBackAt: instantIn(text('call-back-at'), zone),
      stop: CALL_STOPS.find((one) => one === text('stop')) ?? 'person',
      team: visitorOn(context).team,
    }
    const callPorts = {
      ...ports,
      consents: stores.consents,
      ledgers: stores.ledgers,
      suppressions: stores.suppressions,
      seals: stores.seals,
    }
    const run = async () =>
      disposition
        ? logAttempt(callPorts, { workId, ...actor, ...attempt, disposition, note, round, at })
        : { refused: 'which-outcome' as const }
    return answer(system, context, { act: 'log-call', done: 'call-logged', draft: { act: 'record', text: note }, run })
  })

  app.post('/work/:id/close', needs('close-work'), async (context) => {
    const { workId, actor, at, text, round } = await formOf(system, context)
    const [note, said] = [text('note'), text('reached')]
    const reached = said === 'yes' ? true : said === 'no' ? false : null
    const run = () => closeWork(ports, { workId, ...actor, note, reached, round, at })
    return answer(system, context, { act: 'close-work', done: 'closed', draft: { act: 'record', text: note }, run })
  })

  app.post('/work/:id/reopen', needs('reopen-work'), async (context) => {
    const { workId, actor, at, text, round } = await formOf(system, context)
    const because = text('because')
    const run = () => reopenWork(ports, { workId, ...actor, because, round, at })
    return answer(system, context, { act: 'reopen-work', done: 'reopened', draft: { act: 'reopen', text: because }, run })
  })

  app.post('/work/:id/extend', needs('extend-right'), async (context) => {
    const { workId, actor, at, text } = await formOf(system, context)
    const because = text('because')
    const run = () => extendRight(ports, { workId, ...actor, because, at })
    return answer(system, context, { act: 'extend-right', done: 'extended', draft: { act: 'extend', text: because }, run })
  })

  app.post('/work/:id/assign', needs('assign-work'), async (context) => {
    const { workId, actor, at, text } = await formOf(system, context)
    const [to, from] = [deskIn(text('to')), deskIn(text('from'))]
    const isTaken = to?.is === 'person' && to.address === visitorOn(context).address
    const run = async () =>
      to && from ? assignWork(ports, { workId, ...actor, to, from, at }) : { refused: 'nobody-there' as const }
    const back = text('back') === '' ? {} : { back: ownPath(text('back'), context.req.url) }
    const asked = isTaken
      ? ({ act: 'take-work', done: 'taken' } as const)
      : ({ act: 'hand-over-work', done: 'assigned' } as const)
    return answer(system, context, { ...asked, draft: null, run, ...back })
  })
  return app
}

async function formOf({ clock }: WorkSystem, context: Context<StaffEnv>) {
  const form = await context.req.parseBody()
  const visitor = visitorOn(context)
  const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
  return {
    workId: context.req.param('id') ?? '',
    actor: { by: visitor.name, address: visitor.address },
    at: clock.now(),
    text,
    // A form that does not say what it saw was made by nobody's page: it is out of date.
    round: /^\d{1,4}$/.test(text('round')) ? Number(text('round')) : -1,
  }
}

/** A day and a time of a form, in the company's zone; null for anything else. */
function instantIn(written: string, zone: string): Instant | null {
  const [, date = '', time = ''] = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(written) ?? []
  return isLocalDate(date) ? instantAt(date, time, zone) : null
}

/** Of an item that is not there nothing is begun, so nothing is recorded. */
async function answer(system: WorkSystem, context: Context<StaffEnv>, { act, done, draft, run, back }: Asked) {
  const workId = context.req.param('id') ?? ''
  const item = await system.stores.work.get(workId)
  if (!item) return context.html(noSuchPage(frameOf(system, context), 'work'), 404)
  const people = item.customerId === null ? 0 : 1
  const result = await audit(system, { act, on: { kind: 'work', id: workId }, by: visitorOn(context), people }, run)
  if (!('refused' in result)) return context.redirect(withSaid(back ?? workPath(workId), done), 303)
  const frame = { ...frameOf(system, context), path: workPath(workId) }
  const shown = await readItem(system, { workId, frame, said: String(result.refused), draft: draft?.text.trim() ? draft : null })
  return shown ? context.html(itemPage(frame, shown), 409) : context.html(noSuchPage(frame, 'work'), 404)
}

/** The path of a list may have a query already. */
function withSaid(path: string, said: WorkDone): string {
  const [pathname = '', query = ''] = path.split('?')
  return pathWith(pathname, { ...Object.fromEntries(new URLSearchParams(query)), said })
}
