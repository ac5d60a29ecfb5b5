/** The forms with which staff ask for compensation, decide on what a colleague asked for, note that the customer has it, and withdraw it. */
import { html } from 'hono/html'
import type { Compensation, CompensationItem } from '#core/campaign/compensation.ts'
import { LONGEST_NOTE, LONGEST_REASON } from '#core/campaign/staff-text.ts'
import { decisionRefusal } from '#core/work/case/compensation-act.ts'
import { type CaseCompensation, compensationsOf, isOpenCompensation } from '#core/work/case/compensations.ts'
import { isOpen } from '#core/work/standing.ts'
import type { History } from '#core/work/work-event.ts'
import type { Case } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import type { Behind } from '#web/staff/work/behind.ts'
import type { CompensationForm, WrittenCaseForm } from '#web/staff/work/case-form-names.ts'
import { roomLine } from '#web/staff/work/compensation-section.ts'
import { act } from '#web/staff/work/item-act.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { amountInWords } from '#web/words/compensation-events.ts'

const WORDS = bothLanguages({
  vi: {
    compensate: 'Bù đắp cho khách',
    item: 'Khoản',
    cost: (name: string, amount: string) => `${name}: ${amount}`,
    upTo: (name: string, amount: string) => `${name}: đến ${amount}`,
    alone: (amount: string) => `bạn tự quyết đến ${amount}`,
    neverAlone: 'phải có người duyệt',
    amount: 'Số tiền (đồng), để trống nếu khoản có giá cố định',
    reason: 'Vì sao, khách được hứa gì',
    sum: 'Mức tự quyết tính chung mọi khoản của vụ việc này; vượt mức thì người khác phải duyệt trước.',
    none: 'Công ty chưa có danh mục bù đắp. Muốn có, hãy nhờ người vận hành ghi các khoản, mức và hạn mức vào campaigns/compensation.json.',
    noVoucher:
      'Khách này chưa đồng ý nhận quảng cáo, mà phiếu mua hàng là quảng cáo: không đưa phiếu được. Khách đồng ý thì phải ghi nhận trước, hoặc hãy chọn khoản khác.',
    voucher: 'Phiếu mua hàng là quảng cáo: khách này đã đồng ý nhận nên đưa được. Mã phiếu do bạn đưa cho khách.',
    decide: 'Duyệt bù đắp',
    why: {
      'not-your-own': 'Bạn không tự duyệt khoản do chính mình đề nghị: phải là người khác.',
      'may-not-approve': 'Khoản này vượt mức bạn được duyệt: mục Bù đắp ghi ai duyệt được.',
      'not-in-catalogue': 'Khoản này không còn trong danh mục: không duyệt được nữa, chỉ rút được.',
    },
    which: 'Khoản bù đắp',
    refusal: 'Nếu không duyệt: vì sao',
    approve: 'Duyệt',
    refuse: 'Không duyệt',
    give: 'Khách đã nhận bù đắp',
    how: 'Đã giao khách thế nào (số chuyển khoản, vận đơn, mã phiếu …)',
    save: 'Ghi đã nhận',
    withdraw: 'Rút bù đắp',
    because: 'Vì sao',
  },
  en: {
    compensate: 'Compensate',
    item: 'What',
    cost: (name: string, amount: string) => `${name}: ${amount}`,
    upTo: (name: string, amount: string) => `${name}: up to ${amount}`,
    alone: (amount: string) => `you decide up to ${amount} alone`,
    neverAlone: 'must be approved',
    amount: 'Amount (đồng), empty where the cost is fixed',
    reason: 'Why, and what the customer was promised',
    sum: 'What you may decide alone counts all of this case together; above it another person approves first.',
    none: 'The company has no catalogue of compensation. Ask the operator to write the items, amounts and the limit into campaigns/compensation.json.',
    noVoucher:
      'This customer has not agreed to advertising, and a voucher is advertising: it may not be given. Note their consent first where they agree, or choose something else.',
    voucher: 'A voucher is advertising: this customer has agreed to it, so it may be given. You hand the code over yourself.',
    decide: 'Decide on a compensation',
    why: {
      'not-your-own': 'You asked for it yourself: another person must approve it.',
      'may-not-approve': 'It is above what you may approve: the list of compensation says who may.',
      'not-in-catalogue': 'It is not in the catalogue any more: it can only be withdrawn.',
    },
    which: 'Compensation',
    refusal: 'Where it is refused: why',
    approve: 'Approve',
    refuse: 'Refuse',
    give: 'The customer has it',
    how: 'How it was given (transfer, waybill, code …)',
    save: 'Note it as given',
    withdraw: 'Withdraw a compensation',
    because: 'Why',
  },
})

interface CompensationFormsShown {
  readonly behind: Behind
  readonly item: Case
  /** The item itself, or of which it became a part. */
  readonly goesOn: History
  readonly frame: Frame
  readonly catalogue: Compensation | null
  readonly room: number | null
  /** Whether the customer agreed to advertising. */
  readonly agrees: boolean
  readonly written: WrittenCaseForm | null
  /** Why the visitor may not work on it. */
  readonly refused: string | null
  /** Names the compensation, so that a form sent twice asks once. */
  readonly compensationId: string
}

/** Something new in an open case alone; what was asked for before is decided, given and withdrawn also afterwards. */
export function compensationForms(shown: CompensationFormsShown): Html {
  const open = compensationsOf(shown.item).filter(isOpenCompensation)
  const of = (state: CaseCompensation['state']) => open.filter((one) => one.state === state)
  return html`${isOpen(shown.item) ? askForm(shown) : ''}${decideForm(shown, of('asked'))}${giveForm(shown, of('approved'))}${withdrawForm(shown, open)}`
}

const fieldsOf = ({ written }: CompensationFormsShown, form: CompensationForm): Readonly<Record<string, string>> =>
  written?.form === form ? written.fields : {}

function form(
  { behind, frame, refused }: CompensationFormsShown,
  action: CompensationForm,
  { title, body, because = null }: { readonly title: string; readonly body: Html; readonly because?: string | null },
): Html {
  return act({ behind, action, title, permission: 'note-work', frame, body, refused: refused ?? because })
}

function askForm(shown: CompensationFormsShown): Html {
  const { catalogue, frame, agrees, compensationId } = shown
  const { locale, visitor } = frame
  const words = WORDS[locale]
  if (catalogue === null)
    return html`<section class="act" data-no-catalogue><h2>${words.compensate}</h2><p class="quiet">${words.none}</p></section>`
  const written = fieldsOf(shown, 'compensate')
  const named = ({ name, cost, upTo, alone }: CompensationItem) => {
    const amount = amountInWords(cost ?? upTo ?? 0, locale)
    const own = aloneOf(alone, visitor?.role)
    const decides = own === 0 ? words.neverAlone : words.alone(amountInWords(own, locale))
    return `${(cost === undefined ? words.upTo : words.cost)(name[locale], amount)} (${decides})`
  }
  const items = catalogue.items.map(
    (item) =>
      html`<label class="choice"><input type="radio" name="item" value="${item.id}" required${item.id === written.item ? html` checked` : ''}${item.kind === 'voucher' && !agrees ? html` disabled` : ''}> <span>${named(item)}</span></label>`,
  )
  const hasVoucher = catalogue.items.some(({ kind }) => kind === 'voucher')
  const body = html`<input type="hidden" name="compensation-id" value="${written['compensation-id'] || compensationId}">
            <div role="radiogroup" aria-label="${words.item}">${items}</div>
            <label for="compensate-amount">${words.amount}</label><input id="compensate-amount" name="amount" inputmode="numeric" maxlength="20" autocomplete="off" value="${written.amount ?? ''}">
            <label for="compensate-text">${words.reason}</label><textarea id="compensate-text" name="text" rows="2" required maxlength="${LONGEST_NOTE}">${written.text ?? ''}</textarea>
            ${hasVoucher ? html`<p class="${agrees ? 'quiet' : 'why'}" data-voucher="${agrees ? 'agreed' : 'no-consent'}"><small>${agrees ? words.voucher : words.noVoucher}</small></p>` : ''}
            <p class="quiet"><small>${words.sum}</small></p>${roomLine(shown, locale)}<p class="buttons"><button class="quiet">${words.compensate}</button></p>`
  return form(shown, 'compensate', { title: words.compensate, body })
}

const aloneOf = (alone: CompensationItem['alone'], role: string | undefined): number =>
  role === 'agent' || role === 'lead' || role === 'head' ? alone[role] : 0

function which(
  shown: CompensationFormsShown,
  { form: action, open }: { readonly form: CompensationForm; readonly open: readonly CaseCompensation[] },
): Html {
  const { locale } = shown.frame
  const chosen = fieldsOf(shown, action)['compensation-id']
  const id = `${action}-which`
  return html`<label for="${id}">${WORDS[locale].which}</label><select id="${id}" name="compensation-id">${open.map(
    ({ asked: { compensationId, name, amount } }) =>
      html`<option value="${compensationId}"${compensationId === chosen ? html` selected` : ''}>${name[locale]}, ${amountInWords(amount, locale)}</option>`,
  )}</select>`
}

/** Of those that the visitor may not decide, the form says why. Refusing is its first button: browsers press that one for Enter behind the reason. */
function decideForm(shown: CompensationFormsShown, waiting: readonly CaseCompensation[]): Html | string {
  const { goesOn, frame, catalogue } = shown
  const { locale, visitor } = frame
  if (waiting.length === 0 || visitor === null) return ''
  const words = WORDS[locale]
  const { role, ...by } = visitor
  const why = (one: CaseCompensation) => decisionRefusal(goesOn, { one, by, role }, { compensation: catalogue })
  const theirs = waiting.filter((one) => why(one) === null)
  const [first] = waiting
  const refusal = theirs.length > 0 || !first ? null : why(first)
  const body = html`${which(shown, { form: 'decide-compensation', open: theirs.length > 0 ? theirs : waiting })}<label for="decide-text">${words.refusal}</label><input id="decide-text" name="text" maxlength="${LONGEST_REASON}" autocomplete="off" value="${fieldsOf(shown, 'decide-compensation').text ?? ''}">
            <p class="buttons"><button class="quiet" name="decision" value="refuse">${words.refuse}</button> <button name="decision" value="approve">${words.approve}</button></p>`
  return form(shown, 'decide-compensation', {
    title: words.decide,
    body,
    because: refusal === null ? null : words.why[refusal],
  })
}

function giveForm(shown: CompensationFormsShown, approved: readonly CaseCompensation[]): Html | string {
  if (approved.length === 0) return ''
  const words = WORDS[shown.frame.locale]
  const body = html`${which(shown, { form: 'give-compensation', open: approved })}<label for="give-text">${words.how}</label><input id="give-text" name="text" required maxlength="${LONGEST_REASON}" autocomplete="off" value="${fieldsOf(shown, 'give-compensation').text ?? ''}">
            <p class="buttons"><button class="quiet">${words.save}</button></p>`
  return form(shown, 'give-compensation', { title: words.give, body })
}

function withdrawForm(shown: CompensationFormsShown, open: readonly CaseCompensation[]): Html | string {
  if (open.length === 0) return ''
  const words = WORDS[shown.frame.locale]
  const body = html`${which(shown, { form: 'withdraw-compensation', open })}<label for="withdraw-compensation-text">${words.because}</label><input id="withdraw-compensation-text" name="text" required maxlength="${LONGEST_REASON}" autocomplete="off" value="${fieldsOf(shown, 'withdraw-compensation').text ?? ''}">
            <p class="buttons"><button class="quiet">${words.withdraw}</button></p>`
  return form(shown, 'withdraw-compensation', { title: words.withdraw, body })
}
