/** The function in AWS that draws has a handler of its own: each of its routes, as every role, by nobody, and with a session that is none. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mayDo, ROLES } from '#core/staff/role.ts'
import { drawingApp } from '#functions/staff/report/drawing-app.ts'
import { ROSTER, type StaffInAws, staffInAws } from '#test/functions/staff/staff-in-aws.ts'
import { allRows, nameOf, pathOf, routesOf, type WalkedRoute } from '#test/functions/staff/walked-routes.ts'
import { signedIn } from '#test/support/signed-in.ts'

let staff: StaffInAws
let routes: readonly WalkedRoute[]
beforeAll(async () => {
  staff = await staffInAws()
  routes = routesOf(drawingApp(staff.system))
})
afterAll(() => staff?.stop())

const ask = ({ method, path }: WalkedRoute, cookie?: string) =>
  staff.askDrawing({
    method,
    path: pathOf({ path }, { chart: 'nps-trend.svg', file: 'report.csv' }),
    ...(cookie && { cookies: [cookie] }),
  })

test('each of its routes reads, and asks for one permission', () => {
  expect(routes.length).toBeGreaterThan(2)
  for (const { method, asks } of routes) expect([method, asks.length]).toEqual(['GET', 1])
})

test('nobody is led to the sign-in, and a session that is none is told so', async () => {
  const head = await signedIn(staff.system, 'head')
  for (const route of routes) {
    const nobody = await ask(route)
    expect([nobody.status, nobody.headers.get('location')]).toEqual([303, expect.stringMatching(/^\/sign-in\?back=%2F/)])
    for (const cookie of [`${head}A`, head.replace(/=[^.]*/, '='), head.replace('=', '=2.')]) {
      const answer = await ask(route, cookie)
      expect([answer.status, await answer.text()]).toEqual([401, expect.stringContaining('data-not-signed-in="not-ours"')])
    }
  }
})

test.each(ROLES)('a %s is drawn for what the role may see, and is refused the rest; no row has changed', async (role) => {
  const cookie = await signedIn(staff.system, role)
  const before = await allRows(staff.clients.dynamo)
  for (const route of routes) {
    const { status } = await ask(route, cookie)
    const may = route.asks.every((asked) => mayDo(role, asked))
    // There are no figures and no budget here: the page before, or the page that says so.
    expect([nameOf(route), may ? [200, 303, 404].includes(status) : status]).toEqual([nameOf(route), may || 403])
  }
  expect(staff.failed).toEqual([])
  expect(await allRows(staff.clients.dynamo)).toEqual(before)
})

test('whoever left the roster a moment ago is out there too', async () => {
  const cookie = await signedIn(staff.system, 'head')
  await staff.publish(ROSTER.filter(({ role }) => role !== 'head'))
  for (const route of routes) expect((await ask(route, cookie)).status).toBe(401)
  await staff.publish(ROSTER)
  for (const route of routes) expect((await ask(route, cookie)).status).toBe(401)
})

test('what is no GET draws nothing', async () => {
  const cookies = [await signedIn(staff.system, 'head')]
  for (const method of ['POST', 'PUT', 'DELETE'])
    for (const route of routes) {
      const path = pathOf(route, { chart: 'nps-trend.svg', file: 'report.csv' })
      expect((await staff.askDrawing({ method, path, cookies })).status).toBe(404)
    }
})
