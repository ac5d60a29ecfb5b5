/** What moves the clock, or how far it has moved. */
import { html } from 'hono/html'
import { DAY_MS, epochMsOf, type Instant } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import type { Move, TimeMoves } from '#local/time-moves.ts'
import type { Html } from '#web/customer/page.ts'
import { actionButton } from '#web/staff/action-button.ts'
import type { Frame } from '#web/staff/frame.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { DAYS, numberOf } from '#web/words/number-of.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    real: 'Đồng hồ thật: mọi việc tự chạy khi đến giờ.',
    next: 'Đến việc kế tiếp',
    day: 'Thêm một ngày',
    year: 'Thêm một năm',
    to: 'Đến ngày',
    at: 'Giờ (bỏ trống: đầu ngày)',
    go: 'Đi',
    stop: 'Dừng lại',
    moving: (at: string, to: string | null) =>
      to === null ? `Đang đi đến việc kế tiếp, đã tới ${at}` : `Đang đi đến ${to}, đã tới ${at}`,
    steps: (steps: number) => `${steps} bước`,
    far: (done: number, days: number, percent: number) => `Đã qua ${done} trong ${days} ngày (${percent}%), `,
    reload: 'Trang tự tải lại. Khi mạng chậm, hãy bấm tải lại.',
    long: 'Đi nhiều ngày mất vài phút: mọi việc trên đường đều được làm thật. Lúc nào cũng dừng lại được.',
    failed: (because: string) => `Lần đi vừa rồi bị lỗi: ${because}`,
    'nothing-due': 'Trong 400 ngày tới không có việc nào.',
    refused: {
      'in-the-past': 'Ngày ấy đã qua: thời gian chỉ đi tới.',
      'already-moving': 'Thời gian đang chạy.',
      'no-date': 'Hãy chọn một ngày.',
      'no-time': 'Hãy viết giờ như 16:45.',
    },
  },
  en: {
    real: 'The real clock: everything happens by itself when its time comes.',
    next: 'To the next event',
    day: 'One day on',
    year: 'One year on',
    to: 'To a date',
    at: 'Hour (empty: its beginning)',
    go: 'Go',
    stop: 'Stop',
    moving: (at: string, to: string | null) =>
      to === null ? `On the way to the next event, now at ${at}` : `On the way to ${to}, now at ${at}`,
    steps: (steps: number) => numberOf(steps, ['step', 'steps']),
    far: (done: number, days: number, percent: number) => `${done} of ${numberOf(days, DAYS)} (${percent}%), `,
    reload: 'This page reloads itself.',
    long: 'A move over many days takes minutes: everything on the way is really done. It can be stopped at any time.',
    failed: (because: string) => `The last move failed: ${because}`,
    'nothing-due': 'Nothing is due within 400 days.',
    refused: {
      'in-the-past': 'That date has passed: time only moves forward.',
      'already-moving': 'Time is moving already.',
      'no-date': 'Choose a date.',
      'no-time': 'Write a time as 16:45.',
    },
  },
})

export function clockControls({
  frame,
  today,
  moves,
  refused,
}: {
  readonly frame: Frame
  readonly today: LocalDate
  readonly moves: TimeMoves | null
  readonly refused: string | null
}): Html {
  const words = WORDS[frame.locale]
  const said =
    refused !== null && isRefusal(refused) ? html`<p class="said warn" role="status">${words.refused[refused]}</p>` : ''
  return moves === null ? html`<p class="quiet">${words.real}</p>` : controls(frame, { today, latest: moves.latest(), said })
}

const isRefusal = (text: string): text is keyof (typeof WORDS)['vi']['refused'] => Object.hasOwn(WORDS.vi.refused, text)

function controls(
  frame: Frame,
  { today, latest, said }: { readonly today: LocalDate; readonly latest: Move | null; readonly said: Html | string },
): Html {
  const words = WORDS[frame.locale]
  if (latest?.state === 'running') return html`<div>${said}${progress(frame, latest)}</div>`
  const ended =
    latest?.state === 'failed'
      ? words.failed(latest.because ?? '')
      : latest?.state === 'nothing-due'
        ? words['nothing-due']
        : null
  return html`<div>
          ${said}
          <div class="moves">
            ${actionButton({ action: '/time/next', text: words.next })}
            ${actionButton({ action: '/time/day', text: words.day })}
            ${actionButton({ action: '/time/year', text: words.year })}
            <form method="post" action="/time/to">
              <div><label for="date">${words.to}</label><input type="date" id="date" name="date" required min="${today}" value="${addDays(today, 7)}"></div>
              <div><label for="time">${words.at}</label><input type="time" id="time" name="time"></div>
              <button class="quiet">${words.go}</button>
            </form>
          </div>
          <p class="quiet"><small>${words.long}</small></p>
          ${ended === null ? '' : html`<p class="said warn" role="status">${ended}</p>`}
        </div>`
}

function progress({ locale, company, now: at }: Frame, { from, target, steps }: Move): Html {
  const words = WORDS[locale]
  const place = { zone: company.zone, locale }
  const done = target === null ? null : (epochMsOf(at) - epochMsOf(from)) / Math.max(1, epochMsOf(target) - epochMsOf(from))
  const days = (to: Instant) => Math.round((epochMsOf(to) - epochMsOf(from)) / DAY_MS)
  const far =
    target === null || done === null || days(target) < 2 ? '' : words.far(days(at), days(target), Math.round(done * 100))
  return html`<div role="status" data-moving="yes">
          <p><b>${words.moving(writtenInstant(at, place), target === null ? null : writtenInstant(target, place))}</b></p>
          <progress max="100"${done === null ? '' : html` value="${Math.round(done * 100)}"`}></progress>
          <p class="quiet"><small>${far}${words.steps(steps)}. ${words.reload}</small></p>
          <p class="quiet"><small>${words.long}</small></p>
          ${actionButton({ action: '/time/stop', text: words.stop, quiet: true })}
        </div>`
}
