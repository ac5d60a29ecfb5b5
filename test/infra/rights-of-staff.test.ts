/** What the staff app may do in AWS is what it does: its routes are walked as the role that may, and every call to a table compared with its permissions. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptCampaigns } from '#app/campaigns/accept-campaigns.ts'
import { mayDo, ROLES, type Role } from '#core/staff/role.ts'
import { staffPages } from '#functions/staff/staff-pages.ts'
import { LOCAL_TABLES } from '#local/stack/environment.ts'
import { type StaffInAws, staffInAws } from '#test/functions/staff/staff-in-aws.ts'
import { pathOf, routesOf } from '#test/functions/staff/walked-routes.ts'
import { allowedStatements, careTemplate } from '#test/infra/synthesised.ts'
import { aBatch, aCustomer, aRecipient, someWords } from '#test/support/builders.ts'
import { signedIn } from '#test/support/signed-in.ts'
import { anOccurrence, aSurvey } from '#test/support/survey-builders.ts'
import { storedWork } from '#test/support/work-builders.ts'

const NOW = '2027-03-10T02:00:00.000Z'
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

function listen(client: DynamoDBClient): void {
  client.middlewareStack.add(
    (next, { commandName }) =>
      (call) => {
        const asked = JSON.stringify(call.input)
        for (const [table, name] of Object.entries(LOCAL_TABLES))
          if (asked.includes(`"${name}"`)) calls.add(`${table} ${String(commandName).replace('Command', '')}`)
        return next(call)
      },
    { step: 'initialize' },
  )
}

/** One customer of whom it is unknown whether the mail left, one whose mail failed, work, and a campaign. */
async function somethingToDo() {
  const { stores } = staff.system
  const survey = aSurvey()
  const accepting = [{ definition: survey, words: someWords('mid-autumn') }]
  await acceptCampaigns(stores, { accepting, at: NOW, by: 'marketing' })
  await stores.customers.put([aCustomer(), aCustomer({ customerId: 'c-002' })])
  const occurrence = anOccurrence({ campaignId: survey.id, date: '2027-03-08' })
  const { occurrenceId } = occurrence
  await stores.occurrences.open(occurrence)
  const recipients = [
    aRecipient({ outcome: { state: 'unknown', since: NOW, evidence: 'no answer' } }),
    aRecipient({ customerId: 'c-002', outcome: { state: 'failed', at: NOW, reason: 'refused' } }),
  ]
  await stores.occurrences.putBatch(aBatch({ occurrenceId, state: 'done', recipients }))
  await stores.work.open(storedWork({ workId: 'call-1' }))
  return { occurrenceId, campaignId: survey.id }
}

test('every call that the app makes is permitted, by name of the table', async () => {
  const { occurrenceId, campaignId } = await somethingToDo()
  const cookies = new Map<Role, string>()
  for (const role of ROLES) cookies.set(role, await signedIn(staff.system, role))
  listen(staff.clients.dynamo)
  const ids = { occurrences: occurrenceId, customers: 'c-001', campaigns: campaignId }
  const send = async (
    role: Role,
    asked: { readonly method: string; readonly path: string; readonly form?: Record<string, string> },
  ) => {
    const { status } = await staff.ask({ ...asked, cookies: [cookies.get(role) ?? ''] })
    expect([asked.path, status < 400 || status === 404]).toEqual([asked.path, true])
  }
  const decide = (customer: string, decision: string) =>
    send('lead', {
      method: 'POST',
      path: `/occurrences/${encodeURIComponent(occurrenceId)}/decide`,
      form: { customer, decision, because: 'x' },
    })
  await decide('c-001', 'sent')
  await decide('c-002', 'resend')
  await send('lead', { method: 'POST', path: '/work/note', form: { work: 'call-1', note: 'máy bận', page: '1' } })
  for (const route of routesOf(staffPages(staff.system)).filter(({ asks }) => asks.length > 0)) {
    const role = ROLES.find((one) => route.asks.every((asked) => mayDo(one, asked)))
    if (!role) throw new Error(`nobody may ${route.method} ${route.path}`)
    await send(role, { method: route.method, path: pathOf(route, ids) })
  }
  await send('agent', { method: 'POST', path: '/sign-out' })
  expect(staff.failed).toEqual([])
  expect([...calls].filter((call) => !allowed.has(call))).toEqual([])
  for (const written of ['occurrences PutItem', 'touches PutItem', 'campaigns PutItem', 'work PutItem', 'staff DeleteItem'])
    expect([...calls]).toContain(written)
})

test('and it may change nothing that it never changes', () => {
  const changes = [...allowed].filter((each) => / (PutItem|UpdateItem|DeleteItem|BatchWriteItem)$/.test(each))
  expect(changes.toSorted()).toEqual([
    'budgets PutItem',
    'campaigns PutItem',
    'customers UpdateItem',
    'occurrences PutItem',
    'staff DeleteItem',
    'staff PutItem',
    'touches DeleteItem',
    'touches PutItem',
    'work PutItem',
  ])
})
