/** Where a consent or a refusal came from, and its proof, in words. */
import type { ConsentRecord } from '#core/audience/consent.ts'
import { readEvidence } from '#core/audience/consent-evidence.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { PREFERENCES_TITLE } from '#web/customer/preferences.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { namedCode } from '#web/words/named-code.ts'

const SOURCES = bothLanguages<Readonly<Record<string, string>>>({
  vi: {
    import: 'danh sách của công ty',
    'unsubscribe-page': 'trang ngừng nhận thư',
    'one-click': 'nút ngừng nhận thư của hộp thư',
    'mailto-unsubscribe': 'thư xin ngừng nhận',
    reply: 'thư trả lời',
    'preference-page': `trang ${PREFERENCES_TITLE.vi}`,
    'spam-complaint': 'báo thư rác',
    call: 'khách nói với nhân viên',
  },
  en: {
    import: 'the company’s list',
    'unsubscribe-page': 'the page for stopping mails',
    'one-click': 'the unsubscribe button of the mailbox',
    'mailto-unsubscribe': 'a mail that asks to stop',
    reply: 'a mail to us',
    'preference-page': `the page ${PREFERENCES_TITLE.en}`,
    'spam-complaint': 'marked as spam',
    call: 'said to staff',
  },
})

export const DECISION_WORDS = bothLanguages<Readonly<Record<ConsentRecord['decision'], string>>>({
  vi: { granted: 'đồng ý', withdrawn: 'từ chối' },
  en: { granted: 'granted', withdrawn: 'withdrawn' },
})

const PROOF = bothLanguages({
  vi: {
    row: (file: string, row: number) => `${file}, dòng ${row}`,
    form: (link: string, language: string, words: string) => `liên kết …${link}; lời trên trang: ${language}, bản ${words}`,
    link: (link: string) => `liên kết …${link}`,
    mail: (id: string) => `thư số ${id}`,
  },
  en: {
    row: (file: string, row: number) => `${file}, row ${row}`,
    form: (link: string, language: string, words: string) => `link …${link}; words of the page: ${language}, version ${words}`,
    link: (link: string) => `link …${link}`,
    mail: (id: string) => `mail ${id}`,
  },
})

/** A source that came with another program is told as it was written. */
export const consentSource = (source: string, locale: PageLocale): string =>
  (Object.hasOwn(SOURCES[locale], source) ? SOURCES[locale][source] : undefined) ?? source

/** How often is chosen on the page of choices alone. */
export const frequencyProof = ({ evidence }: { readonly evidence: string }, locale: PageLocale): string =>
  consentProof({ source: 'preference-page', evidence }, locale)

export function consentProof(record: { readonly source: string; readonly evidence: string }, locale: PageLocale): string {
  const proof = PROOF[locale]
  const read = readEvidence(record)
  switch (read.kind) {
    case 'row':
      return proof.row(read.file, read.row)
    case 'form':
      return proof.form(read.link, namedCode({ type: 'language', code: read.locale, locale }), read.words)
    case 'link':
      return proof.link(read.link)
    case 'mail':
      return proof.mail(read.id)
    case 'unknown':
      return read.written
  }
}
