/** What every page of the staff app asks first: who looks in which language, and what time it is. */
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { StaffEnv } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import type { PageLocale } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'

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
