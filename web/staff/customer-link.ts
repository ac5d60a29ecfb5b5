/** A customer in a list: the name, linked to their page, and the id. Who was erased has no page any more. */
import { html } from 'hono/html'
import { isErasedName } from '#core/customer/erased-name.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { customerPath } from '#web/staff/paths.ts'
import { ERASED_CUSTOMER } from '#web/words/erased-customer.ts'

interface Whom {
  readonly customerId: string
  /** Undefined or null when they are gone. */
  readonly name: string | null | undefined
  /** The part of their page to open. */
  readonly anchor?: string
}

export const customerLink = ({ customerId, name, anchor }: Whom, locale: PageLocale): Html =>
  isErasedName(customerId)
    ? html`<span class="quiet">${ERASED_CUSTOMER[locale]}</span>`
    : html`<a href="${customerPath(customerId)}${anchor === undefined ? '' : `#${anchor}`}">${name ?? customerId}</a> <small>${customerId}</small>`
