/** A path of this app to lead to, whatever a link says. */

/**
 * Where a sign-in leads back to. Sealed, in base64 and with its name, it must stay below the 4,096 bytes that a browser keeps of a cookie; and on the way to the
 * sign-in it is escaped once more, in a header of the 10,240 bytes that an HTTP API takes.
 */
const LONGEST_BACK = 1_000
export const backAfterSignIn = (path: string): string => (path.length > LONGEST_BACK ? '/' : path)

/** Never away from here: read as a browser reads it, which leaves out tabs and line ends and takes `\\` for `/`. */
export function ownPath(path: string, here: string): string {
  const url = URL.parse(path, here)
  const own = url?.origin === new URL(here).origin && path.startsWith('/') && !url.pathname.startsWith('//')
  return url && own ? `${url.pathname}${url.search}` : '/'
}
