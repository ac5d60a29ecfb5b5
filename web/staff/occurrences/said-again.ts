/** What came of doing an occurrence's work again: what changed; or, where queues work it off, how much of it still waits. */
import { html } from 'hono/html'
import type { Html, PageLocale } from '#web/customer/page.ts'
import type { AgainAct } from '#web/staff/acts/again-acts.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { MAILS, numberOf } from '#web/words/number-of.ts'
import { writtenCount } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    did: { plan: 'Đã lập lại danh sách.', send: 'Đã giao lại mọi lô.' },
    same: (mails: string) => `Không có gì thay đổi: trước và sau đều đã gửi ${mails} thư, cân đối như cũ.`,
    changed: (before: string, after: string) => `Đã gửi: ${before} thư trước, ${after} thư sau.`,
    handedOut: {
      plan: (orders: string) => `Đã giao ${orders} phần danh sách cho hàng đợi để lập lại.`,
      send: (orders: string) => `Đã giao lại ${orders} lô cho hàng đợi.`,
    },
    waiting: {
      plan: (count: string) => `Đang được xử lý: còn ${count} phần chưa lập lại.`,
      send: (count: string) => `Đang được xử lý: còn ${count} lô đã đến hạn mà chưa xong.`,
    },
    over: { plan: 'Mọi phần đã lập lại xong.', send: 'Mọi lô đến hạn đã xong.' },
    reloads: 'Trang này tự tải lại.',
    stays:
      'Trang này không tự tải lại nữa. Nếu lâu sau vẫn còn, hãy xem ở trang Hôm nay có tin nào nằm trong hàng đợi lỗi không.',
  },
  en: {
    did: { plan: 'Planned again.', send: 'Every batch was handed out again.' },
    same: (mails: string) => `Nothing has changed: ${numberOf(mails, MAILS)} sent before and after, and the same balance.`,
    changed: (before: string, after: string) => `Sent: ${numberOf(before, MAILS)} before, ${after} after.`,
    handedOut: {
      plan: (orders: string) => `Parts of the plan handed to the queue to be made again: ${orders}.`,
      send: (orders: string) => `Batches handed to the queue again: ${orders}.`,
    },
    waiting: {
      plan: (count: string) => `They are being worked off; not made again yet: ${count}.`,
      send: (count: string) => `They are being worked off; due and not done yet: ${count}.`,
    },
    over: { plan: 'Every part was made again.', send: 'Every batch that was due is done.' },
    reloads: 'This page reloads itself.',
    stays:
      'This page no longer reloads itself. If some still wait much later, see on the page of today whether there are dead letters.',
  },
})

export type ToldAgain = {
  readonly act: AgainAct
  /** Mails sent. */
  readonly before: number
  readonly after: number
} & (
  | { readonly is: 'done'; readonly isSame: boolean }
  /** `waiting`: slices or batches not worked off yet. `isWatched`: it is worth asking again soon. */
  | { readonly is: 'queued'; readonly orders: number; readonly waiting: number; readonly isWatched: boolean }
)

const RELOAD_SECONDS = 5

export const reloadSeconds = (told: ToldAgain | null): number | null =>
  told?.is === 'queued' && told.isWatched ? RELOAD_SECONDS : null

export function saidAgain(told: ToldAgain | null, locale: PageLocale): Html | string {
  if (told === null) return ''
  return html`<p class="said" role="status">${sentences(told, locale).join(' ')}</p>`
}

function sentences(told: ToldAgain, locale: PageLocale): readonly string[] {
  const words = WORDS[locale]
  const count = (number: number) => writtenCount(number, locale)
  const { act } = told
  const changed = words.changed(count(told.before), count(told.after))
  if (told.is === 'done') return [words.did[act], told.isSame ? words.same(count(told.after)) : changed]
  const handedOut = words.handedOut[act](count(told.orders))
  if (told.waiting === 0) return [handedOut, words.over[act], changed]
  return [handedOut, words.waiting[act](count(told.waiting)), changed, told.isWatched ? words.reloads : words.stays]
}
