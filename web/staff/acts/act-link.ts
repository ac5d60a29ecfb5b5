/** The way to the page of an act, as a button. A role that may not use it sees it disabled, with the reason. */
import { html } from 'hono/html'
import type { Html } from '#web/customer/page.ts'

export const actLink = ({
  path,
  text,
  refused,
  isLoud = false,
}: {
  readonly path: string
  readonly text: string
  readonly refused: string | null
  readonly isLoud?: boolean
}): Html =>
  refused === null
    ? html`<a class="button${isLoud ? '' : ' quiet'}" href="${path}">${text}</a>`
    : html`<span class="disabled"><button type="button" class="quiet" disabled>${text}</button><small>${refused}</small></span>`
