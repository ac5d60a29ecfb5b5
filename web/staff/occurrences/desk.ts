/** The second equation, shown so that a reader can add it up: what became of each customer whom the occurrence handed to the desk. */
import { html } from 'hono/html'
import { DESK_LINES, type DeskBalance, type DeskLine, deskAddsUp } from '#core/work/desk-balance.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { chip } from '#web/staff/chip.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenCount } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Cuộc gọi',
    handed: 'giao cho nhóm gọi',
    addsUp: '✓ khớp từng người',
    mismatch: 'không khớp',
    lines: {
      reached: 'gặp được',
      exhausted: 'hết lượt gọi',
      refused: 'từ chối cuộc gọi',
      'wrong-number': 'sai số',
      stopped: 'không muốn nhận cuộc gọi',
      expired: 'quá ngày gọi',
      cancelled: 'chiến dịch đã hủy',
      gone: 'đã xóa dữ liệu',
      open: 'chưa xong',
      lost: 'mất việc',
    } satisfies Lines,
  },
  en: {
    title: 'Calls',
    handed: 'handed to the desk',
    addsUp: '✓ adds up',
    mismatch: 'does not add up',
    lines: {
      reached: 'reached',
      exhausted: 'attempts used up',
      refused: 'refused',
      'wrong-number': 'wrong number',
      stopped: 'want no more calls',
      expired: 'days over',
      cancelled: 'campaign cancelled',
      gone: 'erased',
      open: 'open',
      lost: 'task lost',
    },
  },
})
type Lines = Readonly<Record<DeskLine, string>>

export function deskSection(balance: DeskBalance, locale: PageLocale): Html {
  const words = WORDS[locale]
  const isRight = deskAddsUp(balance)
  // A lost task is an alarm: its line stands only where there is one.
  const lines = DESK_LINES.filter((line) => line !== 'lost' || balance.lines.lost > 0)
  const term = (sign: string, line: string, count: number, { name, tone }: { readonly name: string; readonly tone: string }) =>
    html`<li>${sign === '' ? '' : html`<span class="sign">${sign}</span>`}<span class="term ${tone}" data-desk-line="${line}"><b>${writtenCount(count, locale)}</b><small>${name}</small></span></li>`
  return html`<section data-desk><h2>${words.title}</h2>
        <ul class="equation">
          ${term('', 'handed', balance.handed, { name: words.handed, tone: 'total' })}
          ${lines.map((line, at) => {
            const count = balance.lines[line]
            return term(at === 0 ? '=' : '+', line, count, {
              name: words.lines[line],
              tone: count === 0 ? 'none' : line === 'lost' ? 'bad' : '',
            })
          })}
        </ul>
        <p>${chip(isRight ? words.addsUp : words.mismatch, isRight ? 'good' : 'warn')}</p></section>`
}
