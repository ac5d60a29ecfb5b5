/** The form in which staff note how a call ended. */
import { randomUUID } from 'node:crypto'
import { logAttempt } from '#app/desk/log-attempt.ts'
import { CALL_STOPS } from '#app/desk/stop-calls.ts'
import type { Instant } from '#core/time/instant.ts'
import { isLocalDate } from '#core/time/local-date.ts'
import { instantAt } from '#core/time/zone.ts'
import { CONTACT_WAYS, DISPOSITIONS } from '#core/work/disposition.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { isOffered } from '#functions/staff/visit/is-offered.ts'
import { answer, formOf } from '#functions/staff/work/work-form.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'
import { AT_FIRST_ANSWERS, atFirstIn } from '#web/staff/work/at-first-field.ts'

const ATTEMPT_ID = /^[0-9a-f-]{36}$/

export function logCallRoute(system: WorkSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules, events } = system
  app.post('/work/:id/call', needs('close-work'), async (context) => {
    const { workId, actor, at, text, round } = await formOf(system, context)
    const note = text('note')
    const disposition = DISPOSITIONS.find((one) => one === text('disposition'))
    const way = CONTACT_WAYS.find((one) => one === text('way')) ?? 'phone'
    const stop = CALL_STOPS.find((one) => one === text('stop')) ?? 'person'
    const attemptId = ATTEMPT_ID.test(text('attempt')) ? text('attempt') : randomUUID()
    const callBackAt = instantIn(text('call-back-at'), companyRules.company.zone)
    // Pages of before do not say what they saw. A form that says nonsense counts as out of date.
    const seen = text('seen') === '' ? undefined : /^\d{1,4}$/.test(text('seen')) ? Number(text('seen')) : -1
    const followUp = text('follow-up-days').trim()
    const guide = text('guide') !== ''
    const atFirst = atFirstIn(text('at-first'))
    const chosen = { attemptId, disposition: disposition ?? null, way, stop, guide, atFirst }
    const call = { ...chosen, callBackAt: text('call-back-at'), followUp }
    const attempt = {
      workId,
      attemptId,
      ...actor,
      note,
      way,
      stop,
      callBackAt,
      team: visitorOn(context).team,
      round,
      guide,
      ...(atFirst !== undefined && { atFirst }),
      ...(seen !== undefined && { seen }),
      ...(followUp !== '' && { followUpDays: /^\d{1,4}$/.test(followUp) ? Number(followUp) : 0 }),
      at,
    }
    const isAltered =
      !isOffered(CONTACT_WAYS, text('way')) ||
      !isOffered(CALL_STOPS, text('stop')) ||
      !isOffered(AT_FIRST_ANSWERS, text('at-first')) ||
      !isOffered([attemptId], text('attempt'))
    const run = async () => {
      if (isAltered) return { refused: 'not-offered' as const }
      if (!disposition) return { refused: 'which-outcome' as const }
      return logAttempt({ ...stores, companyRules, events }, { ...attempt, disposition })
    }
    return answer(system, context, { act: 'log-call', done: 'call-logged', draft: { act: 'record', text: note, call }, run })
  })
  return app
}

/** A day and a time of a form, in the company's zone; null for anything else. */
function instantIn(written: string, zone: string): Instant | null {
  const [, date = '', time = ''] = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(written) ?? []
  return isLocalDate(date) ? instantAt(date, time, zone) : null
}
