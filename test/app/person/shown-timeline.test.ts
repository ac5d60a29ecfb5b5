import { expect, test } from 'vitest'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memoryOccurrenceStore } from '#adapters/memory/occurrence-store.ts'
import type { MadeDueBy } from '#app/person/days-meant.ts'
import { shownTimeline } from '#app/person/shown-timeline.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { occurrenceIdOf } from '#core/occasion/occurrence-id.ts'
import { addDays } from '#core/time/local-date.ts'
import { aBatch, aCampaign, aCustomer, aPurchase, aRecipient, solar, theCompanyRules } from '#test/support/builders.ts'
import { storedTouch } from '#test/support/store-builders.ts'
import { anOccurrence } from '#test/support/survey-builders.ts'
import { closedWork, storedWork } from '#test/support/work-builders.ts'

const OPTED_OUT: Outcome = { state: 'skipped', reason: 'opted-out', purpose: 'care' }
const [FROM, TO] = ['2027-03-01', '2027-03-31']

const campaign = (id: string, occasion: CampaignDefinition['occasion']) => aCampaign({ id, occasion })
const after = (kind: 'after-delivery' | 'after-call') => ({ kind, offset: { days: 3, unit: 'calendar' }, roll: 'none' }) as const

/** An occurrence on every day of March for each campaign; the customer stands in some of them. */
async function company(
  campaigns: readonly CampaignDefinition[],
  standing: Readonly<Record<string, Outcome>>,
  lastPlanned: readonly string[] = [],
) {
  const [store, accepted] = [memoryOccurrenceStore(), memoryCampaignStore()]
  for (const definition of campaigns) {
    await accepted.accept({ definition, version: 1, acceptedAt: '2027-01-01T00:00:00.000Z', acceptedBy: 'Mai' })
    for (let date = FROM; date <= TO; date = addDays(date, 1)) {
      const occurrenceId = occurrenceIdOf({ campaignId: definition.id, date })
      await store.open(
        anOccurrence({ campaignId: definition.id, date, pass: lastPlanned.includes(occurrenceId) ? 'refresh' : 'open' }),
      )
      const outcome = standing[occurrenceId]
      const recipients = [aRecipient({ customerId: 'c-002' }), ...(outcome ? [aRecipient({ outcome })] : [])]
      await store.putBatch(aBatch({ occurrenceId, recipients }))
    }
  }
  const asked: string[] = []
  const occurrences = {
    get: store.get,
    batchesOfSlice: (occurrenceId: string, slice: number) => {
      asked.push(occurrenceId)
      return store.batchesOfSlice(occurrenceId, slice)
    },
  }
  return {
    asked,
    accepted,
    show: async (about: Partial<MadeDueBy> = {}) => (await shown(about)).entries,
    decided: async () => [...(await shown({})).decided],
  }
  async function shown(about: Partial<MadeDueBy>) {
    return shownTimeline(
      { campaigns: accepted, occurrences, companyRules: theCompanyRules() },
      {
        about: { customer: aCustomer(), purchases: [], work: [], touches: [], ...about },
        latest: await accepted.latest(),
        from: FROM,
        to: TO,
      },
    )
  }
}

test('of all occurrences only those that mean the customer are looked into, whatever makes them due', async () => {
  const standing = {
    'birthday_2027-03-10': OPTED_OUT,
    'delivered_2027-03-12': OPTED_OUT,
    'called_2027-03-20': OPTED_OUT,
  }
  const { asked, show } = await company(
    [
      campaign('birthday', { kind: 'birthday', roll: 'none' }),
      campaign('delivered', after('after-delivery')),
      campaign('called', after('after-call')),
      campaign('for-all', { kind: 'fixed', month: 3, day: 8, roll: 'none' }),
    ],
    standing,
  )
  const shown = await show({
    customer: aCustomer({ birthday: solar('03-10') }),
    purchases: [aPurchase({ deliveredOn: '2027-03-09' })],
    work: [closedWork(storedWork(), '2027-03-17')],
  })
  expect(shown.map(({ occurrenceId, outcome }) => [occurrenceId, outcome])).toEqual([
    ['called_2027-03-20', OPTED_OUT],
    ['delivered_2027-03-12', OPTED_OUT],
    ['birthday_2027-03-10', OPTED_OUT],
  ])
  expect(asked.toSorted()).toEqual(['birthday_2027-03-10', 'called_2027-03-20', 'delivered_2027-03-12', 'for-all_2027-03-08'])
})

test('a reminder is looked for where an invitation went before', async () => {
  const { asked, show } = await company(
    [aCampaign({ id: 'reminder', occasion: { kind: 'after-invitation', campaign: 'nps', offset: { days: 5 } } })],
    { 'reminder_2027-03-15': OPTED_OUT },
  )
  const invited = storedTouch({ occurrenceId: 'nps_2027-03-10', campaignId: 'nps', at: '2027-03-10T02:00:00.000Z' })
  const shown = await show({ touches: [invited] })
  expect(shown.map(({ occurrenceId }) => occurrenceId)).toEqual(['reminder_2027-03-15', 'nps_2027-03-10'])
  expect(asked).toEqual(['reminder_2027-03-15'])
})

test('what was sent is read from its touch alone; a failed touch may wait in its batch to be sent again', async () => {
  const again: Outcome = { state: 'deferred', until: '2027-03-21T02:00:00.000Z', because: 'resend' }
  const { asked, show } = await company([campaign('birthday', { kind: 'birthday', roll: 'none' })], {
    'birthday_2027-03-10': { state: 'sent', at: '2027-03-10T02:00:00.000Z', providerId: 'm-1' },
    'birthday_2027-03-20': again,
  })
  const touch = (date: string, result: 'sent' | 'failed') =>
    storedTouch({ occurrenceId: `birthday_${date}`, campaignId: 'birthday', result, at: `${date}T02:00:00.000Z` })
  const shown = await show({
    customer: aCustomer({ birthday: solar('03-10') }),
    touches: [touch('2027-03-10', 'sent'), touch('2027-03-20', 'failed'), touch('2026-03-20', 'failed')],
  })
  expect(shown).toMatchObject([
    { occurrenceId: 'birthday_2027-03-20', outcome: again, touch: { result: 'failed' } },
    { occurrenceId: 'birthday_2027-03-10', outcome: null, touch: { result: 'sent' } },
    { occurrenceId: 'birthday_2026-03-20', outcome: null, touch: { result: 'failed' } },
  ])
  expect(asked).toEqual(['birthday_2027-03-20'])
})

test('a plan made by the rules of a version that was replaced since is found too', async () => {
  const birthday = (days: number) =>
    aCampaign({ id: 'birthday', occasion: { kind: 'birthday', roll: 'none', offset: { days, unit: 'calendar' } } })
  const { accepted, show } = await company([birthday(0)], { 'birthday_2027-03-10': OPTED_OUT })
  await accepted.accept({
    definition: birthday(-7),
    version: 2,
    acceptedAt: '2027-03-12T00:00:00.000Z',
    acceptedBy: 'Mai',
  })
  const shown = await show({ customer: aCustomer({ birthday: solar('03-10') }) })
  expect(shown.map(({ occurrenceId }) => occurrenceId)).toEqual(['birthday_2027-03-10'])
})

test('of the occurrences that mean the customer it is told where the last plan was made, also where they do not stand', async () => {
  const fixed = (id: string, day: number) => campaign(id, { kind: 'fixed', month: 3, day, roll: 'none' })
  const { decided } = await company(
    [fixed('women', 8), fixed('spring', 10), fixed('later', 12)],
    { 'women_2027-03-08': OPTED_OUT, 'later_2027-03-12': OPTED_OUT },
    ['women_2027-03-08', 'spring_2027-03-10'],
  )
  expect((await decided()).toSorted()).toEqual(['spring_2027-03-10', 'women_2027-03-08'])
})
