import { expect, test } from 'vitest'
import { resend } from '#app/operating/resend.ts'
import { france, frenchPolicy } from '#test/core/time/france.ts'
import { vietnam } from '#test/core/time/vietnam.ts'
import { aCampaign, aCustomer, aPolicy, theCompanyRules } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'

/** Monday to Friday, not on public holidays. */
const companyRules = theCompanyRules({
  calendars: [vietnam, france],
  policies: [aPolicy(), frenchPolicy],
  company: { hours: { from: '00:00', to: '24:00' } },
})
const marie = aCustomer({ customerId: 'c-fr', country: 'FR', zone: 'Europe/Paris', email: 'marie@example.com' })
const atWork = (day: number) => {
  const occasion = { kind: 'fixed', month: 3, day } as const
  const campaign = aCampaign({ id: 'printemps', occasion, window: { from: '10:30', to: '12:00' } })
  return runningCompany({ now: '2027-03-08T00:00:00.000Z', campaigns: [campaign], customers: [marie], companyRules })
}

test.each([
  ['on a Thursday, the Friday', 11, '2027-03-12T09:30:00.000Z'],
  ['on a Friday, the Monday', 12, '2027-03-15T09:30:00.000Z'],
  ['on Maundy Thursday, Good Friday', 25, '2027-03-26T09:30:00.000Z'],
  ['on Good Friday, the Tuesday after Easter, when the clocks have changed', 26, '2027-03-30T08:30:00.000Z'],
])('the provider’s quota is used up %s has the mail', async (_, day, at) => {
  const company = await atWork(day)
  company.stores.mailer.answer('marie@example.com', { busy: 'daily-quota', detail: '' })
  const occurrence = `printemps_2027-03-${day}`
  await company.until(`2027-03-${day}T12:00:00.000Z`)
  expect(await company.outcomes(occurrence)).toEqual({ 'c-fr': { state: 'deferred', until: at, because: 'daily-quota' } })
  await company.until('2027-04-04T00:00:00.000Z')
  expect(await company.outcomes(occurrence)).toMatchObject({ 'c-fr': { state: 'sent', at } })
})

test.each([
  ['on the Friday, when its window is over', '2027-03-12T13:30:00.000Z'],
  ['on the Saturday', '2027-03-13T09:00:00.000Z'],
])('a mail that staff send again %s goes out on the Monday', async (_, at) => {
  const company = await atWork(12)
  company.stores.mailer.answer('marie@example.com', { refused: 'the mailbox moved' })
  await company.until(at)
  const word = { occurrenceId: 'printemps_2027-03-12', customerId: 'c-fr', by: 'Mai', because: 'she asked', at }
  expect(await resend(company.stores, word)).toHaveProperty('resent')
  await company.until('2027-03-20T00:00:00.000Z')
  expect(await company.outcomes('printemps_2027-03-12')).toMatchObject({
    'c-fr': { state: 'sent', at: '2027-03-15T09:30:00.000Z' },
  })
})
