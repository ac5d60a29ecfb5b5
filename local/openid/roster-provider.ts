/**
 * The OpenID provider embedded in the local system: a real one, which signs in whom the visitor chooses from the roster. It asks for no password,
 * because it runs on one machine for its user alone.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import Provider from 'oidc-provider'
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js'
import type { RosterStore } from '#app/ports/staff.ts'
import { memberWith } from '#core/staff/roster.ts'
import { LOCAL_ISSUER_PATH, LOCAL_STAFF_CLIENT } from '#local/stack/environment.ts'

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => void

/** Below the issuer: the page on which a visitor chooses. */
const CHOOSE = '/choose'

export interface RosterProvider {
  /** Everything below the issuer's path. */
  readonly handle: NodeHandler
}

export interface ChoosePage {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** Where a form with an `address` is posted to. */
  readonly action: string
}

export function rosterProvider({
  url,
  roster,
  choosePage,
}: {
  /** The staff app's address. */
  readonly url: string
  readonly roster: Pick<RosterStore, 'current'>
  readonly choosePage: (page: ChoosePage) => Promise<void>
}): RosterProvider {
  const provider = new Provider(`${url}${LOCAL_ISSUER_PATH}`, {
    clients: [
      {
        client_id: LOCAL_STAFF_CLIENT,
        token_endpoint_auth_method: 'none',
        redirect_uris: [`${url}/sign-in/back`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    // It keeps who is signing in just now, which a restart may forget.
    adapter: createMemoryAdapter(),
    // Keys of this start alone: whoever is signing in while the system restarts begins once more.
    jwks: { keys: [{ ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), use: 'sig' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    // The app reads the ID token and asks nothing more.
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false }, userinfo: { enabled: false } },
    interactions: { url: (_context, { uid }) => `${LOCAL_ISSUER_PATH}${CHOOSE}/${uid}` },
    findAccount: async (_context, sub) => {
      const published = await roster.current()
      const member = published && memberWith(published, sub)
      if (!member) return undefined
      const { name, address } = member
      return { accountId: sub, claims: () => ({ sub, name, email: address, email_verified: true }) }
    },
    // Nothing to consent to: the app and its provider are of one company.
    loadExistingGrant: async ({ oidc: { client, session } }) => {
      const grant = new provider.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
    ttl: { Session: 60, Interaction: 900, AuthorizationCode: 60, Grant: 900, IdToken: 300, AccessToken: 300 },
    // The app has the page that says so, in both languages.
    renderError: async (context, { error }) => context.redirect(`${url}/sign-in/back?error=${encodeURIComponent(error)}`),
  })
  const answer = provider.callback()

  async function choose(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') return choosePage({ request, response, action: request.url ?? '' })
    if (request.headers.origin !== url) return void response.writeHead(403).end('This form was not sent from this app.')
    const address = new URLSearchParams(await bodyOf(request)).get('address') ?? ''
    const published = await roster.current()
    const member = published && memberWith(published, address)
    const result = member
      ? { login: { accountId: member.address, remember: false } }
      : { error: 'access_denied', error_description: 'not on the roster' }
    const { session: held } = await provider.interactionDetails(request, response)
    const goOn = await provider.interactionResult(request, response, result, { mergeWithLastSubmission: false })
    // Only now: the provider refuses a result of a session that changed since.
    if (held) await letGo(held.uid)
    response.writeHead(303, { location: goOn }).end()
  }

  /**
   * Without its person the provider's session takes the next one as they come. Else it asks, on a page of its own that submits itself by a script, whether the
   * one before should be signed out: the app's own sign-out has settled that.
   */
  async function letGo(uid: string): Promise<void> {
    const session = await provider.Session.findByUid(uid)
    if (!session) return
    delete session.accountId
    delete session.authorizations
    await session.persist()
  }

  return {
    handle: (request, response) => {
      const path = request.url ?? ''
      if (path.startsWith(`${LOCAL_ISSUER_PATH}${CHOOSE}/`)) {
        choose(request, response).catch(() => {
          // The interaction has ended or belongs to another browser: the app begins a new one.
          if (!response.headersSent) response.writeHead(303, { location: '/' }).end()
        })
        return
      }
      // What the provider calls being mounted.
      Object.assign(request, { originalUrl: path, url: path.slice(LOCAL_ISSUER_PATH.length) })
      void answer(request, response)
    },
  }
}

const LONGEST_BODY = 10_000

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > LONGEST_BODY) throw new RangeError('a form longer than any of ours')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}
