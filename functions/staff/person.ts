/** One customer: who they are, what they agreed to, what they got and did not get, and what comes for them. */

import { html } from 'hono/html'
import { nextDaysOf, type Reach } from '#app/campaigns/coming-days.ts'
import { customerTimeline } from '#app/person/customer-timeline.ts'
import type { Person } from '#app/ports/customers.ts'
import { contactPointOf, letterChannel } from '#core/channel/channel.ts'
import type { Birthday, Customer } from '#core/customer/customer.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { leftInPeace } from '#functions/staff/not-asked-until.ts'
import { consentSection } from '#functions/staff/person-consents.ts'
import { listeningSections } from '#functions/staff/person-listening.ts'
import { timelineTable } from '#functions/staff/person-timeline.ts'
import { knownCampaigns, todayOf } from '#functions/staff/room.ts'
import { sharedAddressSection } from '#functions/staff/shared-address.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { salutationOf } from '#web/rendering/salutation.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { chip, type Frame, roomPage, table } from '#web/staff/frame.ts'
import { campaignPath, customerPath } from '#web/staff/paths.ts'
import { namedCode } from '#web/words/named-code.ts'
import { SKIP_WORDS } from '#web/words/skip-reasons.ts'

const WORDS = {
  vi: {
    profile: {
      id: 'Mã khách',
      address: 'Xưng hô',
      nameRemark: 'Ghi chú cạnh tên',
      email: 'Email',
      phone: 'Điện thoại',
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
    profileTitle: 'Hồ sơ',
    consents: 'Sự đồng ý',
    peace: 'Để yên đến khi nào',
    export: 'Tải mọi dữ liệu về khách này (JSON)',
    timeline: 'Đã nhận và không nhận',
    timelineNote: (from: string) => `Mọi lần liên hệ, và mọi kết quả khác từ ngày ${from}.`,
    coming: 'Sắp tới',
    comingColumns: ['Chiến dịch', 'Ngày gửi'],
    comingNot: 'không gửi',
    comingNone: 'Không có dịp nào trong năm tới.',
    lunar: (day: number, month: number, leap: string) => `${day}/${month}${leap} âm lịch`,
    leap: ' nhuận',
  },
  en: {
    profile: {
      id: 'Customer id',
      address: 'Form of address',
      nameRemark: 'Remark beside the name',
      email: 'E-mail',
      phone: 'Phone',
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
    profileTitle: 'Profile',
    consents: 'Consent',
    peace: 'Left in peace',
    export: 'Save everything held about this customer (JSON)',
    timeline: 'Received and not received',
    timelineNote: (from: string) => `Every touch, and every other outcome since ${from}.`,
    coming: 'Coming',
    comingColumns: ['Campaign', 'Date'],
    comingNot: 'not sent',
    comingNone: 'No occasion within a year.',
    lunar: (day: number, month: number, leap: string) => `day ${day} of lunar month ${month}${leap}`,
    leap: ' (leap)',
  },
} as const

/** Batches are read for so many days back; touches have rows of their own and are all shown. */
const LOOK_BACK_DAYS = 60
const LOOK_AHEAD_DAYS = 4

export function birthdayInWords(birthday: Birthday | null, locale: PageLocale): string {
  if (birthday === null) return '–'
  const { month, day, year } = birthday
  if (birthday.kind === 'lunar') return WORDS[locale].lunar(day, month, birthday.leap ? WORDS[locale].leap : '')
  return [day, month].map((part) => String(part).padStart(2, '0')).join('/') + (year === null ? '' : `/${year}`)
}

export async function personPage({
  system,
  frame,
  person,
}: {
  readonly system: StaffSystem
  readonly frame: Frame
  readonly person: Person
}): Promise<Html> {
  const { stores } = system
  const { customer } = person
  const words = WORDS[frame.locale]
  const today = todayOf(system)
  const from = addDays(today, -LOOK_BACK_DAYS)
  const [campaigns, consents, purchases, timeline] = await Promise.all([
    knownCampaigns(system, frame.locale),
    stores.consents.ofCustomer(customer.customerId),
    stores.purchases.ofCustomer(customer.customerId),
    customerTimeline(stores, {
      customerId: customer.customerId,
      from,
      to: addDays(today, LOOK_AHEAD_DAYS),
      zone: frame.company.zone,
    }),
  ])
  const reach = { customer, consents: person.consents, suppression: await suppressionOf(stores, customer) }
  const live = campaigns.latest.filter(({ definition }) => campaigns.states.get(definition.id) !== 'cancelled')
  const coming = nextDaysOf({
    reach,
    purchases,
    campaigns: live.map(({ definition }) => definition),
    from: today,
    companyRules: system.companyRules,
  })
  const comingRows = coming.map(({ campaign, date, refusal }) => [
    html`<a href="${campaignPath(campaign.id)}">${campaign.name[frame.locale]}</a>`,
    refusal === null
      ? shortDate(date, frame.locale)
      : html`${shortDate(date, frame.locale)} ${chip(words.comingNot, 'warn')}<br><small>${SKIP_WORDS[frame.locale][refusal.reason]}</small>`,
  ])
  const body = html`<h1>${customer.fullName}</h1>
      <section>
        <h2>${words.timeline}</h2>
        <p class="quiet"><small>${words.timelineNote(shortDate(from, frame.locale))}</small></p>
        ${timelineTable({ frame, campaigns, timeline, label: words.timeline, zone: customer.zone })}
      </section>
      ${await listeningSections(system, { frame, campaigns, person, timeline })}
      <div class="columns">
        <section><h2>${words.profileTitle}</h2>${profile(frame, person)}<p><a href="${customerPath(customer.customerId)}/export" download>${words.export}</a></p></section>
        <div>
          ${sharedAddressSection({ frame, person, companyRules: system.companyRules, today })}
          <section><h2>${words.consents}</h2>${consentSection({ frame, person, consents, channels: system.companyRules.channels })}</section>
          <section><h2>${words.peace}</h2>${await leftInPeace(stores, { frame, person, reach, companyRules: system.companyRules })}</section>
          <section><h2>${words.coming}</h2>${table({ locale: frame.locale, label: words.coming, headings: words.comingColumns, rows: comingRows, empty: words.comingNone })}</section>
        </div>
      </div>`
  return roomPage({ frame, section: 'customers', title: customer.fullName, body })
}

async function suppressionOf(
  { suppressions, seals, companyRules }: StaffSystem['stores'],
  customer: Customer,
): Promise<Reach['suppression']> {
  const point = contactPointOf(letterChannel(companyRules.channels), customer)
  if (point === undefined) return undefined
  const key = seals.contactKey(point)
  return (await suppressions.among([key])).get(key)
}

function profile({ locale }: Frame, { customer }: Person): Html {
  const { profile: labels, span } = WORDS[locale]
  const date = (day: LocalDate | null) => (day === null ? '–' : shortDate(day, locale))
  const lines: readonly (readonly [string, string | null])[] = [
    [labels.id, customer.customerId],
    // Honorifics are Vietnamese words in either language of this page.
    [labels.address, [salutationOf({ customer, locale: 'vi' }).honorific, customer.addressName].filter(Boolean).join(' · ')],
    [labels.nameRemark, customer.nameRemark],
    [labels.email, customer.email],
    [labels.phone, customer.phone],
    [labels.birthday, birthdayInWords(customer.birthday, locale)],
    [labels.zone, `${customer.zone} (${namedCode({ type: 'region', code: customer.country, locale })})`],
    [labels.language, namedCode({ type: 'language', code: customer.locale, locale })],
    [labels.tier, customer.tier],
    [labels.profession, customer.profession],
    [labels.tags, customer.tags.join(', ')],
    [labels.owner, customer.owner],
    [
      labels.purchases,
      customer.firstPurchaseOn === null ? null : span(date(customer.firstPurchaseOn), date(customer.lastPurchaseOn)),
    ],
    [labels.products, customer.products.join(', ')],
    [labels.renewsOn, customer.renewsOn && date(customer.renewsOn)],
  ]
  return html`<dl>${lines.map(([name, value]) => html`<dt>${name}</dt><dd>${value || '–'}</dd>`)}</dl>`
}
