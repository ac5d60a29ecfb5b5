/** What a work item holds beside its subject, in words for pages and for a person's own data. */
import type { Deadlines, Due } from '#core/work/deadlines.ts'
import type { WorkFact } from '#core/work/work-fact.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { RIGHT_WORDS, WORK_WORDS } from '#web/words/work.ts'
import type { EventTelling } from '#web/words/work-events.ts'

const WORDS = bothLanguages({
  vi: {
    also: 'Trong thư còn có',
    doneBy: (at: string) => `phải xong trước ${at}`,
    contradicted: 'Lời khách viết ngược với điểm khách cho: điểm vẫn được tính, hãy hỏi lại khách.',
    words: 'Điểm đã được ghi. Lời viết cạnh điểm thì cần người đọc: có thể khách hỏi, nhờ, sửa thông tin hoặc góp ý.',
    spam: 'Dịch vụ thư đánh dấu thư này là thư rác. Thư gửi đúng địa chỉ riêng của khách, nhưng người gửi có thể là người khác: đừng mở liên kết hay tệp đính kèm, và hãy xác nhận với khách trước khi làm theo.',
  },
  en: {
    also: 'The mail also holds',
    doneBy: (at: string) => `done before ${at}`,
    contradicted: 'The words say the opposite of the score: the score counts, so ask the customer.',
    words: 'The score is recorded. The words beside it are for you to read: they may ask, correct or suggest something.',
    spam: 'The mail service marks this mail as spam. It was sent to the customer’s own sealed address, but its sender may be somebody else: open no link and no attachment, and ask the customer before you do what it says.',
  },
})

/** The other tasks in the same mail. */
function alsoHeld(fact: WorkFact, { locale, at, held }: EventTelling & Pick<Deadlines, 'held'>): readonly string[] {
  switch (fact.is) {
    case 'complaint':
    case 'request':
    case 'low-score':
      return [WORK_WORDS[locale][fact.is].toLowerCase()]
    case 'right': {
      const done = held.find(({ ask }) => ask === fact.ask)?.done ?? null
      return [`${RIGHT_WORDS[locale][fact.ask]}${done === null ? '' : ` (${WORDS[locale].doneBy(at(done))})`}`]
    }
    case 'contradicted-score':
    case 'words-to-read':
    case 'answer-refused':
    case 'spam-verdict':
      return []
  }
}

/** "The mail also holds: …"; null when the subject covers everything. */
export function alsoLine({ item, deadlines: { held } }: Due, telling: EventTelling): string | null {
  const also = item.holds.flatMap((fact) => alsoHeld(fact, { ...telling, held }))
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
