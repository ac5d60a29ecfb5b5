/** What a customer has stopped and when the stop was received, for the confirmation. */
import type { Purpose } from '#core/audience/consent.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import { longDate } from '#web/rendering/written-value.ts'

const KINDS: Readonly<Record<'vi' | 'en', Readonly<Record<Purpose, string>>>> = {
  vi: { care: 'thư hỏi thăm và chúc mừng', survey: 'thư khảo sát ý kiến', advertising: 'thư ưu đãi và quà tặng' },
  en: { care: 'greetings and care mails', survey: 'survey mails', advertising: 'offers and gifts' },
}

interface Stopped {
  readonly purposes: readonly Purpose[]
  readonly at: Instant
  /** The customer's zone. */
  readonly zone: string
  readonly locale: string
}

export function stoppedWords({ purposes, at, zone, locale }: Stopped): { readonly what: string; readonly at: string } {
  const vietnamese = locale === 'vi' || locale.startsWith('vi-')
  const kinds = KINDS[vietnamese ? 'vi' : 'en']
  const what = LISTS[vietnamese ? 'vi' : 'en'].format(purposes.map((purpose) => kinds[purpose]))
  const [date, time] = [longDate(localDateAt(at, zone), locale), localTimeAt(at, zone)]
  return { what, at: vietnamese ? `${time} ${date}` : `${date} at ${time}` }
}

const LISTS = { vi: new Intl.ListFormat('vi'), en: new Intl.ListFormat('en-GB') }
