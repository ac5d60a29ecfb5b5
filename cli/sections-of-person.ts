/** The export of a person in sections for the readable document: in the person's language, and in words wherever a row keeps a code. */

import type { TimelineEntry } from '#app/person/customer-timeline.ts'
import type { HeldAbout, HeldOnce } from '#app/person/held-about.ts'
import { PERSON_WORDS, type PersonWords } from '#cli/words-of-person.ts'
import type { ConsentRecord } from '#core/audience/consent.ts'
import { isNotice } from '#core/audience/opt-out-notice.ts'
import { freeAtOf, type Skip } from '#core/audience/skip.ts'
import type { Money } from '#core/budget/money.ts'
import type { Voucher } from '#core/budget/voucher.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Birthday } from '#core/customer/customer.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import type { Reply } from '#core/reply/reply.ts'
import { type Answer, isSuspect, type SurveyResponse, standingAnswer } from '#core/survey/response.ts'
import { SCALES } from '#core/survey/scale.ts'
import { WORDINGS } from '#core/survey/wordings.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { closingOf } from '#core/work/standing.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import { openedAt, type WorkItem } from '#core/work/work-item.ts'
import type { PageLocale } from '#web/customer/page.ts'
import type { DocumentSection } from '#web/customer/person-document.ts'
import { salutationOf } from '#web/rendering/salutation.ts'
import { wordsFor } from '#web/rendering/survey-fields.ts'
import { shortDate, writtenMoney } from '#web/rendering/written-value.ts'
import { alsoLine } from '#web/staff/work-facts.ts'
import { channelWords } from '#web/words/channels.ts'
import { consentProof, consentSource, frequencyProof } from '#web/words/consent-words.ts'
import { namedCode } from '#web/words/named-code.ts'
import { DELIVERY_WORDS, STATE_WORDS } from '#web/words/outcome-states.ts'
import { outcomeInWords } from '#web/words/outcomes.ts'
import { PURPOSE_WORDS } from '#web/words/purposes.ts'
import { REPLY_OUTCOME_WORDS, REPLY_WORDS } from '#web/words/replies.ts'
import { SUPPRESSION_WORDS } from '#web/words/suppressions.ts'
import { type EventTelling, eventInWords, reachedInWords, systemNotes, workInWords } from '#web/words/work.ts'

export interface PersonReader {
  readonly locale: PageLocale
  readonly companyRules: CompanyRules
  /** As in force: the names of campaigns and the questions of their surveys. A campaign that is missing here is shown by its id. */
  readonly campaigns: readonly CampaignDefinition[]
}

type Cell = string | number | null | undefined
type Row = readonly Cell[]

export function sectionsOf({ once, pages }: HeldAbout, reader: PersonReader): readonly DocumentSection[] {
  const tell = telling(once, reader)
  const { words } = tell
  const section = ([title, ...headings]: readonly [string, ...string[]], rows: Rows): DocumentSection => ({
    title,
    headings,
    rows: async function* () {
      for await (const page of rows()) yield page.map((row) => row.map(inCell))
    },
  })
  return [
    section(words.profile, oneOf(profileRows(once, tell))),
    section(
      words.consents,
      pagesOf(pages.consents, (page) => consentRows(page, tell)),
    ),
    section(
      words.purchases,
      each(pages.purchases, (purchase) => [purchaseRow(purchase, tell)]),
    ),
    section(
      words.contacts,
      each(pages.contacts, (entry) => [contactRow(entry, tell)]),
    ),
    section(
      words.responses,
      each(pages.responses, (response) => answerRows(response, tell)),
    ),
    section(
      words.replies,
      each(pages.replies, (reply) => [replyRow(reply, tell)]),
    ),
    section(
      words.work,
      each(pages.work, (item) => [workRow(item, tell)]),
    ),
    section(
      words.vouchers,
      each(pages.vouchers, (voucher) => [voucherRow(voucher, tell)]),
    ),
    section(words.suppression, oneOf(suppressionRows(once, tell))),
  ]
}

type Rows = () => AsyncIterable<readonly Row[]>

const inCell = (cell: Cell) => (cell === null || cell === undefined ? '' : String(cell))

const oneOf = (rows: readonly Row[]): Rows =>
  async function* () {
    yield rows
  }

const pagesOf = <Item>(pages: () => AsyncIterable<readonly Item[]>, rowsOf: (page: readonly Item[]) => readonly Row[]): Rows =>
  async function* () {
    for await (const page of pages()) yield rowsOf(page)
  }

const each = <Item>(pages: () => AsyncIterable<readonly Item[]>, rowsOf: (item: Item) => readonly Row[]): Rows =>
  pagesOf(pages, (page) => page.flatMap(rowsOf))

type Telling = ReturnType<typeof telling>

/** How values are written for this person. */
function telling({ customer }: HeldOnce, { locale, companyRules, campaigns }: PersonReader) {
  const { company } = companyRules
  const { zone } = company
  const words: PersonWords = PERSON_WORDS[locale]
  const known = new Map(campaigns.map((campaign) => [campaign.id, campaign]))
  const nobody = { fullName: '', givenName: null, addressName: null, honorific: 'quy-khach', gender: null } as const
  return {
    locale,
    zone,
    companyRules,
    words,
    say: wordsFor({ company: company.name, ...salutationOf({ customer: customer ?? nobody, locale }), locale }),
    campaignName: (id: string) => (isNotice(id) ? words.notice : (known.get(id)?.name[locale] ?? id)),
    survey: (id: string) => known.get(id)?.survey,
    day: (date: LocalDate | null) => date && shortDate(date, locale),
    instant: (at: Instant | null) => at && `${shortDate(localDateAt(at, zone), locale)} ${localTimeAt(at, zone).slice(0, 5)}`,
    money: (money: Money | null) => money && writtenMoney(money, locale),
  }
}

function profileRows({ customer, frequency, frequencyChosen }: HeldOnce, tell: Telling): readonly Row[] {
  const { words, locale } = tell
  const { fields } = words
  const chosen = frequencyChosen
    ? [words.chosen(tell.instant(frequencyChosen.at) ?? ''), frequencyProof(frequencyChosen, locale)]
    : []
  const often: Row = [fields.frequency, frequency && [words.frequencies[frequency], ...chosen].join('; ')]
  const lines: readonly Row[] = customer
    ? [
        [fields.customerId, customer.customerId],
        [fields.fullName, customer.fullName],
        [fields.familyName, customer.familyName],
        [fields.givenName, customer.givenName],
        [fields.nameRemark, customer.nameRemark],
        [fields.nameOrder, words.nameOrders[customer.nameOrder]],
        [fields.honorific, salutationOf({ customer, locale }).greetingName],
        [fields.gender, customer.gender && words.genders[customer.gender]],
        [fields.email, customer.email],
        [fields.phone, customer.phone],
        [fields.birthday, customer.birthday && birthday(customer.birthday, words)],
        [fields.locale, namedCode({ type: 'language', code: customer.locale, locale })],
        [fields.country, namedCode({ type: 'region', code: customer.country, locale })],
        [fields.zone, customer.zone],
        [fields.tier, customer.tier],
        [fields.profession, customer.profession],
        [fields.tags, customer.tags.join(', ')],
        [fields.owner, customer.owner],
        [fields.firstPurchaseOn, tell.day(customer.firstPurchaseOn)],
        [fields.lastPurchaseOn, tell.day(customer.lastPurchaseOn)],
        [fields.products, customer.products.join(', ')],
        [fields.renewsOn, tell.day(customer.renewsOn)],
        often,
      ]
    : [often]
  return lines.filter(([, value]) => value)
}

function birthday(born: Birthday, { lunar }: PersonWords): string {
  if (born.kind === 'lunar') return lunar(born)
  const { day, month, year } = born
  return [day, month].map((part) => String(part).padStart(2, '0')).join('/') + (year === null ? '' : `/${year}`)
}

const consentRows = (consents: readonly ConsentRecord[], { words, locale, instant }: Telling): readonly Row[] =>
  consents
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ at, purpose, channel, decision, source, evidence }) => [
      instant(at),
      `${PURPOSE_WORDS[locale][purpose]}, ${channelWords(channel)[locale]}`,
      words.decisions[decision],
      consentSource(source, locale),
      consentProof({ source, evidence }, locale),
    ])

const purchaseRow = (
  { purchasedOn, deliveredOn, purchaseId, product, units, amount }: Purchase,
  { day, money }: Telling,
): Row => [day(purchasedOn), day(deliveredOn), purchaseId, product, units, money(amount)]

const voucherRow = ({ code, campaignId, value, validTo, redeemedAt }: Voucher, tell: Telling): Row => [
  code,
  tell.campaignName(campaignId),
  tell.money(value),
  tell.day(validTo),
  tell.instant(redeemedAt),
]

function contactRow({ date, campaignId, outcome, touch }: TimelineEntry, tell: Telling): Row {
  const { words, locale } = tell
  const state = outcome?.state ?? touch?.result ?? 'unknown'
  const told = outcome && outcomeInWords(outcome, tell)
  const details =
    outcome === null
      ? [tell.instant(touch?.at ?? null), touch?.reason]
      : outcome.state === 'sent'
        ? [tell.instant(outcome.at)]
        : outcome.state === 'skipped'
          ? [told?.reason, told?.detail, freeAgain(outcome, tell)]
          : [told?.reason, told?.detail]
  const delivery = touch?.delivery
  return [
    tell.day(date),
    tell.campaignName(campaignId),
    STATE_WORDS[locale][state],
    lines([...details, touch?.voucherCode && words.voucher(touch.voucherCode)]),
    delivery && `${DELIVERY_WORDS[locale][delivery.state]}, ${tell.instant(delivery.at)}`,
  ]
}

function freeAgain(skip: Skip, { words, instant }: Telling): string | undefined {
  const freeAt = freeAtOf(skip)
  return freeAt && words.freeAt(instant(freeAt) ?? '')
}

function answerRows(response: SurveyResponse, tell: Telling): readonly Row[] {
  const { words } = tell
  const standing = standingAnswer(response)
  return response.answers.map((answer) => {
    const { via, by, fromCompany } = answer.origin
    const came = via === 'staff' && by !== null ? `${words.via.staff}: ${by}` : words.via[via]
    return [
      tell.instant(answer.at),
      tell.campaignName(response.campaignId),
      scoreInWords(response, { answer, tell }),
      saidInWords(response, { answer, tell }),
      lines([came, fromCompany && words.fromCompany, isSuspect(answer) ? words.suspect : answer !== standing && words.replaced]),
    ]
  })
}

interface Told {
  readonly answer: Answer
  readonly tell: Telling
}

/** `2/5 (Không hài lòng)`; only the word on a scale of yes and no. */
function scoreInWords({ kind }: SurveyResponse, { answer: { score }, tell: { words, say } }: Told): string {
  if (score === null) return words.noScore
  const step = WORDINGS[kind].steps[score]
  if (kind === 'fcr') return step ? say(step) : String(score)
  return `${score}/${SCALES[kind].highest}${step ? ` (${say(step)})` : ''}`
}

/** The reason, and every follow-up question with its answer. */
function saidInWords({ campaignId }: SurveyResponse, { answer: { why, followUps }, tell: { survey, say } }: Told): string {
  const more = Object.entries(followUps).map(([id, given]) => {
    const asked = survey(campaignId)?.followUps.find((question) => question.id === id)
    const texts = new Map(asked?.choices?.map((choice) => [choice.id, say(choice.text)]))
    const said = typeof given === 'string' ? given : given.map((choice) => texts.get(choice) ?? choice).join('; ')
    return `${asked ? say(asked.question) : `${id}:`} ${said}`
  })
  return lines([why, ...more])
}

const replyRow = ({ receivedAt, subject, reading, attachments, outcome }: Reply, { instant, locale }: Telling): Row => [
  instant(receivedAt),
  subject,
  reading.text,
  attachments.map(({ name }) => name).join(', '),
  `${REPLY_WORDS[locale][reading.kind]}; ${REPLY_OUTCOME_WORDS[locale][outcome]}`,
]

function workRow(item: WorkItem, tell: Telling): Row {
  const { words, locale, instant, companyRules } = tell
  const deadlines = deadlinesOf(item, companyRules)
  const closing = closingOf(item)
  const telling = { locale, at: (at: Instant) => instant(at) ?? at }
  return [
    instant(openedAt(item)),
    lines([workInWords(item, locale), alsoLine({ item, deadlines }, telling)]),
    lines([instant(deadlines.begin), deadlines.done !== null && words.doneBy(instant(deadlines.done) ?? '')]),
    closing
      ? [words.workStates.closed, instant(closing.at), closing.by.name, reachedInWords(closing, locale)]
          .filter(Boolean)
          .join(', ')
      : words.workStates.open,
    lines([...systemNotes(item, locale), ...item.events.map((event) => writtenInEvent(event, telling))]),
  ]
}

const suppressionRows = ({ suppressions }: HeldOnce, { words, locale, instant }: Telling): readonly Row[] =>
  suppressions.map(({ kind, suppression }) =>
    suppression === 'unreadable'
      ? [words.contactPoints[kind] ?? kind, null, words.unreadable, null]
      : [
          words.contactPoints[kind] ?? kind,
          instant(suppression.at),
          SUPPRESSION_WORDS[locale][suppression.reason],
          suppression.evidence,
        ],
  )

/** The note of a closing stands alone: its column has said already when and by whom. */
function writtenInEvent(event: WorkEvent, telling: EventTelling): string | null {
  const { what, note } = eventInWords(event, telling)
  switch (event.is) {
    case 'opened':
      return null
    case 'closed':
      return note
    case 'noted':
      return `${what}: ${note}`
    case 'extended':
      return what
  }
}

const lines = (parts: readonly (string | false | null | undefined)[]): string => parts.filter(Boolean).join('\n')
