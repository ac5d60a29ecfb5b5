/** What a rehearsal found that must be mended before its campaigns go out, each with its remedy. */
import { html } from 'hono/html'
import type { RehearsedSums, StoredBlocker } from '#core/rehearsal/rehearsed-sums.ts'
import type { StoredRehearsal } from '#core/rehearsal/stored-rehearsal.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { campaignNamed } from '#web/staff/rehearsal/rehearsal-words.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenCount } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Cần sửa trước khi chạy thật',
    none: 'Không có gì phải sửa trước khi chạy thật.',
    unknownDay: (day: string, year: number) =>
      `Lịch chưa ghi ${day} năm ${year} là ngày nào, nên năm ấy được diễn tập như không có ngày này. Hãy ghi vào campaigns/calendar/.`,
    withoutPurchases: (names: string) => `Chưa lưu đơn hàng nào, mà các chiến dịch này dựa vào đơn hàng: ${names}.`,
    unread: (count: string) => `${count} địa chỉ bị chặn không đọc được: số thật có thể ít hơn.`,
    more: (count: string) => `và ${count} chỗ nữa`,
    'words-missing': (of: Told) =>
      `không viết được ${of.count} lượt từ ${of.date}, vì thiếu lời văn. Hãy viết mẫu thư rồi kiểm tra lại.`,
    'field-empty': (of: Told) =>
      `mẫu ${of.what} cần một thông tin còn trống ở ${of.count} khách. Hãy điền, hoặc viết mẫu không cần nó.`,
    'policy-missing': (of: Told) => `chưa có quy định pháp luật cho ${of.count} lượt ở ${of.what}, từ ${of.date}.`,
    'nobody-matched': (of: Told) => `đến dịp ngày ${of.date} mà không khách nào thuộc đối tượng. Hãy xem lại đối tượng.`,
    'budget-ends': (of: Told) =>
      `ngân sách hết từ ${of.date}, nên bỏ qua ${of.count} lượt. Hãy tăng ngân sách hoặc bớt đối tượng.`,
    'quota-exceeded': (of: Told) => `ngày ${of.date} có ${of.count} thư, quá hạn mức ${of.most} thư trong 24 giờ.`,
    'capacity-exceeded': (of: Told) => `ngày ${of.date} nhóm ${of.what} có ${of.count} cuộc gọi, quá sức ${of.most} cuộc.`,
  },
  en: {
    title: 'To mend before it goes out',
    none: 'Nothing needs to be mended before it goes out.',
    unknownDay: (day: string, year: number) =>
      `The calendar does not say when ${day} is in ${year}, so that year was rehearsed without it. Write it into campaigns/calendar/.`,
    withoutPurchases: (names: string) => `No purchases are stored, and these campaigns look for them: ${names}.`,
    unread: (count: string) => `${count} suppressed addresses could not be read: in truth it may be fewer.`,
    more: (count: string) => `and ${count} more`,
    'words-missing': (of: Told) =>
      `${of.count} cannot be written from ${of.date} on, because the words are missing. Write the template, then check again.`,
    'field-empty': (of: Told) =>
      `the template ${of.what} needs what is empty for ${of.count} customers. Fill it in, or do without it in the template.`,
    'policy-missing': (of: Told) => `no policy says what holds for ${of.count} in ${of.what}, from ${of.date} on.`,
    'nobody-matched': (of: Told) => `comes due on ${of.date} and means nobody. Look at its audience.`,
    'budget-ends': (of: Told) => `the budget ends on ${of.date}, and ${of.count} are skipped by it. Raise it, or mean fewer.`,
    'quota-exceeded': (of: Told) => `on ${of.date} there are ${of.count} mails, more than the ${of.most} in 24 hours.`,
    'capacity-exceeded': (of: Told) =>
      `on ${of.date} the team ${of.what} has ${of.count} calls, more than the ${of.most} it has time for.`,
  },
})

interface Told {
  readonly count: string
  readonly date: string
  readonly what: string
  readonly most: string
}

/** As many as a person reads; the rest are of the same kinds. */
const SHOWN = 30

export function blockersSection(
  { rehearsal, sums }: { readonly rehearsal: StoredRehearsal; readonly sums: RehearsedSums },
  locale: PageLocale,
): Html {
  const words = WORDS[locale]
  const { blockers } = sums
  const name = campaignNamed(rehearsal, locale)
  const notes = notesOf(sums, { name, locale })
  if (blockers.length === 0)
    return html`<section><h2>${words.title}</h2><p class="quiet">${words.none}</p>${notes.map((note) => html`<p>${note}</p>`)}</section>`
  const lines = blockers
    .slice(0, SHOWN)
    .map((one) => html`<li><b>${name(one.campaign)}</b>: ${words[one.kind](toldOf(one, locale))}</li>`)
  const more = blockers.length - SHOWN
  return html`<section class="attention"><h2>${words.title} (${blockers.length})</h2><ul class="plain">${lines}${more > 0 ? html`<li>${words.more(writtenCount(more, locale))}</li>` : ''}</ul>${notes.map((note) => html`<p>${note}</p>`)}</section>`
}

/** What makes the numbers less sure. */
function notesOf(
  { unknownDays, withoutPurchases, suppressionsUnread }: RehearsedSums,
  { name, locale }: Naming,
): readonly string[] {
  const words = WORDS[locale]
  return [
    ...unknownDays.map((day) => words.unknownDay(day.name[locale], day.year)),
    ...(withoutPurchases.length > 0 ? [words.withoutPurchases(withoutPurchases.map(name).join(', '))] : []),
    ...(suppressionsUnread > 0 ? [words.unread(writtenCount(suppressionsUnread, locale))] : []),
  ]
}

interface Naming {
  readonly name: (campaign: string) => string
  readonly locale: PageLocale
}

function toldOf(blocker: StoredBlocker, locale: PageLocale): Told {
  const count = (of: number) => writtenCount(of, locale)
  const none = { count: '', what: '', most: '' }
  const date = blocker.kind === 'field-empty' ? '' : shortDate(blocker.date, locale)
  switch (blocker.kind) {
    case 'words-missing':
    case 'budget-ends':
      return { ...none, date, count: count(blocker.touches) }
    case 'policy-missing':
      return { ...none, date, count: count(blocker.touches), what: blocker.country }
    case 'field-empty':
      return { ...none, date, count: count(blocker.people), what: `${blocker.template} (${blocker.locale}: ${blocker.field})` }
    case 'nobody-matched':
      return { ...none, date }
    case 'quota-exceeded':
      return { ...none, date, count: count(blocker.mails), most: count(blocker.perDay) }
    case 'capacity-exceeded':
      return { date, count: count(blocker.calls), what: blocker.team, most: count(blocker.capacity) }
  }
}
