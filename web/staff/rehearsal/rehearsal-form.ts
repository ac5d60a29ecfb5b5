/** The form that has campaigns rehearsed. */
import { html } from 'hono/html'
import type { Problem } from '#core/campaign/problem.ts'
import type { Period } from '#core/kpi/period.ts'
import { REHEARSAL_LIMITS } from '#core/rehearsal/stored-rehearsal.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { BROKE_OFF_WORDS, type BrokeOff } from '#web/staff/acts/broke-off.ts'
import { problemTable } from '#web/staff/campaigns/refused-files.ts'
import { fieldError, refusalSummary } from '#web/staff/field-error.ts'
import type { Frame } from '#web/staff/frame.ts'
import { REHEARSALS_PATH } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { CUSTOMERS, DAYS, numberOf } from '#web/words/number-of.ts'
import { writtenCount } from '#web/words/written.ts'

const KILOBYTE = 1_000
const [MOST_DAYS, FILES, KILOBYTES] = [REHEARSAL_LIMITS.days, REHEARSAL_LIMITS.files, REHEARSAL_LIMITS.fileBytes / KILOBYTE]

const WORDS = bothLanguages({
  vi: {
    title: 'Diễn tập mới',
    from: 'Từ ngày',
    to: 'Đến hết ngày',
    inForce: 'Chiến dịch đang có hiệu lực',
    paused: 'đang tạm dừng',
    files: 'Tệp chiến dịch thử (JSON, không bắt buộc)',
    filesHint: `Tệp thử thay chiến dịch cùng id, hoặc thêm vào. Nhiều nhất ${FILES} tệp, mỗi tệp ${KILOBYTES} kB. Không tệp nào có hiệu lực thật.`,
    go: 'Diễn tập',
    limits: (people: string) =>
      `Nhiều nhất ${MOST_DAYS} ngày và ${people} khách. Không thư nào được gửi, không ai được gọi. Diễn tập chạy nền: bạn có thể rời trang.`,
    'no-date': 'Hãy chọn một ngày có thật.',
    reversed: 'Ngày cuối đứng trước ngày đầu.',
    'too-long': `Nhiều nhất ${MOST_DAYS} ngày.`,
    'too-many': `Nhiều nhất ${FILES} tệp một lần.`,
    'too-large': (file: string) => `${file} lớn hơn ${KILOBYTES} kB: đây không phải tệp chiến dịch.`,
    twice: (file: string) => `Có hai tệp cùng tên ${file}.`,
    refused: 'Tệp có chỗ sai nên chưa diễn tập gì. Hãy sửa rồi chọn lại các tệp.',
    again: 'Trình duyệt không giữ tệp đã chọn: hãy chọn lại.',
    none: 'Hãy chọn ít nhất một chiến dịch hoặc một tệp.',
  },
  en: {
    title: 'New rehearsal',
    from: 'From',
    to: 'Through',
    inForce: 'Campaigns in force',
    paused: 'paused',
    files: 'Campaign files to try (JSON, optional)',
    filesHint: `A file takes the place of the campaign with its id, or is added. At most ${FILES} files of ${KILOBYTES} kB each. None of them comes in force.`,
    go: 'Rehearse',
    limits: (people: string) =>
      `At most ${numberOf(MOST_DAYS, DAYS)} and ${numberOf(people, CUSTOMERS)}. No mail is sent and nobody is rung. It runs in the background: you can leave the page.`,
    'no-date': 'Choose a day that exists.',
    reversed: 'The last day is before the first.',
    'too-long': `At most ${numberOf(MOST_DAYS, DAYS)}.`,
    'too-many': `At most ${FILES} files at once.`,
    'too-large': (file: string) => `${file} is larger than ${KILOBYTES} kB: that is no campaign file.`,
    twice: (file: string) => `Two files are called ${file}.`,
    refused: 'There is a mistake in the files, so nothing was rehearsed. Mend it and choose the files again.',
    again: 'A browser does not keep chosen files: choose them again.',
    none: 'Choose at least one campaign or one file.',
  },
})

export interface RehearsalFormGiven {
  readonly from: string
  readonly to: string
  /** The ids of those in force that are chosen. */
  readonly campaigns: readonly string[]
  /** Whether files were sent with it, which a page cannot give back. */
  readonly hadFiles: boolean
}

export interface WrongRehearsal {
  readonly period: { readonly at: 'from' | 'to'; readonly is: 'no-date' | 'reversed' | 'too-long' } | null
  readonly files:
    | { readonly is: 'too-many' }
    | { readonly is: 'too-large' | 'twice'; readonly file: string }
    | { readonly is: 'refused'; readonly problems: readonly Problem[] }
    | null
  readonly campaigns: 'none' | null
  readonly broke?: BrokeOff
}

export interface RehearsalFormShown {
  readonly campaigns: readonly { readonly id: string; readonly name: string; readonly isPaused: boolean }[]
  readonly given: RehearsalFormGiven
  readonly wrong: WrongRehearsal | null
}

/** From tomorrow on. */
export const nextYear = (today: LocalDate): Period => ({ from: addDays(today, 1), to: addDays(today, 365) })

export function rehearsalForm({ locale }: Pick<Frame, 'locale'>, { campaigns, given, wrong }: RehearsalFormShown): Html {
  const words = WORDS[locale]
  const day = (at: 'from' | 'to') => {
    const said = wrong?.period?.at === at ? words[wrong.period.is] : null
    const { described, line } = fieldError({ field: at, said })
    return html`<div><label for="${at}">${words[at]}</label><input type="date" id="${at}" name="${at}" required value="${given[at]}"${described}>${line}</div>`
  }
  const chosen = fieldError({ field: 'campaigns', said: wrong?.campaigns === 'none' ? words.none : null, isGroup: true })
  const files = fieldError({ field: 'files', hint: 'files-hint', said: filesWrong({ wrong, given }, locale) })
  return html`<section class="act" id="new">
        <h2>${words.title}</h2>
        <p class="quiet">${words.limits(writtenCount(REHEARSAL_LIMITS.customers, locale))}</p>
        <form method="post" action="${REHEARSALS_PATH}" enctype="multipart/form-data">
          <div class="filters from-to">${day('from')}${day('to')}</div>
          <fieldset class="grounds" id="campaigns"${chosen.described}><legend>${words.inForce}</legend><div class="choices">${campaigns.map(
            ({ id, name, isPaused }) =>
              html`<label><input type="checkbox" name="campaign" value="${id}"${given.campaigns.includes(id) ? html` checked` : ''}><span>${name}${isPaused ? html` <small>(${words.paused})</small>` : ''}</span></label>`,
          )}</div>${chosen.line}</fieldset>
          <div><label for="files">${words.files}</label><input type="file" id="files" name="files" multiple accept=".json,application/json"${files.described}>${files.line}<small id="files-hint">${words.filesHint}</small></div>
          ${wrong?.files?.is === 'refused' ? problemTable(wrong.files.problems, locale) : ''}
          <div class="buttons"><button>${words.go}</button></div>
        </form>
      </section>`
}

function filesWrong({ wrong, given }: Pick<RehearsalFormShown, 'wrong' | 'given'>, locale: PageLocale): string | null {
  const words = WORDS[locale]
  switch (wrong?.files?.is) {
    case undefined:
      return wrong && given.hadFiles ? words.again : null
    case 'too-many':
      return words['too-many']
    case 'too-large':
      return words['too-large'](wrong.files.file)
    case 'twice':
      return words.twice(wrong.files.file)
    case 'refused':
      return words.refused
  }
}

/** At the top of the page, with the way to the field. */
export function wrongInForm({ wrong, given }: Pick<RehearsalFormShown, 'wrong' | 'given'>, locale: PageLocale): Html | string {
  const words = WORDS[locale]
  if (wrong === null) return ''
  if (wrong.broke) return refusalSummary(BROKE_OFF_WORDS[locale][wrong.broke], null)
  if (wrong.period) return refusalSummary(words[wrong.period.is], wrong.period.at)
  if (wrong.campaigns) return refusalSummary(words.none, 'campaigns')
  return refusalSummary(filesWrong({ wrong, given }, locale) ?? '', 'files')
}
