/** When a campaign comes next and to about how many, with where the number comes from; and that a paused or cancelled one sends nothing. */
import { html } from 'hono/html'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import type { OccasionRule } from '#core/campaign/occasion-rule.ts'
import { type LocalDate, weekdayOf } from '#core/time/local-date.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import type { CampaignDetail, Expected } from '#web/staff/campaigns/campaign-detail.ts'
import type { Frame } from '#web/staff/frame.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { weekdayName, writtenCount, writtenLunarDate } from '#web/words/written.ts'

interface Told {
  readonly count: number
  readonly written: string
  readonly date: string
}

const people = ({ count, written }: Told) => (count === 1 ? 'one person' : `${written} people`)
const peopleFirst = ({ count, written }: Told) => (count === 1 ? 'One person' : `${written} people`)

/** Of one campaign, all are due on one day. */
type OnOneDay = 'fixed' | 'lunar' | 'lunar-month-end' | 'nth-weekday' | 'company-day' | 'calendar-day'
type Personal = Exclude<OccasionRule['kind'], OnOneDay>

const WORDS = bothLanguages({
  vi: {
    paused: {
      letters: 'Đang tạm dừng: không thư nào được gửi cho đến khi chạy tiếp.',
      calls: 'Đang tạm dừng: không giao thêm khách nào cho nhóm gọi cho đến khi chạy tiếp.',
    },
    byCalendar: 'Theo lịch thì những ngày tới là:',
    cancelled: {
      letters: 'Đã hủy hẳn: không thư nào được gửi nữa.',
      calls: 'Đã hủy hẳn: không giao khách nào cho nhóm gọi nữa.',
    },
    personal: 'Mỗi ngày, theo ngày riêng của từng khách.',
    never: 'Không có ngày gửi trong năm tới.',
    together: {
      planned: ({ written, date }: Told) => `Lần tới, ngày ${date}: ${written} khách, đếm từ danh sách đã lập`,
      last: ({ written, date }: Told) =>
        `Khoảng ${written} khách mỗi lần: lần gần nhất, ngày ${date}, đã đếm được bấy nhiêu khách đến lượt`,
    },
    oneByOne: {
      planned: ({ written, date }: Told, who: string) => `Ngày ${date} có ${written} ${who}, đếm từ danh sách đã lập`,
      last: ({ written, date }: Told, who: string) => `Ngày ${date}, lần gần nhất có người, có ${written} ${who}`,
    },
    included: { letters: 'kể cả người rồi không được gửi.', calls: 'kể cả người rồi không được gọi.' },
    varies: 'Mỗi ngày một khác, có ngày không ai đến lượt.',
    who: {
      birthday: 'khách đến lượt theo ngày sinh',
      'purchase-anniversary': 'khách đến kỷ niệm lần mua đầu tiên',
      'every-n-months': 'khách đến hạn tính từ lần mua đầu tiên',
      'since-contact': 'khách đến hạn tính từ lần gặp gần nhất',
      'after-purchase': 'khách đến lượt sau khi mua hàng',
      'after-delivery': 'khách đến lượt sau khi nhận hàng',
      'after-call': 'khách đến lượt sau cuộc gọi',
      'after-unreached-call': 'khách gọi hết lượt mà không gặp',
      'after-call-asked-guide': 'khách hỏi hướng dẫn trong cuộc gọi',
      'after-case': 'khách đến lượt sau vụ việc',
      periodic: 'khách đến lượt được hỏi trong vòng của chiến dịch',
      'after-invitation': 'khách được mời mà chưa trả lời',
    } satisfies Record<Personal, string>,
    notYet: 'Chưa biết sẽ có bao nhiêu người: chưa dịp nào được lập danh sách. Muốn biết trước, chạy care rehearse.',
  },
  en: {
    paused: {
      letters: 'Paused: nothing is sent until it is resumed.',
      calls: 'Paused: no more customers are handed to the desk until it is resumed.',
    },
    byCalendar: 'By its calendar the next dates are:',
    cancelled: {
      letters: 'Cancelled for good: nothing is sent any more.',
      calls: 'Cancelled for good: no customer is handed to the desk any more.',
    },
    personal: 'Every day, on each customer’s own day.',
    never: 'No date within the year.',
    together: {
      planned: (told: Told) => `Next time, on ${told.date}: ${people(told)}, counted from the list as planned`,
      last: (told: Told) => `About ${people(told)} each time: so many were counted the last time, on ${told.date}`,
    },
    oneByOne: {
      planned: (told: Told, who: string) =>
        `${peopleFirst(told)} ${told.count === 1 ? 'is' : 'are'} ${who} on ${told.date}, counted from the list as planned`,
      last: (told: Told, who: string) =>
        `${peopleFirst(told)} ${told.count === 1 ? 'was' : 'were'} ${who} on ${told.date}, the last day with anybody`,
    },
    included: { letters: 'those who will get nothing included.', calls: 'those who will not be rung included.' },
    varies: 'Each day differs, and on some nobody is due.',
    who: {
      birthday: 'due by their birthday',
      'purchase-anniversary': 'due by the anniversary of their first purchase',
      'every-n-months': 'due by the months since their first purchase',
      'since-contact': 'due by the months since they were last met',
      'after-purchase': 'due after a purchase',
      'after-delivery': 'due after a delivery',
      'after-call': 'due after a call',
      'after-unreached-call': 'rung as often as planned and not reached',
      'after-call-asked-guide': 'asked in a call for the guide',
      'after-case': 'due after a case',
      periodic: 'due by the round of this campaign',
      'after-invitation': 'due for a reminder of an invitation',
    },
    notYet: 'Not known yet for how many: no occurrence was planned. To know beforehand, run care rehearse.',
  },
})

interface Telling {
  readonly frame: Pick<Frame, 'locale'>
  readonly state: CampaignState
  readonly kind: OccasionRule['kind']
  readonly isOfCalls: boolean
}

export function nextDatesList(
  { next, expected }: Pick<CampaignDetail, 'next' | 'expected'>,
  { frame: { locale }, state, kind, isOfCalls }: Telling,
): Html {
  const words = WORDS[locale]
  const made = isOfCalls ? 'calls' : 'letters'
  if (state === 'cancelled') return html`<p class="said warn" data-sends="never">${words.cancelled[made]}</p>`
  const areDates = next !== 'personal' && next.length > 0
  const paused =
    state === 'paused'
      ? html`<p class="said warn" data-sends="not-now">${words.paused[made]}${areDates ? ` ${words.byCalendar}` : ''}</p>`
      : ''
  const dates =
    next === 'personal' ? html`<p>${words.personal}</p>` : areDates ? dateList(next, locale) : html`<p>${words.never}</p>`
  const count = expected ? expectedInWords(expected, { locale, kind, made }) : words.notYet
  return html`${paused}${dates}<p class="quiet" data-expected="${expected?.basis ?? 'unknown'}">${count}</p>`
}

const dateList = (dates: readonly LocalDate[], locale: PageLocale): Html =>
  html`<ul class="plain">${dates.map((date) => html`<li>${weekdayName(weekdayOf(date), locale)}, ${shortDate(date, locale)} <small>${writtenLunarDate(date, locale)}</small></li>`)}</ul>`

/** Planning counts everybody who is due, and only then asks of each whether they may be written to. */
function expectedInWords(
  { count, basis, date }: Expected,
  {
    locale,
    kind,
    made,
  }: { readonly locale: PageLocale; readonly kind: OccasionRule['kind']; readonly made: 'letters' | 'calls' },
): string {
  const words = WORDS[locale]
  const told = { count, written: writtenCount(count, locale), date: shortDate(date, locale) }
  return isPersonal(kind)
    ? `${words.oneByOne[basis](told, words.who[kind])}, ${words.included[made]} ${words.varies}`
    : `${words.together[basis](told)}, ${words.included[made]}`
}

const isPersonal = (kind: OccasionRule['kind']): kind is Personal => Object.hasOwn(WORDS.vi.who, kind)
