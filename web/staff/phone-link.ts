/** A number that a telephone dials when it is tapped, grouped so that a person can read it out. */
import { html } from 'hono/html'
import type { Customer } from '#core/customer/customer.ts'
import { isWrongPhone } from '#core/customer/wrong-phone.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { chip } from '#web/staff/chip.ts'

export const WRONG_NUMBER: Readonly<Record<PageLocale, string>> = { vi: 'sai số: không gọi', en: 'wrong number: do not ring' }

/** The number of a customer; one that is another person's is no link, and says so. Null without a number. */
export const customersPhone = (customer: Pick<Customer, 'phone' | 'wrongPhone'>, locale: PageLocale): Html | null => {
  if (customer.phone === null) return null
  if (!isWrongPhone(customer)) return phoneLink(customer.phone)
  return html`<small class="days">${writtenPhone(customer.phone)}</small> ${chip(WRONG_NUMBER[locale], 'warn')}`
}

export const NOTED_WRONG: Readonly<Record<PageLocale, string>> = {
  vi: 'đã ghi là sai số: hỏi ai đã gọi',
  en: 'noted as a wrong number: ask who rang',
}

/** The number of a customer who rang in vain. It is rung back, whoever has it. Null without a number. */
export const phoneToRingBack = (customer: Pick<Customer, 'phone' | 'wrongPhone'>, locale: PageLocale): Html | null => {
  if (customer.phone === null) return null
  const noted = isWrongPhone(customer) ? html` ${chip(NOTED_WRONG[locale], 'warn')}` : ''
  return html`${phoneLink(customer.phone)}${noted}`
}

/** `phone`: E.164. Vietnamese numbers are shown as they are dialled at home: `0912 345 678`. */
export const phoneLink = (phone: string): Html =>
  html`<a class="days" href="tel:${phone.replace(/[^+\d]/g, '')}">${writtenPhone(phone)}</a>`

/** For a number that is no link. */
export const writtenPhone = (phone: string): string =>
  /^\+84\d{9}$/.test(phone) ? `0${phone.slice(3, 6)} ${phone.slice(6, 9)} ${phone.slice(9)}` : phone
