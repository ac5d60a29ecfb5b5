import { describe, expect, test } from 'vitest'
import { changePreferences } from '#app/consent/change-preferences.ts'
import { markSharedAddress, writeToThisOne } from '#app/consent/mark-shared-address.ts'
import { withdrawConsent } from '#app/consent/withdraw-consent.ts'
import { isHeldOut } from '#core/audience/holdout.ts'
import { whoIsWrittenTo } from '#core/planning/written-instead.ts'
import { aCampaign, aContact, aCustomer, aLedger } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'

const OCCURRENCE = 'tenth-of-march_2027-03-10'
const OVER = '2027-03-12T00:00:00.000Z'
const EMAIL = 'nha@example.com'
const couple = [aCustomer({ customerId: 'KH1', gender: 'male' }), aCustomer({ customerId: 'KH2' })].map((customer) => ({
  ...customer,
  email: EMAIL,
}))

const atWork = (campaign: Parameters<typeof aCampaign>[0] = {}) =>
  runningCompany({
    now: '2027-03-08T00:00:00.000Z',
    campaigns: [aCampaign(campaign)],
    customers: [...couple, aCustomer({ customerId: 'KH3' })],
  })
type Company = Awaited<ReturnType<typeof atWork>>
const outcomes = async (company: Company) => {
  await company.until(OVER)
  return company.outcomes(OCCURRENCE)
}

test('of two with one address one gets the greeting, and the balance says why the other did not', async () => {
  const company = await atWork()
  await markSharedAddress(company.stores, { address: EMAIL })
  expect(await outcomes(company)).toMatchObject({
    KH1: { state: 'sent' },
    KH2: { state: 'skipped', reason: 'same-address', detail: 'KH1' },
    KH3: { state: 'sent' },
  })
  expect(company.sent()).toHaveLength(2)
  expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({
    mismatch: false,
    balance: { audience: 3, sent: 2, skipped: 1, skippedBy: { 'same-address': 1 } },
  })
})

test('staff choose the other one after the plan was made: the last look follows', async () => {
  const company = await atWork()
  await markSharedAddress(company.stores, { address: EMAIL })
  await company.until('2027-03-10T01:59:00.000Z')
  const person = await company.stores.customers.get('KH2')
  if (!person) throw new Error('KH2')
  await writeToThisOne(company.stores, { person, by: 'Lan' })
  expect(await outcomes(company)).toMatchObject({ KH1: { state: 'skipped', reason: 'same-address', detail: 'KH2' } })
})

test('a greeting that means only one of them goes to that one, whoever is marked', async () => {
  const company = await atWork({ audience: { genders: ['female'] } })
  await markSharedAddress(company.stores, { address: EMAIL })
  expect(await outcomes(company)).toMatchObject({ KH2: { state: 'sent' } })
})

test('without the mark both are written to, as before', async () => {
  expect(await outcomes(await atWork())).toMatchObject({ KH1: { state: 'sent' }, KH2: { state: 'sent' } })
})

describe('when the one who is written to may not get it', () => {
  const stop = { purpose: 'care', channel: 'email', at: '2027-03-08T03:00:00.000Z', source: 'one-click', evidence: 'x' } as const
  const NOBODY_SILENT = { KH1: { state: 'skipped', reason: 'opted-out' }, KH2: { state: 'sent' } }
  const marked = async (campaign: Parameters<typeof aCampaign>[0] = {}) => {
    const company = await atWork(campaign)
    await markSharedAddress(company.stores, { address: EMAIL })
    return company
  }
  const whoGetsWhat = async (company: Company, customerId: string) => {
    const { sharedAddress } = (await company.stores.customers.get(customerId)) ?? {}
    if (!sharedAddress) throw new Error('no mark')
    return whoIsWrittenTo(sharedAddress, { contentClass: 'care', date: '2027-03-10', companyRules: company.stores.companyRules })
  }

  test.each([
    [
      'by the button of a mailbox, or a reply',
      (company: Company) => withdrawConsent(company.stores, { ...stop, customerId: 'KH1' }),
    ],
    [
      'by the page of preferences',
      (company: Company) =>
        changePreferences(
          { ...company.stores, notices: { confirmOptOut: async () => {} } },
          {
            customerId: 'KH1',
            choice: { offered: new Set(['care/email']), granted: new Set(), frequency: 'any' },
            at: stop.at,
            source: 'preference-page',
            evidence: 'x',
          },
        ),
    ],
  ])('because they stopped it %s, the next one does, every time, and both rows say so', async (_, stopping) => {
    const company = await marked()
    await stopping(company)
    expect([await whoGetsWhat(company, 'KH1'), await whoGetsWhat(company, 'KH2')]).toEqual(['KH2', 'KH2'])
    expect(await outcomes(company)).toMatchObject(NOBODY_SILENT)
    expect(company.sent()).toHaveLength(2)
  })

  test('and they take it back: they get it again, and the other one no copy', async () => {
    const company = await marked()
    await withdrawConsent(company.stores, { ...stop, customerId: 'KH1' })
    const again = {
      offered: new Set(['care/email'] as const),
      granted: new Set(['care/email'] as const),
      frequency: 'any',
    } as const
    const act = { at: '2027-03-08T04:00:00.000Z', source: 'preference-page', evidence: 'y' }
    await changePreferences(
      { ...company.stores, notices: { confirmOptOut: async () => {} } },
      { customerId: 'KH1', choice: again, ...act },
    )
    expect(await outcomes(company)).toMatchObject({
      KH1: { state: 'sent' },
      KH2: { state: 'skipped', reason: 'same-address', detail: 'KH1' },
    })
  })

  test('and neither may, neither gets it', async () => {
    const company = await marked()
    for (const customerId of ['KH1', 'KH2']) await withdrawConsent(company.stores, { ...stop, customerId })
    expect(await outcomes(company)).toMatchObject({ KH1: { reason: 'opted-out' }, KH2: { reason: 'opted-out' } })
  })

  test('the choice of staff stands for the mails that the chosen one did not stop', async () => {
    const company = await marked()
    const person = await company.stores.customers.get('KH2')
    if (!person) throw new Error('KH2')
    await writeToThisOne(company.stores, { person, by: 'Lan' })
    await withdrawConsent(company.stores, { ...stop, customerId: 'KH2' })
    expect((await company.stores.customers.get('KH1'))?.sharedAddress).toMatchObject({ writtenTo: 'KH2', chosenBy: 'Lan' })
    expect(await outcomes(company)).toMatchObject({ KH1: { state: 'sent' }, KH2: { reason: 'opted-out' } })
  })

  test('because they are held out, the other one gets no copy: a group that is compared must not see the greeting', async () => {
    const id = [...'abcdefghij']
      .map((letter) => `greeting-${letter}`)
      .find((each) => isHeldOut({ campaign: aCampaign({ id: each, limits: { holdoutPercent: 50 } }), customerId: 'KH1' }))
    const company = await marked({ id: id ?? 'none', limits: { holdoutPercent: 50 } })
    await company.until(OVER)
    expect(await company.outcomes(`${id}_2027-03-10`)).toMatchObject({
      KH1: { state: 'withheld', because: 'holdout' },
      KH2: { state: 'skipped', reason: 'same-address', detail: 'KH1' },
    })
  })

  test('because they had enough mails lately, the other one gets no copy: it is one mailbox', async () => {
    const company = await marked()
    const contacts = ['a', 'b', 'c'].map((id) =>
      aContact({ occurrenceId: `${id}_2027-03-09`, occasionKey: `${id}:2027-03-09`, at: '2027-03-09T10:00:00.000Z' }),
    )
    await company.stores.ledgers.claim({ ...aLedger(contacts, 'KH1'), version: 1 })
    expect(await outcomes(company)).toMatchObject({
      KH1: { state: 'skipped', reason: 'frequency-cap' },
      KH2: { state: 'skipped', reason: 'same-address', detail: 'KH1' },
    })
  })

  test('a crash before the mark was written is made up for by the same stop again', async () => {
    const company = await marked()
    const dying = {
      ...company.stores,
      customers: { ...company.stores.customers, setSharedAddress: () => Promise.reject(new Error('cut off')) },
    }
    await expect(withdrawConsent(dying, { ...stop, customerId: 'KH1' })).rejects.toThrow('cut off')
    await withdrawConsent(company.stores, { ...stop, customerId: 'KH1' })
    expect(await outcomes(company)).toMatchObject(NOBODY_SILENT)
  })

  test('two who stop at once are both in the mark, whoever wrote last', async () => {
    const company = await marked()
    const { customers } = company.stores
    let other: Promise<unknown> | undefined
    // The second stop runs between the first one's reading and its writing.
    const slow = {
      ...company.stores,
      customers: {
        ...customers,
        setSharedAddress: async (mark: Parameters<typeof customers.setSharedAddress>[0]) => {
          other ??= withdrawConsent(company.stores, { ...stop, customerId: 'KH2' })
          await other
          return customers.setSharedAddress(mark)
        },
      },
    }
    await withdrawConsent(slow, { ...stop, customerId: 'KH1' })
    expect([await whoGetsWhat(company, 'KH1'), await whoGetsWhat(company, 'KH2')]).toEqual([undefined, undefined])
  })

  test('a stop searches for nobody; that of a customer with an address of their own reads their row and writes no mark', async () => {
    const company = await marked()
    const never = () => Promise.reject(new Error('not asked for'))
    const read: string[] = []
    const { customers } = company.stores
    const get = (id: string) => {
      read.push(id)
      return customers.get(id)
    }
    const few = { ...company.stores, customers: { ...customers, get, sharing: never, getMany: never } }
    await withdrawConsent(few, { ...stop, customerId: 'KH1' })
    expect([await whoGetsWhat(company, 'KH1'), await whoGetsWhat(company, 'KH2')]).toEqual(['KH2', 'KH2'])
    read.length = 0
    const alone = { ...few, customers: { ...few.customers, setSharedAddress: never } }
    await withdrawConsent(alone, { ...stop, customerId: 'KH3' })
    expect(read).toEqual(['KH3', 'KH3'])
  })

  test('of a whole company with one address one gets it, however many stopped it', async () => {
    const many = Array.from({ length: 30 }, (_, n) => aCustomer({ customerId: `NV${n + 1}`, email: EMAIL }))
    const company = await runningCompany({ now: '2027-03-08T00:00:00.000Z', campaigns: [aCampaign()], customers: many })
    await markSharedAddress(company.stores, { address: EMAIL })
    for (const n of [1, 2, 3]) await withdrawConsent(company.stores, { ...stop, customerId: `NV${n}` })
    const states = Object.entries(await outcomes(company)).map(([id, { state }]) => `${id} ${state}`)
    expect(states.filter((each) => each.endsWith('sent'))).toEqual(['NV4 sent'])
    expect(company.sent()).toHaveLength(1)
  })

  test('while one is being erased, a late stop of theirs does not write their name back to the others', async () => {
    const company = await marked()
    await company.stores.customers.put([aCustomer({ customerId: 'KH5', email: EMAIL })])
    await markSharedAddress(company.stores, { address: EMAIL })
    await markSharedAddress(company.stores, { address: EMAIL, without: 'KH1' })
    await withdrawConsent(company.stores, { ...stop, customerId: 'KH1' })
    expect((await company.stores.customers.get('KH5'))?.sharedAddress?.customers).toEqual(['KH2', 'KH5'])
    expect(await whoGetsWhat(company, 'KH5')).toBe('KH2')
  })
})
