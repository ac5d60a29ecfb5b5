/**
 * The way of an act of staff that asks for a reason: a page that counts what will happen, the reason, then the use case inside its lines of the audit
 * log. A form whose page has gone stale is shown the numbers of now instead of being carried out.
 */
import type { Context } from 'hono'
import { LONGEST_REASON, staffText } from '#core/campaign/staff-text.ts'
import { type AuditEntry, type AuditedAct, GROUNDS, type Ground } from '#core/staff/audit-entry.ts'
import type { Permission } from '#core/staff/role.ts'
import type { Instant } from '#core/time/instant.ts'
import { tryAct } from '#functions/staff/acts/try-act.ts'
import { type StaffApp, type StaffEnv, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { formText } from '#functions/staff/visit/form-text.ts'
import { type FrameSystem, frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { type ActView, actPage, type WrongAct } from '#web/staff/acts/act-page.ts'
import { hasChanged } from '#web/staff/acts/counted.ts'
import type { Frame } from '#web/staff/frame.ts'
import { type Missing, noSuchPage } from '#web/staff/no-such-page.ts'

export interface ActVisit {
  readonly frame: Frame
  /** A part of the path; empty for one that the path does not have. */
  readonly part: (name: string) => string
  /** What was typed into a further field of the form; empty for one that was not sent. */
  readonly typed: (name: string) => string
}

/** Who does it and why. */
export interface ActWord {
  readonly by: string
  readonly because: string
  readonly at: Instant
}

interface Looked<Seen> {
  readonly view: ActView
  readonly on: AuditEntry['on']
  /** Of an act on something else that is about one customer alone. */
  readonly customerId?: string
  readonly people: number | null
  /** What the act must find unchanged, besides what the form carries. */
  readonly seen?: Seen
}

/** `refused`: in words; the act changed nothing. */
export type ActDone = { readonly goTo: string } | { readonly handOut: Response } | { readonly refused: string }

export interface StaffAct<Seen = unknown> {
  readonly act: AuditedAct
  readonly path: string
  readonly needs: Permission
  /** What there is none of when `look` finds nothing. */
  readonly missing: Missing
  /** Counts from the stores. May name what else is missing. */
  readonly look: (visit: ActVisit) => Promise<Looked<Seen> | { readonly missing: Missing } | null>
  /** `seen`: as the look of a moment ago found it, which is what the form's author saw. */
  carryOut(visit: ActVisit, word: ActWord, seen: Seen | undefined): Promise<ActDone>
}

export interface ActSystem extends FrameSystem, Pick<StaffSystem, 'events'> {
  readonly stores: Pick<StaffSystem['stores'], 'auditLog'>
}

export function actRoutes(system: ActSystem, acts: readonly StaffAct[]): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  for (const act of acts) {
    app.get(act.path, needs(act.needs), async (context) => {
      const visit = visitOf(system, context)
      const looked = (await act.look(visit)) ?? act
      return 'missing' in looked
        ? context.html(noSuchPage(visit.frame, looked.missing), 404)
        : context.html(actPage(visit.frame, { view: looked.view }))
    })
    app.post(act.path, needs(act.needs), (context) => carryOut(system, act, context))
  }
  return app
}

function visitOf(system: ActSystem, context: Context<StaffEnv>): ActVisit {
  return { frame: frameOf(system, context), part: (name) => context.req.param(name) ?? '', typed: () => '' }
}

const STATUS = { 'no-reason': 422, 'too-long': 422, stale: 409, failed: 500, unrecorded: 500 } as const satisfies Record<
  WrongAct,
  number
>

async function carryOut(system: ActSystem, act: StaffAct, context: Context<StaffEnv>): Promise<Response> {
  const visit = visitOf(system, context)
  const { frame } = visit
  const looked = (await act.look(visit)) ?? act
  if ('missing' in looked) return context.html(noSuchPage(frame, looked.missing), 404)
  const { view, on, customerId, people } = looked
  if (view.refused !== null) return context.html(actPage(frame, { view }), 409)
  const given = await formOf(context)
  const wrong = wrongWith(given, view)
  if (wrong) return context.html(actPage(frame, { view, wrong, given }), STATUS[wrong])

  const by = visitorOn(context)
  const ground = view.reason === 'words' ? undefined : given.ground
  const word = { by: by.name, because: given.because, at: frame.now }
  const done = await tryAct(system, { act: act.act, on, customerId, by, people, ground }, () =>
    act.carryOut({ ...visit, typed: given.typed }, word, looked.seen),
  )
  if ('goTo' in done) return context.redirect(done.goTo, 303)
  if ('handOut' in done) return done.handOut
  const now = viewOf(await act.look(visit).catch(() => null)) ?? view
  return 'broke' in done
    ? context.html(actPage(frame, { view: now, wrong: done.broke, given }), STATUS[done.broke])
    : context.html(actPage(frame, { view: now, wrong: done, given }), 409)
}

const viewOf = (looked: Awaited<ReturnType<StaffAct['look']>>): ActView | undefined =>
  looked && 'view' in looked ? looked.view : undefined

interface Given {
  readonly because: string
  readonly ground: Ground | undefined
  readonly counted: string
  readonly typed: (name: string) => string
}

async function formOf(context: Context<StaffEnv>): Promise<Given> {
  const typed = formText(await context.req.parseBody())
  const text = (name: string) => staffText(typed(name))
  const ground = GROUNDS.find((one) => one === text('ground'))
  return { because: text('because'), ground, counted: text('counted'), typed: text }
}

/** A stale page comes first: whoever must look again may have another reason, or none. */
function wrongWith({ because, ground, counted }: Given, view: ActView): WrongAct | null {
  if (counted !== '' && hasChanged(counted, view)) return 'stale'
  if (view.reason === 'words' ? because === '' : ground === undefined || !view.reason.includes(ground)) return 'no-reason'
  if (because.length > LONGEST_REASON) return 'too-long'
  return counted === '' ? 'stale' : null
}
