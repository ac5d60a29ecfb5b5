/** Staff say what an answer is about, or is not: it stands beside the answer and holds against the rules. */
import type { ResponseStore } from '#app/ports/listening.ts'
import { staffText } from '#core/campaign/staff-text.ts'
import type { ThemeSetting } from '#core/campaign/theme-set.ts'
import type { SurveyResponse } from '#core/survey/response.ts'
import type { Instant } from '#core/time/instant.ts'

export interface ThemeCorrection extends ThemeSetting {
  readonly customerId: string
  readonly occurrenceId: string
  readonly by: string
  readonly address: string
  readonly at: Instant
}

/** `again`: it was the last word on this theme already. */
export type CorrectedThemes =
  | { readonly response: SurveyResponse; readonly again: boolean }
  | { readonly refused: 'who-and-what' | 'no-answer' | 'full' | 'contended' }

/** Lost races for one answer before giving up. */
const TRIES = 10
/** In one answer: some 200 bytes each, beside the words of the customer. */
const MOST_CORRECTIONS = 60

export async function correctThemes(
  { responses }: { readonly responses: Pick<ResponseStore, 'get' | 'put'> },
  { customerId, occurrenceId, theme, as, by: name, address, at }: ThemeCorrection,
): Promise<CorrectedThemes> {
  const by = staffText(name)
  if (by === '') return { refused: 'who-and-what' }
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const response = await responses.get({ customerId, occurrenceId })
    if (!response) return { refused: 'no-answer' }
    const { themesSet = [], version } = response
    if (themesSet.findLast((one) => one.theme === theme)?.as === as) return { response, again: true }
    if (themesSet.length >= MOST_CORRECTIONS) return { refused: 'full' }
    const next = { ...response, themesSet: [...themesSet, { theme, as, at, by, address }], version: version + 1 }
    if ((await responses.put(next)) === 'written') return { response: next, again: false }
  }
  return { refused: 'contended' }
}
