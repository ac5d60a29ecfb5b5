/** The frame of every page that a customer or a shop sees: one column, no content from another host, and no script but one beside the field for a file. */
import { html } from 'hono/html'
import type { Company } from '#core/campaign/company.ts'
import { PAGE_STYLE } from '#web/customer/static-files.ts'
import { staticAddress } from '#web/static-file.ts'

export type PageLocale = 'vi' | 'en'
export type Html = ReturnType<typeof html>

/** The first of the requested languages that we have (a locale or an Accept-Language header), else the company's, else English. */
export function pageLocale(asked: string, companyLocale: string): PageLocale {
  const wanted = [...asked.split(','), companyLocale].map((language) => language.trim().slice(0, 2).toLowerCase())
  return wanted.find((language): language is PageLocale => language === 'vi' || language === 'en') ?? 'en'
}

export interface PageFrame {
  readonly company: Pick<Company, 'name' | 'legalName' | 'phone' | 'email'>
  readonly locale: PageLocale
}

export const page = ({
  company,
  locale,
  title,
  body,
}: PageFrame & { readonly title: string; readonly body: Html }): Html => html`<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${title} · ${company.name}</title>
    <link rel="stylesheet" href="${staticAddress(PAGE_STYLE)}">
  </head>
  <body>
    <main>
      <p class="brand">${company.name}</p>
      <h1>${title}</h1>
      ${body}
    </main>
    <footer><span>${company.legalName}</span> ${contact(company)}</footer>
  </body>
</html>`

/** How to reach the company when a page does not help. Neither part is broken at the end of a line. */
export const contact = ({ phone, email }: Pick<Company, 'phone' | 'email'>): Html =>
  html`<span>${phone}</span> <span>${email}</span>`
