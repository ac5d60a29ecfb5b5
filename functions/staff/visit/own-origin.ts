/** Whether a page stands in this app, by the app's own address: behind a proxy a request names another host. */

/** Three names of the machine that a program on it listens on; a browser takes each for another site. */
export const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

export function isOwnOrigin(origin: string, appUrl: string): boolean {
  const own = new URL(appUrl)
  if (origin === own.origin) return true
  const asked = URL.parse(origin)
  if (asked === null || asked.origin !== origin) return false
  const onLoopback = LOOPBACK_NAMES.has(own.hostname) && LOOPBACK_NAMES.has(asked.hostname)
  return onLoopback && asked.protocol === own.protocol && asked.port === own.port
}
