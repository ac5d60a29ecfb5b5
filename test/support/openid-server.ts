/** An OpenID provider on loopback whose every answer a test decides: what a real one says, and what none may say. */
import { createHash, createHmac, createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { listenOnLoopback } from '#local/aws/listen-on-loopback.ts'

export const CLIENT = 'tham-hoi-staff'

/** What the browser brought to the provider. */
interface Begun {
  readonly state: string
  readonly nonce: string
  readonly challenge: string
}

interface Said {
  /** Over the claims of a right ID token; undefined leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>
  /** Instead of a signature by the published key: by a key of somebody else, by none, or by what anybody can read, the public key taken for a shared secret. */
  readonly forged?: 'another-key' | 'no-signature' | 'public-key-as-secret'
}

export type OpenIdServer = Awaited<ReturnType<typeof openIdServer>>

export async function openIdServer() {
  const [ours, another] = [newKey(), newKey()]
  const codes = new Map<string, { readonly token: string; readonly challenge: string }>()
  let isAway = false
  let issuer = ''

  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    const send = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (isAway) return send(503, {})
    switch (new URL(request.url ?? '/', issuer).pathname) {
      case '/.well-known/openid-configuration':
        return send(200, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          // As providers do that sign also what other apps ask for.
          id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
        })
      case '/keys':
        return send(200, { keys: [{ ...ours.publicKey.export({ format: 'jwk' }), kid: 'ours', alg: 'RS256', use: 'sig' }] })
      case '/token': {
        const asked = new URLSearchParams(Buffer.concat(chunks).toString())
        const code = asked.get('code') ?? ''
        const found = codes.get(code)
        codes.delete(code)
        const isSame = found && hashed(asked.get('code_verifier') ?? '') === found.challenge
        if (!isSame) return send(400, { error: 'invalid_grant' })
        return send(200, { access_token: randomUUID(), token_type: 'bearer', expires_in: 300, id_token: found.token })
      }
      default:
        return send(404, {})
    }
  })
  const running = await listenOnLoopback(server, 0)
  issuer = running.endpoint
  const now = () => Math.floor(Date.now() / 1000)
  const written = (claims: object, forged: Said['forged']): string => {
    switch (forged) {
      case undefined:
        return signed(claims, ours.privateKey)
      case 'another-key':
        return signed(claims, another.privateKey)
      case 'no-signature':
        return `${headed(claims, 'none')}.`
      case 'public-key-as-secret': {
        const text = headed(claims, 'HS256')
        const secret = ours.publicKey.export({ type: 'spki', format: 'pem' })
        return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
      }
    }
  }
  return {
    issuer,
    stop: running.stop,
    away: (away: boolean) => {
      isAway = away
    },
    /** What the browser was sent here with. */
    begun: (location: string): Begun => {
      const asked = new URL(location).searchParams
      const text = (name: string) => asked.get(name) ?? ''
      return { state: text('state'), nonce: text('nonce'), challenge: text('code_challenge') }
    },
    /** The code with which the browser goes back. */
    code: ({ nonce, challenge }: Begun, { claims = {}, forged }: Said = {}): string => {
      const right = { iss: issuer, aud: CLIENT, sub: 's-1', nonce, iat: now(), exp: now() + 300, email_verified: true }
      const code = randomUUID()
      codes.set(code, { token: written({ ...right, ...claims }, forged), challenge })
      return code
    },
  }
}

const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const hashed = (verifier: string) => createHash('sha256').update(verifier).digest('base64url')

const headed = (claims: object, alg: string) => `${part({ alg, kid: 'ours', typ: 'JWT' })}.${part(claims)}`

function signed(claims: object, key: KeyObject): string {
  const text = headed(claims, 'RS256')
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`
}
