/** The fields of our forms into which people type more than a word, and what each is called where no page can show the form again. */
import { bothLanguages } from '#web/words/both-languages.ts'

/** In the order in which they stand. */
export const TYPED_FIELDS = ['subject', 'text', 'extract', 'note', 'because', 'title', 'fullName', 'addressName'] as const
export type TypedField = (typeof TYPED_FIELDS)[number]

/** What a visitor typed into one of them. */
export interface Typed {
  readonly field: TypedField
  readonly text: string
}

/** A name that fits every form with that field: `text` is a question, a letter, or what was agreed. */
export const TYPED_FIELD_WORDS = bothLanguages<Readonly<Record<TypedField, string>>>({
  vi: {
    subject: 'Tiêu đề',
    text: 'Lời đã viết',
    extract: 'Điều bộ phận cần biết',
    note: 'Ghi chú',
    because: 'Lý do',
    title: 'Khoản này là gì',
    fullName: 'Họ và tên',
    addressName: 'Gọi là',
  },
  en: {
    subject: 'Subject',
    text: 'What was written',
    extract: 'What the department should know',
    note: 'Note',
    because: 'Reason',
    title: 'What it is for',
    fullName: 'Full name',
    addressName: 'Called',
  },
})
