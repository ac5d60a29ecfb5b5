/** What keeps other machines' names away from the local system: its host must be this machine. */
import type { MiddlewareHandler } from 'hono'

const OWN_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** A name that somebody else's DNS points at this machine must not read our customers. */
export const onlyThisMachine: MiddlewareHandler = async (context, next) => {
  const host = new URL(context.req.url).hostname
  return OWN_HOSTS.has(host) ? next() : context.text('This page is served to this machine only.', 403)
}
