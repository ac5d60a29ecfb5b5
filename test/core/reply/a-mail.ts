/** The smallest parsed mail of a person; a test names only what it is about. */
import type { ParsedMail } from '#core/reply/parsed-mail.ts'

export const aMail = (
  text: string,
  {
    headers = {},
    ...overrides
  }: Partial<Omit<ParsedMail, 'headers' | 'text'>> & { readonly headers?: Readonly<Record<string, string>> } = {},
): ParsedMail => ({
  from: 'lan@example.com',
  recipients: ['r+abc@traloi.example.com'],
  subject: 'Re: Anh/Chị thấy thế nào?',
  messageId: '<m1@example.com>',
  text,
  attachments: [],
  ...overrides,
  headers: new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value]])),
})
