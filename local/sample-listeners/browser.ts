/** A customer's browser: opens a page, follows where it is led, sends a form as it stands on the page with what was changed in it. */
import { stableHash } from '#core/customer/stable-hash.ts'

export interface PageSeen {
  readonly status: number
  readonly body: string
  /** Where one has been led. */
  readonly url: string
}

export interface Browser {
  open(url: string): Promise<PageSeen>
  send(url: string, fields: readonly (readonly [name: string, value: string])[]): Promise<PageSeen>
}

/** The company's pages, asked as a web server asks them: `call` holds the connection. */
export interface Pages {
  fetch(request: Request, call: object): Response | Promise<Response>
}

/** Nobody is led further than a form leads. */
const MOST_REDIRECTS = 3

/** `visitor` is whose browser it is: everybody comes from an address of their own, and always from the same. */
export function customerBrowser(pages: Pages, visitor: string): Browser {
  const from = { incoming: { socket: { remoteAddress: addressOf(visitor) } } }
  async function ask(url: string, init: RequestInit, redirects = 0): Promise<PageSeen> {
    const response = await pages.fetch(new Request(url, init), from)
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

/** From the networks that RFC 5737 keeps for examples. */
function addressOf(visitor: string): string {
  const hash = stableHash(visitor)
  return `${hash & 1 ? '198.51.100' : '203.0.113'}.${1 + ((hash >>> 1) % 254)}`
}
