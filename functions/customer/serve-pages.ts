/** The pages customers and shop staff reach from a mail. A GET never changes anything: mail scanners open every link. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { networkOf } from '#adapters/crypto/network.ts'
import type { Events } from '#app/events.ts'
import { SecretUnreadError } from '#app/ports/secrets.ts'
import type { Instant } from '#core/time/instant.ts'
import { type CallerLimit, callerLimit } from '#functions/customer/caller-limit.ts'
import { type DepartmentPagesPorts, departmentPages } from '#functions/customer/department-pages.ts'
import { pagePolicy } from '#functions/customer/page-policy.ts'
import { askedLocale, visitorAddress } from '#functions/customer/page-request.ts'
import { type PreferencePagesPorts, preferencePages } from '#functions/customer/preference-pages.ts'
import { type SolvedPagesPorts, solvedPages } from '#functions/customer/solved-pages.ts'
import { type StopPagesPorts, stopPages } from '#functions/customer/stop-pages.ts'
import { type SurveyPagesPorts, surveyPages } from '#functions/customer/survey-pages.ts'
import { type TillPagesPorts, tillPages } from '#functions/customer/till-pages.ts'
import { type VoucherPagesPorts, voucherPages } from '#functions/customer/voucher-pages.ts'
import { serveStatic } from '#functions/static-files.ts'
import { noSuchPage, tooMuchPage, tooOftenPage, troublePage, tryAgainPage } from '#web/customer/notices.ts'
import { FILE_SIZE, PAGE_STYLE } from '#web/customer/static-files.ts'

export interface PagesPorts
  extends SurveyPagesPorts,
    StopPagesPorts,
    PreferencePagesPorts,
    VoucherPagesPorts,
    TillPagesPorts,
    SolvedPagesPorts,
    DepartmentPagesPorts {
  readonly campaigns: SurveyPagesPorts['campaigns'] & PreferencePagesPorts['campaigns']
  readonly customers: SurveyPagesPorts['customers']
  readonly vouchers: TillPagesPorts['vouchers']
  readonly seals: SurveyPagesPorts['seals'] & StopPagesPorts['seals']
  readonly work: SurveyPagesPorts['work'] & SolvedPagesPorts['work'] & DepartmentPagesPorts['work']
  readonly events: Events
  readonly callers: CallerLimit
}

const HEADERS = {
  // A page with a script of ours sets its own.
  'content-security-policy': pagePolicy(),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

/** Six texts of 4,000 characters, nine bytes each when percent-encoded; whoever sends more sends no form of ours. */
const LARGEST_FORM = 300_000

/** An answer with a photo that is too large comes back with its words, where it comes through: a function in AWS gets no more than 6 MB, and the page's script says it before. */
const LARGEST_WITH_FILE = 40_000_000
const ANSWER = /^\/q\/[^/]+\/answer$/

/** A secret that could not be read is read again no sooner (adapters/kept-value.ts). */
const KEYS_AGAIN_SECONDS = 60

/** Hears of a page that could not do what was asked; the visitor sees only that it could not. */
export type PageFailed = (error: unknown) => void

export interface PagesOptions {
  readonly failed?: PageFailed
  readonly formClock?: () => Instant
}

export function pagesApp(
  ports: PagesPorts,
  clock: () => Instant,
  { failed = (error) => console.error(error), formClock = clock }: PagesOptions = {},
): Hono {
  const app = new Hono()
  const { company } = ports.companyRules
  app.use(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(HEADERS)) if (!context.res.headers.has(name)) context.header(name, value)
  })
  const onError: Parameters<typeof bodyLimit>[0]['onError'] = (context) =>
    context.html(tooMuchPage({ company, locale: askedLocale(context, company) }), 413)
  const [short, withFile] = [LARGEST_FORM, LARGEST_WITH_FILE].map((maxSize) => bodyLimit({ maxSize, onError }))
  app.use((context, next) => {
    const isWithFile = ANSWER.test(context.req.path) && context.req.header('content-type')?.startsWith('multipart/form-data')
    const limit = isWithFile ? withFile : short
    return limit ? limit(context, next) : next()
  })
  // Before the limit: a page that is answered is answered with its script and its style, which keeps the button for machines off the screen.
  serveStatic(app, [PAGE_STYLE, FILE_SIZE])
  const check = callerLimit(ports.callers, () => performance.now())
  app.use(async (context, next) => {
    const address = visitorAddress(context)
    const checked = address === null ? ({ allowed: true } as const) : check(networkOf(address))
    if (checked.allowed) return next()
    context.header('retry-after', String(checked.retryAfterSeconds))
    return context.html(tooOftenPage({ company, locale: askedLocale(context, company) }), 429)
  })
  surveyPages({ app, ports, clock, formClock })
  stopPages({ app, ports, clock, formClock })
  preferencePages({ app, ports, clock, formClock })
  solvedPages({ app, ports, clock, formClock })
  voucherPages({ app, ports, clock })
  tillPages({ app, ports, clock })
  departmentPages({ app, ports, clock, formClock })
  app.notFound((context) => context.html(noSuchPage({ company, locale: askedLocale(context, company) }), 404))
  app.onError((error, context) => {
    failed(error)
    if (error instanceof SecretUnreadError) {
      context.header('retry-after', String(KEYS_AGAIN_SECONDS))
      return context.html(tryAgainPage({ company, locale: askedLocale(context, company) }), 503)
    }
    return context.html(troublePage({ company, locale: askedLocale(context, company) }), 500)
  })
  return app
}
