/** The text of our letters, from the words that their campaigns were sent with. */

import { htmlAsText } from '#adapters/mail-in/html-as-text.ts'
import { type WordsInForcePorts, wordsInForce } from '#app/campaigns/words-in-force.ts'
import type { AcceptedCampaign, CampaignStore } from '#app/ports/campaigns.ts'
import type { OwnWords } from '#app/ports/listening.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { CampaignWords, MailWords } from '#core/campaign/campaign-words.ts'
import type { Company } from '#core/campaign/company.ts'
import { remindedCampaign } from '#core/campaign/occasion-traits.ts'
import type { SurveyDefinition } from '#core/campaign/survey-definition.ts'
import { boundedMemo } from '#core/time/bounded-memo.ts'
import { knownWords } from '#web/rendering/known-words.ts'

export interface OwnWordsSources extends WordsInForcePorts {
  readonly campaigns: Pick<CampaignStore, 'version' | 'latest'>
  readonly occurrences: Pick<OccurrenceStore, 'get'>
  readonly company: Company
}

/** An answer to a reminder is an answer to the invitation, so a mail to the invitation's address may quote the reminder. */
export function campaignOwnWords({ campaigns, occurrences, company, ...words }: OwnWordsSources): OwnWords {
  return {
    ofOccurrence: async (occurrenceId) => {
      const occurrence = await occurrences.get(occurrenceId)
      if (!occurrence) return []
      const { campaignId, campaignVersion } = occurrence
      const [accepted, before] = await Promise.all(
        // Zones that come first may have been sent to before the occurrence was planned again, with the version before.
        [campaignVersion, campaignVersion - 1].map((version) => campaigns.version(campaignId, version)),
      )
      if (!accepted) return []
      const { survey, id } = accepted.definition
      const reminders = survey ? (await campaigns.latest()).filter((each) => remindsOf(each, id)) : []
      const found = await Promise.all(
        [accepted, ...(before ? [before] : []), ...reminders].map((each) => wordsInForce(words, each)),
      )
      // Missing or unreadable words raise their alarm at the sender; here one letter's text is unknown.
      const texts = found.flatMap((each) => ('found' in each ? textsOfMails(each.found, { company, survey }) : []))
      // The version before mostly has the same words.
      return [...new Set(texts)]
    },
  }
}

const textsOfMails = ({ mails }: CampaignWords, telling: Omit<Telling, 'locale'>): readonly string[] =>
  Object.entries(mails).flatMap(([locale, mail]) => textsOf(mail, { locale, ...telling }))

const remindsOf = ({ definition: { occasion } }: AcceptedCampaign, campaignId: string): boolean =>
  remindedCampaign(occasion) === campaignId

/** More letters than a company's campaigns have in force; the replies to one quote the same. */
const REMEMBERED = 200
const textOfHtml = boundedMemo(REMEMBERED, (html: string) => htmlAsText(html).text)

/** The known values of a letter, and its language. */
export interface Telling {
  readonly locale: string
  readonly company: Company
  readonly survey: SurveyDefinition | undefined
}

/** The text of a letter in its text part and in its HTML part: a reply may quote either. */
export const textsOf = ({ subject, preheader, text, html }: MailWords, telling: Telling): readonly string[] =>
  [subject, preheader, text, textOfHtml(html)].map((said) => knownWords(said, telling))
