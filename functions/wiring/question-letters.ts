/** Mails to departments about what they are asked, each in the language of its reader. */
import type { LinkSeals } from '#app/ports/secrets.ts'
import type { QuestionLetters } from '#app/sending/tell-departments.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { departmentNamed } from '#core/campaign/departments.ts'
import { fieldsOfLink, linkEnds } from '#core/work/case/question-link.ts'
import { MAILS_TO_STAFF } from '#functions/wiring/mails-to-staff.ts'
import { questionMail } from '#web/customer/question-mail.ts'

interface QuestionLetterMaking {
  readonly companyRules: Pick<CompanyRules, 'company' | 'departments'>
  readonly seals: Pick<LinkSeals, 'linkToken'>
  /** The address of the pages that links lead to. */
  readonly pages: string
}

export const questionLetters = ({ companyRules, seals, pages }: QuestionLetterMaking): QuestionLetters => ({
  write: ({ why, question, link, reader, acceptBy, answerBy }) => {
    const { company, departments } = companyRules
    const token = seals.linkToken({ use: 'question', fields: fieldsOfLink(link), expiresAt: linkEnds(link.askedAt) })
    const mail = questionMail({
      locale: reader.language,
      zone: company.zone,
      company: company.name,
      department: departmentNamed(departments, question.asked.department, reader.language),
      asked: question.asked,
      reader,
      late:
        why === 'unaccepted'
          ? { is: why }
          : why === 'unanswered' && question.accepted
            ? { is: why, by: question.accepted.said }
            : null,
      takenOver: why === 'taken-over' ? { accepted: question.accepted?.said ?? null } : null,
      acceptBy,
      answerBy,
      link: `${pages.replace(/\/$/, '')}/q/${token}`,
    })
    return { ...mail, headers: MAILS_TO_STAFF, replyTo: company.email, attachments: [] }
  },
})
