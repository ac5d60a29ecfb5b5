/** The path of each page of the staff app. */
import type { Reply } from '#core/reply/reply.ts'

/** `/x?a=1`, without empty parameters. */
export function pathWith(path: string, query: Readonly<Record<string, string | number | null | undefined>>): string {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? path : `${path}?${text}`
}

export const occurrencePath = (occurrenceId: string) => `/occurrences/${encodeURIComponent(occurrenceId)}`
export const customerPath = (customerId: string) => `/customers/${encodeURIComponent(customerId)}`
/** What recurs among complaints. */
export const RECURRING_PATH = '/recurring'
export const NOTICE_PATH = '/recurring/notice'
/** A campaign that would tell customers of it, to download. */
export const noticePath = ({ category, product }: { readonly category: string; readonly product: string | null }) =>
  pathWith(NOTICE_PATH, { category, product })
export const workPath = (workId: string) => `/work/${encodeURIComponent(workId)}`
/** The last part of the path of cases that are like one. */
export const SIMILAR = 'similar'
export const similarPath = (workId: string) => `${workPath(workId)}/${SIMILAR}`
/** No id of work is so short. */
export const PROCEDURE_PATH = '/work/procedure'
/** A file of a case, to be saved. */
export const caseFilePath = (workId: string, sha256: string) => `${workPath(workId)}/files/${sha256}`
/** No id of a customer, which stands under /customers. */
export const MY_CUSTOMERS_PATH = '/my-customers'
/** The script that saves a note while it is typed. */
export const NOTE_SCRIPT_PATH = '/staff-note.js'
/** A budget of a period, by its id: `2027-01-01_2027-03-31`. */
export const BUDGETS_PATH = '/budgets'
export const budgetPath = (budgetId: string) => `${BUDGETS_PATH}/${encodeURIComponent(budgetId)}`
export const REHEARSALS_PATH = '/rehearsals'
export const rehearsalPath = (rehearsalId: string) => `${REHEARSALS_PATH}/${encodeURIComponent(rehearsalId)}`
/** `date`: `2027-02-14`. */
export const rehearsedDayPath = (rehearsalId: string, date: string) => `${rehearsalPath(rehearsalId)}/days/${date}`
/** `campaign`, `reason`: of these alone; `page` counts from 1. */
export const rehearsedPeoplePath = (
  { rehearsalId, date }: { readonly rehearsalId: string; readonly date: string },
  asked: { readonly campaign?: string | null; readonly state?: string | null; readonly page?: number | null },
) => pathWith(`${rehearsedDayPath(rehearsalId, date)}/people`, asked)
/** `before`: the id of the one that it is compared with. */
export const comparisonPath = (rehearsalId: string, before: string | null) =>
  pathWith(`${rehearsalPath(rehearsalId)}/against`, { before })
export const campaignPath = (campaignId: string) => `/campaigns/${encodeURIComponent(campaignId)}`
/** `by`: an address; `act`: one of the acts, or `turned-away`; `about`: the id of a customer, an occurrence, a campaign or a piece of work. */
export const logPath = (asked: {
  readonly month?: string | null
  readonly by?: string | null
  readonly act?: string | null
  readonly from?: string | null
  readonly to?: string | null
  readonly about?: string | null
  readonly before?: string | null
}) => pathWith('/log', asked)
/** `month`: `2027-02`. */
export const occurrencesPath = (asked: {
  readonly campaign?: string | null
  readonly month?: string | null
  readonly before?: string | null
  /** `yes`: also those in which nobody was due. */
  readonly all?: string | null
}) => pathWith('/occurrences', asked)
/** A customer's mail as it came in, to download. */
export const rawMailPath = ({ customerId, replyId }: Pick<Reply, 'customerId' | 'replyId'>) =>
  pathWith('/listening/mail', { customer: customerId, reply: replyId })

/** Of a page that customers reach from their mails: in AWS at an address of its own. */
const atPages = (pages: string, path: string) => `${pages.replace(/\/$/, '')}${path}`
export const tillAddress = (pages: string) => atPages(pages, '/till')
export const voucherAddress = (pages: string, code: string) => atPages(pages, `/v/${encodeURIComponent(code)}`)

/** What the page of everything heard can show. */
export const LISTENING_SHOWS = ['all', 'answers', 'replies', 'complaints', 'requests', 'stops', 'unmatched'] as const
export type ListeningShow = (typeof LISTENING_SHOWS)[number]
