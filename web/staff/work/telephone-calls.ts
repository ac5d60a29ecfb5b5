/** Ringing by the company's telephone system: the button, and the calls that were made, with how long they took and their recordings. */
import { html } from 'hono/html'
import { mayHear } from '#core/staff/hear-recordings.ts'
import { mayDo } from '#core/staff/role.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { MayRing } from '#core/work/may-ring.ts'
import { isOpen } from '#core/work/standing.ts'
import type { CallState } from '#core/work/telephone-call.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import { workPath } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    ring: 'Gọi qua tổng đài',
    title: 'Cuộc gọi qua tổng đài',
    recording: 'nghe lại',
    states: {
      asked: 'tổng đài chưa trả lời',
      started: 'đang gọi máy của nhân viên',
      ringing: 'đang đổ chuông',
      answered: 'đang nói chuyện',
      missed: 'khách không nghe máy',
      ended: 'đã xong',
    } satisfies Record<CallState, string>,
    seconds: (minutes: number, seconds: string) => `${minutes} phút ${seconds} giây`,
  },
  en: {
    ring: 'Ring by the telephone system',
    title: 'Calls by the telephone system',
    recording: 'hear it',
    states: {
      asked: 'no answer from the telephone system',
      started: 'ringing the member of staff',
      ringing: 'ringing',
      answered: 'speaking',
      missed: 'not answered',
      ended: 'ended',
    },
    seconds: (minutes: number, seconds: string) => `${minutes} min ${seconds} s`,
  },
})

interface Calling {
  readonly frame: Pick<Frame, 'locale' | 'company' | 'visitor'>
  /** Whether the visitor can ring by the telephone system at all. */
  readonly canRing: boolean
  readonly ring: MayRing | null
  readonly people: readonly Pick<StaffMember, 'address' | 'name'>[]
}

/** Only while the customer may be rung: else the line below the number says why not. */
export function telephoneCalls(item: WorkItem, { frame, canRing, ring, people }: Calling): Html | string {
  const { visitor, locale } = frame
  if (item.kind !== 'call-task' || !visitor) return ''
  const words = WORDS[locale]
  const button =
    canRing && isOpen(item) && ring?.may === true && mayDo(visitor.role, 'close-work')
      ? html`<form method="post" action="${workPath(item.workId)}/ring" data-ring-by-telephone><p class="buttons"><button>${words.ring}</button></p></form>`
      : ''
  const nameOf = (address: string) => people.find((person) => person.address === address)?.name ?? address
  const { calls = [] } = item
  if (calls.length === 0) return button
  return html`${button}<section data-telephone-calls><h2>${words.title}</h2><ul class="plain">${calls.map((call) => {
    const at = writtenInstant(call.at, { zone: frame.company.zone, locale })
    const long = call.seconds === null ? '' : ` · ${inMinutes(call.seconds, locale)}`
    const heard =
      call.recording !== null && mayHear(item, call.by, visitor)
        ? html` · <a href="${call.recording}" rel="noreferrer">${words.recording}</a>`
        : ''
    return html`<li><small><span class="days">${at}</span> · ${nameOf(call.by)} · ${words.states[call.state]}${long}${heard}</small></li>`
  })}</ul></section>`
}

const inMinutes = (seconds: number, locale: Frame['locale']): string =>
  WORDS[locale].seconds(Math.floor(seconds / 60), String(seconds % 60).padStart(2, '0'))
