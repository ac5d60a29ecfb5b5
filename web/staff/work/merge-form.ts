/** The form with which staff make a case part of an older one of the same customer, or why it cannot be; neither stands there without such a case. */
import { html } from 'hono/html'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { LONGEST_NOTE } from '#core/campaign/staff-text.ts'
import { localDateAt } from '#core/time/zone.ts'
import { descriptionOf, seenOf, stepOf } from '#core/work/case/case-standing.ts'
import { barredFromMerging, mayBecomePartOf } from '#core/work/case/merging.ts'
import { type Case, openedAt, type WorkItem } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import type { Frame } from '#web/staff/frame.ts'
import type { Behind } from '#web/staff/work/behind.ts'
import type { WrittenCaseForm } from '#web/staff/work/case-form-names.ts'
import { act } from '#web/staff/work/item-act.ts'
import { workSaidInWords } from '#web/staff/work/work-said-words.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { STEP_WORDS } from '#web/words/cases.ts'
import { workInWords } from '#web/words/work.ts'

const WORDS = bothLanguages({
  vi: {
    merge: 'Gộp vào vụ việc trước',
    into: 'Vụ việc đi tiếp',
    opened: (what: string, day: string) => `${what}, mở ngày ${day}`,
    said: 'Lần này khách nói gì',
    hint: 'Vụ việc này đóng lại mà không hỏi khách; lời ghi ở đây đứng trong vụ việc đi tiếp, và khách chờ trả lời ở đó. Thư khách trả lời cho vụ việc này cũng vào đó.',
  },
  en: {
    merge: 'Make it part of an earlier case',
    into: 'The case that goes on',
    opened: (what: string, day: string) => `${what}, opened on ${day}`,
    said: 'What the customer said this time',
    hint: 'This case is closed without asking the customer; what you write here stands in the case that goes on, where the customer waits for an answer. Mails in reply to this case go there too.',
  },
})

interface MergeFormShown {
  readonly behind: Behind
  readonly item: Case
  readonly frame: Frame
  readonly rules: CompanyRules
  /** Other work of the customer. */
  readonly others: readonly WorkItem[]
  readonly written: WrittenCaseForm | null
  /** Why the visitor may not work on it. */
  readonly refused: string | null
}

/** Of an open case. */
export function mergeForm({ behind, item, frame, rules, others, written, refused }: MergeFormShown): Html | string {
  const cases = mayBecomePartOf(item, others, rules.cases)
  const { locale, company } = frame
  const words = WORDS[locale]
  const typed = written?.form === 'merge' ? written.fields : {}
  const barred = barredFromMerging(item, others, rules.cases)
  if (barred !== null) {
    const why = html`<p data-barred="${barred}">${workSaidInWords(barred, locale)}</p>`
    return act({ behind, action: 'merge', title: words.merge, permission: 'note-work', frame, refused, body: why })
  }
  if (cases.length === 0) return ''
  const named = (one: Case) => {
    const category = descriptionOf(one)?.category
    const known = rules.cases.categories.find(({ id }) => id === category)?.name[locale]
    const what = known ?? workInWords(one, locale)
    return `${words.opened(what, shortDate(localDateAt(openedAt(one), company.zone), locale))}, ${STEP_WORDS[locale][stepOf(one)]}`
  }
  const body = html`<input type="hidden" name="seen" value="${seenOf(item)}">
            <label for="merge-into">${words.into}</label><select id="merge-into" name="into">${cases.map(
              (one) =>
                html`<option value="${one.workId}"${one.workId === typed.into ? html` selected` : ''}>${named(one)}</option>`,
            )}</select>
            <label for="merge-text">${words.said}</label><textarea id="merge-text" name="text" rows="2" required maxlength="${LONGEST_NOTE}">${typed.text ?? ''}</textarea>
            <p class="quiet"><small>${words.hint}</small></p><p class="buttons"><button class="quiet">${words.merge}</button></p>`
  return act({ behind, action: 'merge', title: words.merge, permission: 'note-work', frame, refused, body })
}
