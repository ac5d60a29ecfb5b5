/**
 * A form that was refused because of one field: said at the top of the page, where a person who has just pressed the button looks, with a link to the
 * field, and once more beside the field, where it is mended.
 */
import { html } from 'hono/html'
import type { Html } from '#web/customer/page.ts'

/** `field`: the id of the field, or of another part of the page where it is mended; null for the whole form. */
export const refusalSummary = (said: string, field: string | null): Html =>
  html`<p class="said warn" role="alert">${field === null ? said : html`<a href="#${field}">${said}</a>`}</p>`

export interface FieldError {
  /** Attributes of the field: its hint, and what is wrong with it. */
  readonly described: Html | string
  /** Stands behind the field. */
  readonly line: Html | string
}

export function fieldError({
  field,
  hint,
  said,
  isGroup = false,
}: {
  readonly field: string
  /** The id of its hint. */
  readonly hint?: string | undefined
  /** Null where nothing is wrong with it. */
  readonly said: string | null
  /** A group of choices has a description and is never called invalid. */
  readonly isGroup?: boolean
}): FieldError {
  const wrong = `${field}-wrong`
  const by = [...(said === null ? [] : [wrong]), ...(hint === undefined ? [] : [hint])]
  return {
    described: html`${by.length === 0 ? '' : html` aria-describedby="${by.join(' ')}"`}${said === null || isGroup ? '' : html` aria-invalid="true"`}`,
    line: said === null ? '' : html`<strong class="field-wrong" id="${wrong}">${said}</strong>`,
  }
}
