/** A director reads figures on every page that shows them, and no name, id or address of a customer. Lan is left out: the made-up customer of previews has her name. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instantAt } from '#core/time/zone.ts'
import type { RunningSystem } from '#local/running-system.ts'
import { signedIn } from '#test/support/signed-in.ts'
import { type SmallCompany, smallCompany } from '#test/support/small-company.ts'

let company: SmallCompany
let system: RunningSystem
const PERSONAL = /KH0[1-5]\b|Trần Văn Hùng|Phạm Đức Minh|Lê Quốc Tuấn|Hoàng Thu Hà|(?:hung|minh|ha)@example\.com/

beforeAll(async () => {
  company = smallCompany({ startOn: '2027-02-02', campaigns: ['tet-greeting', 'csat-after-delivery'] })
  system = await company.start()
  // The greeting has gone out, and Hùng was asked about his delivery.
  system.moves?.to(instantAt('2027-02-12', '18:00', 'Asia/Ho_Chi_Minh'))
  await system.moves?.idle()
})
afterAll(async () => {
  await system.stop()
  company.remove()
})

const pageFor = async (role: 'director' | 'head', path: string) => {
  const answer = await fetch(`${system.url}${path}`, { headers: { cookie: await signedIn(system, role) }, redirect: 'manual' })
  // The link to the other language leads back to what the visitor typed.
  return { status: answer.status, text: (await answer.text()).replace(/\/language\/[^"]*/, '') }
}

const PATHS = [
  '/',
  '/campaigns',
  '/campaigns/tet-greeting',
  '/campaigns/tet-greeting/preview?customer=KH02',
  '/campaigns/tet-greeting/preview/vi?customer=KH02',
  '/occurrences',
  '/occurrences/tet-greeting_2027-02-04',
  '/occurrences/tet-greeting_2027-02-04?q=Lan&state=sent',
  '/vouchers',
  '/settings',
]

test.each(PATHS)('%s', async (path) => {
  const { status, text } = await pageFor('director', path)
  expect(status).toBe(200)
  // The roster and the company's own addresses are of staff.
  expect(text.replaceAll(/[\w.]+@trasenviet\.example\.com/g, '')).not.toMatch(PERSONAL)
})

test('the same pages name the customers for a head', async () => {
  const { text } = await pageFor('head', '/occurrences/tet-greeting_2027-02-04')
  expect(text).toMatch(PERSONAL)
})

test.each(['/customers', '/customers/KH01', '/listening', '/work', '/log'])(
  '%s is refused, with the roles that may',
  async (path) => {
    const { status, text } = await pageFor('director', path)
    expect(status).toBe(403)
    expect(text).toContain('Chỉ dành cho')
    expect(text).not.toMatch(PERSONAL)
  },
)
