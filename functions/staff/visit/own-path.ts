/** A path of this app to lead to, whatever a link says. */

/** Never away from here: read as a browser reads it, which leaves out tabs and line ends and takes `\\` for `/`. */
export function ownPath(path: string, here: string): string {
  const url = URL.parse(path, here)
  const own = url?.origin === new URL(here).origin && path.startsWith('/') && !url.pathname.startsWith('//')
  return url && own ? `${url.pathname}${url.search}` : '/'
}
