/** The title of an occurrence on a page: its campaign's name and its date. */
import { html } from 'hono/html'
import { isNoticeId, noticeNamed } from '#core/audience/notice.ts'
import type { SurveyDefinition } from '#core/campaign/survey-definition.ts'
import { partsOfOccurrenceId } from '#core/occasion/occurrence-id.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { occurrencePath } from '#web/staff/paths.ts'
import { noticeInWords } from '#web/words/campaigns.ts'

export interface CampaignNames {
  readonly name: (campaignId: string) => string
  /** The survey of the campaign in force; undefined when it asks nothing. */
  readonly survey: (campaignId: string) => SurveyDefinition | undefined
  /** Whether the campaign in force rings instead of writing. */
  readonly isOfCalls: (campaignId: string) => boolean
}

export function occurrenceTitle(occurrenceId: string, { name }: CampaignNames, locale: PageLocale): string {
  if (isNoticeId(occurrenceId)) return noticeInWords(noticeNamed(occurrenceId), locale)
  const { campaignId, date } = partsOfOccurrenceId(occurrenceId)
  return `${name(campaignId)} · ${shortDate(date, locale)}`
}

/** A link to its page, with `text` or its title. A notice belongs to no occurrence and gets no link. */
export function occurrenceLink(
  occurrenceId: string,
  { campaigns, locale, text }: { readonly campaigns: CampaignNames; readonly locale: PageLocale; readonly text?: string },
): Html {
  const shown = text ?? occurrenceTitle(occurrenceId, campaigns, locale)
  return isNoticeId(occurrenceId) ? html`${shown}` : html`<a href="${occurrencePath(occurrenceId)}">${shown}</a>`
}
