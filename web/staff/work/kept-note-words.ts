/** What the script of a note shows when a note was saved, with who is on the call or the case. */
import type { Instant } from '#core/time/instant.ts'
import { localTimeAt } from '#core/time/zone.ts'
import type { Lease } from '#core/work/lease.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: {
    kept: (at: string) => `Đã giữ chữ bạn viết lúc ${at}.`,
    own: (until: string) => `Bạn đang giữ việc này đến ${until}.`,
    other: (name: string, until: string) => `${name} đang giữ việc này đến ${until}: kết quả của bạn sẽ bị từ chối đến giờ ấy.`,
  },
  en: {
    kept: (at: string) => `What you wrote was kept at ${at}.`,
    own: (until: string) => `You hold this until ${until}.`,
    other: (name: string, until: string) => `${name} holds this until ${until}: an outcome of yours is refused until then.`,
  },
})

interface Keeping {
  readonly at: Instant
  /** Null for work that is not held. */
  readonly lease: Lease | null
  readonly own: string
  readonly locale: PageLocale
  readonly zone: string
}

export function keptNoteInWords({ at, lease, own, locale, zone }: Keeping): string {
  const words = WORDS[locale]
  const kept = words.kept(localTimeAt(at, zone))
  if (lease === null) return kept
  const until = localTimeAt(lease.until, zone)
  return `${kept} ${lease.address === own ? words.own(until) : words.other(lease.name, until)}`
}
