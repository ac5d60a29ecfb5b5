/**
 * Sign-in by OpenID Connect, with the authorization code flow and PKCE. The library checks the issuer, the audience, the age and the nonce of the ID
 * token; state, nonce and verifier are the caller's to keep in the browser that asked.
 */
import * as openid from 'openid-client'
import { type Identity, type Issuer, IssuerAwayError } from '#app/ports/staff.ts'

export interface OpenIdClient {
  /** Plain http is taken on loopback alone. */
  readonly issuer: string
  readonly clientId: string
  /** Undefined for a client without one. */
  readonly clientSecret: () => Promise<string | undefined>
  readonly prompt: 'login' | 'select_account'
}

/** A provider that answers no sooner is away. */
const ANSWER_SECONDS = 10
/** The provider's addresses and the names of its keys change seldom; its keys themselves are looked up by the library. */
const KEPT_MS = 60 * 60 * 1000

export function openIdIssuer(client: OpenIdClient, { epochMs }: { readonly epochMs: () => number }): Issuer {
  let kept: { readonly configuration: openid.Configuration; readonly at: number } | undefined
  const configuration = async () => {
    if (kept && epochMs() - kept.at < KEPT_MS) return kept.configuration
    const found = await discover(client)
    kept = { configuration: found, at: epochMs() }
    return found
  }
  return {
    begin: async ({ callback }) => {
      const [state, nonce, verifier] = [openid.randomState(), openid.randomNonce(), openid.randomPKCECodeVerifier()]
      const goTo = openid.buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback,
        scope: 'openid email profile',
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        prompt: client.prompt,
      })
      return { goTo, state, nonce, verifier }
    },
    finish: async ({ url, begun }) => {
      const known = await configuration()
      try {
        const tokens = await openid.authorizationCodeGrant(known, url, {
          expectedState: begun.state,
          expectedNonce: begun.nonce,
          pkceCodeVerifier: begun.verifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        return claims && isOfOurs(claims, client) ? { identity: identityOf(claims) } : { refused: 'answer-not-ours' }
      } catch (error) {
        return refusalOf(error)
      }
    },
  }
}

async function discover({ issuer, clientId, clientSecret }: OpenIdClient): Promise<openid.Configuration> {
  const server = new URL(issuer)
  // Without it the library trusts the connection to the issuer and does not check who signed an ID token.
  const execute = [openid.enableNonRepudiationChecks]
  if (server.protocol === 'http:' && isLoopback(server)) execute.push(openid.allowInsecureRequests)
  const secret = await clientSecret()
  const authentication = secret === undefined ? openid.None() : openid.ClientSecretPost(secret)
  try {
    return await openid.discovery(server, clientId, undefined, authentication, { execute, timeout: ANSWER_SECONDS })
  } catch (cause) {
    throw new IssuerAwayError('the OpenID provider does not answer as one', { cause })
  }
}

const isLoopback = ({ hostname }: URL) => hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]'

/**
 * What the library leaves to its caller: it compares `azp`, the client that the token was given to, only where the token is for several, and takes an empty
 * `sub`, which would make one account of all those without one (OpenID Connect Core 3.1.3.7, step 5, and section 2).
 */
const isOfOurs = ({ azp, sub }: openid.IDToken, { clientId }: Pick<OpenIdClient, 'clientId'>): boolean =>
  (azp === undefined || azp === clientId) && sub !== ''

function identityOf({ iss, sub, email, email_verified: verified, xms_edov: ownDomain }: openid.IDToken): Identity {
  return {
    issuer: iss,
    subject: sub,
    address: typeof email === 'string' && email !== '' ? email : null,
    // Entra has another claim instead: that the address is of a domain which the company has proved to be its own.
    isVerified: isYes(verified ?? ownDomain),
  }
}

/** Some providers write the word, or a number. */
const isYes = (claim: unknown): boolean => [true, 'true', 1, '1'].some((yes) => yes === claim)

/** An answer of the provider, or a token that does not fit, is a refusal; a provider that cannot be reached is away. */
function refusalOf(error: unknown): { readonly refused: 'issuer-refused' | 'answer-not-ours' } {
  if (error instanceof openid.AuthorizationResponseError) return { refused: 'issuer-refused' }
  if (error instanceof openid.ResponseBodyError || error instanceof openid.ClientError) {
    if (AWAY.has(codeOf(error))) throw new IssuerAwayError('the OpenID provider does not answer', { cause: error })
    return { refused: 'answer-not-ours' }
  }
  throw new IssuerAwayError('the OpenID provider does not answer', { cause: error })
}

const AWAY: ReadonlySet<string> = new Set(['OAUTH_TIMEOUT', 'OAUTH_HTTP_REQUEST_FORBIDDEN', 'OAUTH_RESPONSE_IS_NOT_CONFORM'])
const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '')
