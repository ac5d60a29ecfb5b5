/** The states and classes of campaigns, and the mails that belong to none. */
import { CASE_MAIL } from '#core/audience/case-mail.ts'
import type { ContentClass } from '#core/campaign/campaign-definition.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

export const CAMPAIGN_STATE_WORDS = bothLanguages<Readonly<Record<CampaignState, string>>>({
  vi: { active: 'đang chạy', paused: 'tạm dừng', cancelled: 'đã hủy' },
  en: { active: 'active', paused: 'paused', cancelled: 'cancelled' },
})

export const CLASS_WORDS = bothLanguages<Readonly<Record<ContentClass, string>>>({
  vi: { care: 'thăm hỏi', transactional: 'giao dịch', survey: 'khảo sát', advertising: 'quảng cáo' },
  en: { care: 'care', transactional: 'transactional', survey: 'survey', advertising: 'advertising' },
})

/** By what takes the place of a campaign's id. */
export const noticeInWords = (notice: string, locale: PageLocale): string =>
  notice === CASE_MAIL ? NOTICE_WORDS[locale].case : NOTICE_WORDS[locale].stop

const NOTICE_WORDS = bothLanguages({
  vi: { stop: 'Xác nhận ngừng gửi', case: 'Thư về vụ việc' },
  en: { stop: 'Confirmation of a stop', case: 'Mail about a case' },
})
