/** The form with which staff say what an answer is about, or is not. */
import { correctThemes } from '#app/listening/correct-themes.ts'
import { maySetTheme } from '#core/campaign/themes.ts'
import { tryAct } from '#functions/staff/acts/try-act.ts'
import type { ListeningSystem } from '#functions/staff/listening/listening-system.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { formText } from '#functions/staff/visit/form-text.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { listeningBack } from '#web/staff/listening/listening-filter.ts'
import type { ThemeOutcome } from '#web/words/themes.ts'

export function listeningThemeRoutes(system: ListeningSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules, clock } = system
  app.post('/listening/theme', needs('note-work'), async (context) => {
    const form = await context.req.parseBody()
    const text = formText(form)
    const [customerId, occurrenceId, theme] = [text('customer'), text('occurrence'), text('theme')]
    const back = (said: ThemeOutcome) => context.redirect(listeningBack(text('back'), said), 303)
    if (customerId === '' || occurrenceId === '') return back('no-answer')
    const as = text('as') === 'removed' ? 'removed' : 'added'
    if (!maySetTheme({ theme, as }, companyRules.themes)) return back('no-such-theme')
    const { name: by, address } = visitorOn(context)
    const result = await tryAct(
      system,
      { act: 'set-theme', on: { kind: 'customer', id: customerId }, by: visitorOn(context), people: 1 },
      () => correctThemes(stores, { customerId, occurrenceId, theme, as, by, address, at: clock.now() }),
    )
    if ('broke' in result) return back('failed')
    return back('refused' in result ? result.refused : 'theme-set')
  })
  return app
}
