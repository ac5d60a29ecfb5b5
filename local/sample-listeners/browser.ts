/** A customer's browser: opens a page, follows redirects, sends a form as the page gave it with some fields changed, and keeps cookies. */
import { stableHash } from '#core/customer/stable-hash.ts'

export interface PageSeen {
  readonly status: number
  readonly body: string
  /** The address after redirects. */
  readonly url: string
}

export interface Browser {
  open(url: string): Promise<PageSeen>
  send(url: string, fields: readonly (readonly [name: string, value: string])[]): Promise<PageSeen>
}

/** The company's pages, called as a web server calls them: `call` holds the connection. */
export interface Pages {
  fetch(request: Request, call: object): Response | Promise<Response>
}

/** The longest chain of redirects after a form. */
const MOST_REDIRECTS = 3

/** `visitor` names the browser's customer: each customer has an address of their own, always the same. The cookies last as long as the browser. */
export function customerBrowser(
  pages: Pages,
  visitor: string,
  { keepsCookies = true }: { readonly keepsCookies?: boolean } = {},
): Browser {
  const from = { incoming: { socket: { remoteAddress: addressOf(visitor) } } }
  const cookies = cookieJar()
  async function ask(url: string, init: RequestInit, redirects = 0): Promise<PageSeen> {
    const response = await pages.fetch(new Request(url, { ...init, headers: cookies.headers(url) }), from)
    if (keepsCookies) cookies.keep(response)
    const to = response.headers.get('location')
    if (response.status === 303 && to !== null && redirects < MOST_REDIRECTS)
      return ask(new URL(to, url).href, { method: 'GET' }, redirects + 1)
    return { status: response.status, body: await response.text(), url }
  }
  return {
    open: (url) => ask(url, { method: 'GET' }),
    send: (url, fields) => ask(url, { method: 'POST', body: new URLSearchParams(fields.map(([name, value]) => [name, value])) }),
  }
}

/** Each cookie is sent to its own path and below; its lifetime does not matter for one visit. */
function cookieJar() {
  const kept = new Map<string, { readonly path: string; readonly pair: string }>()
  return {
    keep(response: Response): void {
      for (const line of response.headers.getSetCookie()) {
        const [pair = '', ...attributes] = line.split('; ')
        const path = attributes.find((attribute) => attribute.startsWith('Path='))?.slice('Path='.length) ?? '/'
        kept.set(`${path} ${pair.split('=')[0]}`, { path, pair })
      }
    },
    headers(url: string): Record<string, string> {
      const { pathname } = new URL(url)
      const sent = [...kept.values()].filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
      return sent.length === 0 ? {} : { cookie: sent.map(({ pair }) => pair).join('; ') }
    },
  }
}

/** From the networks that RFC 5737 reserves for examples. */
function addressOf(visitor: string): string {
  const hash = stableHash(visitor)
  return `${hash & 1 ? '198.51.100' : '203.0.113'}.${1 + ((hash >>> 1) % 254)}`
}
