/** Which mails of the mailbox are about the clocks of cases: told from their subjects, by the words that these are made of. */
import { CLOCK_MAIL_WORDS } from '#web/staff/mails/clock-mail-words.ts'
import { NEWS_MAIL_WORDS } from '#web/staff/mails/news-in-mail.ts'

/** Stands where a subject names a clock, a person, a department or an amount. */
const ANY = '\0'
const PERCENT = 77

const BEGINNINGS = (['vi', 'en'] as const).flatMap((locale) => {
  const [clock, news] = [CLOCK_MAIL_WORDS[locale], NEWS_MAIL_WORDS[locale]]
  return [
    ...[PERCENT, 100].map((percent) => clock.remind(ANY, percent)),
    clock.alert(ANY),
    news.answer(ANY),
    news.approval(ANY),
    news.approvalAgain(ANY),
  ]
})

/** Behind the matter stand the type of the case and its severity, in brackets. */
const SUBJECT = new RegExp(`^(${BEGINNINGS.map(patternOf).join('|')}) \\(.+\\)$`)

export const isClockMail = (subject: string): boolean => SUBJECT.test(subject)

function patternOf(text: string): string {
  const plain = text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return plain.replaceAll(ANY, '.*').replace(String(PERCENT), '\\d+')
}
