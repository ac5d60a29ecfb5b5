/** How a form about an item of work is read and answered: with the act in the audit log, and when it is refused or breaks down with the screen and what was written. */
import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { OfferedFile } from '#app/desk/keep-case-file.ts'
import { dropDraft } from '#app/desk/keep-draft.ts'
import type { AuditedAct } from '#core/staff/audit-entry.ts'
import { mayWorkOn } from '#core/staff/whose-work.ts'
import { ownerOf } from '#core/work/standing.ts'
import { tryAct } from '#functions/staff/acts/try-act.ts'
import type { StaffEnv } from '#functions/staff/staff-app.ts'
import { formText } from '#functions/staff/visit/form-text.ts'
import { frameOf } from '#functions/staff/visit/frame-of.ts'
import { visitorOn } from '#functions/staff/visit/guard.ts'
import { pagePolicy } from '#functions/staff/visit/page-headers.ts'
import { readItem } from '#functions/staff/work/read-item.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'
import { pathWith, workPath } from '#web/staff/paths.ts'
import type { Draft } from '#web/staff/work/item-forms.ts'
import { itemPage } from '#web/staff/work/item-page.ts'
import type { WorkDone, WorkRefused } from '#web/staff/work/work-said-words.ts'

/** What one form asks for, and how its text is called when the form comes back. */
export interface Asked {
  readonly act: AuditedAct
  readonly done: WorkDone
  readonly draft: Draft | null
  /** `kept`: the act itself was refused, and what the customer said holds all the same. */
  readonly run: () => Promise<object | { readonly refused: WorkRefused } | { readonly kept: WorkDone }>
  /** What follows once it is done, and stands in the audit log. */
  readonly follow?: () => Promise<void>
  /** Where to go when it was done; the item's own screen when left out. */
  readonly back?: string
}

export async function formOf({ clock }: WorkSystem, context: Context<StaffEnv>) {
  const form = await context.req.parseBody()
  const visitor = visitorOn(context)
  const text = formText(form)
  return {
    workId: context.req.param('id') ?? '',
    actor: { by: visitor.name, address: visitor.address },
    at: clock.now(),
    text,
    /** Null where none was chosen: a browser then sends one without a name and without a byte. */
    file: async (name: string): Promise<OfferedFile | null> => {
      const sent = form[name]
      if (!(sent instanceof File) || (sent.size === 0 && sent.name === '')) return null
      return { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) }
    },
    // No page of the app sends a form that does not say what it saw: it counts as out of date.
    round: /^\d{1,4}$/.test(text('round')) ? Number(text('round')) : -1,
  }
}

/**
 * What an agent does for their own team alone. A note, and a case that a customer told, are taken from everybody. The agent who holds a call lets it go, also
 * once a lead has handed it to another team.
 */
const OF_THE_TEAM: ReadonlySet<AuditedAct> = new Set([
  'log-call',
  'hold-call',
  'start-call',
  'close-work',
  'reopen-work',
  'move-case',
  'describe-case',
  'grade-case',
  'escalate-case',
  'hand-back-case',
  'merge-case',
  'write-to-customer',
  'withdraw-question',
  'compensate',
  'decide-compensation',
  'give-compensation',
  'withdraw-compensation',
])

/** Of an item that is not there nothing is begun, so nothing is recorded. */
export async function answer(system: WorkSystem, context: Context<StaffEnv>, { act, done, draft, run, follow, back }: Asked) {
  const workId = context.req.param('id') ?? ''
  const item = await system.stores.work.get(workId)
  if (!item) return context.html(noSuchPage(frameOf(system, context), 'work'), 404)
  const people = item.customerId === null ? 0 : 1
  const by = visitorOn(context)
  const isTheirs = !OF_THE_TEAM.has(act) || mayWorkOn(ownerOf(item), by)
  const runOrRefuse = isTheirs ? run : async () => ({ refused: 'another-team' as const })
  const result = await tryAct(system, { act, on: { kind: 'work', id: workId }, by, people }, runOrRefuse)
  if (draft?.act === 'record' && !('broke' in result) && !('refused' in result) && !isAgain(result)) await sent(system, context)
  if (!('broke' in result) && !('refused' in result)) await follow?.()
  const said = 'broke' in result ? result.broke : 'refused' in result ? String(result.refused) : undefined
  if (said === undefined) return context.redirect(withSaid(back ?? workPath(workId), 'kept' in result ? result.kept : done), 303)
  return showItem(system, context, {
    said,
    draft: said === 'sent-already' ? renamed(draft) : draft,
    status: 'broke' in result ? 500 : 409,
  })
}

/** A form that was sent before has dropped the draft of that time; what was typed since is another. */
const isAgain = (result: object): boolean => 'again' in result && result.again === true

/** What was typed tells of another attempt than the one that the form logged: sent once more, it is one of its own. */
const renamed = (draft: Draft | null): Draft | null =>
  draft?.call ? { ...draft, call: { ...draft.call, attemptId: randomUUID() } } : draft

/** The screen again, with what became of a form and what was typed in it. */
export async function showItem(
  system: WorkSystem,
  context: Context<StaffEnv>,
  {
    said,
    draft = null,
    status = 200,
  }: { readonly said: string | undefined; readonly draft?: Draft | null; readonly status?: 200 | 409 | 500 },
) {
  const workId = context.req.param('id') ?? ''
  const frame = { ...frameOf(system, context), path: workPath(workId) }
  const isChosen = draft?.call || draft?.reached || draft?.atFirst !== undefined || draft?.told || draft?.onCase
  const written = isChosen || draft?.text.trim() ? draft : null
  const changed = context.req.query('changed')
  const correction = changed === undefined ? null : { changed: changed.split(',') }
  const shown = await readItem(system, { workId, frame, said, draft: written, correction })
  if (!shown) return context.html(noSuchPage(frame, 'work'), 404)
  context.header('content-security-policy', pagePolicy({ savesNotes: true }))
  return context.html(itemPage(frame, shown), status)
}

/** What was typed has become an event: it is no draft any more. */
const sent = ({ stores, clock }: WorkSystem, context: Context<StaffEnv>) =>
  dropDraft(stores, { workId: context.req.param('id') ?? '', address: visitorOn(context).address, at: clock.now() })

/** The path of a list may have a query already. */
function withSaid(path: string, said: WorkDone): string {
  const [pathname = '', query = ''] = path.split('?')
  return pathWith(pathname, { ...Object.fromEntries(new URLSearchParams(query)), said })
}
