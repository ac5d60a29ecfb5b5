/** The headers of every mail to staff. RFC 3834: no automatic reply answers such a mail. */
export const MAILS_TO_STAFF: Readonly<Record<string, string>> = { 'Auto-Submitted': 'auto-generated' }
