/** The customers' pages over stores in memory, asked as a browser or a mailbox asks them. */
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memoryCaseFiles } from '#adapters/memory/case-files.ts'
import { memoryConsentLog } from '#adapters/memory/consent-log.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryLedgerStore } from '#adapters/memory/ledger-store.ts'
import { memoryListOrders } from '#adapters/memory/list-orders.ts'
import { memoryNoticeQueue } from '#adapters/memory/notice-queue.ts'
import { memoryOccurrenceStore } from '#adapters/memory/occurrence-store.ts'
import { memoryQuestionBook } from '#adapters/memory/question-book.ts'
import { memoryResponseStore } from '#adapters/memory/response-store.ts'
import { memoryVoucherStore } from '#adapters/memory/voucher-store.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { events } from '#app/events.ts'
import type { Voucher } from '#core/budget/voucher.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Company } from '#core/campaign/company.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Customer } from '#core/customer/customer.ts'
import { occurrenceIdOf } from '#core/occasion/occurrence-id.ts'
import { type Instant, plusMs } from '#core/time/instant.ts'
import type { AskedDepartment } from '#core/work/case/question-event.ts'
import { fieldsOfLink, linkEnds, type QuestionLink } from '#core/work/case/question-link.ts'
import type { Case } from '#core/work/work-item.ts'
import { type PagesPorts, pagesApp } from '#functions/customer/serve-pages.ts'
import { formsIn } from '#local/sample-listeners/markup.ts'
import { aCompany, aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { aDepartment, askedDepartment } from '#test/support/question-builders.ts'
import { anOccurrence, aSurvey } from '#test/support/survey-builders.ts'
import { openedAt, storedCase } from '#test/support/work-builders.ts'

/** How long a person reads a page here before pressing. */
const READING_MS = 20_000

/** A Wednesday, nine in the morning in Vietnam. */
export const NOW: Instant = '2027-03-10T02:00:00.000Z'
export const TILL_KEY = 'quầy số 1, khóa dài'
/** The case about which a department is asked. */
export const CASE_ASKED = 'complaint_reply-9'
/** The date of every invitation here. */
export const INVITED_ON = '2027-03-08'

export const aVoucher = (overrides: Partial<Voucher> = {}): Voucher => ({
  code: '7Q2M-0XKD-13AB',
  customerId: 'c-001',
  campaignId: 'birthday-gift',
  occasionKey: 'birthday:2027-03-10',
  value: { amount: 100_000, currency: 'VND' },
  issuedAt: '2027-03-09T02:00:00.000Z',
  validFrom: '2027-03-09',
  validTo: '2027-04-07',
  redeemedAt: null,
  redeemedBy: null,
  ...overrides,
})

export async function pagesAtWork({
  customers = [aCustomer()],
  vouchers = [aVoucher()],
  surveys = [aSurvey()],
  company = aCompany(),
  departments = [aDepartment()],
}: {
  customers?: readonly Customer[]
  vouchers?: readonly Voucher[]
  /** Each is asked once, on `INVITED_ON`. */
  surveys?: readonly CampaignDefinition[]
  company?: Company
  departments?: CompanyRules['departments']
} = {}) {
  const seals = cryptoSeals({ secret: 'a secret of the test, long enough to be one' })
  const said: string[] = []
  const failures: unknown[] = []
  const failed = (error: unknown) => void failures.push(error)
  let writes = 0
  const counted =
    <Given extends readonly unknown[], Answer>(word: (...given: Given) => Answer) =>
    (...given: Given) => {
      writes++
      return word(...given)
    }
  const customerStore = memoryCustomerStore(seals)
  const consents = memoryConsentLog()
  const voucherStore = memoryVoucherStore()
  const campaigns = memoryCampaignStore()
  const occurrences = memoryOccurrenceStore()
  const responses = memoryResponseStore()
  const work = memoryWorkStore()
  const notices = memoryNoticeQueue()
  const listOrders = memoryListOrders()
  const questions = memoryQuestionBook()
  const caseFiles = memoryCaseFiles()
  await customerStore.put(customers)
  for (const voucher of vouchers) await voucherStore.issue(voucher)
  for (const definition of surveys) {
    await campaigns.accept({ definition, version: 1, acceptedAt: '2027-03-01T02:00:00.000Z', acceptedBy: 'marketing' })
    await occurrences.open(anOccurrence({ campaignId: definition.id, date: INVITED_ON }))
  }
  let now = NOW
  const ports: PagesPorts = {
    customers: {
      ...customerStore,
      put: counted(customerStore.put),
      setConsents: counted(customerStore.setConsents),
      setFrequency: counted(customerStore.setFrequency),
    },
    consents: { ...consents, append: counted(consents.append) },
    ledgers: { noteStop: counted(memoryLedgerStore().noteStop) },
    vouchers: { ...voucherStore, issue: counted(voucherStore.issue), redeem: counted(voucherStore.redeem) },
    campaigns,
    occurrences,
    responses: { ...responses, put: counted(responses.put), remove: counted(responses.remove) },
    work: { get: work.get, open: counted(work.open), update: counted(work.update) },
    listOrders,
    questions: { get: questions.get },
    caseFiles: { look: caseFiles.look, put: counted(caseFiles.put) },
    notices: { confirmOptOut: counted(notices.confirmOptOut) },
    seals,
    companyRules: { ...theCompanyRules({ departments }), company },
    tillKey: { isRight: async (typed: unknown) => typed === TILL_KEY },
    callers: { rate: 10, burst: 100 },
    events: events({ event: (name) => said.push(name), alarm: (name) => said.push(name) }),
  }
  let app = pagesApp(ports, () => now, { failed })
  const token = (over: { customerId?: string; purpose?: string; expiresAt?: Instant } = {}) => {
    const { customerId = 'c-001', purpose = 'care', expiresAt = '2028-04-13T02:00:00.000Z' } = over
    return seals.linkToken({ use: 'unsubscribe', fields: [customerId, purpose], expiresAt })
  }
  const surveyPath = (over: { customerId?: string; occurrenceId?: string; expiresAt?: Instant } = {}) => {
    const { customerId = 'c-001', expiresAt = '2027-10-04T17:00:00.000Z' } = over
    const { occurrenceId = occurrenceIdOf({ campaignId: surveys[0]?.id ?? 'none', date: INVITED_ON }) } = over
    return `/s/${seals.linkToken({ use: 'survey', fields: [customerId, occurrenceId], expiresAt })}`
  }
  const preferencesPath = (over: { customerId?: string; expiresAt?: Instant } = {}) => {
    const { customerId = 'c-001', expiresAt = '2028-04-13T02:00:00.000Z' } = over
    return `/p/${seals.linkToken({ use: 'preferences', fields: [customerId], expiresAt })}`
  }
  /** Where the mail leads that asks whether a complaint is solved; the complaint waits for the answer. */
  const solvedPath = async (over: { customerId?: string; mailId?: string; expiresAt?: Instant } = {}) => {
    await work.open(aCaseThatWaits())
    const { customerId = 'c-001', mailId = SOLVED_MAIL, expiresAt = '2027-05-01T00:00:00.000Z' } = over
    return `/c/${seals.linkToken({ use: 'solved', fields: [customerId, SOLVED_CASE, mailId], expiresAt })}`
  }
  const solvedCase = async () => {
    const item = await work.get(SOLVED_CASE)
    if (item?.kind !== 'case') throw new Error('no case waits: ask for the path first')
    return item
  }
  /** A case of the customer, with this asked of a department; answers the path of the link. */
  const askedPath = async (over: Partial<AskedDepartment> = {}, holder: QuestionLink['holder'] = 'addressee') => {
    const asked = askedDepartment(over)
    const { at: askedAt, questionId, department } = asked
    await work.open(storedCase({ workId: CASE_ASKED, events: [openedAt('2027-03-08T02:00:00.000Z'), asked] }))
    const row = {
      askedAt,
      questionId,
      department,
      workId: CASE_ASKED,
      isMailed: true,
      isHeadTold: false,
      isAnswerCalledFor: false,
      isOver: false,
      version: 1,
    }
    await questions.put(row)
    return questionPath({ askedAt, questionId, holder })
  }
  const questionPath = (link: QuestionLink, expiresAt = linkEnds(link.askedAt)) =>
    `/q/${seals.linkToken({ use: 'question', fields: fieldsOfLink(link), expiresAt })}`
  /** The page's own form as it is shown at some moment to a browser, ready to be sent. */
  const shownForm = async (path: string) => {
    const page = await app.request(path)
    const form = formsIn(await page.text()).find(({ isForPeople }) => isForPeople)
    const cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    return { action: form?.action ?? path, seal: new Map(form?.filled ?? []).get('seal') ?? '', cookie }
  }
  return {
    /** A person's press: the page was opened a while ago in the same browser. Without a page for people it is a bare post. */
    press: async (path: string, form: Record<string, string> | [string, string][] = {}, call: object = {}) => {
      const at = now
      now = plusMs(at, -READING_MS)
      const { action, seal, cookie } = await shownForm(path.replace(/\/more$/, '/thanks'))
      now = at
      const fields = [...(Array.isArray(form) ? form : Object.entries(form)), ['seal', seal]]
      return app.request(action, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie } }, call)
    },
    /** The seal of the page's form as a person sends it who has read the page. */
    sealOf: async (path: string) => {
      const at = now
      now = plusMs(at, -READING_MS)
      const shown = await shownForm(path)
      now = at
      return shown
    },
    /** Puts other stores in place of some, to make them fail. */
    breakStores: (others: Partial<PagesPorts>) => {
      app = pagesApp({ ...ports, ...others }, () => now, { failed })
    },
    answer: (request: Request, call: object = {}) => app.fetch(request, call),
    ask: (path: string, init: RequestInit = {}, call: object = {}) => app.request(path, init, call),
    ports,
    caseFiles,
    said,
    /** What the pages could not do. */
    failures,
    token,
    surveyPath,
    preferencesPath,
    solvedPath,
    solvedCase,
    work,
    listOrders,
    askedPath,
    questionPath,
    questions,
    seals,
    vouchers: voucherStore,
    consents,
    notices,
    writes: () => writes,
    /** Time in which a person reads. */
    pass: (seconds: number) => {
      now = plusMs(now, seconds * 1_000)
    },
    setNow: (instant: Instant) => {
      now = instant
    },
    get: (path: string, headers: Record<string, string> = {}) => app.request(path, { headers }),
    post: (path: string, form: Record<string, string> | [string, string][] = {}, headers: Record<string, string> = {}) =>
      app.request(path, { method: 'POST', body: new URLSearchParams(form), headers }),
    personOf: (customerId = 'c-001') => customerStore.get(customerId),
    consentsOf: async (customerId = 'c-001') => (await customerStore.get(customerId))?.consents,
    recordsOf: (customerId = 'c-001') => consents.ofCustomer(customerId),
    responsesOf: (customerId = 'c-001') => responses.ofCustomer(customerId),
    workOf: (customerId = 'c-001') => work.ofCustomer(customerId),
  }
}
const [SOLVED_CASE, SOLVED_MAIL] = ['complaint_r-1', 'm-1']
const BY = { is: 'staff', name: 'Hạnh' } as const
const aCaseThatWaits = (): Case =>
  storedCase({
    workId: SOLVED_CASE,
    events: [
      openedAt('2027-03-01T02:00:00.000Z'),
      { is: 'moved', at: '2027-03-02T02:00:00.000Z', by: BY, to: 'follow-up', note: 'đổi hộp trà' },
      {
        is: 'waiting',
        at: '2027-03-02T03:00:00.000Z',
        by: BY,
        note: 'Mọi việc đã ổn chưa ạ?',
        mail: { mailId: SOLVED_MAIL, subject: 'Đã ổn chưa' },
        solved: true,
      },
    ],
  })

export type PagesAtWork = Awaited<ReturnType<typeof pagesAtWork>>

/** Every way of getting a page that must not change anything. */
export const SAFE_METHODS = ['GET', 'HEAD'] as const
