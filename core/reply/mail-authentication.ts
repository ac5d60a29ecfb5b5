/**
 * What the receiving server found about the sender: notes for staff, never a decision. Only the signed address tells the customer. Only the topmost
 * header counts: each server writes above what it received, so a sender's forged header stands below.
 */
import { headerOf, type ParsedMail } from '#core/reply/parsed-mail.ts'

/** `auth:spf-fail` and the like; empty for what passed or was not checked. */
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
