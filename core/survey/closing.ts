/** Until when an invitation can be answered: to the end of a day, so that a mail can name it. */
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { SurveyDefinition } from '#core/campaign/survey-definition.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { dayStart } from '#core/time/zone.ts'

interface Asked {
  readonly survey: SurveyDefinition
  /** Of the campaign that asks: the last mail may go out so many days late, and its reader must have as long to answer as the others. */
  readonly graceDays: CampaignDefinition['graceDays']
  /** Of the invitation's occurrence. */
  readonly date: LocalDate
}

/** The last day, in the company's zone. The same for every customer of an occurrence. */
export const lastDayToAnswer = ({ survey, graceDays, date }: Asked): LocalDate => addDays(date, graceDays + survey.answerDays)

/** The first instant after the last day. */
export const closesAt = ({ zone, ...asked }: Asked & { readonly zone: string }): Instant =>
  dayStart(addDays(lastDayToAnswer(asked), 1), zone)
