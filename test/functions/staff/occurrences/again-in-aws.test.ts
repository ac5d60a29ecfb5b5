/** Doing work again in AWS, where the queues work off an order while its page is already shown. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptCampaigns } from '#app/campaigns/accept-campaigns.ts'
import { type StaffInAws, staffInAws } from '#test/functions/staff/staff-in-aws.ts'
import { aBatch, someWords } from '#test/support/builders.ts'
import { signedIn } from '#test/support/signed-in.ts'
import { anOccurrence, aSurvey } from '#test/support/survey-builders.ts'

let aws: StaffInAws
beforeAll(async () => {
  aws = await staffInAws()
})
afterAll(() => aws?.stop())

test('the page says how many batches were handed out and how many still wait, reloads itself, and says when it is over', async () => {
  const { stores } = aws.system
  const survey = aSurvey()
  const accepting = [{ definition: survey, words: someWords('mid-autumn') }]
  await acceptCampaigns(stores, { accepting, at: '2026-03-01T00:00:00.000Z', by: 'marketing' })
  const occurrence = anOccurrence({ campaignId: survey.id, date: '2026-03-08' })
  const { occurrenceId } = occurrence
  await stores.occurrences.open(occurrence)
  const batch = aBatch({ occurrenceId, dueAt: '2026-03-08T02:00:00.000Z' })
  await stores.occurrences.putBatch(batch)
  const cookies = [await signedIn(aws.system, 'operator')]

  const path = `/occurrences/${encodeURIComponent(occurrenceId)}/send`
  const counted = /name="counted" value="([^"]*)"/.exec(await (await aws.ask({ path, cookies })).text())?.[1] ?? ''
  const form = { counted: counted.replaceAll('&#39;', "'"), ground: 'own-check' }
  const done = await aws.ask({ method: 'POST', path, cookies, form })
  const told = done.headers.get('location') ?? ''
  cookies.push(...done.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? ''))
  const waits = await (await aws.ask({ path: told, cookies })).text()
  expect(waits).toContain('Đã giao lại 1 lô cho hàng đợi. Đang được xử lý: còn 1 lô đã đến hạn mà chưa xong.')
  expect(waits).toContain('http-equiv="refresh"')

  const [stored] = await stores.occurrences.batches(occurrenceId)
  if (!stored) throw new Error('no batch')
  await stores.occurrences.putBatch({ ...stored, state: 'done', version: stored.version + 1 })
  const over = await (await aws.ask({ path: told, cookies })).text()
  expect(over).toContain('Mọi lô đến hạn đã xong.')
  expect(over).not.toContain('http-equiv="refresh"')
})
