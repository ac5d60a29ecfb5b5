/**
 * What the receiving server found out about the sender: notes for staff, never a decision. Who is meant is told by the signed address alone.
 * Only the topmost header counts: every server writes above what it was given, so whatever a sender forged stands below.
 */
import { headerOf, type ParsedMail } from '#core/reply/parsed-mail.ts'

/** `auth:spf-fail` and the like; nothing for what passed or was not looked at. */
export function authenticationNotes(mail: ParsedMail): readonly string[] {
  const results = (headerOf(mail, 'authentication-results') ?? '').toLowerCase().slice(0, 2000)
  const notes = ['spf', 'dkim', 'dmarc'].flatMap((method) => {
    const found = new RegExp(`(?:^|[;\\s])${method}=([a-z]{1,12})`).exec(results)?.[1]
    return found === undefined || found === 'pass' || found === 'none' ? [] : [`auth:${method}-${found}`]
  })
  const spf = (headerOf(mail, 'received-spf') ?? '').trim().toLowerCase().split(/[\s(]/)[0] ?? ''
  return notes.some((note) => note.startsWith('auth:spf')) || !['fail', 'softfail'].includes(spf)
    ? notes
    : [...notes, `auth:spf-${spf}`]
}
