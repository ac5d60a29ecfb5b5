/** What the customer said that made an item of work: the answer, and beside it what counts now; the mail, with what was attached. */
import { html } from 'hono/html'
import type { Reply } from '#core/reply/reply.ts'
import { pointsOf } from '#core/survey/given.ts'
import { type Answer, countingAnswers, type SurveyResponse, shownAnswer } from '#core/survey/response.ts'
import { openedAt, scoreOf, type WorkItem } from '#core/work/work-item.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { answerText, originInWords, quoted, scoreChip, suspicionInWords } from '#web/staff/answers.ts'
import { attachmentsInWords } from '#web/staff/heard-cells.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import { rawMailPath } from '#web/staff/paths.ts'
import type { Behind } from '#web/staff/work/behind.ts'
import { WORK_PAGE_WORDS as WORDS } from '#web/staff/work/work-words.ts'
import { REPLY_WORDS } from '#web/words/replies.ts'

interface Telling {
  readonly locale: PageLocale
  readonly campaigns: CampaignNames
  /** whole: on the screen of one item. short: in a list, where a long text opens on demand. */
  readonly length: 'whole' | 'short'
}

/** Nothing for work that staff noted themselves. */
export function saidBehind({ item, response, reply }: Behind, telling: Telling): Html {
  return html`${response ? answerBehind(response, item, telling) : ''}
          ${reply ? replyBehind(reply, telling) : ''}`
}

/** What was said when the work began; beside it what counts now, where that is another answer. */
function answerBehind(response: SurveyResponse, item: WorkItem, { locale, campaigns }: Telling): Html {
  const standing = shownAnswer(response)
  const opening = openingAnswer(countingAnswers(response), item) ?? standing
  const survey = campaigns.survey(response.campaignId)
  const told = (answer: Answer) =>
    html`${scoreChip({ kind: response.kind, answer, locale })} ${originInWords(answer.origin, locale)}${suspicionInWords(answer, locale)}<br>${answerText(answer, { locale, survey })}`
  const words = WORDS[locale]
  const now = pointsOf(standing) === pointsOf(opening) ? words.again : words.changed
  return html`<blockquote>${told(opening)}${standing === opening ? '' : html`<br><small>${now}</small> ${told(standing)}`}</blockquote>`
}

function openingAnswer(answers: readonly Answer[], item: WorkItem): Answer | undefined {
  const [at, score] = [openedAt(item), scoreOf(item)]
  return (
    answers.find((answer) => answer.at === at && pointsOf(answer) === score) ??
    answers.find((answer) => pointsOf(answer) === score)
  )
}

function replyBehind(reply: Reply, { locale, length }: Telling): Html {
  const { text, kind } = reply.reading
  const words = length === 'whole' ? html`<span class="words">${text}</span>` : quoted(text, locale)
  return html`<blockquote><small>${REPLY_WORDS[locale][kind]}: ${reply.subject}</small><br>${words}${attachmentsInWords(reply, locale)} <a href="${rawMailPath(reply)}" download>${WORDS[locale].raw}</a></blockquote>`
}
