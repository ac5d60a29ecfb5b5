/**
 * Rules of themes that were corrected hold for texts of before as well: the days that the report compares are noted to be written again. The note comes
 * before the rules are kept as known, so a run that breaks off notes them once more.
 */
import { eachBounded } from '#app/each-bounded.ts'
import type { NumberStore } from '#app/ports/numbers.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { rulesName } from '#core/campaign/themes.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

export interface ThemeRulesPorts {
  readonly numbers: Pick<NumberStore, 'themeRules' | 'keepThemeRules' | 'writtenDays' | 'noteLate'>
  readonly companyRules: Pick<CompanyRules, 'company' | 'themes'>
}

/** A quarter and the one before it. Older days keep what was found in them, until they are written again for another reason. */
const DAYS_AGAIN = 184
const NOTES_AT_ONCE = 16

/** At the end of a night: the next one writes the days, the newest first, as far as it has time. */
export async function noteChangedThemes({ numbers, companyRules }: ThemeRulesPorts, now: Instant): Promise<void> {
  const name = rulesName(companyRules.themes)
  const known = (await numbers.themeRules()) ?? rulesName([])
  if (known === name) return
  const today = localDateAt(now, companyRules.company.zone)
  const days = await numbers.writtenDays({ from: addDays(today, -DAYS_AGAIN), to: addDays(today, -1) })
  await eachBounded(days, { limit: NOTES_AT_ONCE, act: (day) => numbers.noteLate({ day, at: now }) })
  await numbers.keepThemeRules(name)
}
