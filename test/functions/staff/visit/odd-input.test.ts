/** What no page of ours sends: a page that says so, no error, nothing done. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { acceptCampaigns } from '#app/campaigns/accept-campaigns.ts'
import { type StaffInAws, staffInAws } from '#test/functions/staff/staff-in-aws.ts'
import { allRows } from '#test/functions/staff/walked-routes.ts'
import { aCustomer, someWords } from '#test/support/builders.ts'
import { signedIn } from '#test/support/signed-in.ts'
import { aSurvey } from '#test/support/survey-builders.ts'
import { trailText } from '#web/staff/trail.ts'

let staff: StaffInAws
let head: string
const campaign = aSurvey()

beforeAll(async () => {
  staff = await staffInAws()
  const accepting = [{ definition: campaign, words: someWords('mid-autumn') }]
  await acceptCampaigns(staff.system.stores, { accepting, at: '2027-03-01T00:00:00.000Z', by: 'marketing' })
  await staff.system.stores.customers.put([aCustomer()])
  head = await signedIn(staff.system, 'head')
})
afterAll(() => staff?.stop())
beforeEach(() => {
  staff.failed.length = 0
})

const LONG = 'x'.repeat(2_100)
const WIDE = '%E1%BA%BF'.repeat(900)

test.each([
  `/occurrences/${LONG}`,
  `/occurrences/${WIDE}`,
  `/occurrences/${LONG}/send`,
  `/work/${LONG}`,
  `/customers/${LONG}`,
  `/customers/${LONG}/export`,
  `/customers/${LONG}/erase`,
  `/campaigns/${campaign.id}/preview?customer=${LONG}`,
  `/listening/mail?reply=${LONG}`,
  `/listening/mail?customer=${LONG}&reply=r-1`,
  `/listening?before=2027-03-01T00:00:00.000Z%20${LONG}`,
  `/work?show=closed&before=${LONG}`,
  `/log?before=${LONG}`,
  `/occurrences?campaign=${LONG}`,
  `/customers?q=0901234567&after=0.${LONG}`,
])('a link with an id that nothing can have finds no page (%#)', async (path) => {
  const answer = await staff.ask({ path, cookies: [head] })
  expect([answer.status, staff.failed]).toEqual([404, []])
})

test('a list is read on as far as it goes, whatever way the address has become', async () => {
  const places = Array.from({ length: 20 }, (_, at) => `0.${'nguyen thi minh khai '.repeat(3)}#KH${at}`)
  for (const path of ['/customers?q=lan', '/my-customers?after=KH1'])
    expect([
      path,
      (await staff.ask({ path: `${path}&trail=${encodeURIComponent(trailText(places))}`, cookies: [head] })).status,
    ]).toEqual([path, 200])
  expect(staff.failed).toEqual([])
})

test.each([
  `/occurrences/${LONG}/send`,
  `/work/${LONG}/note`,
  `/work/${LONG}/close`,
  `/customers/${LONG}/correct`,
  `/customers/${LONG}/written-to`,
  `/customers/${LONG}/erase`,
])('nor does a form, and nothing is done (%#)', async (path) => {
  const before = await allRows(staff.clients.dynamo)
  const answer = await staff.ask({ method: 'POST', path, cookies: [head], form: { because: 'x', note: 'x' } })
  expect([answer.status, staff.failed]).toEqual([404, []])
  expect(await allRows(staff.clients.dynamo)).toEqual(before)
})

test.each(['2026-0a', '2026-13-01T00:00:00.000Z', '0000-01-01T00:00:00.000Z#a', '9999-12-31T23:59:59.999Z#a', 'x'])(
  'the log before %s is no page',
  async (before) => {
    const answer = await staff.ask({ path: `/log?before=${encodeURIComponent(before)}`, cookies: [head] })
    expect([answer.status, staff.failed]).toEqual([404, []])
  },
)

test.each([
  '/listening?before=9999-12-31T23:59:59.999Z',
  '/listening?before=0000-01-01T00:00:00.000Z',
  '/listening?to=0000-01-01',
  '/listening?from=9999-12-31',
  '/listening?from=0000-01-01&to=9999-12-31',
  '/log?from=9999-12-31',
  '/log?to=9999-12-31',
  '/log?to=0000-01-01',
  '/log?from=0000-01-01&to=9999-12-31',
  '/log?month=1000-01',
  '/log?month=2999-12',
  '/work?show=closed&month=1000-01',
  '/work?show=closed&month=2999-12',
  '/work?show=closed&month=2026-01&before=2026-01-99%20x',
  '/occurrences?month=1000-01',
  '/occurrences?month=2999-12',
  '/occurrences?month=2026-01&before=0000-01-01',
  '/occurrences?campaign=x&before=0000-01-01',
  '/occurrences?campaign=x&before=9999-12-31',
  '/team?date=0000-01-01',
])('a day or a month that is far away is a page: %s', async (path) => {
  const answer = await staff.ask({ path, cookies: [head] })
  expect([answer.status, staff.failed]).toEqual([200, []])
})

test.each([
  ['a search', `/customers?q=${LONG}`],
  ['the way through many pages', `/customers?q=mai&trail=${encodeURIComponent(`|${'|0.mai #KH1'.repeat(20)}`)}`],
  ['a way that nobody went', `/customers?trail=${LONG}`],
])('%s may be longer', async (_what, path) => {
  const answer = await staff.ask({ path, cookies: [head] })
  expect([answer.status, staff.failed]).toEqual([200, []])
})

test.each([
  ['without a boundary', 'multipart/form-data', { because: 'x' }],
  ['with another body than it says', 'multipart/form-data; boundary=b', { because: 'x' }],
  ['of a program that sends JSON', 'application/json', { because: 'x', fullName: 'x', note: 'x' }],
  ['of a program that sends plain text', 'text/plain', { because: 'x', fullName: 'x', note: 'x' }],
])('a form %s is refused, with a line that says why, and nothing is done', async (_what, type, form) => {
  const before = await allRows(staff.clients.dynamo)
  for (const path of [`/campaigns/${campaign.id}/pause`, '/customers/c-001/correct', '/work/w-1/note']) {
    staff.said.length = 0
    const answer = await staff.ask({ method: 'POST', path, cookies: [head], headers: { 'content-type': type }, form })
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('data-not-taken="form-unreadable"')])
    expect(staff.said).toEqual([{ name: 'staff.refused', values: { because: 'form-unreadable' } }])
  }
  expect(staff.failed).toEqual([])
  expect(await allRows(staff.clients.dynamo)).toEqual(before)
})
