/**
 * Posts urgent pieces of work to the company's webhook. The signature proves to the receiver that the post is ours and when it was made; the id tells a
 * post that comes again. Nothing of the address is ever logged: the path of a chat's address is as good as a key.
 */
import { createHmac } from 'node:crypto'
import * as z from 'zod'
import type { UrgentHook } from '#app/ports/urgent-hook.ts'

/** A slow receiver must not hold up the mail to the person on call. */
const LONGEST_WAIT_MS = 4_000
const SHORTEST_KEY = 16

export interface HookPlace {
  readonly url: string
  readonly key: string
}

export class HookPlaceError extends Error {
  override name = 'HookPlaceError'
}

const PlaceSchema = z.strictObject({
  url: z.url().refine(isSafe, { error: 'an https address' }),
  key: z.string().min(SHORTEST_KEY, { error: `at least ${SHORTEST_KEY} characters` }),
})

/** The text of the secret: `{ "url": "https://…", "key": "…" }`. Throws with the names of what is wrong, never a value. */
export function readHookPlace(text: string): HookPlace {
  const parsed = PlaceSchema.safeParse(parsedJson(text))
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the text'}: ${message}`)
  throw new HookPlaceError(`the secret of the webhook: ${wrong.join('; ')}`)
}

/** Plain http only on the machine itself. */
function isSafe(url: string): boolean {
  // Also asked of what is no address at all, which has been refused already.
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname))
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** HMAC-SHA256 of the time in seconds, a dot, and the body. */
export const hookSignature = ({
  key,
  seconds,
  body,
}: {
  readonly key: string
  readonly seconds: number
  readonly body: string
}) => `t=${seconds},v1=${createHmac('sha256', key).update(`${seconds}.${body}`).digest('hex')}`

interface Posting {
  readonly place: () => Promise<HookPlace>
  /** The real clock: the receiver compares the time with its own. */
  readonly epochMs: () => number
  readonly longestWaitMs?: number
}

export const urgentHook = ({ place, epochMs, longestWaitMs = LONGEST_WAIT_MS }: Posting): UrgentHook => ({
  post: async (post) => {
    try {
      const { url, key } = await place()
      const body = JSON.stringify(post)
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'tham-hoi-id': post.id,
          'tham-hoi-signature': hookSignature({ key, seconds: Math.floor(epochMs() / 1_000), body }),
        },
        body,
        // Another address could be one that is not https, or not the company's.
        redirect: 'manual',
        signal: AbortSignal.timeout(longestWaitMs),
      })
      await response.body?.cancel()
      return response.ok ? { taken: true } : { failed: `status ${response.status}` }
    } catch (error) {
      return { failed: reasonOf(error) }
    }
  },
})

/** The messages of fetch name no address; its cause has a code such as ECONNREFUSED. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error instanceof HookPlaceError) return error.message
  const cause: unknown = error.cause
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name
}
