/** That something was done is said to the person who did it; a link says nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptCampaigns } from '#app/campaigns/accept-campaigns.ts'
import { type StaffInAws, staffInAws } from '#test/functions/staff/staff-in-aws.ts'
import { aBatch, aCustomer, someWords } from '#test/support/builders.ts'
import { signedIn } from '#test/support/signed-in.ts'
import { anOccurrence, aSurvey } from '#test/support/survey-builders.ts'
import { storedCase } from '#test/support/work-builders.ts'

const campaign = aSurvey()
const { occurrenceId, ...occurrence } = anOccurrence({ campaignId: campaign.id, date: '2027-03-08' })
let staff: StaffInAws
let head: string

beforeAll(async () => {
  staff = await staffInAws()
  const { stores } = staff.system
  const accepting = [{ definition: campaign, words: someWords('mid-autumn') }]
  await acceptCampaigns(stores, { accepting, at: '2027-03-01T00:00:00.000Z', by: 'marketing' })
  await stores.customers.put([aCustomer()])
  await stores.occurrences.open({ occurrenceId, ...occurrence })
  await stores.occurrences.putBatch(aBatch({ occurrenceId }))
  await stores.work.open(storedCase({ workId: 'w-1', customerId: 'c-001' }))
  head = await signedIn(staff.system, 'head')
})
afterAll(() => staff?.stop())

const get = (path: string, ...cookies: string[]) => staff.ask({ path, cookies: [head, ...cookies] })
const SAID = /class="said( warn)?"[^>]*role="status"/

test.each([
  [`/campaigns/${campaign.id}?done=cancel-campaign`, `/campaigns/${campaign.id}`],
  [`/occurrences/${occurrenceId}?did=send&before=1&after=9`, `/occurrences/${occurrenceId}?before=1&after=9`],
  [`/occurrences/${occurrenceId}?done=settle-sent&state=sent`, `/occurrences/${occurrenceId}?state=sent`],
  ['/?back=5&unreadable=3', '/'],
  ['/customers/c-001?changed=name', '/customers/c-001'],
  ['/work?said=closed', '/work'],
  ['/erased', '/customers'],
  ['/erased?mails=7', '/customers'],
])('the link %s says nothing: it leads to %s', async (link, quiet) => {
  const answer = await get(link)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, quiet])
  expect(await (await get(quiet)).text()).not.toMatch(SAID)
})

test('who did it is told, also when the page reloads itself, with a cookie that nobody else can use, and for no other page', async () => {
  const path = `/campaigns/${campaign.id}/pause`
  const form = Object.fromEntries(
    [...(await (await get(path)).text()).matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )
  const answer = await staff.ask({ method: 'POST', path, cookies: [head], form: { ...form, because: 'a mistake in it' } })
  const to = answer.headers.get('location') ?? ''
  expect([answer.status, to]).toEqual([303, `/campaigns/${campaign.id}?done=pause-campaign`])
  const [written = ''] = answer.headers.getSetCookie()
  expect(written).toMatch(/^care-said=[^;]+; Max-Age=360; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  const [said = ''] = written.split(';')

  const another = await staff.ask({ path: to, cookies: [await signedIn(staff.system, 'head'), said] })
  expect(another.status).toBe(303)
  expect((await get(`/campaigns/${campaign.id}?done=cancel-campaign`, said)).status).toBe(303)
  for (const time of ['first', 'again']) {
    const shown = await get(to, said)
    expect([time, shown.status, await shown.text()]).toEqual([time, 200, expect.stringMatching(SAID)])
  }
  expect((await get(to)).status).toBe(303)
})

test('a role that may not erase is refused at the page that says so, and hears nothing', async () => {
  const answer = await staff.ask({ path: '/erased', cookies: [await signedIn(staff.system, 'marketing')] })
  expect(answer.status).toBe(403)
})
