/** A greeting of which nobody knows whether it left: the provider gave no answer. */
import type { DispatchResult } from '#app/ports/sending.ts'
import { aCampaign, aCustomer } from '#test/support/builders.ts'
import type { Fault } from '#test/support/failing-ports.ts'
import { runningCompany } from '#test/support/running-company.ts'

export const OCCURRENCE = 'tenth-of-march_2027-03-10'
export const NINE = '2027-03-10T02:00:00.000Z'
/** Half past nine in Vietnam: the window is open until eleven. */
export const HALF_PAST_NINE = '2027-03-10T02:30:00.000Z'
/** The date is over everywhere, and the occurrence has closed. */
export const CLOSED = '2027-03-12T00:00:00.000Z'
export const LATER = '2027-03-16T00:00:00.000Z'

export const NO_ANSWER: DispatchResult = { unknown: 'timeout after 10 s' }
export const REFUSED: DispatchResult = { refused: 'MessageRejected' }

export const word = (over: Partial<{ customerId: string; by: string; because: string; at: string }> = {}) => ({
  occurrenceId: OCCURRENCE,
  customerId: 'c-001',
  by: 'Hoa',
  because: 'she says that nothing came',
  at: HALF_PAST_NINE,
  ...over,
})

/** c-001 got no answer or the one given, c-002 and whoever else was sent to. */
export async function companyWithUnknown({
  until = HALF_PAST_NINE,
  answer = NO_ANSWER,
  campaign = {},
  customers = ['c-001', 'c-002'],
}: {
  until?: string
  answer?: DispatchResult
  campaign?: Parameters<typeof aCampaign>[0]
  customers?: readonly string[]
} = {}) {
  const company = await runningCompany({
    now: '2027-03-08T00:00:00.000Z',
    campaigns: [aCampaign(campaign)],
    customers: customers.map((customerId) => aCustomer({ customerId })),
  })
  for (const customerId of customers)
    await company.consent(customerId, { 'advertising/email': { decision: 'granted', at: '2027-01-01T00:00:00.000Z' } })
  company.stores.mailer.answer('c-001@example.com', answer)
  await company.until(until)
  return company
}
export type UnknownCompany = Awaited<ReturnType<typeof companyWithUnknown>>

/** How many mails went to c-001. */
export const mailsToHer = (company: UnknownCompany) => company.sent().filter((mail) => mail.startsWith('c-001 ')).length

/** Before and after every call, one after the other, for as long as somebody asks. */
export function* everyFault(): Generator<Fault, void> {
  for (let call = 1; ; call++) {
    yield { call, when: 'before' }
    yield { call, when: 'after' }
  }
}

export const breaksOff = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => false,
    () => true,
  )
