/** A month of any year, chosen freely. A browser that knows no month field shows a text field, and the pattern and the hint say what to write. */
import { html } from 'hono/html'
import type { Month } from '#core/time/month.ts'
import type { Html } from '#web/customer/page.ts'

/** As `isMonth` of core/time/month.ts. */
const PATTERN = '[12][0-9]{3}-(0[1-9]|1[0-2])'

export const monthField = ({
  label,
  hint,
  chosen,
}: {
  readonly label: string
  readonly hint: string
  readonly chosen: Month | null
}): Html =>
  html`<div><label for="month">${label}</label><input id="month" name="month" type="month" pattern="${PATTERN}" title="${hint}" value="${chosen ?? ''}"></div>`
