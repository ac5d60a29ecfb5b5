/** A mail of a case, as the ledger holds it: one for its id, for ever. */
import type { Contact } from '#core/audience/ledger.ts'
import { triesOfNotice } from '#core/audience/notice.ts'
import type { ChannelId } from '#core/channel/channel.ts'
import { occasionKeyOf } from '#core/occasion/occasion-key.ts'
import type { Instant } from '#core/time/instant.ts'

/** Takes the place of the campaign id of a mail. */
export const CASE_MAIL = 'notice.case'

/** The folders of its words in templates/: the frame around what staff write, and what they begin with. */
export const CASE_MAIL_TEMPLATE = 'case-mail'
export const CASE_SKELETON_TEMPLATE = 'case-skeleton'
/** What staff begin with when they ask whether it is solved. */
export const CASE_SOLVED_TEMPLATE = 'case-solved'
/** The mail some days after a closing, where cases.json has a mail and no call. */
export const CASE_FOLLOW_UP_TEMPLATE = 'case-follow-up'
/** The automatic mail that says when staff will look. */
export const CASE_HOURS_TEMPLATE = 'case-hours'
export const CASE_TEMPLATES = [
  CASE_MAIL_TEMPLATE,
  CASE_SKELETON_TEMPLATE,
  CASE_SOLVED_TEMPLATE,
  CASE_FOLLOW_UP_TEMPLATE,
  CASE_HOURS_TEMPLATE,
] as const

export const caseMailIds = (mailId: string) => triesOfNotice(CASE_MAIL, mailId)

export const caseMailContact = (
  mailId: string,
  claim: { readonly occurrenceId: string; readonly at: Instant; readonly channel: ChannelId },
): Contact => ({ ...claim, occasionKey: occasionKeyOf({ campaignId: CASE_MAIL, key: mailId }), contentClass: 'transactional' })
