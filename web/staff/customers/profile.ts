/** Who a customer is, line by line. */

import { html } from 'hono/html'
import type { Customer } from '#core/customer/customer.ts'
import { ownerNamed } from '#core/staff/looking-after.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { salutationOf } from '#web/rendering/salutation.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { customersPhone } from '#web/staff/phone-link.ts'
import { birthdayInWords } from '#web/words/birthdays.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { channelWords } from '#web/words/channels.ts'
import { dayPartsInWords } from '#web/words/day-parts.ts'
import { namedCode } from '#web/words/named-code.ts'

const WORDS = bothLanguages({
  vi: {
    profile: {
      id: 'Mã khách',
      address: 'Xưng hô',
      nameRemark: 'Ghi chú cạnh tên',
      email: 'Email',
      phone: 'Điện thoại',
      preferred: 'Muốn được liên hệ',
      preferredParts: 'Muốn được gọi vào',
      birthday: 'Sinh nhật',
      zone: 'Múi giờ',
      language: 'Ngôn ngữ',
      tier: 'Hạng',
      profession: 'Nghề nghiệp',
      tags: 'Nhãn',
      owner: 'Người phụ trách',
      purchases: 'Mua hàng',
      products: 'Đã mua',
      renewsOn: 'Gia hạn',
    },
    span: (first: string, last: string) => `lần đầu ${first}, gần nhất ${last}`,
  },
  en: {
    profile: {
      id: 'Customer id',
      address: 'Form of address',
      nameRemark: 'Remark beside the name',
      email: 'E-mail',
      phone: 'Phone',
      preferred: 'Would rather be reached',
      preferredParts: 'Would rather be rung',
      birthday: 'Birthday',
      zone: 'Zone',
      language: 'Language',
      tier: 'Tier',
      profession: 'Profession',
      tags: 'Tags',
      owner: 'Looked after by',
      purchases: 'Purchases',
      products: 'Bought',
      renewsOn: 'Renews on',
    },
    span: (first: string, last: string) => `first ${first}, last ${last}`,
  },
})

export function profile(
  customer: Customer,
  { locale, people }: { readonly locale: PageLocale; readonly people: readonly StaffMember[] },
): Html {
  const { profile: labels, span } = WORDS[locale]
  const date = (day: LocalDate | null) => (day === null ? '–' : shortDate(day, locale))
  const lines: readonly (readonly [string, string | Html | null])[] = [
    [labels.id, customer.customerId],
    // Honorifics are Vietnamese words in either language of this page.
    [labels.address, [salutationOf({ customer, locale: 'vi' }).honorific, customer.addressName].filter(Boolean).join(' · ')],
    [labels.nameRemark, customer.nameRemark],
    [labels.email, customer.email],
    [labels.phone, customersPhone(customer, locale)],
    [labels.preferred, customer.preferredChannel && channelWords(customer.preferredChannel)[locale]],
    [labels.preferredParts, dayPartsInWords(customer.preferredParts, locale)],
    [labels.birthday, customer.birthday && birthdayInWords(customer.birthday, { locale })],
    [labels.zone, `${customer.zone} (${namedCode({ type: 'region', code: customer.country, locale })})`],
    [labels.language, namedCode({ type: 'language', code: customer.locale, locale })],
    [labels.tier, customer.tier],
    [labels.profession, customer.profession],
    [labels.tags, customer.tags.join(', ')],
    [labels.owner, ownerNamed(customer.owner, people)],
    [
      labels.purchases,
      customer.firstPurchaseOn === null ? null : span(date(customer.firstPurchaseOn), date(customer.lastPurchaseOn)),
    ],
    [labels.products, customer.products.join(', ')],
    [labels.renewsOn, customer.renewsOn && date(customer.renewsOn)],
  ]
  return html`<dl>${lines.map(([name, value]) => html`<dt>${name}</dt><dd>${value || '–'}</dd>`)}</dl>`
}
