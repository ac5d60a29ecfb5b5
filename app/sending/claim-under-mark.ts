/** The claim of a single mail to a member of staff, by its mark. */
import type { StaffMailMark, StaffMailMarks } from '#app/ports/staff-mail-marks.ts'
import type { StaffMailClaim } from '#app/sending/send-staff-mail.ts'

export const claimUnderMark = (
  staffMails: Pick<StaffMailMarks, 'claim' | 'settle' | 'giveBack'>,
  mark: Pick<StaffMailMark, 'date' | 'about' | 'address'>,
): StaffMailClaim => ({
  claim: (claimedAt) => staffMails.claim({ ...mark, claimedAt, outcome: 'sending' }),
  settle: (outcome, claimedAt) => staffMails.settle({ ...mark, claimedAt, outcome }),
  giveBack: (claimedAt) => staffMails.giveBack({ ...mark, claimedAt, outcome: 'sending' }),
})
