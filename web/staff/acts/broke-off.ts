/** An act that broke down on our side, in the words that every form says it with. */
import { bothLanguages } from '#web/words/both-languages.ts'

/** `unrecorded`: the log could not be written, so the act was not begun. */
export const BROKE_OFF = ['failed', 'unrecorded'] as const
export type BrokeOff = (typeof BROKE_OFF)[number]

export const BROKE_OFF_WORDS = bothLanguages<Readonly<Record<BrokeOff, string>>>({
  vi: {
    failed: 'Việc này bị đứt giữa chừng và đã được ghi vào nhật ký. Hãy xem tình hình bây giờ; làm lại không gây hại.',
    unrecorded: 'Chưa ghi được vào nhật ký, nên chưa có gì được làm. Hãy thử lại sau ít phút.',
  },
  en: {
    failed: 'This broke off, and the log says so. Look at how things stand now; doing it again does no harm.',
    unrecorded: 'The log could not be written, so nothing was done. Try again in a few minutes.',
  },
})
