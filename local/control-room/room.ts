/** What every page of the control room asks first: who looks in which language, what time it is, what the campaigns are called. */
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { html } from 'hono/html'
import type { AcceptedCampaign, CampaignState } from '#app/ports/campaigns.ts'
import { isNotice } from '#core/audience/opt-out-notice.ts'
import type { SurveyDefinition } from '#core/campaign/survey-definition.ts'
import type { Reply } from '#core/reply/reply.ts'
import { type LocalDate, partsOf } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import { type Frame, pathWith } from '#local/control-room/frame.ts'
import type { OutcomeReader } from '#local/control-room/outcome-words.ts'
import type { LocalSystem } from '#local/running-system.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'

export const LANGUAGE_COOKIE = 'language'

/** Vietnamese unless English was chosen. */
export const languageOf = (context: Context): PageLocale => (getCookie(context, LANGUAGE_COOKIE) === 'en' ? 'en' : 'vi')

export function frameOf({ companyRules, clock, moves }: LocalSystem, context: Context): Frame {
  const { pathname, search } = new URL(context.req.url)
  const latest = moves?.latest() ?? null
  return {
    locale: languageOf(context),
    company: companyRules.company,
    now: clock.now(),
    move: latest?.state === 'running' ? latest : null,
    path: `${pathname}${search}`,
  }
}

export const todayOf = ({ companyRules, clock }: LocalSystem): LocalDate => localDateAt(clock.now(), companyRules.company.zone)

export interface KnownCampaigns {
  readonly latest: readonly AcceptedCampaign[]
  readonly states: ReadonlyMap<string, CampaignState>
  readonly name: (campaignId: string) => string
  /** What a campaign asks as it is in force; undefined when it asks nothing. */
  readonly survey: (campaignId: string) => SurveyDefinition | undefined
}

export async function knownCampaigns({ stack }: LocalSystem, locale: PageLocale): Promise<KnownCampaigns> {
  const [latest, states] = await Promise.all([stack.stores.campaigns.latest(), stack.stores.campaigns.states()])
  const names = new Map(latest.map(({ definition }) => [definition.id, definition.name[locale]]))
  const surveys = new Map(latest.map(({ definition }) => [definition.id, definition.survey]))
  const name = (campaignId: string) => (isNotice(campaignId) ? NOTICE[locale] : (names.get(campaignId) ?? campaignId))
  return { latest, states, name, survey: (campaignId) => surveys.get(campaignId) }
}

export const readerOf = ({ locale, company }: Frame, { name }: KnownCampaigns): OutcomeReader => ({
  locale,
  zone: company.zone,
  campaignName: name,
})

/** A mail outside any campaign. */
const NOTICE = { vi: 'Xác nhận ngừng gửi', en: 'Confirmation of a stop' } as const

/** The campaign and the day that an occurrence's id is made of. */
export function occurrenceTitle(occurrenceId: string, { name }: KnownCampaigns, locale: PageLocale): string {
  const at = occurrenceId.lastIndexOf('_')
  const date = occurrenceId.slice(at + 1)
  if (isNoticeId(occurrenceId)) return NOTICE[locale]
  return `${name(occurrenceId.slice(0, at))} · ${isDay(date) ? shortDate(date, locale) : date}`
}

const isNoticeId = (occurrenceId: string) => isNotice(occurrenceId.split('_')[0] ?? '')

/** A link to its page, with `text` or its title; a notice belongs to no occurrence and has none. */
export function occurrenceLink(
  occurrenceId: string,
  { campaigns, locale, text }: { readonly campaigns: KnownCampaigns; readonly locale: PageLocale; readonly text?: string },
): Html {
  const shown = text ?? occurrenceTitle(occurrenceId, campaigns, locale)
  return isNoticeId(occurrenceId) ? html`${shown}` : html`<a href="${occurrencePath(occurrenceId)}">${shown}</a>`
}

function isDay(text: string): boolean {
  try {
    return partsOf(text).year > 0
  } catch {
    return false
  }
}

export const occurrencePath = (occurrenceId: string) => `/occurrences/${encodeURIComponent(occurrenceId)}`
export const customerPath = (customerId: string) => `/customers/${encodeURIComponent(customerId)}`
export const mailPath = (messageId: string) => `/mailbox/${encodeURIComponent(messageId)}`
/** A customer's mail as it came, to be saved. */
export const rawMailPath = ({ customerId, replyId }: Pick<Reply, 'customerId' | 'replyId'>) =>
  pathWith('/listening/mail', { customer: customerId, reply: replyId })
export const campaignPath = (campaignId: string) => `/campaigns/${encodeURIComponent(campaignId)}`

/** Why the queues may not be worked on now, or null. Two of them at once would be harmless, and nobody could say who changed what. */
export const busyBecause = ({ move, locale }: Frame): string | null =>
  move === null ? null : locale === 'vi' ? 'Thời gian đang chạy: hãy dừng lại trước.' : 'Time is moving: stop it first.'
