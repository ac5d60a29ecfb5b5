/** From when a customer may be contacted or asked again; the day or instant is given as it is written there. */
import { bothLanguages } from '#web/words/both-languages.ts'

export const FREE_AGAIN_WORDS = bothLanguages({
  vi: {
    contacted: (at: string) => `được liên hệ lại từ ${at}`,
    asked: (day: string) => `được hỏi lại từ ${day}`,
  },
  en: {
    contacted: (at) => `free again on ${at}`,
    asked: (day) => `free again on ${day}`,
  },
})
