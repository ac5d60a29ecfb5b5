/** What an answer to a survey is about: the customer's words, and the reasons that they ticked. */
import { correctedThemes } from '#core/campaign/theme-set.ts'
import type { Theme } from '#core/campaign/themes.ts'
import { themesOfText } from '#core/reply/themes-of-text.ts'
import type { Answer, SurveyResponse } from '#core/survey/response.ts'

type Responded = Pick<SurveyResponse, 'campaignId' | 'themesSet'>

/** As staff corrected them, in alphabetical order. Null where the customer neither wrote nor ticked anything and staff added nothing. */
export function themesOfAnswer(
  answer: Pick<Answer, 'why' | 'followUps' | 'themes'>,
  { campaignId, themesSet = [] }: Responded,
  themes: readonly Theme[],
): readonly string[] | null {
  const found = answer.themes ?? themesFound(answer, campaignId, themes)
  return found === null && themesSet.length === 0 ? null : correctedThemes(found ?? [], themesSet)
}

/** By the rules alone. */
export function themesFound(
  { why, followUps }: Pick<Answer, 'why' | 'followUps'>,
  campaignId: string,
  themes: readonly Theme[],
): readonly string[] | null {
  const given = Object.entries(followUps)
  const texts = [why ?? '', ...given.flatMap(([, value]) => (typeof value === 'string' ? value : []))].filter(
    (text) => text !== '',
  )
  const ticked = given.flatMap(([question, value]) =>
    typeof value === 'string' ? [] : value.map((choice) => ({ question, choice })),
  )
  if (texts.length === 0 && ticked.length === 0) return null
  const chosen = themes.filter((theme) =>
    theme.chosen.some(
      ({ campaign = campaignId, question, choice }) =>
        campaign === campaignId && ticked.some((one) => one.question === question && one.choice === choice),
    ),
  )
  return correctedThemes(
    texts.flatMap((text) => themesOfText(text, themes)),
    chosen.map(({ id }) => ({ theme: id, as: 'added' })),
  )
}
