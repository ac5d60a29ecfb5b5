/** One customer: who they are, what they agreed to, what they got and did not get, and what comes for them. */

import { html } from 'hono/html'
import type { ConsentRecord } from '#core/audience/consent.ts'
import type { SharedAddress } from '#core/audience/shared-address.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { actLink } from '#web/staff/acts/act-link.ts'
import { erasePath, exportPath } from '#web/staff/acts/person-acts.ts'
import { saidDone } from '#web/staff/acts/said-done.ts'
import { type ComingDay, comingTable } from '#web/staff/customers/coming-table.ts'
import { type Agreed, consentSection } from '#web/staff/customers/consents.ts'
import { type ContactForm, contactForm, contactSaid } from '#web/staff/customers/contact-form.ts'
import { type ContactLimits, contactLimits } from '#web/staff/customers/contact-limits.ts'
import { type CorrectionOutcome, correctionForm, correctionSaid } from '#web/staff/customers/correct-profile.ts'
import { openWork } from '#web/staff/customers/open-work.ts'
import type { PersonEvent } from '#web/staff/customers/person-event.ts'
import { profile } from '#web/staff/customers/profile.ts'
import { sharedAddressSection } from '#web/staff/customers/shared-address.ts'
import { timelineList } from '#web/staff/customers/timeline.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { logLink } from '#web/staff/log-link.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import { pageLinks } from '#web/staff/page-links.ts'
import { customerPath, pathWith } from '#web/staff/paths.ts'
import { notPermitted } from '#web/staff/permitted.ts'
import { customersPhone } from '#web/staff/phone-link.ts'
import { type ToldForm, toldForm, toldSaid } from '#web/staff/work/told-case-form.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { channelWords } from '#web/words/channels.ts'

const WORDS = bothLanguages({
  vi: {
    profileTitle: 'Hồ sơ',
    prefers: 'muốn được liên hệ',
    toProfile: 'Hồ sơ, sửa tên và xưng hô ↓',
    consents: 'Sự đồng ý',
    limits: 'Khi nào được liên hệ',
    export: 'Xuất mọi dữ liệu về khách này',
    erase: 'Xóa dữ liệu khách này',
    timeline: 'Mọi việc đã qua',
    timelineNote: (from: string) => `Mới nhất ở trên. Thư không gửi và lý do: từ ngày ${from}.`,
    coming: 'Sắp tới',
    comingNote:
      'Tính như lúc lập kế hoạch: theo hồ sơ, quy tắc và những thư đã gửi đến giờ phút này, khách dùng chung địa chỉ và giới hạn số lần liên hệ cũng được tính. Vụ việc nghiêm trọng đang mở thì tính như đến hôm đó vẫn còn mở. Ngày nào danh sách cuối đã lập xong thì ai bị bỏ qua hay giữ lại trong đó được ghi nguyên như vậy. Chưa tính: những gì khách mua, trả lời hay từ chối từ nay đến hôm đó, ngân sách của chiến dịch, thư nhắc, và khảo sát sau cuộc gọi hay vụ việc.',
  },
  en: {
    profileTitle: 'Profile',
    prefers: 'would rather be reached',
    toProfile: 'Profile, correct name and form of address ↓',
    consents: 'Consent',
    limits: 'When contact is allowed',
    export: 'Export everything held about this customer',
    erase: 'Erase this customer',
    timeline: 'Everything so far',
    timelineNote: (from: string) => `Newest first. What was not sent, and why: since ${from}.`,
    coming: 'Coming',
    comingNote:
      'Decided as planning would: by the profile, the rules and what was sent up to this moment, with shared addresses and limits of contact counted. A grave case that is open counts as open until then. Once the last plan of a day is made, whoever it left out stands as it decided. Not counted: what the customer buys, answers or refuses until then, the budgets of campaigns, reminders, and surveys after a call or a case.',
  },
})

export interface PersonShown {
  readonly person: Agreed & { readonly customer: Customer; readonly sharedAddress?: SharedAddress }
  readonly campaigns: CampaignNames
  readonly companyRules: CompanyRules
  /** Of the roster. */
  readonly people: readonly StaffMember[]
  /** The company's day. */
  readonly today: LocalDate
  /** Of this page, newest first. */
  readonly events: readonly PersonEvent[]
  /** Counts from 1. */
  readonly page: number
  readonly isMore: boolean
  /** The first day of outcomes without a touch. */
  readonly from: LocalDate
  readonly work: readonly WorkItem[]
  readonly contact: ContactForm
  readonly told: ToldForm
  /** What became of the form of corrections, where it was just pressed. */
  readonly correction: CorrectionOutcome | null
  /** The act that led back here. */
  readonly done?: string | undefined
  readonly consents: readonly ConsentRecord[]
  readonly limits: ContactLimits
  readonly coming: readonly ComingDay[]
}

export function personPage(frame: Frame, shown: PersonShown): Html {
  const { locale } = frame
  const { person, campaigns, companyRules, today, events, page, isMore, from, work, consents, correction } = shown
  const { customer } = person
  const words = WORDS[locale]
  const link = (to: number) => `${pathWith(customerPath(customer.customerId), { page: to === 1 ? null : to })}#timeline`
  const { channels } = companyRules
  const body = html`<h1>${customer.fullName}</h1>
      ${reachLine(customer, locale)}
      ${correctionSaid(correction, frame)}${contactSaid(shown.contact, frame)}${toldSaid(shown.told, frame)}${saidDone(shown.done, locale)}
      ${openWork(work, { frame, companyRules })}
      <section>${contactForm(shown.contact, customer.customerId, frame)}${toldForm(shown.told, customer.customerId, frame)}</section>
      <section id="timeline">
        <h2>${words.timeline}</h2>
        <p class="quiet"><small>${words.timelineNote(shortDate(from, locale))}</small></p>
        ${timelineList({ frame, campaigns, companyRules, events, label: words.timeline, zone: customer.zone })}
        ${pageLinks({ page, isMore, link, locale })}
      </section>
      <div class="columns">
        <section id="profile"><h2>${words.profileTitle}</h2>${profile(customer, { locale, people: shown.people })}
          ${correctionForm({ frame, customer, channels, outcome: correction })}
          <div class="actions">${actLink({ path: exportPath(customer.customerId), text: words.export, refused: notPermitted(frame, 'export-person') })} ${actLink({ path: erasePath(customer.customerId), text: words.erase, refused: notPermitted(frame, 'erase-person') })}</div></section>
        <div>
          ${sharedAddressSection({ frame, person, companyRules, today })}
          <section><h2>${words.consents}</h2>${consentSection({ frame, person, consents, channels })}</section>
          <section><h2>${words.limits}</h2>${contactLimits(shown.limits, frame)}</section>
          <section><h2>${words.coming}</h2>${comingTable(shown.coming, { frame, campaigns: shown.campaigns, zone: person.customer.zone })}<p class="quiet"><small>${words.comingNote}</small></p></section>
        </div>
      </div>
      ${logLink(frame, customer.customerId)}`
  return framePage({ frame, section: 'customers', title: customer.fullName, body })
}

/** What a member of staff needs first, at the top: the number to tap, and by what the customer would rather be reached. */
function reachLine(customer: Customer, locale: PageLocale): Html {
  const { preferredChannel } = customer
  const prefers = preferredChannel === null ? '' : `${WORDS[locale].prefers} ${channelWords(preferredChannel)[locale]}`
  const words = WORDS[locale]
  return html`<p class="pages">${customersPhone(customer, locale) ?? ''}${prefers === '' ? '' : html`<small>${prefers}</small>`}<a href="#profile">${words.toProfile}</a></p>`
}
