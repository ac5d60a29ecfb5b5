/** A session of the staff app as the sign-in gives it, for tests of what lies behind: the browser tests of the sign-in go the whole way. */
import { randomUUID } from 'node:crypto'
import type { BrowserContext } from 'playwright-core'
import type { Role } from '#core/staff/role.ts'
import { HOUR_MS, instantOf } from '#core/time/instant.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { sessionCookieName, sessionToken } from '#functions/staff/visit/session.ts'

type Signing = Pick<StaffSystem, 'stores' | 'url'>

/** The cookie of the first person of the roster with that role. */
export async function signedIn({ stores, url }: Signing, role: Role = 'head'): Promise<string> {
  const member = (await stores.roster.current())?.people.find((person) => person.role === role)
  if (!member) throw new Error(`the roster has no ${role}`)
  const { address } = member
  const session = {
    sessionId: randomUUID(),
    address,
    startedAt: instantOf(Date.now()),
    expiresAt: instantOf(Date.now() + 12 * HOUR_MS),
  }
  await stores.sessions.begin(session)
  return `${sessionCookieName(url)}=${sessionToken(stores, session)}`
}

export async function signInto(context: BrowserContext, system: Signing, role: Role = 'head'): Promise<void> {
  const [name = '', value = ''] = (await signedIn(system, role)).split(/=(.*)/s)
  await context.addCookies([{ name, value, url: system.url }])
}
