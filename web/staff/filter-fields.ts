/** The fields of the forms that narrow a list: one of a few, a month, a day. */
import { html } from 'hono/html'
import type { LocalDate } from '#core/time/local-date.ts'
import type { Month } from '#core/time/month.ts'
import type { Html } from '#web/customer/page.ts'

interface Choice {
  /** Of the parameter in the address. */
  readonly name: string
  readonly label: string
  readonly chosen: string | null
  /** Value and text. */
  readonly options: readonly (readonly [string, string])[]
  /** How the choice of none of them is called; left out where one of them is always chosen. */
  readonly any?: string
}

export const selectField = ({ name, label, chosen, options, any }: Choice): Html =>
  html`<div><label for="${name}">${label}</label><select id="${name}" name="${name}">${any === undefined ? '' : html`<option value="">${any}</option>`}${options.map(
    ([value, text]) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`,
  )}</select></div>`

/** As `isMonth` of core/time/month.ts. */
const MONTH = '[12][0-9]{3}-(0[1-9]|1[0-2])'

/** A browser that knows no month field shows a text field: the pattern and the hint say what to write. */
export const monthField = ({
  label,
  hint,
  chosen,
}: {
  readonly label: string
  readonly hint: string
  readonly chosen: Month | null
}): Html =>
  html`<div><label for="month">${label}</label><input id="month" name="month" type="month" pattern="${MONTH}" title="${hint}" value="${chosen ?? ''}"></div>`

export const dayField = ({
  name,
  label,
  chosen,
}: {
  readonly name: string
  readonly label: string
  readonly chosen: LocalDate | null
}): Html =>
  html`<div><label for="${name}">${label}</label><input type="date" id="${name}" name="${name}" value="${chosen ?? ''}"></div>`
