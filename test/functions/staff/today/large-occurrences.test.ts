/** Open occurrences with more people than the first page counts: it shows their unknown outcomes all the same, and says what it has not counted. */
import { expect, test } from 'vitest'
import { memoryBudgetStore } from '#adapters/memory/budget-store.ts'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memoryOccurrenceStore } from '#adapters/memory/occurrence-store.ts'
import { memoryReplyStore } from '#adapters/memory/reply-store.ts'
import { memoryResponseStore } from '#adapters/memory/response-store.ts'
import { memorySendingStops } from '#adapters/memory/sending-stops.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { PEOPLE_COUNTED } from '#app/operating/balance-of-open.ts'
import type { Occurrence } from '#core/planning/occurrence.ts'
import { todayRoutes } from '#functions/staff/today/today.ts'
import { deskSystem, visiting } from '#test/functions/staff/acts/desk.ts'
import { aBatch, aRecipient } from '#test/support/builders.ts'
import { acceptedCampaign, storedSlice } from '#test/support/store-builders.ts'
import { anOccurrence } from '#test/support/survey-builders.ts'

const ID = 'tet_2027-03-10'
const PLACE = `<a href="/occurrences/${ID}#decide">`

/** `unknown` people of the first batch; the others are planned. */
async function firstPage({ unknown, over = { marksUnknown: true } }: { unknown: number; over?: Partial<Occurrence> }) {
  const { system, auditLog } = deskSystem()
  const campaigns = memoryCampaignStore()
  await campaigns.accept(acceptedCampaign({ id: 'tet', name: 'Tết' }))
  const occurrences = memoryOccurrenceStore()
  await occurrences.open(anOccurrence({ campaignId: 'tet', date: '2027-03-10', ...over }))
  await occurrences.putSlice(storedSlice({ occurrenceId: ID, slice: 0, audience: PEOPLE_COUNTED + 400 }))
  const outcome = { state: 'unknown', since: '2027-03-10T02:00:00.000Z', evidence: 'timeout' } as const
  const recipients = Array.from({ length: 100 }, (_, n) => aRecipient({ customerId: `c-${n}`, ...(n < unknown && { outcome }) }))
  for (let nth = 0; nth < 24; nth++) {
    const batchId = `000.${String(nth).padStart(2, '0')}.+0700`
    await occurrences.putBatch(aBatch({ occurrenceId: ID, batchId, recipients: nth === 0 || unknown === 100 ? recipients : [] }))
  }
  const never = () => Promise.reject(new Error('every person was read'))
  const stores = {
    campaigns,
    occurrences: { ...occurrences, batches: never, batchPages: never as never },
    replies: memoryReplyStore(),
    responses: memoryResponseStore(),
    budgets: memoryBudgetStore(),
    stops: memorySendingStops(),
    work: memoryWorkStore(),
  }
  const deadLetters = { waiting: async () => 0, putBack: async () => [] }
  return visiting(todayRoutes({ ...system, stores, deadLetters, files: null }), { auditLog })
}

test('unknown outcomes stand under what needs a person, and lead to where they are decided', async () => {
  const { page } = await firstPage({ unknown: 3 })
  expect(await page('/')).toContain(`Không rõ thư của 3 người đã đi hay chưa: ${PLACE}`)
  expect(await page('/', 'en')).toContain(`Nobody knows whether the mail of 3 people left: ${PLACE}`)
})

test('of very many it says how many at least', async () => {
  const { page } = await firstPage({ unknown: 100 })
  expect(await page('/')).toContain('Không rõ thư của ít nhất 2.000 người đã đi hay chưa:')
  expect(await page('/', 'en')).toContain('Nobody knows whether the mail of at least 2,000 people left:')
})

test('without any it raises no alarm, and says that the balance is not counted, with the way to it', async () => {
  const { page } = await firstPage({ unknown: 0 })
  for (const [language, said] of [
    ['vi', 'Cân đối và thư gửi lỗi chưa đếm: mở để xem'],
    ['en', 'Balance and failed mails not counted yet: open'],
  ] as const) {
    const html = await page('/', language)
    expect(html).not.toContain('data-attention')
    expect(html).toContain(`<a href="/occurrences/${ID}" data-uncounted="balance"><small>${said}</small></a>`)
  }
})

test('of one opened before unknown outcomes were marked it says that these are not counted either', async () => {
  const { page } = await firstPage({ unknown: 3, over: {} })
  expect(await page('/')).toContain('data-uncounted="all"><small>Cân đối, thư gửi lỗi và thư chưa rõ chưa đếm: mở để xem</small>')
  expect(await page('/', 'en')).toContain('Balance, failed and unknown mails not counted yet: open')
})
