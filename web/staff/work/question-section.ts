/** What departments were asked about a case, on its screen: whom, how each question stands inside the clocks of the case, and the answer. */
import { html } from 'hono/html'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { departmentNamed } from '#core/campaign/departments.ts'
import type { Instant } from '#core/time/instant.ts'
import { caseClocks } from '#core/work/case/case-clocks.ts'
import { filesOf } from '#core/work/case/files-of-case.ts'
import { whoAnswers } from '#core/work/case/question-link.ts'
import { isOpenQuestion, type Question, questionClock, questionsOf } from '#core/work/case/questions.ts'
import type { Case } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import { quoted } from '#web/staff/answers.ts'
import type { Frame } from '#web/staff/frame.ts'
import { caseFilePath } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { fileInWords } from '#web/words/files.ts'
import { questionStands, saidByInWords } from '#web/words/questions.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Đã hỏi bộ phận',
    headTold: (at: string) => `đã báo trưởng bộ phận lúc ${at}`,
    takenOver: (name: string) => `nay ${name} trả lời thay`,
    beyond: 'hẹn trả lời sau hạn giải quyết của vụ việc',
  },
  en: {
    title: 'Asked of departments',
    headTold: (at) => `its head was told at ${at}`,
    takenOver: (name) => `${name} has taken over`,
    beyond: 'the answer is due after the case is to be solved',
  },
})

export function questionSection(item: Case, rules: CompanyRules, { locale, company, now }: Frame): Html | string {
  const questions = questionsOf(item)
  if (questions.length === 0) return ''
  const words = WORDS[locale]
  const at = (instant: Instant) => writtenInstant(instant, { zone: company.zone, locale })
  const solved = caseClocks(item, rules).find(({ is }) => is === 'resolve')?.dueAt ?? null
  const line = (question: Question) => {
    const { asked, answered } = question
    const headToldAt = question.headToldOfAnswerAt ?? question.headToldAt
    const clock = questionClock(question, { rules, now })
    const isLate = clock.isAnsweredLate || (clock.isAcceptedLate && question.state === 'asked')
    const stands = questionStands(question, clock, { locale, at })
    const reader = whoAnswers(asked, rules.departments)
    const more = [
      ...(isOpenQuestion(question) && reader.address !== asked.to.address ? [words.takenOver(reader.name)] : []),
      ...(headToldAt === null ? [] : [words.headTold(at(headToldAt))]),
      ...(isOpenQuestion(question) && solved !== null && clock.answerBy !== null && clock.answerBy > solved
        ? [words.beyond]
        : []),
    ]
    return html`<li data-question="${question.state}"><b>${departmentNamed(rules.departments, asked.department, locale)}</b>, ${asked.to.name}: ${isLate ? html`<strong>${stands}</strong>` : stands}${more.map((remark) => html`<br><small>${remark}</small>`)}<br>${quoted(asked.question, locale)}${
      answered === null ? '' : html`<p><small>${saidByInWords(answered.said, locale)}</small></p>${quoted(answered.text, locale)}`
    }${filesOf(item)
      .filter(({ questionId }) => questionId === asked.questionId)
      .map(
        (file) =>
          html`<p><a href="${caseFilePath(item.workId, file.sha256)}" download>${file.name}</a> <small>${fileInWords(file, locale)}</small></p>`,
      )}</li>`
  }
  return html`<section data-questions><h2>${words.title}</h2><ul class="plain">${questions.map(line)}</ul></section>`
}
