/** A number that a telephone dials when it is tapped, grouped so that a person can read it out. */
import { html } from 'hono/html'
import type { Html } from '#web/customer/page.ts'

/** `phone`: E.164. Vietnamese numbers are shown as they are dialled at home: `0912 345 678`. */
export const phoneLink = (phone: string): Html =>
  html`<a class="days" href="tel:${phone.replace(/[^+\d]/g, '')}">${writtenPhone(phone)}</a>`

/** For a number that is no link. */
export const writtenPhone = (phone: string): string =>
  /^\+84\d{9}$/.test(phone) ? `0${phone.slice(3, 6)} ${phone.slice(6, 9)} ${phone.slice(9)}` : phone
