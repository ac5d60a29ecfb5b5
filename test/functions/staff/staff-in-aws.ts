/** The staff app as it runs in AWS: the wiring and the handler of its function over the local endpoints, asked by events of an HTTP API. */
import { memoryFactStore } from '#adapters/memory/fact-store.ts'
import { events } from '#app/events.ts'
import { publishRoster } from '#app/staff/publish-roster.ts'
import { NO_PLAN } from '#core/duty/team.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { readEnv } from '#functions/env.ts'
import type { HttpHandler } from '#functions/http-handler.ts'
import { drawingHandler } from '#functions/staff/report/drawing-handler.ts'
import { staffHandler } from '#functions/staff/staff-handler.ts'
import type { FailedPage, StaffStores } from '#functions/staff/staff-system.ts'
import { sealsFromEnv } from '#functions/wiring/seals-from-env.ts'
import { staffSystem } from '#functions/wiring/staff-system-from-env.ts'
import { realClock } from '#local/clock/movable-clock.ts'
import { startServers } from '#local/stack/start-servers.ts'
import { theCompanyRules } from '#test/support/builders.ts'

export const STAFF_URL = 'https://staff.example.com'

export const ROSTER = (['agent', 'lead', 'head', 'director', 'marketing', 'operator'] as const).map(
  (role): StaffMember => ({ name: `Người ${role}`, address: `${role}@trasen.example.com`, team: 'Chăm sóc', role }),
)

export interface Asking {
  readonly method?: string
  /** With its query. */
  readonly path: string
  /** `name=value` each. */
  readonly cookies?: readonly string[]
  readonly form?: Readonly<Record<string, string>>
  /** Instead of a form; its type stands in the headers. */
  readonly body?: Uint8Array
  /** Over those of a browser that sends our own form. */
  readonly headers?: Readonly<Record<string, string>>
}

export type StaffInAws = Awaited<ReturnType<typeof staffInAws>>

/** `variables`: over those of the local endpoints, such as another issuer. */
export async function staffInAws(variables: Readonly<Record<string, string>> = {}) {
  const servers = await startServers({
    folder: null,
    clock: realClock,
    sender: 'care@trasen.example.com',
    staffUrl: STAFF_URL,
    plan: async () => {},
  })
  const { clients, suppressionKeys } = servers
  const environment = { ...servers.environment, ...variables }
  const env = readEnv('serveStaff', environment)
  const said: { readonly name: string; readonly values: object }[] = []
  const failed: (FailedPage & { readonly error: unknown })[] = []
  const sink = (name: string, values: object) => void said.push({ name, values })
  const seals = await sealsFromEnv(env, { secrets: clients.secrets, secretUnread: () => {} })
  const system = staffSystem(env, {
    ...clients,
    seals,
    facts: memoryFactStore(),
    suppressionKeys,
    companyRules: theCompanyRules(),
    events: events({ event: sink, alarm: sink }),
    secretUnread: () => undefined,
    pageFailed: (error, at) => void failed.push({ ...at, error }),
  })
  const publish = (people: readonly StaffMember[]) =>
    publishRoster({ ...system.stores, accounts: null }, { roster: { people, plan: NO_PLAN }, by: 'a test', at: realClock.now() })
  await publish(ROSTER)
  const handler = staffHandler(system)
  const drawing = drawingHandler(system)
  return {
    system,
    environment,
    clients,
    publish,
    /** Everything that the app reported, in order. */
    said,
    failed,
    ask: (asking: Asking) => answered(handler, asking),
    /** The function beside it that draws charts and writes files. */
    askDrawing: (asking: Asking) => answered(drawing, asking),
    /** The same app over stores that do something else. */
    askOver: (over: Partial<StaffStores>, asking: Asking) =>
      answered(staffHandler({ ...system, stores: { ...system.stores, ...over } }), asking),
    stop: servers.stop,
  }
}

type Answer = { statusCode: number; headers?: Record<string, string>; cookies?: string[]; body: string; isBase64Encoded: boolean }

async function answered(
  handler: HttpHandler,
  { method = 'GET', path, cookies = [], form, body, headers = {} }: Asking,
): Promise<Response> {
  const { pathname, search, host, origin } = new URL(path, STAFF_URL)
  const event = {
    version: '2.0',
    routeKey: '$default',
    rawPath: pathname,
    rawQueryString: search.slice(1),
    ...(cookies.length > 0 && { cookies }),
    headers: {
      host,
      ...(method !== 'GET' && { origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }),
      ...headers,
    },
    requestContext: {
      domainName: headers.host ?? host,
      stage: '$default',
      http: { method, path: pathname, sourceIp: '203.0.113.9' },
    },
    ...((body ?? form) && { body: Buffer.from(body ?? String(new URLSearchParams(form))).toString('base64') }),
    isBase64Encoded: true,
  }
  const answer = (await handler(event as never, {} as never)) as unknown as Answer
  const given = answer.isBase64Encoded ? Buffer.from(answer.body, 'base64') : answer.body
  const hasBody = answer.statusCode !== 204 && answer.statusCode !== 303
  const response = new Response(hasBody ? given : null, { status: answer.statusCode, headers: answer.headers ?? {} })
  for (const cookie of answer.cookies ?? []) response.headers.append('set-cookie', cookie)
  return response
}
