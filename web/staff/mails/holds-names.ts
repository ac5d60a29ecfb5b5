/** Below every mail to staff that names customers. */
import { bothLanguages } from '#web/words/both-languages.ts'

export const HOLDS_NAMES = bothLanguages({
  vi: 'Thư này có dữ liệu cá nhân của khách hàng. Xin đừng chuyển tiếp ra ngoài.',
  en: 'This mail holds personal data of customers. Please do not forward it to others.',
})
