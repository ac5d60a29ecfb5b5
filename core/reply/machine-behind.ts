/** Whether a machine wrote a mail, by its marks and by its words together. */
import { type MachineMark, machineMark } from '#core/reply/machine-mail.ts'
import { noteIn } from '#core/reply/machine-note.ts'
import type { ParsedMail } from '#core/reply/parsed-mail.ts'
import type { Spoken } from '#core/reply/spoken.ts'

export interface MaybeMachines {
  readonly mail: ParsedMail
  readonly text: string
  readonly said: Spoken
  /** A stop, a right or a complaint. */
  readonly demands: boolean
  readonly scored: boolean
}

/** A person's demand is never dropped because of a list's header, a subject or the words of a note: only a program's own mark outweighs it. */
export function machineBehind({ mail, text, said, demands, scored }: MaybeMachines): MachineMark | null {
  const mark = machineMark(mail)
  if (mark && (mark.certain || !demands || text.length > LONGEST_PASSED_ON)) return mark
  const note = demands ? null : noteIn({ subject: mail.subject, text, said })
  if (!note || (note.at === 'text' && scored)) return null
  return { kind: 'autoReply', reason: `${note.at}:${note.says}`, certain: false }
}
/** The letters of a list itself are longer than what people write through one. */
const LONGEST_PASSED_ON = 600
