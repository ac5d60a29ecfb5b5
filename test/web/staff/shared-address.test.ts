import { expect, test } from 'vitest'
import type { Person } from '#app/ports/customers.ts'
import { choosing, sharedAddressOf } from '#core/audience/shared-address.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { sharedAddressSection } from '#web/staff/customers/shared-address.ts'

const withdrawn = { decision: 'withdrawn', at: '2027-01-01T00:00:00.000Z' } as const

/** What both pages say, without their markup. */
function bothPages(decisions: Readonly<Record<string, Person['consents']>>, mark = sharedAddressOf) {
  const people = Object.entries(decisions).map(
    ([customerId, consents]): Person => ({ customer: aCustomer({ customerId }), consents, frequency: 'any' }),
  )
  const sharedAddress = mark(people, 'email')
  if (!sharedAddress) throw new Error('no mark')
  return people.map((person) => {
    const shown = { ...person, sharedAddress }
    const frame = { locale: 'en', visitor: null } as const
    const section = sharedAddressSection({ frame, person: shown, companyRules: theCompanyRules(), today: '2027-03-10' })
    return String(section)
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
  })
}
const EXCEPT = 'the customer above may not get these, so they go to'
const both = { 'care/email': withdrawn, 'survey/email': withdrawn }

test('both pages name who is written to, and for a kind of mail that this one stopped, who is instead', () => {
  const [one = '', two = ''] = bothPages({ KH1: { 'care/email': withdrawn }, KH2: {} })
  expect(one).toContain('goes to this customer alone')
  expect(two).toContain('goes to KH1')
  for (const page of [one, two]) {
    expect(page).toContain(`But greetings and care: ${EXCEPT} KH2 .`)
    expect(page).not.toContain('But surveys')
  }
})

test('what all of them stopped, or nobody consented to where the law asks for it, goes to none', () => {
  for (const page of bothPages({ KH1: both, KH2: both })) {
    expect(page).toContain('But greetings and care: none of those')
    expect(page).toContain('But offers: none of those')
  }
})

test('the choice of staff is named as such, whatever the chosen one stopped', () => {
  const pages = bothPages({ KH1: {}, KH2: { 'care/email': withdrawn } }, (people) =>
    choosing(people, { customerId: 'KH2', by: 'Lan', letters: 'email' }),
  )
  for (const page of pages) {
    expect(page).toContain('Chosen by Lan.')
    expect(page).toContain(`But greetings and care: ${EXCEPT} KH1 .`)
  }
})

test('while nothing is stopped there is no exception', () => {
  const granted = { 'advertising/email': { decision: 'granted', at: '2027-01-01T00:00:00.000Z' } } as const
  for (const page of bothPages({ KH1: granted, KH2: {} })) expect(page).not.toContain('But ')
})
