/** The states and classes of campaigns, and the one mail that belongs to none. */
import type { ContentClass } from '#core/campaign/campaign-definition.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

export const CAMPAIGN_STATE_WORDS = bothLanguages<Readonly<Record<CampaignState, string>>>({
  vi: { active: 'đang chạy', paused: 'tạm dừng', cancelled: 'đã hủy' },
  en: { active: 'active', paused: 'paused', cancelled: 'cancelled' },
})

export const CLASS_WORDS = bothLanguages<Readonly<Record<ContentClass, string>>>({
  vi: { care: 'thăm hỏi', transactional: 'giao dịch', survey: 'khảo sát', advertising: 'quảng cáo' },
  en: { care: 'care', transactional: 'transactional', survey: 'survey', advertising: 'advertising' },
})

export const NOTICE_WORDS = bothLanguages({ vi: 'Xác nhận ngừng gửi', en: 'Confirmation of a stop' })
