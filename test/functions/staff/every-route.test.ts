/** Every route of the staff app, asked as every role and by nobody, in AWS's handler and on the local server alike. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptCampaigns } from '#app/campaigns/accept-campaigns.ts'
import type { RehearsalBook } from '#app/ports/rehearsals.ts'
import { mayDo, ROLES, type Role } from '#core/staff/role.ts'
import { staffApp } from '#functions/staff/staff-app.ts'
import { staffPages } from '#functions/staff/staff-pages.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { localStaffPages } from '#local/sections/local-server.ts'
import { staffInAws } from '#test/functions/staff/staff-in-aws.ts'
import { allRows, type KnownIds, nameOf, pathOf, routesOf, type WalkedRoute } from '#test/functions/staff/walked-routes.ts'
import { aBudgetPlan } from '#test/support/budget-builders.ts'
import { aBatch, aCustomer, someWords } from '#test/support/builders.ts'
import { aRehearsal, someSums } from '#test/support/rehearsal-builders.ts'
import { aReport } from '#test/support/report-builders.ts'
import { signedIn } from '#test/support/signed-in.ts'
import { smallCompany } from '#test/support/small-company.ts'
import { anOccurrence, aSurvey } from '#test/support/survey-builders.ts'
import { storedCase, storedWork } from '#test/support/work-builders.ts'
import { lineName } from '#web/staff/budget/budget-paths.ts'

/** What whoever comes may ask for: the sign-in, the way out, and what every page looks like. */
const OPEN = [
  'GET /staff.css',
  'GET /staff-note.js',
  'GET /staff.svg',
  'GET /favicon.ico',
  'GET /language/:language',
  'GET /sign-in',
  'GET /sign-in/back',
  'POST /sign-out',
  'GET /signed-out',
]
/** On one machine its user also moves the clock and reads the mailbox. */
const OPEN_ON_ONE_MACHINE = [
  'GET /clock',
  'POST /time/year',
  'POST /time/next',
  'POST /time/day',
  'POST /time/to',
  'POST /time/stop',
  'GET /mailbox',
  'GET /mailbox/:id',
  'GET /mailbox/:id/attachments/:place',
  'GET /mailbox/:id/html',
  'POST /mailbox/:id/reply',
]

/** A mail is named by the query, which a walk along paths does not have, and a file by the hash of what no case has here. */
const FOUND_BY_QUERY = ['GET /listening/mail', 'GET /work/:id/files/:sha256']

/** A page of what is there is shown. A form without words is refused or does nothing, but it finds what it is about. */
function isServed(route: WalkedRoute, status: number): boolean {
  if (FOUND_BY_QUERY.includes(nameOf(route))) return status === 404
  // There are no figures to take along: back to the page that says so.
  if (nameOf(route) === 'GET /report/files/:file') return status === 303
  // Nothing recurs of which customers would be told: back to the page that says so.
  if (nameOf(route) === 'GET /recurring/notice') return status === 303
  // It says that something was done, and nothing was.
  if (nameOf(route) === 'GET /erased') return status === 303
  if (route.method === 'GET') return status === 200
  return status !== 401 && status !== 403 && status !== 404 && status < 500
}

/** What a form names that its path does not: the report that it is about. */
const NAMED = { period: '2027-02', segment: 'all' }

const CALL = storedWork({ workId: 'call-1' })
const CASE = storedCase({ workId: 'complaint-1' })

interface Sent {
  readonly type: string
  readonly body: Uint8Array
}

interface Place {
  readonly routes: readonly WalkedRoute[]
  readonly ids: KnownIds
  readonly system: Pick<StaffSystem, 'stores' | 'url'>
  readonly dynamo: DynamoDBClient
  ask(asking: {
    readonly method: string
    readonly path: string
    readonly cookie?: string
    /** Instead of the form that our pages send. */
    readonly sent?: Sent
  }): Promise<Response>
  stop(): Promise<void>
}

/** A report that was handed in, and a figure; a budget with a line of its own, and an item of it. */
async function reportIds({ reports, budgetPlans }: Pick<StaffSystem['stores'], 'reports' | 'budgetPlans'>): Promise<KnownIds> {
  const word = { because: 'an offer', byName: 'Châu', at: '2026-12-10T02:00:00.000Z' }
  const added = [{ lineId: 'added-1', title: 'Thiệp in', campaign: null, amount: 2_000_000, ...word }]
  const plan = aBudgetPlan({ byHand: { changed: [], added } })
  await budgetPlans.put(plan)
  const line = lineName(plan.computed.lines[0]!)
  const of = { period: '2027-03', segment: 'all' }
  await reports.handIn({
    ...of,
    reportId: 'r-1',
    at: '2027-04-01T02:00:00.000Z',
    byName: 'Châu',
    view: aReport(),
    proposals: [],
    budget: null,
  })
  return {
    handed: 'r-1',
    figure: 'nps',
    bought: 'kept-customers',
    group: 'did-not',
    chart: 'nps-trend.svg',
    file: 'report.csv',
    budgets: plan.budgetId,
    of: '#other',
    line,
    '/budgets/:id/lines/:line/remove line': 'added-1',
  }
}

/** A rehearsal that is finished, of one day. */
async function rehearsalIds(book: RehearsalBook): Promise<KnownIds> {
  const rehearsal = aRehearsal()
  await book.put(rehearsal)
  await book.putSums(rehearsal.rehearsalId, someSums())
  return { rehearsals: rehearsal.rehearsalId, date: rehearsal.from }
}

async function inAws(): Promise<Place> {
  const aws = await staffInAws()
  const { stores } = aws.system
  const survey = aSurvey()
  await acceptCampaigns(stores, {
    accepting: [{ definition: survey, words: someWords('mid-autumn') }],
    at: '2027-03-01T00:00:00.000Z',
    by: 'marketing',
  })
  await stores.customers.put([aCustomer()])
  const { occurrenceId, ...occurrence } = anOccurrence({ campaignId: survey.id, date: '2027-03-08' })
  await stores.occurrences.open({ occurrenceId, ...occurrence })
  await stores.occurrences.putBatch(aBatch({ occurrenceId }))
  await stores.work.open(CALL)
  await stores.work.open(CASE)
  return {
    routes: routesOf(staffPages(aws.system)),
    ids: {
      occurrences: occurrenceId,
      customers: 'c-001',
      customer: 'c-001',
      campaigns: survey.id,
      work: CALL.workId,
      '/work/:id/write': CASE.workId,
      '/work/:id/similar': CASE.workId,
      language: 'vi',
      ...(await reportIds(stores)),
    },
    system: aws.system,
    dynamo: aws.clients.dynamo,
    ask: ({ cookie, sent, ...asked }) =>
      aws.ask({
        ...asked,
        ...(sent ? { body: sent.body, headers: { 'content-type': sent.type } } : asked.method !== 'GET' && { form: NAMED }),
        ...(cookie && { cookies: [cookie] }),
      }),
    stop: aws.stop,
  }
}

async function onOneMachine(): Promise<Place> {
  const company = smallCompany({ startOn: '2027-02-03', campaigns: ['tet-greeting'] })
  const system = await company.start()
  const { AWS_ENDPOINT_URL_DYNAMODB: endpoint, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = system.stack.environment
  const credentials = { accessKeyId: AWS_ACCESS_KEY_ID ?? '', secretAccessKey: AWS_SECRET_ACCESS_KEY ?? '' }
  const dynamo = new DynamoDBClient({ region: 'ap-southeast-1', credentials, ...(endpoint && { endpoint }) })
  const [occurrence] = await system.stores.occurrences.stillOpen()
  await system.stores.work.open({ ...CALL, customerId: 'KH01' })
  await system.stores.work.open({ ...CASE, customerId: 'KH01' })
  return {
    routes: routesOf(localStaffPages(system)),
    ids: {
      occurrences: occurrence?.occurrenceId ?? '',
      customers: 'KH01',
      customer: 'KH01',
      campaigns: 'tet-greeting',
      work: CALL.workId,
      '/work/:id/write': CASE.workId,
      '/work/:id/similar': CASE.workId,
      language: 'vi',
      ...(await reportIds(system.stores)),
      ...(await rehearsalIds(system.rehearsals.book)),
    },
    system,
    dynamo,
    ask: ({ method, path, cookie, sent }) =>
      fetch(`${system.url}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          ...(cookie && { cookie }),
          ...(method !== 'GET' && { origin: system.url }),
          ...(sent && { 'content-type': sent.type }),
        },
        ...(method !== 'GET' && { body: sent ? Buffer.from(sent.body) : new URLSearchParams(NAMED) }),
      }),
    stop: async () => {
      dynamo.destroy()
      await system.stop()
      company.remove()
    },
  }
}

/** The fields of all forms. */
const FIELDS =
  'address amount as at-first attempt back because by campaign case changed compensation-id contact counted customer date decision department direction disposition figure file follow-up-days from fullName addressName ground honorific into is item kind mailId note once period preferredChannel preferredParts purpose question-id reached round seen segment severity stop subject team text theme title to typed-seen what who with'.split(
    ' ',
  )

async function oddForms(): Promise<readonly (readonly [string, Sent])[]> {
  const files = new FormData()
  for (const name of FIELDS) files.append(name, new File(['x'], 'a"\r\nb.txt', { type: 'text/html' }))
  const sent = new Response(files)
  const type = 'application/x-www-form-urlencoded'
  const each = (text: (name: string) => string) => ({ type, body: Buffer.from(FIELDS.map(text).join('&')) })
  return [
    ['files', { type: sent.headers.get('content-type') ?? '', body: new Uint8Array(await sent.arrayBuffer()) }],
    ['each field twice', each((name) => `${name}=1&${name}=2`)],
    ['lists', each((name) => `${name}[]=1&${name}[a]=2`)],
    ['bytes that are no text', each((name) => `${name}=%FF%00%C0%AE`)],
    ['the names of what every object has', each((name) => `${name}=__proto__&__proto__=${name}&constructor=${name}`)],
    ['a number beyond all', each((name) => `${name}=9e999`)],
    ['a day that there is not', each((name) => `${name}=9999-99-99`)],
    ['half an escape', each((name) => `${name}=%E1%BA&%`)],
    ['JSON', { type: 'application/json', body: Buffer.from('{"because":"x"}') }],
    ['plain text', { type: 'text/plain', body: Buffer.from('because=x') }],
    ['nothing', { type, body: new Uint8Array() }],
  ]
}

describe.each([
  ['in AWS', inAws, OPEN],
  ['on one machine', onOneMachine, [...OPEN, ...OPEN_ON_ONE_MACHINE]],
])('%s', (_where, open, openRoutes) => {
  let place: Place
  const cookies = new Map<Role, string>()
  beforeAll(async () => {
    place = await open()
    for (const role of ROLES) cookies.set(role, await signedIn(place.system, role))
  })
  afterAll(() => place?.stop())

  const guarded = () => place.routes.filter(({ asks }) => asks.length > 0)
  const askAs = (route: WalkedRoute, role: Role | null) => {
    const cookie = role && cookies.get(role)
    return place.ask({ method: route.method, path: pathOf(route, place.ids), ...(cookie && { cookie }) })
  }

  test('a route is open by name, or asks for one permission', () => {
    const unguarded = place.routes.filter(({ asks }) => asks.length === 0).map(nameOf)
    expect(unguarded.toSorted()).toEqual(openRoutes.toSorted())
    expect(guarded().filter(({ asks }) => asks.length !== 1)).toEqual([])
    expect(guarded().length).toBeGreaterThan(15)
  })

  test('nobody signed in is led to the sign-in with a page, and refused with a form; whose role may not is told so; and no row has changed', async () => {
    const before = await allRows(place.dynamo)
    const wrong: string[] = []
    for (const route of guarded()) {
      const nobody = await askAs(route, null)
      const led = nobody.headers.get('location')
      const isRight = route.method === 'GET' ? nobody.status === 303 && led?.startsWith('/sign-in?back=') : nobody.status === 401
      if (!isRight) wrong.push(`${nameOf(route)} by nobody: ${nobody.status} ${led}`)
      for (const role of ROLES.filter((one) => route.asks.some((asked) => !mayDo(one, asked)))) {
        const answer = await askAs(route, role)
        const page = await answer.text()
        if (answer.status !== 403 || !page.includes('<section class="attention">'))
          wrong.push(`${nameOf(route)} as ${role}: ${answer.status}`)
      }
    }
    expect(wrong).toEqual([])
    expect(await allRows(place.dynamo)).toEqual(before)
  })

  test('whose role may is served', async () => {
    const wrong: string[] = []
    let served = 0
    for (const route of guarded()) {
      for (const role of ROLES.filter((one) => route.asks.every((asked) => mayDo(one, asked)))) {
        const { status } = await askAs(route, role)
        served++
        if (!isServed(route, status)) wrong.push(`${nameOf(route)} as ${role}: ${status}`)
      }
    }
    expect(wrong).toEqual([])
    expect(served).toBeGreaterThan(guarded().length)
  })

  test('no form breaks a page, whatever stands where our forms have words', async () => {
    const sendings = await oddForms()
    const forms = guarded().filter(({ method }) => method === 'POST')
    const wrong: string[] = []
    for (const route of forms) {
      const role = ROLES.find((one) => route.asks.every((asked) => mayDo(one, asked)))
      const cookie = role && cookies.get(role)
      for (const [what, sent] of sendings) {
        const path = pathOf(route, place.ids)
        const { status, headers } = await place.ask({ method: 'POST', path, sent, ...(cookie && { cookie }) })
        const led = headers.get('location')
        if (status >= 500 || (led !== null && !/^\/(?!\/)/.test(led)))
          wrong.push(`${nameOf(route)} with ${what}: ${status} ${led}`)
      }
    }
    expect(wrong).toEqual([])
    expect(forms.length).toBeGreaterThan(30)
  })
})

test('a route that asks nothing is found, and so is one with a middleware that is no guard of ours', () => {
  const app = staffApp()
  app.get('/planted', (context) => context.text('in'))
  app.post('/planted/:id', async (_context, next) => next())
  expect(routesOf(app)).toEqual([
    { method: 'GET', path: '/planted', asks: [] },
    { method: 'POST', path: '/planted/:id', asks: [] },
  ])
})
