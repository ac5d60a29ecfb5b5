/** How a survey stands with whom it asked: of few everybody is counted, of many a page is read. */
import { expect, test } from 'vitest'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryOccurrenceStore } from '#adapters/memory/occurrence-store.ts'
import { memoryResponseStore } from '#adapters/memory/response-store.ts'
import { memoryTouchStore } from '#adapters/memory/touch-store.ts'
import { INVITED_COUNTED, readInvitations } from '#functions/staff/occurrences/invitations.ts'
import { aBatch, aCustomer, aRecipient, theCompanyRules } from '#test/support/builders.ts'
import { anAnswer, anOccurrence, aResponse, aSurvey } from '#test/support/survey-builders.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import { manyInvitedSection } from '#web/staff/occurrences/many-invited.ts'
import { DELIVERY_WORDS, STATE_WORDS } from '#web/words/outcome-states.ts'

const VISITOR = { name: 'Hoa', address: 'hoa@trasen.example.com', team: 'Chăm sóc' }
const NOW = '2027-03-10T02:00:00.000Z'
const occurrence = anOccurrence({ campaignId: 'how-was-it', date: '2027-03-08' })
const { occurrenceId } = occurrence
const sent = { state: 'sent', at: '2027-03-08T02:00:00.000Z', providerId: 'm' } as const
const idOf = (at: number) => `c-${String(at).padStart(5, '0')}`

async function survey(invited: number) {
  const store = memoryCustomerStore({ addressHash: (address) => address })
  const responses = memoryResponseStore()
  const touches = memoryTouchStore()
  const campaigns = memoryCampaignStore()
  const occurrences = memoryOccurrenceStore()
  await campaigns.accept({ definition: aSurvey(), version: 1, acceptedAt: NOW, acceptedBy: 'marketing' })
  await occurrences.open(occurrence)
  const ids = Array.from({ length: invited }, (_, at) => idOf(at))
  await store.put(ids.map((customerId) => aCustomer({ customerId, fullName: `Khách ${customerId}` })))
  const batches = [aBatch({ occurrenceId, recipients: ids.map((customerId) => aRecipient({ customerId, outcome: sent })) })]
  const read = { customers: new Set<string>(), touches: 0, responses: 0 }
  const stores = {
    campaigns,
    occurrences,
    customers: {
      ...store,
      getMany: (wanted: readonly string[]) => {
        for (const id of wanted) read.customers.add(id)
        return store.getMany(wanted)
      },
    },
    touches: {
      ...touches,
      getMany: (keys: Parameters<typeof touches.getMany>[0]) => {
        read.touches += keys.length
        return touches.getMany(keys)
      },
    },
    responses: {
      ...responses,
      getMany: (keys: Parameters<typeof responses.getMany>[0]) => {
        read.responses += keys.length
        return responses.getMany(keys)
      },
    },
  }
  const system = { stores, companyRules: theCompanyRules() }
  const open = (asked: { page?: number; isNamed?: boolean } = {}) =>
    readInvitations(system, { detail: { occurrence, batches }, page: 1, now: NOW, isNamed: true, ...asked })
  return { open, read, responses, occurrences, customers: store }
}

test('of many only the page is read, and what is counted anyhow is told', async () => {
  const { open, read, responses, occurrences, customers } = await survey(INVITED_COUNTED + 1)
  await responses.put(aResponse([anAnswer({ at: NOW, score: 4 })], { customerId: idOf(51), occurrenceId }))
  await customers.setConsents(idOf(52), { 'survey/email': { decision: 'withdrawn', at: NOW } })
  await occurrences.noteTrouble({ occurrenceId, customerId: idOf(9), kind: 'bounced' })
  const second = await open({ page: 2 })
  expect([read.customers.size, read.touches, read.responses]).toEqual([50, 50, 50])
  expect(second).toMatchObject({ is: 'paged', sent: INVITED_COUNTED + 1, troubles: { bounced: 1, complained: 0 }, isMore: true })
  if (second?.is !== 'paged') throw new Error('counted')
  expect(second.shown.slice(0, 4).map(({ customerId, state }) => [customerId, state])).toEqual([
    [idOf(50), 'open'],
    [idOf(51), 'answered'],
    [idOf(52), 'opted-out'],
    [idOf(53), 'open'],
  ])
  expect(await open({ page: 7 })).toMatchObject({ isMore: false, shown: [{ customerId: idOf(300) }] })
})

test('of few everybody is counted, so that the states add up', async () => {
  const { open } = await survey(INVITED_COUNTED)
  expect(await open()).toMatchObject({ is: 'counted', sent: INVITED_COUNTED, counts: { open: INVITED_COUNTED } })
})

test('for a visitor who sees figures alone nobody is read', async () => {
  const { open, read } = await survey(INVITED_COUNTED + 1)
  expect(await open({ isNamed: false })).toMatchObject({ sent: INVITED_COUNTED + 1, shown: [] })
  expect(read.customers.size).toBe(0)
})

test.each([
  ['head', ['/report/figures/response-rate?period=2027-03&amp;segment=campaign%3Dhow-was-it', '/listening?show=answers'], []],
  ['agent', ['/listening?show=answers&amp;campaign=how-was-it&amp;from=2027-03-08&amp;to=2027-04-07'], ['/report/']],
  ['director', ['/report/figures/response-rate'], ['/listening?', '/customers/']],
] as const)('the page leads a %s to the totals that they may see', async (role, leadsTo, never) => {
  const { open } = await survey(INVITED_COUNTED + 1)
  const many = await open({ isNamed: role !== 'director' })
  if (many?.is !== 'paged') throw new Error('counted')
  const html = String(
    await manyInvitedSection(many, { frame: aFrame('vi', { visitor: { ...VISITOR, role } }), date: occurrence.date }),
  )
  for (const path of leadsTo) expect(html).toContain(`href="${path}`)
  for (const path of never) expect(html).not.toContain(`href="${path}`)
  expect(html).toContain('data-invitations="sent"><b>301</b>')
})

test('its counts are called as the same outcomes are called on every other page', async () => {
  const { open } = await survey(INVITED_COUNTED + 1)
  const many = await open()
  if (many?.is !== 'paged') throw new Error('counted')
  for (const locale of ['vi', 'en'] as const) {
    const html = String(manyInvitedSection(many, { frame: aFrame(locale), date: occurrence.date }))
    expect([...html.matchAll(/<\/b><small>([^<]*)<\/small>/g)].map(([, name]) => name)).toEqual([
      STATE_WORDS[locale].sent,
      DELIVERY_WORDS[locale].bounced,
      DELIVERY_WORDS[locale].complained,
    ])
  }
})
