/** The customers' pages over stores in memory, asked as a browser or a mailbox asks them. */
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { memoryConsentLog } from '#adapters/memory/consent-log.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryVoucherStore } from '#adapters/memory/voucher-store.ts'
import { events } from '#app/events.ts'
import type { Voucher } from '#core/budget/voucher.ts'
import type { Company } from '#core/campaign/company.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Instant } from '#core/time/instant.ts'
import { type PagesPorts, pagesApp } from '#functions/serve-pages.ts'
import { aCompany, aCustomer } from '#test/support/builders.ts'

export const NOW: Instant = '2027-03-10T02:00:00.000Z'
export const TILL_KEY = 'quầy số 1, khóa dài'

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
  company = aCompany(),
}: {
  customers?: readonly Customer[]
  vouchers?: readonly Voucher[]
  company?: Company
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
  await customerStore.put(customers)
  for (const voucher of vouchers) await voucherStore.issue(voucher)
  let now = NOW
  const ports: PagesPorts = {
    customers: { ...customerStore, put: counted(customerStore.put), setConsents: counted(customerStore.setConsents) },
    consents: { ...consents, append: counted(consents.append) },
    vouchers: { ...voucherStore, issue: counted(voucherStore.issue), redeem: counted(voucherStore.redeem) },
    seals,
    company,
    tillKey: TILL_KEY,
    events: events({ event: (name) => said.push(name), alarm: (name) => said.push(name) }),
  }
  let app = pagesApp(ports, () => now, failed)
  const token = (over: { customerId?: string; purpose?: string; expiresAt?: Instant } = {}) =>
    seals.unsubscribeToken({ customerId: 'c-001', purpose: 'care', expiresAt: '2028-04-13T02:00:00.000Z', ...over })
  return {
    /** Puts other stores in place of some, to make them fail. */
    breakStores: (others: Partial<PagesPorts>) => {
      app = pagesApp({ ...ports, ...others }, () => now, failed)
    },
    answer: (request: Request) => app.fetch(request),
    ask: (path: string, init: RequestInit = {}) => app.request(path, init),
    ports,
    said,
    /** What the pages could not do. */
    failures,
    token,
    vouchers: voucherStore,
    consents,
    writes: () => writes,
    setNow: (instant: Instant) => {
      now = instant
    },
    get: (path: string, headers: Record<string, string> = {}) => app.request(path, { headers }),
    post: (path: string, form: Record<string, string> = {}, headers: Record<string, string> = {}) =>
      app.request(path, { method: 'POST', body: new URLSearchParams(form), headers }),
    consentsOf: async (customerId = 'c-001') => (await customerStore.get(customerId))?.consents,
    recordsOf: (customerId = 'c-001') => consents.ofCustomer(customerId),
  }
}
export type PagesAtWork = Awaited<ReturnType<typeof pagesAtWork>>

/** Every way of getting a page that must not change anything. */
export const SAFE_METHODS = ['GET', 'HEAD'] as const
