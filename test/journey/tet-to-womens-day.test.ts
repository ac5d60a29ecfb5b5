import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeTag } from '#adapters/ses/tags.ts'
import type { ConsentState } from '#core/audience/consent.ts'
import type { Customer } from '#core/customer/customer.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import { aCustomer, aPurchase, lunar, solar } from '#test/support/builders.ts'
import { journeyStack, PAGES } from '#test/support/journey-stack.ts'

const GRANTED: ConsentState = { 'advertising/email': { decision: 'granted', at: '2026-01-01T00:00:00.000Z' } }

/** Six weeks around Tết 2027 (6 February): lunar and solar birthdays, three zones, two languages, refusals, bounces. */
const CUSTOMERS: readonly Customer[] = [
  ...Array.from({ length: 12 }, (_, n) => aCustomer({ customerId: `hanoi-${n}`, email: `hanoi-${n}@example.com` })),
  aCustomer({
    customerId: 'paris',
    zone: 'Europe/Paris',
    locale: 'en',
    fullName: 'Dũng Trần',
    addressName: 'Dũng',
    honorific: 'none',
  }),
  aCustomer({ customerId: 'sydney', zone: 'Australia/Sydney' }),
  aCustomer({ customerId: 'born-feb-29', birthday: solar('02-29') }),
  aCustomer({ customerId: 'born-lunar-30', birthday: lunar('12-30') }),
  aCustomer({ customerId: 'born-near-tet', birthday: solar('02-03') }),
  aCustomer({ customerId: 'no-offers', birthday: solar('02-20') }),
  aCustomer({ customerId: 'no-mail', email: null, birthday: solar('02-21') }),
  aCustomer({ customerId: 'bounces', email: 'bounce@simulator.amazonses.com', birthday: solar('02-22') }),
  aCustomer({ customerId: 'spam-button', email: 'complaint@simulator.amazonses.com' }),
  aCustomer({ customerId: 'bought-two-years-ago', firstPurchaseOn: '2025-02-24', lastPurchaseOn: '2025-02-24', gender: 'male' }),
  aCustomer({ customerId: 'bought-lately', firstPurchaseOn: '2026-10-24', lastPurchaseOn: '2027-02-15', gender: 'male' }),
]

type World = Awaited<ReturnType<typeof journeyStack>>
let world: World
beforeAll(async () => {
  world = await journeyStack({
    startAt: '2027-01-31T17:00:00.000Z',
    people: {
      customers: CUSTOMERS,
      purchases: [
        aPurchase({ customerId: 'bought-lately', purchaseId: 'o-1', purchasedOn: '2027-02-15', deliveredOn: '2027-02-17' }),
      ],
      consents: ({ customerId }) => (customerId === 'no-offers' ? {} : GRANTED),
    },
  })
  await world.moveTo('2027-03-10T12:00:00.000Z')
})
afterAll(() => world?.stop())

const tag = (mail: ReturnType<World['mails']>[number], name: string) =>
  decodeTag(mail.tags.find((each) => each.name === name)?.value ?? '') ?? ''
const occurrences = () => world.stores.occurrences.between('2027-02-01', '2027-03-10')
const outcomeOf = async (occurrenceId: string, customerId: string) =>
  (await world.stores.occurrences.batches(occurrenceId))
    .flatMap(({ recipients }) => recipients)
    .find((recipient) => recipient.customerId === customerId)?.outcome

describe('six weeks around Tết', () => {
  test('every balance adds up, and what the rows call sent is in the mailbox exactly once', async () => {
    const inMailbox = new Map<string, number>()
    for (const mail of world.mails()) {
      const key = `${tag(mail, 'occurrence')} ${tag(mail, 'customer')}`
      inMailbox.set(key, (inMailbox.get(key) ?? 0) + 1)
    }
    const sent: string[] = []
    for (const occurrence of await occurrences()) {
      const rows = (await world.stores.occurrences.batches(occurrence.occurrenceId)).flatMap(({ recipients }) => recipients)
      expect(new Set(rows.map(({ customerId }) => customerId)).size).toBe(rows.length)
      for (const { customerId, outcome } of rows)
        if (outcome.state === 'sent') sent.push(`${occurrence.occurrenceId} ${customerId}`)
      if (!occurrence.balance) continue
      expect(occurrence.mismatch).toBe(false)
      const { audience, sent: gone, skipped, deferred, withheld, failed, unknown, planned } = occurrence.balance
      expect({ audience, planned }).toEqual({ audience: gone + skipped + deferred + withheld + failed + unknown, planned: 0 })
    }
    expect(sent.length).toBeGreaterThan(40)
    expect([...inMailbox.keys()].sort()).toEqual(sent.sort())
    expect([...inMailbox.values()].filter((count) => count !== 1)).toEqual([])
    expect(world.alarms).toEqual([])
  })

  test('the Tết greeting goes out two days before Tết, at half past eight to eleven where each customer lives', async () => {
    const greetings = world.mails().filter((mail) => tag(mail, 'occurrence') === 'tet-greeting_2027-02-04')
    expect(greetings.length).toBeGreaterThan(15)
    for (const mail of greetings) {
      const zone = CUSTOMERS.find(({ customerId }) => customerId === tag(mail, 'customer'))?.zone ?? ''
      expect(localDateAt(mail.at, zone)).toBe('2027-02-04')
      expect(localTimeAt(mail.at, zone) >= '08:30' && localTimeAt(mail.at, zone) < '11:00').toBe(true)
    }
    expect(new Set(greetings.map(({ at }) => at)).size).toBe(3)
  })

  test('a birthday next to Tết makes one touch: the gift, and the greeting says what outranked it', async () => {
    expect(await outcomeOf('birthday-gift_2027-02-03', 'born-near-tet')).toMatchObject({ state: 'sent' })
    expect(await outcomeOf('tet-greeting_2027-02-04', 'born-near-tet')).toEqual({
      state: 'skipped',
      reason: 'outranked',
      by: 'birthday-gift',
    })
  })

  test.each([
    ['29 February is kept on the 28th', 'birthday-gift_2027-02-28', 'born-feb-29'],
    ['the 30th of a twelfth month of 29 days is kept on giao thừa', 'birthday-gift_2027-02-05', 'born-lunar-30'],
    ['the first purchase is remembered after two years', 'purchase-anniversary_2027-02-24', 'bought-two-years-ago'],
    ['a delivery is asked after five days later', 'after-delivery_2027-02-22', 'bought-lately'],
    ['and how it was, two working days after it', 'csat-after-delivery_2027-02-19', 'bought-lately'],
  ])('%s', async (_what, occurrenceId, customerId) => {
    expect(await outcomeOf(occurrenceId, customerId)).toMatchObject({ state: 'sent' })
  })

  test.each([
    ['no consent to offers', 'birthday-gift_2027-02-20', 'no-offers', 'consent-missing'],
    ['no address', 'birthday-gift_2027-02-21', 'no-mail', 'no-address'],
    ['an address that bounced at Tết', 'birthday-gift_2027-02-22', 'bounces', 'suppressed'],
    ['the spam button at Tết', 'womens-day_2027-03-08', 'spam-button', 'suppressed'],
  ])('is not written to: %s', async (_what, occurrenceId, customerId, reason) => {
    expect(await outcomeOf(occurrenceId, customerId)).toMatchObject({ state: 'skipped', reason })
  })

  test('a gift mail is labelled, carries its own voucher, and can be stopped in one click', async () => {
    const gifts = world.mails().filter((mail) => tag(mail, 'campaign') === 'birthday-gift')
    const codes = gifts.map(({ text }) => text?.match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)?.[0] ?? '')
    expect(gifts.length).toBe(3)
    expect(new Set(codes).size).toBe(3)
    for (const mail of gifts) {
      expect(mail.subject.startsWith('[QC] ')).toBe(true)
      expect(mail.headers).toContainEqual({ name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' })
      expect(mail.headers.find(({ name }) => name === 'List-Unsubscribe')?.value).toMatch(new RegExp(`^<${PAGES}/u/.+>$`))
    }
    for (const code of codes)
      expect(await world.stores.vouchers.get(code)).toMatchObject({
        value: { amount: 100_000, currency: 'VND' },
        redeemedAt: null,
      })
  })

  test('money: what closed days used is settled to the đồng, what is still open is reserved, nothing else', async () => {
    const [budget] = await world.stores.budgets.ofCampaign('birthday-gift')
    expect(budget?.settled).toEqual({
      'birthday-gift_2027-02-03': 100_005,
      'birthday-gift_2027-02-05': 100_005,
      'birthday-gift_2027-02-28': 100_005,
    })
    expect(budget?.reserved).toEqual({})
  })

  test('planning and sending the same days three times over changes nothing', async () => {
    const before = world.mails().length
    const rows = async () =>
      JSON.stringify(
        await Promise.all((await occurrences()).map(({ occurrenceId }) => world.stores.occurrences.batches(occurrenceId))),
      )
    const rowsBefore = await rows()
    for (let time = 0; time < 3; time++) {
      for (const { occurrenceId, slices, pass } of await occurrences()) {
        await world.stores.queues.planSlices(Array.from({ length: slices }, (_, slice) => ({ occurrenceId, slice, pass })))
        const batches = await world.stores.occurrences.batches(occurrenceId)
        await world.stores.queues.sendBatches(batches.map(({ batchId }) => ({ occurrenceId, batchId })))
      }
      await world.drain()
    }
    expect(world.mails().length).toBe(before)
    expect(await rows()).toBe(rowsBefore)
  })
})
