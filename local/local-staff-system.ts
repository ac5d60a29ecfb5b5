/** The staff app's system on one machine. While time moves, no other work is put on the queues. */
import { instantOf } from '#core/time/instant.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import type { LocalSystem } from '#local/local-system.ts'
import { CLOCK_PATH } from '#local/sections/clock-page.ts'
import { mailPath } from '#local/sections/mail-rows.ts'
import { LOCAL_TILL_KEY } from '#local/stack/environment.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { REHEARSALS, type Section, STAFF_SECTIONS } from '#web/staff/sections.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenInstant } from '#web/words/written.ts'

const CLOCK: Section = { id: 'clock', path: CLOCK_PATH, name: { vi: 'Đồng hồ', en: 'Clock' }, needs: null }
const MAILBOX: Section = { id: 'mailbox', path: '/mailbox', name: { vi: 'Hộp thư', en: 'Mailbox' }, needs: null }

/** Beside the occurrences that there really are. */
const withRehearsals = (section: Section): readonly Section[] =>
  section.id === 'occurrences' ? [section, REHEARSALS] : [section]

/** With those that a system in AWS has not. */
export const LOCAL_SECTIONS: readonly Section[] = [...STAFF_SECTIONS.flatMap(withRehearsals), CLOCK, MAILBOX]

const WORDS = bothLanguages({
  vi: { moving: 'Thời gian đang chạy', because: 'Thời gian đang chạy: hãy dừng lại trước.' },
  en: { moving: 'Time is moving', because: 'Time is moving: stop it first.' },
})

type LocalParts = Omit<LocalSystem, Exclude<keyof StaffSystem, 'clock' | 'files'>>

export function localStaffSystem(
  local: LocalParts,
  given: Pick<StaffSystem, 'companyRules' | 'events' | 'pageFailed' | 'alone' | 'issuer' | 'url'>,
): Omit<StaffSystem, 'clock' | 'files'> {
  const { stack, moves } = local
  const { zone } = given.companyRules.company
  return {
    ...given,
    realNow: () => instantOf(Date.now()),
    // Who is erased stands in no sheet of a rehearsal either.
    stores: {
      ...stack.stores,
      rows: {
        remove: async (customerId) => {
          await stack.rehearsalBook.forget(customerId)
          await stack.stores.rows.remove(customerId)
        },
      },
    },
    deadLetters: stack.deadLetters,
    telephone: async () => stack.telephone,
    drain: async () => {
      await stack.drain()
      return 'done'
    },
    sections: LOCAL_SECTIONS,
    busy: (locale: PageLocale) => {
      const move = moves?.latest()
      if (move?.state !== 'running') return null
      const words = WORDS[locale]
      return { path: CLOCK_PATH, banner: `${words.moving}: ${writtenInstant(move.at, { zone, locale })}`, because: words.because }
    },
    mailPath,
    pages: given.url,
    tillKey: LOCAL_TILL_KEY,
  }
}
