/**
 * The acts on one item of work. Each stands in the audit log before it is done, is harmless when its form is sent twice, and when it is refused or
 * breaks down the screen comes back with the reason and with what was written.
 */
import { assignWork } from '#app/desk/assign-work.ts'
import { closeWork } from '#app/desk/close-work.ts'
import { listsAfterHandOver } from '#app/desk/lists-after-hand-over.ts'
import { noteWork } from '#app/desk/note-work.ts'
import { reopenWork } from '#app/desk/reopen-work.ts'
import { extendRight } from '#app/person/extend-right.ts'
import type { Instant } from '#core/time/instant.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { isOffered } from '#functions/staff/visit/is-offered.ts'
import { ownPath } from '#functions/staff/visit/own-path.ts'
import { caseActRoutes } from '#functions/staff/work/case-acts.ts'
import { caseFileRoutes } from '#functions/staff/work/case-files.ts'
import { compensationActRoutes } from '#functions/staff/work/compensation-acts.ts'
import { draftNoteRoute } from '#functions/staff/work/draft-note.ts'
import { holdCallRoutes } from '#functions/staff/work/hold-call.ts'
import { logCallRoute } from '#functions/staff/work/log-call.ts'
import { mergeCaseRoute } from '#functions/staff/work/merge-case.ts'
import { openCaseRoute } from '#functions/staff/work/open-case.ts'
import { questionActRoutes } from '#functions/staff/work/question-acts.ts'
import { ringRoute } from '#functions/staff/work/ring-customer.ts'
import { themeActRoutes } from '#functions/staff/work/theme-act.ts'
import { answer, formOf } from '#functions/staff/work/work-form.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'
import { writeLetterRoutes } from '#functions/staff/work/write-letter.ts'
import { AT_FIRST_ANSWERS, atFirstIn } from '#web/staff/work/at-first-field.ts'
import { REACHED_ANSWERS, type ReachedAnswer } from '#web/staff/work/case-fields.ts'
import { deskIn } from '#web/staff/work/desk-field.ts'

const REACHED = { yes: true, no: false, 'not-needed': 'not-needed' } as const satisfies Record<ReachedAnswer, unknown>

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

  // Before the closing in words, which pages of before still send for a call.
  app.route('/', logCallRoute(system))
  app.route('/', holdCallRoutes(system))
  app.route('/', draftNoteRoute(system))
  app.route('/', ringRoute(system))
  app.route('/', openCaseRoute(system))
  app.route('/', caseActRoutes(system))
  app.route('/', caseFileRoutes(system))
  app.route('/', writeLetterRoutes(system))
  app.route('/', questionActRoutes(system))
  app.route('/', mergeCaseRoute(system))
  app.route('/', compensationActRoutes(system))
  app.route('/', themeActRoutes(system))

  app.post('/work/:id/close', needs('close-work'), async (context) => {
    const { workId, actor, at, text, round } = await formOf(system, context)
    const note = text('note')
    const said = REACHED_ANSWERS.find((one) => one === text('reached')) ?? null
    const atFirst = atFirstIn(text('at-first'))
    const mark = atFirst === undefined ? {} : { atFirst }
    const run = async () =>
      isOffered(AT_FIRST_ANSWERS, text('at-first'))
        ? closeWork(ports, { workId, ...actor, note, reached: said && REACHED[said], ...mark, round, at })
        : { refused: 'not-offered' as const }
    return answer(system, context, {
      act: 'close-work',
      done: 'closed',
      draft: { act: 'record', text: note, reached: said, ...mark },
      run,
    })
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
    const note = text('note')
    const isTaken = to?.is === 'person' && to.address === visitorOn(context).address
    const run = async () =>
      to && from ? assignWork(ports, { workId, ...actor, to, from, at, note }) : { refused: 'nobody-there' as const }
    const back = text('back') === '' ? {} : { back: ownPath(text('back'), context.req.url) }
    const asked = isTaken
      ? ({ act: 'take-work', done: 'taken' } as const)
      : ({ act: 'hand-over-work', done: 'assigned' } as const)
    // What was handed over holds already: a list that cannot be made again now is ordered, and made soon.
    const follow = () =>
      listsAgain(system, { workId, at }).catch((error: unknown) =>
        system.pageFailed(error, { reference: 'list-calls', route: 'POST /work/:id/assign' }),
      )
    return answer(system, context, { ...asked, draft: { act: 'hand-over', text: note, to: text('to') }, run, follow, ...back })
  })
  return app
}

async function listsAgain(
  { stores, companyRules, events }: WorkSystem,
  { workId, at }: { readonly workId: string; readonly at: Instant },
): Promise<void> {
  const item = await stores.work.get(workId)
  if (item) await listsAfterHandOver({ ...stores, lists: stores.dayLists, companyRules, events }, { item, at })
}
