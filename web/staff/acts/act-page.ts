/** The page of one act: what will happen and to how many, why it is done, a button named after the act, and the way back. */
import { html } from 'hono/html'
import { LONGEST_REASON } from '#core/campaign/staff-text.ts'
import type { Ground } from '#core/staff/audit-entry.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { BROKE_OFF_WORDS, type BrokeOff } from '#web/staff/acts/broke-off.ts'
import { type Counted, countedIn, type Figure } from '#web/staff/acts/counted.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { typedWords } from '#web/staff/typed-words.ts'
import { GROUND_WORDS } from '#web/words/acts.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenCount } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    happens: 'Điều sẽ xảy ra',
    nothing: 'Không có gì sẽ xảy ra',
    why: 'Vì sao',
    whyHint: 'Đồng nghiệp sẽ đọc lý do này, cùng tên bạn.',
    ground: 'Vì sao',
    groundHint: 'Lý do được ghi vào nhật ký, cùng tên bạn.',
    final: 'Không thể hoàn tác.',
    back: 'Quay lại, không làm gì',
    wrong: {
      'no-reason': 'Hãy cho biết vì sao. Chưa có gì thay đổi.',
      'too-long': `Lý do dài quá ${LONGEST_REASON} ký tự, nên chưa có gì thay đổi.`,
      stale:
        'Tình hình đã đổi từ lúc bạn mở trang này, nên chưa có gì được làm. Dưới đây là các con số bây giờ: hãy xem lại rồi quyết định.',
    },
  },
  en: {
    happens: 'What will happen',
    nothing: 'Nothing will happen',
    why: 'Why',
    whyHint: 'Colleagues will read this reason beside your name.',
    ground: 'Why',
    groundHint: 'The reason stands in the log beside your name.',
    final: 'This cannot be undone.',
    back: 'Go back, do nothing',
    wrong: {
      'no-reason': 'Say why. Nothing was changed.',
      'too-long': `The reason is longer than ${LONGEST_REASON} characters, so nothing was changed.`,
      stale:
        'Things have changed since you opened this page, so nothing was done. Below are the numbers of now: look again, then decide.',
    },
  },
})

/** An act as it stands at this moment. */
export interface ActView extends Counted {
  readonly section: string
  readonly title: string
  readonly about: {
    readonly name: string
    readonly path: string
    /** It is the page to which the way back leads, and nothing that the act is about: the title does not name it. */
    readonly isOnlyWayBack?: true
  }
  /** What is known about it. */
  readonly facts?: readonly (readonly [string, Html | string])[]
  readonly effects: readonly string[]
  readonly isFinal: boolean
  /** In words where the use case keeps them; else one of these grounds. */
  readonly reason: 'words' | readonly Ground[]
  /** Why it cannot be done now; null when it can. */
  readonly refused: string | null
  /** What refuses it passes by itself: what will happen is told all the same. Left out where nothing is left to do. */
  readonly isForNow?: boolean
  /** Further fields of the form, with what was typed into each before; nothing for an act that asks for a reason alone. */
  readonly fields?: (typed: (name: string) => string) => Html
}

export type WrongAct = keyof (typeof WORDS)['vi']['wrong'] | BrokeOff

export interface ActShown {
  readonly view: ActView
  /** What was wrong with the form before, in words of the page or of the act. */
  readonly wrong?: WrongAct | { readonly refused: string } | undefined
  /** What was written and chosen in it. */
  readonly given?:
    | { readonly because: string; readonly ground: Ground | undefined; readonly typed: (name: string) => string }
    | undefined
}

export function actPage(frame: Frame, { view, wrong, given }: ActShown): Html {
  const { locale } = frame
  const { title, about, section, facts = [], refused } = view
  const words = WORDS[locale]
  const body = html`<p class="trail"><a href="${about.path}">← ${about.name}</a></p>
      <h1>${title}</h1>
      ${wrong === undefined ? '' : html`<p class="said warn" role="alert" id="wrong">${typeof wrong === 'string' ? { ...words.wrong, ...BROKE_OFF_WORDS[locale] }[wrong] : wrong.refused}</p>`}
      <section class="act">
        ${facts.length === 0 ? '' : html`<dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`}
        ${refused === null || view.isForNow ? whatHappens(view, locale) : html`<h2>${words.nothing}</h2>`}
        ${refused === null ? actForm(frame, { view, wrong, given }) : html`<p class="said warn" role="status">${refused}</p>${typedWords(frame)}<p><a class="button quiet" href="${about.path}">${words.back}</a></p>`}
      </section>`
  return framePage({ frame, section, title: about.isOnlyWayBack ? title : `${title}: ${about.name}`, body })
}

const whatHappens = ({ figures, effects, isFinal }: ActView, locale: PageLocale): Html =>
  html`<h2>${WORDS[locale].happens}</h2>
        ${figures.length === 0 ? '' : html`<ul class="figures">${figures.map((figure) => figureLine(figure, locale))}</ul>`}
        <ul class="effects">${effects.map((effect) => html`<li>${effect}</li>`)}</ul>
        ${isFinal ? html`<p class="final">${WORDS[locale].final}</p>` : ''}`

const figureLine = ({ name, count, text }: Figure, locale: PageLocale): Html =>
  html`<li data-figure="${name}"${count === 0 ? html` class="none"` : ''}><b>${typeof count === 'number' ? writtenCount(count, locale) : count}</b> <span>${text}</span></li>`

function actForm({ locale, path }: Frame, { view, wrong, given }: ActShown): Html {
  const words = WORDS[locale]
  const { title, about, reason, isFinal } = view
  const invalid = wrong === 'no-reason' || wrong === 'too-long' ? html` aria-invalid="true"` : ''
  const field =
    reason === 'words'
      ? html`<label for="because">${words.why}</label>
          <textarea id="because" name="because" rows="3" required maxlength="${LONGEST_REASON}" aria-describedby="because-hint${wrong === undefined ? '' : ' wrong'}"${invalid}>${given?.because ?? ''}</textarea>
          <small id="because-hint">${words.whyHint}</small>`
      : html`<fieldset class="grounds" aria-describedby="because-hint"><legend>${words.ground}</legend>
          ${reason.map((ground) => html`<label><input type="radio" name="ground" value="${ground}" required${ground === given?.ground ? html` checked` : ''}> ${GROUND_WORDS[locale][ground]}</label>`)}
          </fieldset><small id="because-hint">${words.groundHint}</small>`
  return html`<form method="post" action="${path.split('?')[0]}">
          <input type="hidden" name="counted" value="${countedIn(view)}">
          ${view.fields ? view.fields(given?.typed ?? (() => '')) : ''}
          ${field}
          <p class="actions"><button${isFinal ? html` class="final"` : ''}>${title}</button> <a class="button quiet" href="${about.path}">${words.back}</a></p>
        </form>`
}
