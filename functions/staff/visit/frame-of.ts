/** What every page of the staff app asks first: who looks in which language, what time it is, what the campaigns are called. */
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { AcceptedCampaign } from '#app/ports/campaigns.ts'
import { isNotice } from '#core/audience/notice.ts'
import { callTouchOf } from '#core/campaign/call-touch.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { StaffEnv } from '#functions/staff/staff-app.ts'
import type { StaffStores, StaffSystem } from '#functions/staff/staff-system.ts'
import type { PageLocale } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import { noticeInWords } from '#web/words/campaigns.ts'
import { inOrder } from '#web/words/in-order.ts'

export const LANGUAGE_COOKIE = 'language'

/** Vietnamese unless English was chosen. */
export const languageOf = (context: Context<StaffEnv>): PageLocale => (getCookie(context, LANGUAGE_COOKIE) === 'en' ? 'en' : 'vi')

/** What a frame is made of. */
export type FrameSystem = Pick<StaffSystem, 'companyRules' | 'clock' | 'busy' | 'sections' | 'mailPath' | 'pages'>

export function frameOf(
  { companyRules, clock, busy, sections, mailPath, pages }: FrameSystem,
  context: Context<StaffEnv>,
): Frame {
  const { pathname, search } = new URL(context.req.url)
  const locale = languageOf(context)
  return {
    locale,
    company: companyRules.company,
    now: clock.now(),
    visitor: context.get('visitor') ?? null,
    busy: busy(locale),
    sections,
    mailPath,
    pages,
    path: `${pathname}${search}`,
    typed: context.get('typed') ?? [],
  }
}

export const todayOf = ({ companyRules, clock }: Pick<StaffSystem, 'companyRules' | 'clock'>): LocalDate =>
  localDateAt(clock.now(), companyRules.company.zone)

export interface KnownCampaigns extends CampaignNames {
  /** By name, in the order of the page's language. */
  readonly latest: readonly AcceptedCampaign[]
  readonly states: ReadonlyMap<string, CampaignState>
}

export async function knownCampaigns(
  { stores }: { readonly stores: Pick<StaffStores, 'campaigns'> },
  locale: PageLocale,
): Promise<KnownCampaigns> {
  const [accepted, states] = await Promise.all([stores.campaigns.latest(), stores.campaigns.states()])
  const latest = inOrder(accepted, { locale, by: ({ definition }) => definition.name[locale] })
  const names = new Map(latest.map(({ definition }) => [definition.id, definition.name[locale]]))
  const surveys = new Map(latest.map(({ definition }) => [definition.id, definition.survey]))
  const name = (campaignId: string) =>
    isNotice(campaignId) ? noticeInWords(campaignId, locale) : (names.get(campaignId) ?? campaignId)
  const ofCalls = new Set(latest.flatMap(({ definition }) => (callTouchOf(definition) ? [definition.id] : [])))
  return {
    latest,
    states,
    name,
    survey: (campaignId) => surveys.get(campaignId),
    isOfCalls: (campaignId) => ofCalls.has(campaignId),
  }
}
