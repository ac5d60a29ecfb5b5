/** A campaign's letter as one customer would get it, and what staff would say to them, in each of its languages. */
import { html } from 'hono/html'
import { templateOf } from '#core/campaign/call-touch.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Html } from '#web/customer/page.ts'
import { type NotSent, notSentLine } from '#web/staff/campaigns/not-sent.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { campaignPath, customerPath, pathWith } from '#web/staff/paths.ts'
import { notPermitted } from '#web/staff/permitted.ts'
import { type ShownScript, spokenLines } from '#web/staff/work/script-card.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { namedCode } from '#web/words/named-code.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Xem trước thư',
    titleOfCall: 'Xem trước lời gọi',
    titleOfBoth: 'Xem trước lời gọi và thư',
    lead: 'Không thư nào được gửi và không phiếu quà nào được phát khi xem. Liên kết trong thư xem trước không có tác dụng.',
    leadOfCall: 'Không ai được gọi khi xem. Lời gọi được điền như thể bạn là người gọi.',
    spoken: 'Lời gọi',
    written: 'Thư',
    noScript: (name: string) => `Không có campaigns/scripts/${name}.json.`,
    sample: 'Đang xem như một khách tưởng tượng:',
    real: 'Đang xem như khách:',
    choose: 'Khách: tên, số điện thoại, email hoặc mã',
    show: 'Xem như khách này',
    unknown: (text: string) => `Không tìm thấy khách nào với “${text}”; dưới đây là khách tưởng tượng.`,
    more: (count: number) => `Đây là ${count} khách đầu: gõ thêm để thấy những khách khác.`,
    several: 'Nhiều khách có thể là người này. Chọn một khách; dưới đây còn là khách tưởng tượng.',
    subject: 'Tiêu đề',
    text: 'Phần chữ',
    problem: 'Không viết được thư này',
    none: 'Chưa có lời văn nào được lưu cho phiên bản này. Hãy nhận lại chiến dịch (care accept).',
  },
  en: {
    title: 'Preview of the letter',
    titleOfCall: 'Preview of the call',
    titleOfBoth: 'Preview of the call and the letter',
    lead: 'Nothing is sent and no voucher is issued by looking. The links in a preview do nothing.',
    leadOfCall: 'Nobody is rung by looking. What is said is filled in as if you rang.',
    spoken: 'Call',
    written: 'Letter',
    noScript: (name: string) => `There is no campaigns/scripts/${name}.json.`,
    sample: 'As a made-up customer:',
    real: 'As the customer:',
    choose: 'Customer: name, number, address or id',
    show: 'Show as this customer',
    unknown: (text: string) => `No customer is found by “${text}”; below is the made-up one.`,
    more: (count: number) => `These are the first ${count}: type more to see others.`,
    several: 'Several customers may be meant. Choose one; below is still the made-up one.',
    subject: 'Subject',
    text: 'Text part',
    problem: 'This letter cannot be written',
    none: 'No words are stored for this version. Accept the campaign again (care accept).',
  },
})

export interface PreviewedLetter {
  readonly language: string
  readonly letter: { readonly subject: string; readonly text: string; readonly html: string } | null
  readonly problem: string | null
}

export interface PreviewShown {
  readonly campaign: Pick<CampaignDefinition, 'id' | 'name' | 'touch'>
  readonly customer: Pick<Customer, 'customerId' | 'fullName'>
  readonly asked: string | null
  /** Whom it may mean; none where nobody is found, one where they are shown. */
  readonly choices: readonly Pick<Customer, 'customerId' | 'fullName'>[]
  /** Others may be meant besides. */
  readonly hasMore: boolean
  readonly notSent: NotSent | null
  readonly campaignName: (campaignId: string) => string
  /** Null for a campaign of letters. */
  readonly call: ShownScript | null
  readonly letters: readonly PreviewedLetter[]
}

export function previewPage(frame: Frame, shown: PreviewShown): Html {
  const { campaign, customer, asked, choices, hasMore, notSent, campaignName, call, letters } = shown
  const { locale } = frame
  const words = WORDS[locale]
  const isReal = choices.length === 1
  const refused = notPermitted(frame, 'see-people')
  const hasLetter = !isLetterless(campaign)
  const title = !call ? words.title : hasLetter ? words.titleOfBoth : words.titleOfCall
  const body = html`<p class="trail"><a href="${campaignPath(campaign.id)}">← ${campaign.name[locale]}</a></p>
      <h1>${title}</h1>
      <p class="quiet">${call ? `${words.leadOfCall} ` : ''}${hasLetter ? words.lead : ''}</p>
      ${asked !== null && choices.length === 0 ? html`<p class="said warn" role="status">${words.unknown(asked ?? '')}</p>` : ''}
      <section>
        <form method="get" action="${campaignPath(campaign.id)}/preview" class="filters">
          <div><label for="customer">${words.choose}</label><input id="customer" name="customer" value="${asked ?? ''}" autocomplete="off"${refused === null ? '' : html` disabled`}></div>
          <button class="quiet"${refused === null ? '' : html` disabled`}>${words.show}</button>${refused === null ? '' : html`<small>${refused}</small>`}
        </form>
        ${choices.length > 1 ? choiceOf(choices, { campaign, said: hasMore ? `${words.several} ${words.more(choices.length)}` : words.several }) : ''}
        <p>${isReal ? words.real : words.sample} ${isReal ? html`<a href="${customerPath(customer.customerId)}">${customer.fullName}</a>` : customer.fullName}</p>
        ${notSentLine(notSent, { frame, campaignName, of: hasLetter ? 'letter' : 'call' })}
      </section>
      ${call ? callSections(call, locale) : ''}
      ${hasLetter && letters.length === 0 ? html`<section><p class="quiet">${words.none}</p></section>` : ''}
      <div class="columns">${letters.map((letter) => letterSection(letter, { frame, campaign, customerId: isReal ? customer.customerId : null, isBesideCall: call !== null }))}</div>`
  return framePage({ frame, section: 'campaigns', title: `${title}: ${campaign.name[locale]}`, body })
}

const choiceOf = (
  choices: PreviewShown['choices'],
  { campaign, said }: { readonly campaign: PreviewShown['campaign']; readonly said: string },
): Html => html`<p role="status">${said}</p>
        <ul>${choices.map(
          ({ customerId, fullName }) =>
            html`<li><a href="${pathWith(`${campaignPath(campaign.id)}/preview`, { customer: customerId })}">${fullName}</a> <small>${customerId}</small></li>`,
        )}</ul>`

/** A script has its words in these two, whatever the languages of the letters. */
const SPOKEN_LANGUAGES = ['vi', 'en'] as const

function callSections({ name, script, speakers }: ShownScript, locale: Frame['locale']): Html {
  const words = WORDS[locale]
  if (!script) return html`<section><p class="said warn">${words.noScript(name)}</p></section>`
  return html`<div class="columns">${SPOKEN_LANGUAGES.map((language) => {
    const customer = { ...speakers.customer, locale: language }
    return html`<section class="script" data-spoken="${language}"><h2>${words.spoken}: ${namedCode({ type: 'language', code: language, locale })}</h2>${spokenLines(script, { ...speakers, customer }, locale)}</section>`
  })}</div>`
}

function letterSection(
  { language, letter, problem }: PreviewedLetter,
  {
    frame: { locale },
    campaign,
    customerId,
    isBesideCall,
  }: {
    readonly frame: Frame
    readonly campaign: PreviewShown['campaign']
    readonly customerId: string | null
    readonly isBesideCall: boolean
  },
): Html {
  const words = WORDS[locale]
  const inLanguage = namedCode({ type: 'language', code: language, locale })
  const named = isBesideCall ? `${words.written}: ${inLanguage}` : inLanguage
  if (!letter) return html`<section class="attention"><h2>${named}</h2><p>${words.problem}: ${problem}</p></section>`
  const path = pathWith(`${campaignPath(campaign.id)}/preview/${language}`, { customer: customerId })
  return html`<section data-language="${language}">
          <h2>${named}</h2>
          <p><small>${words.subject}</small><br><b lang="${language}">${letter.subject}</b></p>
          <iframe title="${named}: ${letter.subject}" sandbox="allow-popups allow-popups-to-escape-sandbox" src="${path}"></iframe>
          <details><summary>${words.text}</summary><pre lang="${language}">${letter.text}</pre></details>
        </section>`
}

const isLetterless = (campaign: PreviewShown['campaign']): boolean => templateOf(campaign) === undefined
