/** What a work item holds beside its reason, and whether the customer was reached, in words for pages and for a person's own data. */
import { html } from 'hono/html'
import type { WorkFact, WorkItem } from '#core/work/work-item.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { RIGHT_WORDS, WORK_WORDS } from '#web/words/replies.ts'

const WORDS = {
  vi: {
    also: 'Trong thư còn có',
    doneBy: (at: string) => `phải xong trước ${at}`,
    contradicted: 'Lời khách viết ngược với điểm khách cho: điểm vẫn được tính, hãy hỏi lại khách.',
    words: 'Điểm đã được ghi. Lời viết cạnh điểm thì cần người đọc: có thể khách hỏi, nhờ, sửa thông tin hoặc góp ý.',
    spam: 'Dịch vụ thư đánh dấu thư này là thư rác. Thư gửi đúng địa chỉ riêng của khách, nhưng người gửi có thể là người khác: đừng mở liên kết hay tệp đính kèm, và hãy xác nhận với khách trước khi làm theo.',
    reached: 'Có gặp được khách không?',
    yes: 'Có',
    no: 'Không',
    wasReached: 'đã gặp được khách',
    wasNotReached: 'chưa gặp được khách',
  },
  en: {
    also: 'The mail also holds',
    doneBy: (at: string) => `done before ${at}`,
    contradicted: 'The words say the opposite of the score: the score counts, so ask the customer.',
    words: 'The score is recorded. The words beside it are for you to read: they may ask, correct or suggest something.',
    spam: 'The mail service marks this mail as spam. It was sent to the customer’s own sealed address, but its sender may be somebody else: open no link and no attachment, and ask the customer before you do what it says.',
    reached: 'Was the customer reached?',
    yes: 'Yes',
    no: 'No',
    wasReached: 'the customer was reached',
    wasNotReached: 'the customer was not reached',
  },
} as const

interface Telling {
  readonly locale: PageLocale
  /** An instant in the company's time. */
  readonly at: (instant: string) => string
}

/** The other tasks in the same mail. */
function alsoHeld(fact: WorkFact, { locale, at }: Telling): readonly string[] {
  switch (fact.is) {
    case 'complaint':
    case 'request':
    case 'low-score':
      return [WORK_WORDS[locale][fact.is].toLowerCase()]
    case 'right': {
      const clock = fact.doneBy === null ? '' : ` (${WORDS[locale].doneBy(at(fact.doneBy))})`
      return [`${RIGHT_WORDS[locale][fact.ask]}${clock}`]
    }
    case 'contradicted-score':
    case 'words-to-read':
    case 'spam-verdict':
      return []
  }
}

/** "The mail also holds: …"; null when the reason covers everything. */
export function alsoLine({ holds }: Pick<WorkItem, 'holds'>, telling: Telling): string | null {
  const also = holds.flatMap((fact) => alsoHeld(fact, telling))
  return also.length === 0 ? null : `${WORDS[telling.locale].also}: ${also.join('; ')}`
}

/** The warnings for staff. */
export function warningsOf({ holds }: Pick<WorkItem, 'holds'>, locale: PageLocale): readonly string[] {
  const words = WORDS[locale]
  return [
    ...(holds.some(({ is }) => is === 'contradicted-score') ? [words.contradicted] : []),
    ...(holds.some(({ is }) => is === 'words-to-read') ? [words.words] : []),
    ...(holds.some(({ is }) => is === 'spam-verdict') ? [words.spam] : []),
  ]
}

export function reachedInWords({ reached }: Pick<WorkItem, 'reached'>, locale: PageLocale): string | null {
  if (reached === null) return null
  return reached ? WORDS[locale].wasReached : WORDS[locale].wasNotReached
}

/** No choice is preset: the member of staff who closes a call must choose. */
export const reachedField = (locale: PageLocale): Html =>
  html`<fieldset><legend>${WORDS[locale].reached}</legend>
              <label><input type="radio" name="reached" value="yes" required> ${WORDS[locale].yes}</label>
              <label><input type="radio" name="reached" value="no" required> ${WORDS[locale].no}</label></fieldset>`
