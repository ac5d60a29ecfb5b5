/** A contact that staff enter: once, counted as a contact, with what follows from it; on the memory adapters. */
import { describe, expect, test } from 'vitest'
import { memorySuppressionList } from '#adapters/memory/suppression-list.ts'
import { type Contacted, enterContact } from '#app/desk/enter-contact.ts'
import { isWrongPhone } from '#core/customer/wrong-phone.ts'
import { CONTACT_OUTCOMES } from '#core/work/contact.ts'
import { CONTACT_WAYS } from '#core/work/disposition.ts'
import { guideAskedOn } from '#core/work/guide-asked.ts'
import { lastContactOf } from '#core/work/last-contact.ts'
import { rungAt } from '#core/work/rung.ts'
import { closingOf } from '#core/work/standing.ts'
import { listeningCompany } from '#test/app/listening/receiving.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { storedWork } from '#test/support/work-builders.ts'

const NOW = '2027-03-10T02:00:00.000Z'
const ID = '00000000-0000-4000-8000-000000000001'

async function desk() {
  const { stores } = await listeningCompany()
  const ports = { ...stores, suppressions: memorySuppressionList(), companyRules: theCompanyRules() }
  const enter = (over: Partial<Contacted> = {}) =>
    enterContact(ports, {
      contactId: ID,
      customerId: 'c-001',
      direction: 'in',
      way: 'visit',
      disposition: 'satisfied',
      note: '',
      stop: 'person',
      by: 'Hạnh',
      address: 'hanh@example.com',
      team: 'Chăm sóc',
      at: NOW,
      ...over,
    })
  const work = () => stores.work.ofCustomer('c-001')
  return { enter, work, stores }
}

describe('a contact', () => {
  test.each(CONTACT_WAYS)('by %s is the last contact, and leaves nothing to do', async (way) => {
    const { enter, work, stores } = await desk()
    expect(await enter({ way })).toMatchObject({ again: false })
    expect(lastContactOf({ lastPurchaseOn: null }, await work())).toBe('2027-03-10')
    expect(await stores.work.allOpen()).toEqual([])
  })

  test.each([true, false])('in which something was solved carries what staff say of the first contact: %s', async (atFirst) => {
    const { enter, work } = await desk()
    expect(await enter({ atFirst })).toMatchObject({ again: false })
    const [item] = await work()
    expect(item && closingOf(item)).toMatchObject({ as: 'reached', atFirst })
    expect(await enter({ atFirst })).toMatchObject({ again: true })
    expect(await enter({ atFirst: !atFirst })).toEqual({ refused: 'sent-already' })
  })

  test('of which nothing is said carries no mark', async () => {
    const { enter, work } = await desk()
    await enter()
    const [item] = await work()
    expect(item && closingOf(item)).not.toHaveProperty('atFirst')
  })

  test.each([
    ['opens a case, which says it when it is closed', { disposition: 'complaint', note: 'hộp móp' }, 'at-first-in-case'],
    ['ends with no word but that no calls are wanted', { disposition: 'do-not-call' }, 'at-first-unspoken'],
  ] as const)('that %s does not say it', async (_what, over, refused) => {
    const { enter, work } = await desk()
    expect(await enter({ ...over, atFirst: true })).toEqual({ refused })
    expect(await work()).toEqual([])
  })

  test('sent twice, and at the same moment, is one, with what follows from it', async () => {
    const { enter, work } = await desk()
    const complaint = { disposition: 'complaint', note: 'hộp móp', followUpDays: 2 } as const
    await Promise.all([enter(complaint), enter(complaint)])
    expect(await enter(complaint)).toMatchObject({ again: true })
    expect((await work()).map(({ subject }) => subject.is).toSorted()).toEqual(['contact', 'follow-up', 'told'])
  })

  test('sent again with another outcome or other words is refused, and nothing is lost of the first', async () => {
    const { enter, work } = await desk()
    await enter({ note: 'khen trà' })
    const first = await work()
    expect(await enter({ note: 'trà bị mốc', disposition: 'complaint' })).toEqual({ refused: 'sent-already' })
    expect(await work()).toEqual(first)
    expect(await enter({ note: 'khen trà', followUpDays: 3 })).toEqual({ refused: 'sent-already' })
    expect(await enter({ note: 'khen trà', direction: 'out' })).toEqual({ refused: 'sent-already' })
    expect(await work()).toEqual(first)
    expect(await enter({ note: 'khen trà' })).toMatchObject({ again: true })
  })

  test('that the customer began by telephone is no ringing of ours; one that staff began is', async () => {
    const { enter, work } = await desk()
    await enter({ way: 'phone' })
    expect(rungAt(await work())).toBeNull()
    await enter({ way: 'phone', direction: 'out', contactId: ID.replace('1', '2') })
    expect(rungAt(await work())).toBe(NOW)
  })

  test('in which everybody at the number wants no more calls is another than one of the customer alone', async () => {
    const { enter } = await desk()
    await enter({ disposition: 'do-not-call' })
    expect(await enter({ disposition: 'do-not-call', stop: 'number' })).toEqual({ refused: 'sent-already' })
    expect(await enter({ disposition: 'do-not-call' })).toMatchObject({ again: true })
  })

  test('in which the customer wants no more calls ends their open ones', async () => {
    const { enter, stores } = await desk()
    await stores.work.open(storedWork({ workId: 'call-1' }))
    await enter({ disposition: 'do-not-call' })
    const call = await stores.work.get('call-1')
    expect(call && closingOf(call)).toMatchObject({ as: 'stopped' })
    const [contact] = (await stores.work.ofCustomer('c-001')).filter(({ subject }) => subject.is === 'contact')
    expect(contact && closingOf(contact), 'they were met').toMatchObject({ as: 'stopped', reached: true })
    expect((await stores.customers.get('c-001'))?.consents).toMatchObject({ 'care/call': { decision: 'withdrawn' } })
  })

  test.each([
    [{ customerId: 'c-404' }, 'no-such-customer'],
    [{ disposition: 'no-answer' }, 'which-outcome'],
    [{ disposition: 'call-back' }, 'which-outcome'],
    [{ disposition: 'request', note: ' ' }, 'needs-note'],
    [{ followUpDays: 0 }, 'follow-up-days'],
    [{ disposition: 'do-not-call', followUpDays: 3 }, 'follow-up-days'],
    [{ note: 'x'.repeat(2_001) }, 'too-long'],
  ] as const)('%o is refused: %s', async (over, refused) => {
    const { enter, work } = await desk()
    expect(await enter(over)).toMatchObject({ refused })
    expect(await work()).toEqual([])
  })
})

describe('a number that is noted as another person’s', () => {
  const PHONE = '+84901234567'
  const noted = async () => {
    const { enter, stores } = await desk()
    await stores.customers.put([aCustomer({ customerId: 'c-001', phone: PHONE })])
    const note = (phone: string | null) => stores.customers.setWrongPhone({ customerId: 'c-001', phone })
    const isWrong = async () => {
      const person = await stores.customers.get('c-001')
      return person !== undefined && isWrongPhone(person.customer)
    }
    await note(PHONE)
    return { enter, note, isWrong }
  }

  test.each<[string, Partial<Contacted>, boolean]>([
    ['staff rang it', { direction: 'out', way: 'phone' }, true],
    ['staff rang it, and a complaint came of it', { direction: 'out', way: 'phone', disposition: 'complaint', note: 'vỡ' }, true],
    ['staff called on Zalo', { direction: 'out', way: 'zalo-call' }, true],
    ['staff wrote on Zalo', { direction: 'out', way: 'zalo' }, true],
    ['staff wrote on Facebook', { direction: 'out', way: 'facebook' }, false],
    ['staff met them', { direction: 'out', way: 'visit' }, false],
    ['the customer rang, from whichever telephone', { direction: 'in', way: 'phone' }, false],
    ['the customer wrote on Zalo', { direction: 'in', way: 'zalo' }, false],
    ['the customer wants no more calls', { direction: 'out', way: 'phone', disposition: 'do-not-call' }, false],
    ['the form was refused', { direction: 'out', way: 'phone', disposition: 'request' }, false],
  ])('when %s', async (_what, over, isTheirs) => {
    const { enter, isWrong } = await noted()
    await enter(over)
    expect(await isWrong()).toBe(!isTheirs)
  })

  test('is theirs by a form that was sent again after its first one broke off behind the write of the contact', async () => {
    const { enter, note, isWrong } = await noted()
    const form = { direction: 'out', way: 'phone' } as const
    await enter(form)
    await note(PHONE)
    expect(await enter(form)).toMatchObject({ again: true })
    expect(await isWrong()).toBe(false)
    await note(PHONE)
    expect(await enter({ ...form, note: 'lời khác' })).toEqual({ refused: 'sent-already' })
    expect(await isWrong()).toBe(true)
  })
})

test('the outcomes of a contact are those in which the customer was met', () => {
  expect(CONTACT_OUTCOMES).toEqual(['satisfied', 'feedback', 'complaint', 'request', 'wants-more', 'do-not-call'])
})

test('the guide by mail is asked for in a contact too, and only of a customer who was spoken with', async () => {
  const { enter, work } = await desk()
  expect(await enter({ guide: true, disposition: 'do-not-call' })).toEqual({ refused: 'guide-unspoken' })
  expect(await enter({ guide: true })).toMatchObject({ again: false })
  expect((await work()).flatMap(guideAskedOn)).toEqual(['2027-03-10'])
  expect(await enter({ guide: false })).toEqual({ refused: 'sent-already' })
})
