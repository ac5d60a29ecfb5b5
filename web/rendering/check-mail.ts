/** What is wrong with one mail of a template, whichever campaign sends it. */
import { sameInBoth } from '#core/campaign/localized-text.ts'
import type { Problem } from '#core/campaign/problem.ts'
import { isMergeField, isMergePart, MERGE_FIELDS } from '#web/rendering/merge-fields.ts'
import { nearestField } from '#web/rendering/nearest-field.ts'
import type { FieldUse, TemplateSource } from '#web/rendering/template-source.ts'

/** The four sources of a mail, parsed; `file` is where its text was written. */
export interface MailSources {
  readonly file: string
  readonly subject: TemplateSource
  readonly preheader: TemplateSource
  readonly html: TemplateSource
  readonly text: TemplateSource
}

/** Longer subjects are cut by every mail program and look like spam to some. */
const SUBJECT_LIMIT = 150
/** The length that a merge field adds to a subject: a given name with its honorific. */
const FIELD_LENGTH = 12

export function checkMail(mail: MailSources): Problem[] {
  const inParts = mailParts(mail).flatMap(({ path, source: { uses, misuses } }) => [
    ...misuses.map(({ value, expected }) => ({ file: mail.file, path, value, expected })),
    ...uses.filter((use) => !isKnown(use)).map((use) => unknownField({ file: mail.file, path, use })),
  ])
  return [...inParts, ...checkSubject(mail)]
}

/** HTML and text come from the same words, so a mistake in both is one mistake in the body. */
export function mailParts(mail: MailSources): { readonly path: string; readonly source: TemplateSource }[] {
  return [
    { path: 'subject', source: mail.subject },
    { path: 'preheader', source: mail.preheader },
    { path: 'body', source: mail.html },
    { path: 'body', source: mail.text },
  ]
}

const isKnown = ({ path, kind }: FieldUse) => isMergeField(path) || (kind === 'condition' && isMergePart(path))

function unknownField({ file, path, use }: { readonly file: string; readonly path: string; readonly use: FieldUse }): Problem {
  const nearest = nearestField(use.path)
  const known = Object.keys(MERGE_FIELDS).join(', ')
  return {
    file,
    path,
    value: `{{${use.path}}}`,
    expected: nearest ? sameInBoth(`{{${nearest}}}`) : { vi: `một trong: ${known}`, en: `one of ${known}` },
  }
}

function checkSubject({ file, subject }: MailSources): Problem[] {
  const fields = subject.uses.filter(({ kind }) => kind === 'value').length
  const length = subject.literal.trim().length + fields * FIELD_LENGTH
  if (length === 0) return [{ file, path: 'subject', value: '', expected: { vi: 'tiêu đề thư', en: 'a subject' } }]
  if (length <= SUBJECT_LIMIT) return []
  const expected = {
    vi: `nhiều nhất ${SUBJECT_LIMIT} ký tự, mỗi trường trộn tính là ${FIELD_LENGTH}`,
    en: `at most ${SUBJECT_LIMIT} characters, each merge field counted as ${FIELD_LENGTH}`,
  }
  return [{ file, path: 'subject', value: `${length} characters`, expected }]
}
