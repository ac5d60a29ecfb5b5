/** The rehearsals of the pages: their list with the form that begins one, one of them, its days, its customers, and what changes between two. */
import type { Context } from 'hono'
import { rehearsalIdOf } from '#core/rehearsal/stored-rehearsal.ts'
import { isLocalDate } from '#core/time/local-date.ts'
import { tryAct } from '#functions/staff/acts/try-act.ts'
import { knownCampaigns } from '#functions/staff/known-campaigns.ts'
import { checkedForm, type FormSent, formSent } from '#functions/staff/rehearsals/asked.ts'
import { comparedWith } from '#functions/staff/rehearsals/compared.ts'
import { peopleOfDay } from '#functions/staff/rehearsals/people-of-day.ts'
import type { RehearsalSystem } from '#functions/staff/rehearsals/rehearsal-system.ts'
import { type StaffApp, type StaffEnv, staffApp } from '#functions/staff/staff-app.ts'
import { frameOf, todayOf } from '#functions/staff/visit/frame-of.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'
import { rehearsalPath } from '#web/staff/paths.ts'
import { comparisonPage } from '#web/staff/rehearsal/comparison-page.ts'
import { nextYear, type WrongRehearsal } from '#web/staff/rehearsal/rehearsal-form.ts'
import { rehearsalPage } from '#web/staff/rehearsal/rehearsal-page.ts'
import { rehearsalsPage } from '#web/staff/rehearsal/rehearsals-page.ts'
import { rehearsedDayPage } from '#web/staff/rehearsal/rehearsed-day-page.ts'
import { rehearsedPeoplePage } from '#web/staff/rehearsal/rehearsed-people-page.ts'

export function rehearsalRoutes(system: RehearsalSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { book } = system.rehearsals
  const none = (context: Context<StaffEnv>) => context.html(noSuchPage(frameOf(system, context), 'rehearsal'), 404)

  app.get('/rehearsals', needs('see-rehearsals'), async (context) => context.html(await listed(system, context)))
  app.post('/rehearsals', needs('rehearse'), (context) => begin(system, context))

  app.get('/rehearsals/:id', needs('see-rehearsals'), async (context) => {
    const rehearsal = await book.get(context.req.param('id'))
    if (!rehearsal) return none(context)
    const [sums, all] = await Promise.all([book.sums(rehearsal.rehearsalId), book.all()])
    return context.html(rehearsalPage(frameOf(system, context), { rehearsal, sums: sums ?? null, all }))
  })

  app.get('/rehearsals/:id/days/:date', needs('see-rehearsals'), async (context) => {
    const { id, date } = context.req.param()
    const [rehearsal, sums] = await Promise.all([book.get(id), book.sums(id)])
    if (!rehearsal || !sums || !isLocalDate(date) || date < rehearsal.from || date > rehearsal.to) return none(context)
    const day = sums.days.find((one) => one.date === date) ?? null
    const beside = {
      before: sums.days.findLast((one) => one.date < date)?.date ?? null,
      after: sums.days.find((one) => one.date > date)?.date ?? null,
    }
    return context.html(rehearsedDayPage(frameOf(system, context), { rehearsal, sums, date, day, beside }))
  })

  app.get('/rehearsals/:id/days/:date/people', needs('see-rehearsed-people'), async (context) => {
    const { id, date } = context.req.param()
    const rehearsal = await book.get(id)
    const sums = rehearsal && (await book.sums(id))
    if (!rehearsal || !sums || !isLocalDate(date) || date < rehearsal.from || date > rehearsal.to) return none(context)
    const asked = context.req.query()
    const people = await peopleOfDay(system, { rehearsal, date, asked })
    return context.html(rehearsedPeoplePage(frameOf(system, context), { rehearsal, spoken: sums.spoken, date, ...people }))
  })

  app.get('/rehearsals/:id/against', needs('see-rehearsals'), async (context) => {
    const after = await book.get(context.req.param('id'))
    if (!after) return none(context)
    const shown = await comparedWith(system, { after, before: context.req.query('before') })
    return context.html(comparisonPage(frameOf(system, context), shown))
  })
  return app
}

async function listed(system: RehearsalSystem, context: Context<StaffEnv>, refused: Refused | null = null) {
  const frame = frameOf(system, context)
  const { latest, states } = await knownCampaigns(system, frame.locale)
  const stateOf = (id: string) => states.get(id) ?? 'active'
  const offered = latest.filter(({ definition: { id } }) => stateOf(id) !== 'cancelled')
  return rehearsalsPage(frame, {
    rehearsals: await system.rehearsals.book.all(),
    campaigns: offered.map(({ definition: { id, name } }) => ({
      id,
      name: name[frame.locale],
      isPaused: stateOf(id) === 'paused',
    })),
    given: refused?.sent ?? {
      ...nextYear(todayOf(system)),
      hadFiles: false,
      campaigns: offered.map(({ definition: { id } }) => id).filter((id) => stateOf(id) === 'active'),
    },
    wrong: refused?.wrong ?? null,
  })
}

interface Refused {
  readonly sent: FormSent
  readonly wrong: WrongRehearsal
}

async function begin(system: RehearsalSystem, context: Context<StaffEnv>): Promise<Response> {
  const sent = formSent(await context.req.formData())
  const checked = await checkedForm(system, sent)
  if ('wrong' in checked) return context.html(await listed(system, context, { sent, wrong: checked.wrong }), 422)
  const by = visitorOn(context)
  const askedAt = system.clock.now()
  // By the real time as well: where the company's clock stands still, the newest still comes first.
  const rehearsalId = rehearsalIdOf(askedAt, `${Date.now().toString(36)}-${crypto.randomUUID().slice(0, 4)}`)
  const { from, to } = sent
  const rehearsal = {
    ...{ rehearsalId, from, to, askedAt, by: by.address, byName: by.name, campaigns: checked.campaigns },
    state: { is: 'waiting' as const },
  }
  const on = { kind: 'rehearsal' as const, id: rehearsalId }
  const done = await tryAct(system, { act: 'begin-rehearsal', on, by }, async () => {
    await system.rehearsals.ask({ rehearsal, accepting: checked.accepting })
    return { begun: rehearsalId }
  })
  if ('broke' in done) {
    const wrong = { period: null, files: null, campaigns: null, broke: done.broke }
    return context.html(await listed(system, context, { sent, wrong }), 500)
  }
  return context.redirect(rehearsalPath(rehearsalId), 303)
}
