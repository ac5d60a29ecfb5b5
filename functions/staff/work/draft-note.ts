/**
 * Keeps what a member of staff is typing: sent by the script of the page, which is answered in words alone, or by a button without it. Typing says that
 * they are on the call or the case, so it takes the lease where it is free and the work is their team's; it is no act on the customer, and stands in no audit log.
 */
import { holdCall } from '#app/desk/hold-call.ts'
import { keepDraft } from '#app/desk/keep-draft.ts'
import { mayWorkOn } from '#core/staff/whose-work.ts'
import { leaseAt } from '#core/work/lease.ts'
import { ownerOf } from '#core/work/standing.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { languageOf } from '#functions/staff/visit/frame-of.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { formOf, showItem } from '#functions/staff/work/work-form.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'
import { workPath } from '#web/staff/paths.ts'
import { keptNoteInWords } from '#web/staff/work/kept-note-words.ts'
import { workSaidInWords } from '#web/staff/work/work-said-words.ts'

export function draftNoteRoute(system: WorkSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules } = system
  app.post('/work/:id/draft', needs('note-work'), async (context) => {
    const { workId, actor, at, text } = await formOf(system, context)
    const [note, locale] = [text('note'), languageOf(context)]
    const seen = /^\d{1,9}$/.test(text('typed-seen')) ? Number(text('typed-seen')) : 0
    const kept = await keepDraft(stores, { workId, address: actor.address, text: note, at, seen })
    const isScript = context.req.header('accept') === 'application/json'
    if ('refused' in kept)
      return isScript
        ? context.json({ said: workSaidInWords(kept.refused, locale) }, 409)
        : showItem(system, context, { said: kept.refused, draft: { act: 'record', text: note }, status: 409 })
    const typedOn = await stores.work.get(workId)
    if (typedOn && mayWorkOn(ownerOf(typedOn), visitorOn(context))) await holdCall(stores, { workId, ...actor, at })
    if (!isScript) return context.redirect(`${workPath(workId)}?said=draft-kept`, 303)
    const item = await stores.work.get(workId)
    const lease = item ? leaseAt(item, at) : null
    const said = keptNoteInWords({ at, lease, own: actor.address, locale, zone: companyRules.company.zone })
    return context.json({ said, revision: kept.kept.revision })
  })
  return app
}
