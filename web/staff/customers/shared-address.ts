/** On a customer's page: with whom they share their address, who is written to, and the way to the act that sets it otherwise. */
import { html } from 'hono/html'
import { PURPOSES } from '#core/audience/consent.ts'
import type { SharedAddress } from '#core/audience/shared-address.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Customer } from '#core/customer/customer.ts'
import { whoIsWrittenTo } from '#core/planning/written-instead.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { Html } from '#web/customer/page.ts'
import { actLink } from '#web/staff/acts/act-link.ts'
import { writtenToPath } from '#web/staff/acts/shared-address-act.ts'
import type { Frame } from '#web/staff/frame.ts'
import { customerPath } from '#web/staff/paths.ts'
import { notPermitted } from '#web/staff/permitted.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { PURPOSE_WORDS } from '#web/words/purposes.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Chung địa chỉ email',
    here: 'Thư chúc giống nhau chỉ gửi cho khách này.',
    elsewhere: 'Thư chúc giống nhau chỉ gửi cho khách:',
    except: (kind: string) => `Riêng ${kind}: khách trên không nhận được loại thư này, nên gửi cho`,
    none: (kind: string) => `Riêng ${kind}: không ai trong các khách cùng địa chỉ nhận loại thư này.`,
    with: 'Cùng địa chỉ:',
    chosen: (by: string) => `Do ${by} chọn.`,
    marked: 'Do hệ thống chọn: mã nhỏ hơn.',
    choose: 'Gửi cho khách này',
  },
  en: {
    title: 'Shared e-mail address',
    here: 'A greeting that is the same for all goes to this customer alone.',
    elsewhere: 'A greeting that is the same for all goes to',
    except: (kind: string) => `But ${kind}: the customer above may not get these, so they go to`,
    none: (kind: string) => `But ${kind}: none of those with the address may get these.`,
    with: 'The same address:',
    chosen: (by: string) => `Chosen by ${by}.`,
    marked: 'Chosen by the system: the lower id.',
    choose: 'Write to this customer',
  },
})

export function sharedAddressSection({
  frame,
  person: { customer, sharedAddress },
  companyRules,
  today,
}: {
  readonly frame: Pick<Frame, 'locale' | 'visitor'>
  readonly person: { readonly customer: Pick<Customer, 'customerId'>; readonly sharedAddress?: SharedAddress }
  readonly companyRules: CompanyRules
  readonly today: LocalDate
}): Html | string {
  if (sharedAddress === undefined) return ''
  const { locale } = frame
  const words = WORDS[locale]
  const { customers, writtenTo } = sharedAddress
  const isHere = writtenTo === customer.customerId
  const others = customers.filter((id) => id !== customer.customerId)
  const links = others.map((id, at) => html`${at > 0 ? ', ' : ''}<a href="${customerPath(id)}">${id}</a>`)
  return html`<section><h2>${words.title}</h2>
    <p>${isHere ? words.here : html`${words.elsewhere} <a href="${customerPath(writtenTo)}">${writtenTo}</a>`} ${said(sharedAddress, locale)}</p>
    ${exceptions(sharedAddress, { locale, companyRules, date: today })}
    <p>${words.with} ${links}</p>
    ${isHere ? '' : html`<div class="actions">${actLink({ path: writtenToPath(customer.customerId), text: words.choose, refused: notPermitted(frame, 'correct-person') })}</div>`}
  </section>`
}

/** The kinds of mail that the one who is written to may not get: what happens then. */
function exceptions(
  shared: SharedAddress,
  { locale, companyRules, date }: { locale: Frame['locale']; companyRules: CompanyRules; date: LocalDate },
): readonly Html[] {
  const { except, none } = WORDS[locale]
  return PURPOSES.flatMap((purpose) => {
    if (!companyRules.company.oneMailPerAddress[purpose]) return []
    const goesTo = whoIsWrittenTo(shared, { contentClass: purpose, date, companyRules })
    if (goesTo === shared.writtenTo) return []
    const kind = PURPOSE_WORDS[locale][purpose]
    return goesTo === undefined
      ? [html`<p>${none(kind)}</p>`]
      : [html`<p>${except(kind)} <a href="${customerPath(goesTo)}">${goesTo}</a>.</p>`]
  })
}

const said = ({ chosenBy }: SharedAddress, locale: Frame['locale']): string =>
  chosenBy === null ? WORDS[locale].marked : WORDS[locale].chosen(chosenBy)
