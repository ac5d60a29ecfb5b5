/** What the staff app may do in AWS is what it does: its routes are walked as the role that may, and every call to a table compared with its permissions. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptCampaigns } from '#app/campaigns/accept-campaigns.ts'
import { mayDo, ROLES, type Role } from '#core/staff/role.ts'
import { localDateAt } from '#core/time/zone.ts'
import { staffPages } from '#functions/staff/staff-pages.ts'
import { realClock } from '#local/clock/movable-clock.ts'
import { LOCAL_TABLES } from '#local/stack/environment.ts'
import { type StaffInAws, staffInAws } from '#test/functions/staff/staff-in-aws.ts'
import { type KnownIds, pathOf, routesOf, type WalkedRoute } from '#test/functions/staff/walked-routes.ts'
import { allowedStatements, careTemplate } from '#test/infra/synthesised.ts'
import { aBatch, aCustomer, aPurchase, aRecipient, someWords } from '#test/support/builders.ts'
import { signedIn } from '#test/support/signed-in.ts'
import { aConsentRecord, storedReply, storedResponse, storedTouch, storedVoucher } from '#test/support/store-builders.ts'
import { anOccurrence, aSurvey } from '#test/support/survey-builders.ts'
import { storedWork } from '#test/support/work-builders.ts'

const NOW = '2027-03-10T02:00:00.000Z'
/** Everything that staff's acts change. */
const CHANGES = [
  'budgets PutItem',
  'campaigns PutItem',
  'consents DeleteItem',
  'consents PutItem',
  'customers DeleteItem',
  'customers UpdateItem',
  'finder DeleteItem',
  'finder PutItem',
  'numbers DeleteItem',
  'numbers PutItem',
  'numbers UpdateItem',
  'occurrences DeleteItem',
  'occurrences PutItem',
  'purchases DeleteItem',
  'replies DeleteItem',
  'responses DeleteItem',
  'responses PutItem',
  'staff DeleteItem',
  'staff PutItem',
  'staff UpdateItem',
  'suppressions DeleteItem',
  'suppressions PutItem',
  'touches DeleteItem',
  'touches PutItem',
  'touches UpdateItem',
  'vouchers UpdateItem',
  'work DeleteItem',
  'work PutItem',
]
/** Nothing here has a budget, is corrected to another name, is one of a shared address, or is of a day that is over. */
const NOT_TRIED = ['budgets PutItem', 'customers UpdateItem', 'finder PutItem', 'numbers UpdateItem']
const own = allowedStatements(careTemplate()).filter(({ owner }) => owner.startsWith('StaffAppServeStaff'))
const capitalised = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`

/** `work PutItem`, also of a table that only some rows may be reached of: which rows is another test's. */
const allowed = new Set(
  own.flatMap(({ actions, resources }) =>
    Object.keys(LOCAL_TABLES)
      .filter((table) => resources.some((each) => each.includes(`"Tables${capitalised(table)}`)))
      .flatMap((table) => actions.map((action) => `${table} ${action.replace('dynamodb:', '')}`)),
  ),
)

let staff: StaffInAws
const calls = new Set<string>()
beforeAll(async () => {
  staff = await staffInAws()
})
afterAll(() => staff?.stop())

/** In front of the client: it remembers its way through the middleware by kind of call. */
function listen(client: DynamoDBClient): void {
  const send = client.send.bind(client)
  const heard = (command: Parameters<typeof send>[0], ...more: never[]) => {
    const asked = JSON.stringify(command.input)
    for (const [table, name] of Object.entries(LOCAL_TABLES))
      if (asked.includes(`"${name}"`)) calls.add(`${table} ${command.constructor.name.replace('Command', '')}`)
    return send(command, ...more)
  }
  Object.assign(client, { send: heard })
}

/** One customer of whom it is unknown whether the mail left, with a row in every table; one whose mail failed; and a campaign. */
async function somethingToDo() {
  const { stores } = staff.system
  const survey = aSurvey()
  const accepting = [{ definition: survey, words: someWords('mid-autumn') }]
  await acceptCampaigns(stores, { accepting, at: NOW, by: 'marketing' })
  await stores.customers.put([aCustomer(), aCustomer({ customerId: 'c-002' })])
  // An erasure looks for the customer's name in the occurrences of the days up to now.
  const occurrence = anOccurrence({ campaignId: survey.id, date: localDateAt(realClock.now(), 'UTC') })
  const { occurrenceId } = occurrence
  await stores.occurrences.open(occurrence)
  const recipients = [
    aRecipient({ outcome: { state: 'unknown', since: NOW, evidence: 'no answer' } }),
    aRecipient({ customerId: 'c-002', outcome: { state: 'failed', at: NOW, reason: 'refused' } }),
  ]
  await stores.occurrences.putBatch(aBatch({ occurrenceId, state: 'done', recipients }))
  const customerId = 'c-001'
  await stores.work.open(storedWork({ workId: 'call-1', customerId }))
  await stores.purchases.put([aPurchase({ customerId })])
  await stores.consents.append(aConsentRecord({ customerId }))
  const voucher = storedVoucher({ customerId })
  await stores.vouchers.issue(voucher)
  await stores.touches.add(storedTouch({ customerId, occurrenceId: 'gift_2027-01-01', voucherCode: voucher.code }))
  await stores.responses.put(storedResponse({ customerId }))
  await stores.replies.add(storedReply({ customerId }))
  await stores.hotlineCallers.note({ day: '2027-03-10', numberName: 'n1', customerId, answeredAt: NOW, missedAt: null })
  await stores.touches.add(storedTouch({ customerId: 'c-002', occurrenceId, result: 'failed', reason: 'refused' }))
  return { occurrences: occurrenceId, campaigns: survey.id, customers: customerId, customer: customerId, work: 'call-1' }
}

const ANSWER = { customer: 'c-001', occurrence: storedResponse().occurrenceId }

/** What the form of an act's page carries besides the reason. */
function filledIn(page: string): Readonly<Record<string, string>> {
  const [, counted = ''] = /name="counted" value="([^"]*)"/.exec(page) ?? []
  const [, ground] = /name="ground" value="([^"]*)"/.exec(page) ?? []
  return {
    because: 'x',
    note: 'x',
    text: 'x',
    // The report that a proposal is about.
    period: '2027-02',
    segment: 'all',
    // A customer who wants no more calls: their consents are withdrawn.
    disposition: 'do-not-call',
    round: '0',
    // What an answer is not about.
    ...ANSWER,
    theme: 'late',
    as: 'removed',
    counted: counted.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    ...(ground && { ground }),
  }
}

test('every call that the app makes is permitted, by name of the table', async () => {
  const ids = await somethingToDo()
  const cookies = new Map<Role, string>()
  for (const role of ROLES) cookies.set(role, await signedIn(staff.system, role))
  listen(staff.clients.dynamo)
  const ask = async (role: Role, asked: Parameters<StaffInAws['ask']>[0]) => {
    const answer = await staff.ask({ ...asked, cookies: [cookies.get(role) ?? ''] })
    // A form that lacks what this test does not know is refused as such.
    const { status } = answer
    expect([asked.path, status < 500 && status !== 401 && status !== 403]).toEqual([asked.path, true])
    return answer
  }
  const routes = routesOf(staffPages(staff.system)).filter(({ asks }) => asks.length > 0)
  const walk = async ({ method, path, asks }: WalkedRoute, known: KnownIds) => {
    const role = ROLES.find((one) => asks.every((asked) => mayDo(one, asked)))
    if (!role) throw new Error(`nobody may ${method} ${path}`)
    const page = await ask(role, { path: pathOf({ path }, known) })
    if (method !== 'GET') await ask(role, { method, path: pathOf({ path }, known), form: filledIn(await page.text()) })
  }
  const isLast = ({ path }: WalkedRoute) => path.endsWith('/erase')
  for (const route of routes.filter(({ path }) => path.includes('/resend'))) await walk(route, { ...ids, customer: 'c-002' })
  for (const route of routes.filter((one) => !isLast(one))) await walk(route, ids)
  for (const route of routes.filter(isLast)) await walk(route, ids)
  // Who is turned away is counted.
  expect((await staff.ask({ path: '/log', cookies: [cookies.get('agent') ?? ''] })).status).toBe(403)
  await ask('agent', { method: 'POST', path: '/sign-out' })
  expect(staff.failed).toEqual([])
  expect([...calls].filter((call) => !allowed.has(call)).toSorted()).toEqual([])
  expect(CHANGES.filter((change) => !calls.has(change) && !NOT_TRIED.includes(change))).toEqual([])
  expect(await staff.system.stores.customers.get(ids.customers)).toBeUndefined()
})

test('and it may change nothing that it never changes', () => {
  const changes = [...allowed].filter((each) => / (PutItem|UpdateItem|DeleteItem|BatchWriteItem)$/.test(each))
  expect(changes.toSorted()).toEqual(CHANGES)
})
