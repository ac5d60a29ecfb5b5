/** Mails that belong to no campaign, as the ledger holds them: claimed like every contact, counted by no cap. */
import type { Contact } from '#core/audience/ledger.ts'
import { campaignOfKey } from '#core/occasion/subject.ts'

/** Begins what takes the place of the campaign id of such a mail. No campaign's id has a full stop. */
export const NOTICE = 'notice.'

export const isNotice = (campaignId: string): boolean => campaignId.startsWith(NOTICE)

/** Whether it is the id of such a mail, which belongs to no occurrence. */
export const isNoticeId = (occurrenceId: string): boolean => occurrenceId.startsWith(NOTICE)

/** What stands for its campaign. */
export const noticeNamed = (occurrenceId: string): string => occurrenceId.split('_', 1)[0] ?? ''

/** The contact of the first try, and of the second for when the outcome of the first is unknown. */
export const triesOfNotice = (campaignId: string, id: string): readonly [first: string, again: string] => [
  `${campaignId}_${id}`,
  `${campaignId}_${id}_again`,
]

/** Is it a mail of no campaign rather than a campaign's touch? */
export const isNoticeContact = ({ occasionKey }: Pick<Contact, 'occasionKey'>): boolean => isNotice(campaignOfKey(occasionKey))
