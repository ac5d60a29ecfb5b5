/** Whose words a letter is written in, and what becomes of people while they are not there. */
import { describe, expect, test } from 'vitest'
import { keptWords } from '#app/campaigns/kept-words.ts'
import type { WordsStore } from '#app/ports/campaigns.ts'
import type { Letters } from '#app/ports/letters.ts'
import { aCampaign, aCustomer, aPurchase, someWords } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'

const OCCURRENCE = 'tenth-of-march_2027-03-10'
const FIRST_LOOK = '2027-03-08T00:00:00.000Z'
const BEFORE_NINE = '2027-03-10T01:30:00.000Z'
const NINE = '2027-03-10T02:00:00.000Z'
const TEN = '2027-03-10T03:00:00.000Z'
const OVER = '2027-03-12T00:00:00.000Z'

const greeting = aCampaign()
const people = (...ids: string[]) => ids.map((customerId) => aCustomer({ customerId }))

/** Letters that say what they were written from. */
const telling: Letters = {
  write: ({ words, purchase }) => {
    const mail = words.mails.vi
    if (!mail) return { noWords: 'nothing in vi' }
    const text = `${mail.text}${purchase ? ` ${purchase.product}` : ''}`
    return { letter: { subject: mail.subject, html: mail.html, text, headers: {}, replyTo: 'care@trasen.example.com' } }
  },
}

async function atWork(overrides: Partial<Parameters<typeof runningCompany>[0]> = {}) {
  const company = await runningCompany({
    now: FIRST_LOOK,
    campaigns: [greeting],
    customers: people('c-001', 'c-002', 'c-003'),
    ...overrides,
  })
  company.replace({ letters: telling })
  const written = () => company.stores.mailer.mails.map(({ text }) => text)
  return { company, written }
}

const without = (words: WordsStore, read: WordsStore['read']): WordsStore => ({ ...words, read })

describe('the words of a letter', () => {
  test('are those that its campaign’s version was accepted with', async () => {
    const { company, written } = await atWork()
    await company.until(NINE)
    expect(written()).toEqual(Array(3).fill('Xin chào {{greetingName}}'))
  })

  test('changed before the last planning are the new ones; after it, those of the version that was planned', async () => {
    const early = await atWork()
    await early.company.until('2027-03-09T12:00:00.000Z')
    await early.company.accept([greeting], 'Lời mới')
    await early.company.until(NINE)
    expect(early.written()).toEqual(Array(3).fill('Lời mới'))

    const late = await atWork()
    await late.company.until(BEFORE_NINE)
    await late.company.accept([greeting], 'Lời mới')
    await late.company.until(NINE)
    expect(late.written()).toEqual(Array(3).fill('Xin chào {{greetingName}}'))
    expect((await late.company.stores.campaigns.latest())[0]?.version).toBe(2)
  })

  test('of a version accepted before words were kept are those that came with the code', async () => {
    const { company, written } = await atWork({ campaigns: [] })
    await company.stores.campaigns.accept({ definition: greeting, version: 1, acceptedAt: FIRST_LOOK, acceptedBy: 'lan' })
    company.replace({ letters: telling, bundledWords: (template) => someWords(template, 'Lời đi kèm') })
    await company.until(NINE)
    expect(written()).toEqual(Array(3).fill('Lời đi kèm'))
    expect(company.alarmsRaised()).toEqual([])
  })

  test('are read once for all batches of a process', async () => {
    const { company } = await atWork({ customers: people(...Array.from({ length: 1_500 }, (_, n) => `c-${n}`)) })
    let reads = 0
    const { words } = company.stores
    const counted = without(words, (hash) => {
      reads++
      return words.read(hash)
    })
    company.replace({ letters: telling, words: keptWords(counted) })
    await company.until(OVER)
    expect((await company.stores.occurrences.batches(OCCURRENCE)).length).toBeGreaterThan(2)
    expect(company.sent()).toHaveLength(1_500)
    expect(reads).toBe(1)
  })
})

describe('while words are not there', () => {
  test.each([
    ['not stored', async () => undefined, 'not-stored'],
    ['unreadable', async () => 'unreadable' as const, 'unreadable'],
  ])(
    '%s: everybody waits, nobody fails, an alarm says so, and they are written to as soon as the words come',
    async (_, read, why) => {
      const { company, written } = await atWork()
      company.replace({ letters: telling, words: without(company.stores.words, read) })
      await company.until(NINE)
      expect(await company.results(OCCURRENCE)).toEqual({
        'c-001': 'deferred words-missing',
        'c-002': 'deferred words-missing',
        'c-003': 'deferred words-missing',
      })
      expect(company.said.filter(({ alarm }) => alarm)[0]).toMatchObject({
        name: 'words.missing',
        values: { occurrenceId: OCCURRENCE, campaignId: 'tenth-of-march', version: 1, why },
      })
      const claimed = (await company.stores.ledgers.getMany(['c-001', 'c-002', 'c-003'])).flatMap(({ contacts }) => contacts)
      expect(claimed).toEqual([])

      company.replace({ letters: telling })
      await company.until('2027-03-10T02:10:00.000Z')
      expect(written()).toHaveLength(3)
      expect(company.failures).toEqual([])
    },
  )

  test('they wait within their window; when it ends they are skipped for what it went by for, and a loss is told', async () => {
    const { company, written } = await atWork()
    company.replace({ letters: telling, words: without(company.stores.words, async () => undefined) })
    await company.until(OVER)
    expect(written()).toEqual([])
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({
      state: 'closed',
      mismatch: false,
      balance: { audience: 3, failed: 0, skippedBy: { 'words-missing': 3 } },
    })
    expect(company.alarmsRaised()).toContain('occurrence.losses')
  })

  test('whoever must not be written to is skipped with their own reason', async () => {
    const { company } = await atWork()
    await company.consent('c-002', { 'care/email': { decision: 'withdrawn', at: FIRST_LOOK } })
    company.replace({ letters: telling, words: without(company.stores.words, async () => undefined) })
    await company.until(NINE)
    expect(await company.results(OCCURRENCE)).toMatchObject({ 'c-001': 'deferred words-missing', 'c-002': 'skipped opted-out' })
  })

  test('a version of before whose template this code does not have waits too', async () => {
    const { company } = await atWork({ campaigns: [] })
    await company.stores.campaigns.accept({ definition: greeting, version: 1, acceptedAt: FIRST_LOOK, acceptedBy: 'lan' })
    await company.until(NINE)
    expect(Object.values(await company.results(OCCURRENCE))).toEqual(Array(3).fill('deferred words-missing'))
    // Accepted with its words it is another version, which the batches of today were not planned with.
    await company.accept([greeting])
    company.replace({ letters: telling, bundledWords: (template) => someWords(template, 'Lời đi kèm') })
    await company.until(TEN)
    expect(company.sent()).toHaveLength(3)
  })

  test('words without a language to write in make that person wait, not fail', async () => {
    const { company } = await atWork()
    company.replace({ letters: { write: () => ({ noWords: 'neither fr nor de' }) } })
    await company.until(NINE)
    expect(Object.values(await company.results(OCCURRENCE))).toEqual(Array(3).fill('deferred words-missing'))
    expect(company.alarmsRaised()).toContain('words.missing')
  })

  test('a read that fails for a moment loses nobody', async () => {
    const { company } = await atWork()
    let fails = 2
    const { words } = company.stores
    const shaky = without(words, async (hash) => {
      if (fails-- > 0) throw new Error('throttled')
      return words.read(hash)
    })
    company.replace({ letters: telling, words: keptWords(shaky) })
    await company.until(OVER)
    expect(company.sent()).toHaveLength(3)
    expect(company.failures).toHaveLength(2)
  })
})

describe('a letter that speaks of an order', () => {
  const after = aCampaign({ occasion: { kind: 'after-purchase', offset: { days: 3 } } })
  const purchases = [aPurchase({ product: 'Bàn trà' }), aPurchase({ customerId: 'c-002', purchaseId: 'HD:2#x', product: 'Ghế' })]

  async function reading(text: string) {
    const { company, written } = await atWork({ campaigns: [], customers: people('c-001', 'c-002'), purchases })
    let reads = 0
    const { purchases: store } = company.stores
    company.replace({
      letters: telling,
      purchases: {
        ...store,
        getMany: (keys) => {
          reads++
          return store.getMany(keys)
        },
      },
    })
    await company.accept([after], text)
    await company.until(NINE)
    return { written: written().toSorted(), reads: () => reads }
  }

  test('gets the order that its occasion is about, read once for the page', async () => {
    const { written, reads } = await reading('{{#if purchase.product}}Hàng:{{/if}}')
    expect(written).toEqual(['{{#if purchase.product}}Hàng:{{/if}} Bàn trà', '{{#if purchase.product}}Hàng:{{/if}} Ghế'])
    expect(reads()).toBe(1)
  })

  test('and one that does not speak of it costs no read', async () => {
    const { written, reads } = await reading('Cảm ơn vì đơn hàng, purchase.product là gì?')
    expect(written).toHaveLength(2)
    expect(reads()).toBe(0)
  })
})
