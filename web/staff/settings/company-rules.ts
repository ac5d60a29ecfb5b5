/** The company's own rules: who it is, when it writes and how often, through what, in which languages, and how long it keeps data. */
import { html } from 'hono/html'
import type { Company, FrequencyCap } from '#core/campaign/company.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { priceOn } from '#core/campaign/price-list.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate, writtenMoney } from '#web/rendering/written-value.ts'
import type { Frame } from '#web/staff/frame.ts'
import { fileLine } from '#web/staff/settings/file-line.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { channelTitle } from '#web/words/channels.ts'
import { namedCode } from '#web/words/named-code.ts'
import { DAYS, numberOf } from '#web/words/number-of.ts'
import { weekdayName } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    company: 'Công ty',
    name: 'Tên',
    sender: 'Gửi từ',
    replies: 'Trả lời về',
    staffRead: (email: string) => `${email}, nhân viên tự đọc`,
    country: 'Nước',
    zone: 'Múi giờ',
    money: 'Tiền',
    pages: 'Trang cho khách',
    sending: 'Khi nào và bao nhiêu lần',
    hours: 'Chỉ gửi trong',
    workdays: 'Ngày làm việc',
    caps: 'Nhiều nhất với một khách',
    cap: (max: number, days: string) => `${max} lần trong ${days}`,
    days: (days: number) => `${days} ngày`,
    inHours: (hours: number) => `${hours} giờ`,
    surveys: 'Giữa hai khảo sát',
    rest: (days: number, relationship: number) => `${days} ngày; về công ty nói chung: ${relationship} ngày`,
    blackouts: 'Ngày không gửi gì',
    noBlackout: 'không có',
    health: 'Tự tạm dừng chiến dịch khi',
    limits: (bounces: string, complaints: string) => `${bounces} % thư bị trả lại hoặc ${complaints} % khách báo thư rác`,
    retention: 'Giữ dữ liệu',
    kept: ({ rawMails, verbatims, contacts, work }: Company['retention']) =>
      `thư gốc ${rawMails} ngày, lời khách viết ${verbatims} ngày, lần liên hệ ${contacts} ngày, việc đã đóng ${work} ngày`,
    channels: 'Kênh và ngôn ngữ',
    price: (price: string) => `${price} một nghìn lần`,
    languages: 'Ngôn ngữ của thư',
    own: (language: string) => `ngôn ngữ của công ty: ${language}`,
  },
  en: {
    company: 'Company',
    name: 'Name',
    sender: 'Sender',
    replies: 'Replies to',
    staffRead: (email: string) => `${email}, read by staff`,
    country: 'Country',
    zone: 'Zone',
    money: 'Money',
    pages: 'Customers’ pages',
    sending: 'When and how often',
    hours: 'Sends only within',
    workdays: 'Working days',
    caps: 'At most to one customer',
    cap: (max: number, days: string) => `${max} within ${days}`,
    days: (days: number) => numberOf(days, DAYS),
    inHours: (hours: number) => numberOf(hours, ['hour', 'hours']),
    surveys: 'Between two surveys',
    rest: (days: number, relationship: number) =>
      `${numberOf(days, DAYS)}; about the company as a whole: ${numberOf(relationship, DAYS)}`,
    blackouts: 'Days without any mail',
    noBlackout: 'none',
    health: 'A campaign pauses itself at',
    limits: (bounces: string, complaints: string) => `${bounces} % bounced or ${complaints} % marked as spam`,
    retention: 'Data is kept',
    kept: ({ rawMails, verbatims, contacts, work }: Company['retention']) =>
      `mails as they came ${numberOf(rawMails, DAYS)}, words of customers ${numberOf(verbatims, DAYS)}, contacts ${numberOf(contacts, DAYS)}, closed work ${numberOf(work, DAYS)}`,
    channels: 'Channels and languages',
    price: (price: string) => `${price} a thousand`,
    languages: 'Languages of letters',
    own: (language: string) => `the company’s own: ${language}`,
  },
})

interface Around {
  readonly frame: Frame
  readonly languages: readonly string[]
  readonly file: string
  readonly prices: string
}

export function companySections(companyRules: CompanyRules, { frame, languages, file, prices }: Around): Html {
  const { locale } = frame
  const words = WORDS[locale]
  return html`<div class="columns">
        <section><h2>${words.company}</h2>${list(identity(companyRules.company, locale))}${fileLine(file, locale)}</section>
        <section><h2>${words.sending}</h2>${list(limits(companyRules.company, locale))}${fileLine(file, locale)}</section>
      </div>
      <section><h2>${words.channels}</h2>${list([...channelsOf(companyRules, frame), [words.languages, languagesLine(companyRules.company, languages, locale)]])}${fileLine(`${prices}, templates/`, locale)}</section>`
}

type Line = readonly [string, string]
const list = (lines: readonly Line[]): Html =>
  html`<dl>${lines.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`

function identity(company: Company, locale: PageLocale): readonly Line[] {
  const words = WORDS[locale]
  return [
    [words.name, `${company.name} (${company.legalName})`],
    [words.sender, company.sender],
    [words.replies, company.replyDomain ?? words.staffRead(company.email)],
    [words.country, namedCode({ type: 'region', code: company.country, locale })],
    [words.zone, company.zone],
    [words.money, company.currency],
    [words.pages, company.pages],
  ]
}

export function capInWords({ max, hours }: FrequencyCap, locale: PageLocale): string {
  const words = WORDS[locale]
  return words.cap(max, hours % 24 === 0 ? words.days(hours / 24) : words.inHours(hours))
}

function limits(company: Company, locale: PageLocale): readonly Line[] {
  const words = WORDS[locale]
  const { hours, calendar, frequencyCaps, surveys, blackouts, mailHealth, retention } = company
  const percent = (share: number) => new Intl.NumberFormat(locale).format(share)
  const stopped = blackouts.map(({ from, to, because }) => `${shortDate(from, locale)} – ${shortDate(to, locale)}: ${because}`)
  return [
    [words.hours, `${hours.from} – ${hours.to}`],
    [words.workdays, calendar.workingWeekdays.map((day) => weekdayName(day, locale)).join(', ')],
    [words.caps, frequencyCaps.map((cap) => capInWords(cap, locale)).join('; ')],
    [words.surveys, words.rest(surveys.daysBetween, surveys.daysBetweenRelationship)],
    [words.blackouts, stopped.length === 0 ? words.noBlackout : stopped.join('; ')],
    [words.health, words.limits(percent(mailHealth.bouncePercent), percent(mailHealth.complaintPercent))],
    [words.retention, words.kept(retention)],
  ]
}

/** The price of the company's day, as budgets count it. */
function channelsOf({ channels, prices }: CompanyRules, { locale, now, company }: Frame): readonly Line[] {
  const today = localDateAt(now, company.zone)
  return channels.map(({ id, priceItem }) => {
    const price = priceOn(prices, { item: priceItem, date: today })
    return [channelTitle(id)[locale], price ? WORDS[locale].price(writtenMoney(price.perThousand, locale)) : '–']
  })
}

function languagesLine({ locale: own }: Company, languages: readonly string[], locale: PageLocale): string {
  const named = (code: string) => namedCode({ type: 'language', code, locale })
  const ours = WORDS[locale].own(named(own))
  return languages.length === 0 ? ours : `${languages.map(named).join(', ')} (${ours})`
}
