/** A company at work whose provider answers by the time of the company's own clock, and what was asked of it. */
import type { DispatchResult } from '#app/ports/sending.ts'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { aCampaign, aCustomer } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'

export const OCCURRENCE = 'tenth-of-march_2027-03-10'
export const FIRST_LOOK: Instant = '2027-03-08T00:00:00.000Z'
/** The window is two hours long. */
export const NINE: Instant = '2027-03-10T02:00:00.000Z'
export const CLOSED: Instant = '2027-03-13T00:00:00.000Z'

export const minutesPastNine = (minutes: number): Instant => plusMs(NINE, minutes * MINUTE_MS)
export const customerIds = (count: number) => Array.from({ length: count }, (_, n) => `c-${String(n).padStart(3, '0')}`)

/** Undefined: the mail is taken. */
export type Answer = (asked: { at: Instant; customerId: string; before: number }) => DispatchResult | undefined

export const answerUntil =
  (end: Instant, result: DispatchResult): Answer =>
  ({ at }) =>
    at < end ? result : undefined

export async function withProvider(
  answer: Answer,
  over: Partial<Parameters<typeof runningCompany>[0]> & { readonly count?: number } = {},
) {
  const { count = 3, ...start } = over
  const company = await runningCompany({
    now: FIRST_LOOK,
    campaigns: [aCampaign()],
    customers: customerIds(count).map((customerId) => aCustomer({ customerId })),
    ...start,
  })
  const asked: { at: Instant; customerId: string }[] = []
  const { mailer } = company.stores
  company.replace({
    mailer: {
      ...mailer,
      send: async (mail) => {
        const call = { at: company.clock(), customerId: mail.customerId }
        const told = answer({ ...call, before: asked.length })
        asked.push(call)
        return told ?? mailer.send(mail)
      },
    },
  })
  const claims = async () =>
    (await company.stores.ledgers.getMany(customerIds(count)))
      .filter(({ contacts }) => contacts.length > 0)
      .map((one) => one.customerId)
  /** How many stand at each result. */
  const counted = async (): Promise<Readonly<Record<string, number>>> => {
    const results = Object.values(await company.results(OCCURRENCE))
    return Object.fromEntries(
      [...new Set(results)].toSorted().map((word) => [word, results.filter((one) => one === word).length]),
    )
  }
  /** Everything that was said under one name. */
  const saidOf = (name: string) => company.said.filter((one) => one.name === name).map(({ values }) => values)
  return { company, asked, claims, counted, saidOf }
}
