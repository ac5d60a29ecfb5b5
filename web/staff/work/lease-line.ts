/** Who is on a call or a case at this moment, and until when: as a chip in lists, and on its screen with the buttons that take it, let it go or take it over. */
import { html } from 'hono/html'
import { mayDo } from '#core/staff/role.ts'
import { mayWorkOn } from '#core/staff/whose-work.ts'
import type { Instant } from '#core/time/instant.ts'
import { localTimeAt } from '#core/time/zone.ts'
import { LEASE_MINUTES, leaseAt } from '#core/work/lease.ts'
import { isOpen, ownerOf } from '#core/work/standing.ts'
import { isRungFor, type WorkItem } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import { chip } from '#web/staff/chip.ts'
import type { Frame } from '#web/staff/frame.ts'
import { workPath } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { numberOf } from '#web/words/number-of.ts'

const WORDS = bothLanguages({
  vi: {
    free: `Chưa ai đang gọi. Nhận cuộc gọi rồi hãy bấm số: đồng nghiệp thấy tên bạn trong ${LEASE_MINUTES} phút.`,
    hold: 'Tôi gọi cuộc này',
    own: (until: string) => `Bạn đang giữ cuộc gọi này đến ${until}; mỗi lần ghi chú được lưu thì giờ ấy lùi thêm.`,
    letGo: 'Thả ra',
    other: (name: string, until: string) => `${name} đang giữ cuộc gọi này đến ${until}. Từ giờ ấy ai cũng nhận được.`,
    takeOver: (name: string) => `Nhận thay ${name} ngay`,
    chip: (name: string, until: string) => `${name} đang gọi, đến ${until}`,
    ownChip: (until: string) => `bạn đang giữ, đến ${until}`,
    ofCase: {
      free: `Chưa ai đang làm việc này. Giữ việc rồi hãy gọi hay viết cho khách: đồng nghiệp thấy tên bạn trong ${LEASE_MINUTES} phút.`,
      hold: 'Tôi đang làm việc này',
      own: (until: string) => `Bạn đang giữ việc này đến ${until}; mỗi lần ghi chú được lưu thì giờ ấy lùi thêm.`,
      other: (name: string, until: string) => `${name} đang giữ việc này đến ${until}. Từ giờ ấy ai cũng giữ được.`,
      chip: (name: string, until: string) => `${name} đang làm, đến ${until}`,
    },
  },
  en: {
    free: `No colleague is on it. Take the call before you ring: colleagues see your name for ${numberOf(LEASE_MINUTES, ['minute', 'minutes'])}.`,
    hold: 'I make this call',
    own: (until: string) => `You hold this call until ${until}; each note that is saved moves that time on.`,
    letGo: 'Let it go',
    other: (name: string, until: string) => `${name} holds this call until ${until}. From then on anybody can take it.`,
    takeOver: (name: string) => `Take over from ${name} now`,
    chip: (name: string, until: string) => `${name} is on it until ${until}`,
    ownChip: (until: string) => `you hold it until ${until}`,
    ofCase: {
      free: `No colleague is on it. Hold it before you ring or write to the customer: colleagues see your name for ${numberOf(LEASE_MINUTES, ['minute', 'minutes'])}.`,
      hold: 'I am on this',
      own: (until: string) => `You hold this until ${until}; each note that is saved moves that time on.`,
      other: (name: string, until: string) => `${name} holds this until ${until}. From then on anybody can hold it.`,
      chip: (name: string, until: string) => `${name} is on it until ${until}`,
    },
  },
})

type Viewing = Pick<Frame, 'locale' | 'company' | 'now' | 'visitor'>

const wordsOf = ({ kind }: WorkItem, { locale }: Viewing) =>
  kind === 'case' ? { ...WORDS[locale], ...WORDS[locale].ofCase } : WORDS[locale]

/** Within the day: a lease is never longer than minutes. */
const timeOf = (until: Instant, { company }: Viewing) => localTimeAt(until, company.zone)

export function leaseChip(item: WorkItem, frame: Viewing): Html | string {
  const lease = leaseAt(item, frame.now)
  if (lease === null) return ''
  const words = wordsOf(item, frame)
  const until = timeOf(lease.until, frame)
  return lease.address === frame.visitor?.address
    ? chip(words.ownChip(until), 'good')
    : chip(words.chip(lease.name, until), 'warn')
}

/** Nothing for a request about data, for closed work, or for a visitor who makes no calls. */
export function leaseLine(item: WorkItem, frame: Viewing): Html | string {
  const { visitor, now } = frame
  if (!isRungFor(item) || !isOpen(item) || visitor === null || !mayDo(visitor.role, 'close-work')) return ''
  const words = wordsOf(item, frame)
  const lease = leaseAt(item, now)
  const isOwn = lease?.address === visitor.address
  if (!isOwn && !mayWorkOn(ownerOf(item), visitor)) return ''
  const form = (action: string, button: Html) =>
    html`<form method="post" action="${workPath(item.workId)}/${action}" class="take">${button}</form>`
  if (lease === null)
    return html`<section class="lease" data-lease="free"><p>${words.free}</p>${form('hold', html`<button accesskey="g">${words.hold}</button>`)}</section>`
  const until = timeOf(lease.until, frame)
  if (isOwn)
    return html`<section class="lease" data-lease="own"><p>${words.own(until)}</p>${form('let-go', html`<button class="quiet">${words.letGo}</button>`)}</section>`
  const over = html`<input type="hidden" name="over" value="${lease.address}"><button class="quiet">${words.takeOver(lease.name)}</button>`
  return html`<section class="lease" data-lease="other"><p class="said warn">${words.other(lease.name, until)}</p>${mayDo(visitor.role, 'take-over-call') ? form('take-over', over) : ''}</section>`
}
