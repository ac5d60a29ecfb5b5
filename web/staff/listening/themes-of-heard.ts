/** What an answer or a mail is about, as it is shown: by the rules of now, and as staff corrected it. */
import type { Theme } from '#core/campaign/themes.ts'
import type { Reply } from '#core/reply/reply.ts'
import { themesOfAnswer } from '#core/reply/themes-of-answer.ts'
import { themesOfReply } from '#core/reply/themes-of-reply.ts'
import { type SurveyResponse, shownAnswer } from '#core/survey/response.ts'

export const themesOfHeard = (
  heard: { readonly response: SurveyResponse } | { readonly reply: Reply },
  themes: readonly Theme[],
): readonly string[] =>
  ('response' in heard
    ? themesOfAnswer(shownAnswer(heard.response), heard.response, themes)
    : themesOfReply(heard.reply, themes)) ?? []
