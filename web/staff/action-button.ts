/** One button with one effect. A disabled button says why, in a line of its own. */
import { html } from 'hono/html'
import type { Html } from '#web/customer/page.ts'

export const actionButton = ({
  action,
  text,
  refused = null,
  quiet = false,
}: {
  readonly action: string
  readonly text: string
  readonly refused?: string | null
  readonly quiet?: boolean
}): Html =>
  html`<form method="post" action="${action}"><button${quiet ? html` class="quiet"` : ''}${refused === null ? '' : html` disabled`}>${text}</button>${refused === null ? '' : html`<small>${refused}</small>`}</form>`
