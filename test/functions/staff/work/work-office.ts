/** The pages of work, with a visitor of any role, over stores in memory: an office in which one of the stores may fail. */

import { memoryBudgetStore } from '#adapters/memory/budget-store.ts'
import { memoryCaseFiles } from '#adapters/memory/case-files.ts'
import { memoryCustomerFinder } from '#adapters/memory/customer-finder.ts'
import { memoryDayLists } from '#adapters/memory/day-lists.ts'
import { memoryDepartmentOrders } from '#adapters/memory/department-orders.ts'
import { memoryDoNotCallList } from '#adapters/memory/do-not-call-list.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import { memoryQuestionBook } from '#adapters/memory/question-book.ts'
import { memoryAuditLog, memoryDutyBook, memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import { memorySuppressionList } from '#adapters/memory/suppression-list.ts'
import { memoryTouchStore } from '#adapters/memory/touch-store.ts'
import { memoryVoucherStore } from '#adapters/memory/voucher-store.ts'
import { memoryWordsStore } from '#adapters/memory/words-store.ts'
import { actsInLog } from '#core/staff/acts-in-log.ts'
import type { AuditEntry } from '#core/staff/audit-entry.ts'
import type { Role } from '#core/staff/role.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { staffApp } from '#functions/staff/staff-app.ts'
import { workRoutes } from '#functions/staff/work/work.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'
import { listeningCompany } from '#test/app/listening/receiving.ts'
import { readLines } from '#test/support/audit-lines.ts'

export const NOW = '2027-03-10T02:00:00.000Z'
export const CARE = 'Chăm sóc'
const member = (name: string, role: Role, team = CARE) => ({ name, address: `${name.toLowerCase()}@example.com`, team, role })
export const PEOPLE = [
  member('Hanh', 'agent'),
  member('Bao', 'agent'),
  member('Mai', 'lead'),
  member('Chau', 'head'),
  member('Vy', 'agent', 'Cửa hàng'),
  member('Huy', 'operator', 'Công nghệ'),
  member('Duong', 'marketing', 'Marketing'),
]
type Name = 'Hanh' | 'Bao' | 'Mai' | 'Chau' | 'Vy' | 'Huy' | 'Duong'

export async function office(...items: readonly WorkItem[]) {
  const { stores } = await listeningCompany()
  const [suppressions, touches, roster, auditLog] = [
    memorySuppressionList(),
    memoryTouchStore(),
    memoryRosterStore(),
    memoryAuditLog(),
  ]
  await roster.publish({ people: PEOPLE, version: 1, publishedAt: NOW, publishedBy: 'a test' })
  // A store keeps what is opened as it is: also what has been closed already.
  for (const item of items) await stores.work.open({ ...item, version: 0 })
  const finder = memoryCustomerFinder({ customers: stores.customers, addressHash: stores.seals.addressHash })
  const all = {
    ...stores,
    budgets: memoryBudgetStore(),
    purchases: memoryPurchaseStore(),
    suppressions,
    finder,
    doNotCall: memoryDoNotCallList(),
    dayLists: memoryDayLists(),
    departmentOrders: memoryDepartmentOrders(),
    questions: memoryQuestionBook(),
    caseFiles: memoryCaseFiles(),
    dutyBook: memoryDutyBook(),
    touches,
    vouchers: memoryVoucherStore(),
    words: memoryWordsStore(),
    roster,
    auditLog,
  }
  const clock = { at: NOW }
  const failures: unknown[] = []

  /** `over`: stores that do something else than those in memory. */
  const pages = (
    who: Name,
    over: Partial<WorkSystem['stores']> = {},
    {
      people = PEOPLE,
      telephone,
      departments = [],
      cases = stores.companyRules.cases,
      compensation = null,
      playbooks = [],
      themes = [],
    }: {
      people?: readonly StaffMember[]
      telephone?: WorkSystem['telephone']
      departments?: WorkSystem['companyRules']['departments']
      cases?: WorkSystem['companyRules']['cases']
      compensation?: WorkSystem['companyRules']['compensation']
      playbooks?: WorkSystem['companyRules']['playbooks']
      themes?: WorkSystem['companyRules']['themes']
    } = {},
  ) => {
    const system: WorkSystem = {
      stores: { ...all, ...over },
      companyRules: { ...stores.companyRules, departments, cases, compensation, playbooks, themes },
      events: stores.events,
      clock: { now: () => clock.at },
      busy: () => null,
      sections: [],
      mailPath: null,
      pageFailed: (error) => void failures.push(error),
      ...(telephone && { telephone }),
      pages: 'https://care.trasen.example.com',
    }
    const app = staffApp()
    app.use((context, next) => {
      context.set('visitor', people.find(({ name }) => name === who) ?? null)
      return next()
    })
    app.onError((error, context) => context.text(error.message, 500))
    app.route('/', workRoutes(system))
    return {
      page: async (path: string, language = 'vi') =>
        (await app.request(path, { headers: { cookie: `language=${language}` } })).text(),
      policy: async (path: string) => (await app.request(path)).headers.get('content-security-policy'),
      /** As the script of a page sends it. */
      type: async (path: string, form: Record<string, string>) => {
        const body = new URLSearchParams(form)
        const answer = await app.request(path, { method: 'POST', body, headers: { accept: 'application/json' } })
        return { status: answer.status, told: await answer.json() }
      },
      status: async (path: string) => (await app.request(path)).status,
      get: async (path: string) => app.request(path),
      /** A form with a file. */
      post: async (path: string, body: FormData) => {
        const answer = await app.request(path, { method: 'POST', body })
        return { status: answer.status, to: answer.headers.get('location'), page: await answer.text() }
      },
      /** `303 /work/call-1?said=closed`, or the status and the words of the page. */
      send: async (path: string, form: Record<string, string>) => {
        const answer = await app.request(path, { method: 'POST', body: new URLSearchParams(form) })
        return { status: answer.status, to: answer.headers.get('location'), page: await answer.text() }
      },
    }
  }
  const audit = async () => {
    const entries = await auditLog.page({ month: NOW.slice(0, 7), limit: 100 })
    return readLines(actsInLog(entries)).map(lineOf).toSorted()
  }
  return { as: pages, work: stores.work, stores: all, clock, audit, failures }
}

/** The lines of one instant have no order of their own. */
const lineOf = ({ by, act, on, people, result }: AuditEntry) => `${act} ${on?.id} ${people} ${result}: ${by}`
