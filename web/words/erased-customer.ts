/** In place of the name of somebody who was erased. */
import { bothLanguages } from '#web/words/both-languages.ts'

export const ERASED_CUSTOMER = bothLanguages({ vi: 'khách đã xóa', en: 'erased customer' })
