/** What became of those who were asked in a survey of very many people: what is counted anyhow, everybody page by page, and where the totals stand. */
import { html } from 'hono/html'
import type { SurveyDefinition } from '#core/campaign/survey-definition.ts'
import { periodHolding } from '#core/report/report-period.ts'
import type { InvitationState } from '#core/survey/invitation-state.ts'
import { type SurveyResponse, shownAnswer } from '#core/survey/response.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { answerText, scoreChip } from '#web/staff/answers.ts'
import { chip } from '#web/staff/chip.ts'
import { customerLink } from '#web/staff/customer-link.ts'
import type { Frame } from '#web/staff/frame.ts'
import { listeningPath } from '#web/staff/listening/listening-filter.ts'
import { pageLinks } from '#web/staff/page-links.ts'
import { occurrencePath, pathWith } from '#web/staff/paths.ts'
import { notPermitted } from '#web/staff/permitted.ts'
import { figurePath } from '#web/staff/report/report-paths.ts'
import { table } from '#web/staff/table.ts'
import { INVITATION_WORDS } from '#web/words/answers.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { DELIVERY_WORDS, STATE_WORDS } from '#web/words/outcome-states.ts'
import { onlyFor } from '#web/words/roles.ts'
import { writtenCount, writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Lời mời khảo sát',
    until: (day: string) => `Nhận trả lời đến hết ngày ${day}.`,
    many: 'Khảo sát này hỏi rất nhiều người, nên trang chỉ đọc từng phần: tình trạng của mỗi người nằm ở bảng dưới, mỗi trang 50 người.',
    totals: 'Tỷ lệ trả lời của chiến dịch, tính lại mỗi đêm',
    newest: 'Từng câu trả lời, mới nhất trước',
    each: 'Từng người được hỏi',
    columns: ['Khách hàng', 'Tình trạng', 'Điểm', 'Lời của khách', 'Trả lời lúc'],
    none: 'Trang này không còn ai.',
  },
  en: {
    title: 'Invitations',
    until: (day: string) => `Can be answered until the end of ${day}.`,
    many: 'This survey asks very many people, so the page reads them in parts: how it stands with each is in the table below, 50 people a page.',
    totals: 'Response rate of the campaign, computed every night',
    newest: 'Each answer, the newest first',
    each: 'Everybody who was asked',
    columns: ['Customer', 'State', 'Score', 'In their words', 'Answered at'],
    none: 'Nobody is left on this page.',
  },
})

export interface ManyInvited {
  readonly is: 'paged'
  readonly asked: {
    readonly occurrenceId: string
    readonly campaignId: string
    readonly survey: SurveyDefinition
    readonly lastDay: LocalDate
  }
  readonly sent: number
  readonly troubles: { readonly bounced: number; readonly complained: number }
  /** Those on this page. */
  readonly shown: readonly OneInvited[]
  /** From 1. */
  readonly page: number
  readonly isMore: boolean
}

interface OneInvited {
  readonly customerId: string
  /** Undefined when they are gone. */
  readonly name: string | undefined
  readonly state: InvitationState
  readonly response: SurveyResponse | null
}

/** `date`: of the occurrence. */
export function manyInvitedSection(
  many: ManyInvited,
  { frame, date }: { readonly frame: Frame; readonly date: LocalDate },
): Html {
  const { locale } = frame
  const words = WORDS[locale]
  const { asked, sent, troubles, page, isMore } = many
  const link = (to: number) => `${pathWith(occurrencePath(asked.occurrenceId), { answers: to })}#answers`
  const counts = [
    ['sent', STATE_WORDS[locale].sent, sent, 'total'],
    ['bounced', DELIVERY_WORDS[locale].bounced, troubles.bounced, troubles.bounced === 0 ? 'none' : 'bad'],
    ['complained', DELIVERY_WORDS[locale].complained, troubles.complained, troubles.complained === 0 ? 'none' : 'bad'],
  ] as const
  return html`<section id="invitations">
        <h2>${words.title}</h2>
        <p class="quiet">${words.until(shortDate(asked.lastDay, locale))}</p>
        <ul class="equation">${counts.map(
          ([line, name, count, tone]) =>
            html`<li><span class="term ${tone}" data-invitations="${line}"><b>${writtenCount(count, locale)}</b><small>${name}</small></span></li>`,
        )}</ul>
        <p>${words.many}</p>
        ${whereTotalsStand(many, { frame, date })}
        <h3 id="answers">${words.each}</h3>
        ${
          notPermitted(frame, 'see-people') === null
            ? html`${invitedTable(many, frame)}${pageLinks({ page, isMore, link, locale })}`
            : html`<p class="quiet">${onlyFor('see-people', locale)}</p>`
        }
      </section>`
}

/** Links for those who may follow them. */
function whereTotalsStand(
  { asked: { campaignId, lastDay } }: ManyInvited,
  { frame, date }: { readonly frame: Frame; readonly date: LocalDate },
): Html {
  const words = WORDS[frame.locale]
  const period = periodHolding('month', date)
  const links = [
    ['see-report', figurePath('response-rate', { period, segment: { by: 'campaign', is: campaignId } }), words.totals],
    ['see-listening', listeningPath({ show: 'answers', campaign: campaignId, from: date, to: lastDay }), words.newest],
  ] as const
  const shown = links.filter(([permission]) => notPermitted(frame, permission) === null)
  return shown.length === 0
    ? html``
    : html`<ul>${shown.map(([, path, text]) => html`<li><a href="${path}">${text}</a></li>`)}</ul>`
}

function invitedTable({ shown, asked }: ManyInvited, { locale, company }: Frame): Html {
  const words = WORDS[locale]
  const rows = shown.map(({ customerId, name, state, response }) => {
    const answer = response && shownAnswer(response)
    return [
      customerLink({ customerId, name, anchor: 'timeline' }, locale),
      chip(INVITATION_WORDS[locale][state], state === 'undeliverable' ? 'warn' : 'plain'),
      response && answer ? scoreChip({ kind: response.kind, answer, locale }) : '–',
      answer ? answerText(answer, { locale, survey: asked.survey }) : '',
      answer ? html`<span class="days">${writtenInstant(answer.at, { zone: company.zone, locale })}</span>` : '–',
    ]
  })
  return table({ locale, label: words.each, headings: words.columns, rows, empty: words.none })
}
