/** Staff say what a case is about, or is not, also when it is closed: an event of the case, which holds against the rules and changes nothing else. */
import { type Change, changeWork } from '#app/desk/change-work.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { staffText } from '#core/campaign/staff-text.ts'
import type { ThemeSetting } from '#core/campaign/theme-set.ts'
import { maySetTheme } from '#core/campaign/themes.ts'
import type { Instant } from '#core/time/instant.ts'
import { type Actor, eventStaff } from '#core/work/event-staff.ts'
import { withCaseEvent } from '#core/work/history.ts'
import type { Case } from '#core/work/work-item.ts'

export interface CaseThemeSet extends Actor, ThemeSetting {
  readonly workId: string
  readonly at: Instant
}

/** `again`: it was the last word on this theme already. */
export type CaseThemed =
  | { readonly item: Case; readonly again: boolean }
  | { readonly refused: 'who-and-what' | 'no-case' | 'no-such-work' | 'no-such-theme' | 'full' | 'contended' }

export async function setCaseTheme(
  { work, companyRules }: { readonly work: Pick<WorkStore, 'get' | 'update'>; readonly companyRules: CompanyRules },
  { workId, theme, as, at, ...actor }: CaseThemeSet,
): Promise<CaseThemed> {
  const by = eventStaff({ ...actor, by: staffText(actor.by) })
  if (by.name === '') return { refused: 'who-and-what' }
  const result = await changeWork(work, workId, (item): Change<Case, CaseThemed> => {
    if (item.kind !== 'case') return { instead: { refused: 'no-case' } }
    const last = item.events.findLast((event) => event.is === 'theme-set' && event.theme === theme)
    if (last?.is === 'theme-set' && last.as === as) return { instead: { item, again: true } }
    if (!maySetTheme({ theme, as }, companyRules.themes)) return { instead: { refused: 'no-such-theme' } }
    const next = withCaseEvent(item, { is: 'theme-set', at, by, theme, as }, companyRules)
    return next === 'full' ? { instead: { refused: 'full' } } : { next }
  })
  return 'instead' in result ? result.instead : { item: result.changed, again: false }
}
