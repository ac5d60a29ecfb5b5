import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actedBefore, askedBefore } from '#core/audience/acted.ts'
import { brokenCap } from '#core/audience/caps.ts'
import { type Contact, contactOf, type Ledger } from '#core/audience/ledger.ts'
import { type Memory, memoryOf, withContact, withoutContact } from '#core/audience/remember.ts'
import { surveyRest } from '#core/audience/survey-rest.ts'
import { DAY_MS, HOUR_MS, type Instant, instantOf, plusMs } from '#core/time/instant.ts'
import { aCampaign, aContact, aLedger, aPolicy, someRules, theCompanyRules } from '#test/support/builders.ts'

const T: Instant = '2027-03-10T02:00:00.000Z'
const MEMORY: Memory = { capHours: 168, surveyDays: 30, relationshipDays: 90 }
const daysBefore = (days: number, over: Partial<Contact> = {}) =>
  aContact({ occurrenceId: `o-${days}`, at: plusMs(T, -days * DAY_MS), ...over })
const later = (known: readonly Contact[], contact = aContact({ at: T }), memory = MEMORY): Ledger =>
  withContact({ ledger: aLedger(known), contact, memory })

describe('how far back a ledger must look', () => {
  test('as far as the longest cap of all, whichever class or country it belongs to', () => {
    const [period] = aPolicy().periods
    const survey = { call: someRules({ caps: [{ max: 1, hours: 1_000 }] }) }
    const france = aPolicy({ country: 'FR', periods: [{ ...period!, classes: { ...period!.classes, survey } }] })
    expect(memoryOf(theCompanyRules({ policies: [aPolicy(), france] })).capHours).toBe(1_000)
  })

  test('a month at least, because any customer may choose one mail a month today', () => {
    expect(memoryOf(theCompanyRules({ company: { frequencyCaps: [] }, policies: [] })).capHours).toBe(720)
  })

  test('as long as surveys are apart; a company whose relationship surveys are closer than others keeps them as long as these', () => {
    expect(memoryOf(theCompanyRules())).toMatchObject({ surveyDays: 30, relationshipDays: 90 })
    const odd = theCompanyRules({ company: { surveys: { daysBetween: 60, daysBetweenRelationship: 45 } } })
    expect(memoryOf(odd)).toMatchObject({ surveyDays: 60, relationshipDays: 60 })
  })
})

describe('what a contact says of its campaign', () => {
  const survey = { contentClass: 'survey' } as const
  test.each([
    ['a greeting', aCampaign(), undefined],
    ['a survey', aCampaign({ ...survey, survey: { kind: 'csat' } }), undefined],
    ['one about the company', aCampaign({ ...survey, survey: { kind: 'nps', relationship: true } }), 'relationship'],
    ['a reminder', aCampaign({ ...survey, occasion: { kind: 'after-invitation', campaign: 'nps' } }), 'reminder'],
  ])('%s', (_, campaign, asks) => {
    const contact = contactOf({ campaign, occurrenceId: 'o', occasionKey: 'k', at: T })
    expect(contact).toEqual({
      occurrenceId: 'o',
      occasionKey: 'k',
      channel: 'email',
      contentClass: campaign.contentClass,
      at: T,
      ...(asks && { asks }),
    })
  })
})

describe('a ledger remembers', () => {
  test.each([
    ['a survey', {}, 31.9, true],
    ['a survey', {}, 32, false],
    ['one about the company', { asks: 'relationship' }, 91.9, true],
    ['one about the company', { asks: 'relationship' }, 92, false],
    ['a reminder', { asks: 'reminder' }, 7.9, true],
    ['a reminder', { asks: 'reminder' }, 8, false],
  ] as const)('%s %j as a contact after %d days: %s', (_, over, days, kept) => {
    expect(later([daysBefore(days, { contentClass: 'survey', ...over })]).contacts).toHaveLength(kept ? 2 : 1)
  })

  test.each([
    ['csat:p2027-03-01#HD-1', 'csat:p2027-03-20#HD-1', true],
    ['csat:p2027-03-01#HD-1', 'csat:p2027-03-01#HD-2', false],
    ['csat:p2027-03-01#HD-1', 'thanks:p2027-03-01#HD-1', false],
    ['fcr:w2027-03-01#call-1', 'fcr:w2027-03-02#call-1', true],
    ['csat-reminder:csat_2027-03-01', 'csat-reminder:csat_2027-03-01', true],
  ])('399 days later that %s was acted on, when it is about %s: %s; and after 400 days no more', (before, now, told) => {
    const [recent, old] = [399, 401].map((days) => later([daysBefore(days, { occasionKey: before })]))
    expect(actedBefore(recent!, now)).toBe(told ? 'long-ago' : undefined)
    expect(actedBefore(withContact({ ledger: old!, contact: aContact({ at: T }), memory: MEMORY }), now)).toBeUndefined()
  })

  test('what was asked about, whichever survey asked; a greeting and a reminder asked nothing', () => {
    const key = 'csat:p2026-05-01#HD-1'
    const long = (over: Partial<Contact>) => later([daysBefore(300, { occasionKey: key, ...over })])
    expect(askedBefore(long({ contentClass: 'survey' }), 'nps:p2026-05-02#HD-1')).toBe('long-ago')
    expect(askedBefore(long({ contentClass: 'survey' }), 'nps:w2026-05-02#HD-1')).toBeUndefined()
    expect(askedBefore(long({ contentClass: 'care' }), 'nps:p2026-05-02#HD-1')).toBeUndefined()
    expect(askedBefore(long({ contentClass: 'survey', asks: 'reminder' }), 'nps:p2026-05-02#HD-1')).toBeUndefined()
  })

  test('a claim given back takes nothing else with it', () => {
    const known = later([daysBefore(300, { occasionKey: 'csat:p2026-05-01#HD-1' })], aContact({ occurrenceId: 'mine', at: T }))
    expect(withoutContact(known, 'mine')).toEqual({ ...known, version: 3, contacts: [] })
    expect(withoutContact(known, 'mine').acted).toHaveLength(1)
  })

  test('a year of weekly orders in little more than a kilobyte', () => {
    let ledger = aLedger()
    for (let week = 60; week >= 0; week--) {
      const contact = daysBefore(week * 7, {
        occurrenceId: `after-delivery_2027-01-${week}`,
        occasionKey: `after-delivery:p2027-01-01#HD-${week}`,
      })
      ledger = withContact({ ledger, contact, memory: { ...MEMORY, capHours: 720 } })
    }
    expect(ledger.contacts).toHaveLength(5)
    expect(ledger.acted).toHaveLength(53)
    // As the store keeps them: `["1abcdef",20000],` each.
    expect(JSON.stringify(ledger.acted?.map(({ about, day }) => [about, day])).length).toBeLessThan(1_000)
  })
})

describe('whatever happened before', () => {
  const someContact = fc.record({
    gapHours: fc.integer({ min: 0, max: 40 * 24 }),
    what: fc.constantFrom<Partial<Contact>>(
      { contentClass: 'care', occasionKey: 'tet:2027-02-06' },
      { contentClass: 'care', occasionKey: 'thanks:p2027-01-01#A' },
      { contentClass: 'survey', occasionKey: 'csat:p2027-01-01#A' },
      { contentClass: 'survey', occasionKey: 'csat:p2027-01-01#B' },
      { contentClass: 'survey', occasionKey: 'fcr:w2027-01-01#A' },
      { contentClass: 'survey', occasionKey: 'nps:n7', asks: 'relationship' },
      { contentClass: 'survey', occasionKey: 'csat-reminder:csat_2027-01-01', asks: 'reminder' },
      { contentClass: 'transactional', occasionKey: 'receipt:2027-01-01' },
    ),
    givenBack: fc.boolean(),
  })
  const surveys = { daysBetween: 30, daysBetweenRelationship: 90 }
  const caps = [
    { max: 3, hours: 168 },
    { max: 1, hours: 720 },
  ]
  const memory = { capHours: 720, surveyDays: 30, relationshipDays: 90 }

  test('every rule says the same by the ledger as by all contacts there ever were', () => {
    fc.assert(
      fc.property(fc.array(someContact, { maxLength: 30 }), (happened) => {
        let now = Date.parse('2027-01-01T00:00:00.000Z')
        let ledger = aLedger()
        let all = aLedger()
        for (const [n, { gapHours, what, givenBack }] of happened.entries()) {
          now += gapHours * HOUR_MS
          const at = instantOf(now)
          const contact = aContact({ occurrenceId: `o-${n}`, at, ...what })
          const forgetful = <Value>(value: Value) => (value === undefined ? undefined : true)
          const recent = { ...all, contacts: all.contacts.filter((known) => known.at > plusMs(at, -399 * DAY_MS)) }
          expect(brokenCap({ caps, ledger, at })).toEqual(brokenCap({ caps, ledger: all, at }))
          for (const relationship of [true, false]) {
            const rest = (of: Ledger) => surveyRest({ surveys, relationship, ledger: of, zone: 'Asia/Ho_Chi_Minh', at })
            expect(rest(ledger)).toEqual(rest(all))
          }
          for (const key of [
            'thanks:p2027-01-02#A',
            'csat:p2027-01-02#A',
            'fcr:w2027-01-02#A',
            'csat-reminder:csat_2027-01-01',
          ]) {
            // Told at least as long as 399 days, and never invented.
            if (actedBefore(recent, key)) expect(actedBefore(ledger, key)).toBeDefined()
            if (askedBefore(recent, key)) expect(askedBefore(ledger, key)).toBeDefined()
            if (!actedBefore(all, key)) expect(forgetful(actedBefore(ledger, key))).toBeUndefined()
            if (!askedBefore(all, key)) expect(forgetful(askedBefore(ledger, key))).toBeUndefined()
          }
          ledger = withContact({ ledger, contact, memory })
          if (givenBack) ledger = withoutContact(ledger, contact.occurrenceId)
          else all = { ...all, contacts: [...all.contacts, contact] }
        }
      }),
      { numRuns: 300 },
    )
  })
})
