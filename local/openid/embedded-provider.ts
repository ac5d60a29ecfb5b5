/** The embedded OpenID provider with its one page, for a running local system. */
import { getRequestListener } from '@hono/node-server'
import { staffApp } from '#functions/staff/staff-app.ts'
import { frameOf } from '#functions/staff/visit/frame-of.ts'
import { pageHeaders } from '#functions/staff/visit/page-headers.ts'
import type { LocalSystem } from '#local/local-system.ts'
import { choosePage } from '#local/openid/choose-page.ts'
import { type RosterProvider, rosterProvider } from '#local/openid/roster-provider.ts'

export function embeddedProvider(system: LocalSystem): RosterProvider {
  const { roster } = system.stores
  const page = staffApp()
  page.use(pageHeaders)
  page.get('*', async (context) => {
    const people = (await roster.current())?.people ?? []
    return context.html(choosePage(frameOf(system, context), { people, action: new URL(context.req.url).pathname }))
  })
  const listener = getRequestListener((request) => page.fetch(request), { overrideGlobalObjects: false })
  return rosterProvider({
    url: system.url,
    roster,
    choosePage: async ({ request, response }) => void (await listener(request, response)),
  })
}
