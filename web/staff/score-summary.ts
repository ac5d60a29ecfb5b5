/** What the answers to one survey come to: the bands of its scale, and for ratings the index and the attributes first. */
import { html } from 'hono/html'
import type { SurveyDefinition } from '#core/campaign/survey-definition.ts'
import { bandOfGiven, type Given } from '#core/survey/given.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { bandTable } from '#web/staff/band-table.ts'
import { indexTable } from '#web/staff/ratings.ts'

export function scoreSummary({
  survey,
  given,
  label,
  locale,
}: {
  readonly survey: Pick<SurveyDefinition, 'kind' | 'attributes'>
  /** At least one, and none of words alone. */
  readonly given: readonly Given[]
  readonly label: string
  readonly locale: PageLocale
}): Html {
  const bands = given.flatMap((each) => bandOfGiven(survey.kind, each) ?? [])
  const shares = bandTable({ kind: survey.kind, bands, label, locale })
  return survey.kind === 'csi' ? html`${indexTable(given, { locale, survey })}${shares}` : shares
}
