/** The page of a visitor who is not signed in, or is so no more: why, and the way back in. Whoever is signed in already is told that a sign-in failed and that they still are. */
import { html } from 'hono/html'
import { SIGN_IN_MISSING } from '#core/staff/turned-away.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { typedWords } from '#web/staff/typed-words.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

/** Why the app does not know who asks, or that the person signed out. */
export const NOT_SIGNED_IN = [...SIGN_IN_MISSING, 'signed-out'] as const
export type NotSignedIn = (typeof NOT_SIGNED_IN)[number]

const WORDS = bothLanguages<{
  title: string
  stillIn: string
  you: (name: string) => string
  goOn: string
  signIn: string
  nothingDone: string
  because: Readonly<Record<NotSignedIn, string>>
}>({
  vi: {
    title: 'Bạn chưa đăng nhập',
    stillIn: 'Bạn vẫn đang đăng nhập',
    you: (name) => `Lần đăng nhập này không thành, và không có gì thay đổi: bạn vẫn là ${name}.`,
    goOn: 'Vào trang',
    signIn: 'Đăng nhập',
    nothingDone: 'Biểu mẫu vừa gửi chưa được thực hiện: chưa có gì thay đổi.',
    because: {
      'no-session': 'Trang này chỉ dành cho nhân viên của công ty.',
      'not-ours': 'Phiên đăng nhập trong trình duyệt không phải do hệ thống này cấp.',
      'session-ended': 'Phiên này đã được đăng xuất.',
      'session-expired': 'Mỗi lần đăng nhập dùng được 12 giờ; phiên này đã hết hạn.',
      'not-on-roster': 'Địa chỉ của bạn không có trong danh sách nhân viên. Hãy nhờ người vận hành thêm vào.',
      'signed-out': 'Bạn đã đăng xuất.',
      'no-address': 'Nơi đăng nhập không cho biết địa chỉ thư của bạn, nên không biết bạn là ai trong danh sách nhân viên.',
      unverified: 'Nơi đăng nhập chưa xác minh địa chỉ thư của bạn. Hãy xác minh địa chỉ rồi đăng nhập lại.',
      'bound-to-another':
        'Địa chỉ này đã được một tài khoản khác dùng để đăng nhập. Nếu tài khoản của bạn vừa được tạo lại, hoặc địa chỉ vừa được giao cho bạn, hãy nhờ người vận hành ghi vào danh sách nhân viên địa chỉ là của bạn từ ngày nào.',
      'issuer-refused': 'Nơi đăng nhập không cho vào: bạn đã hủy, hoặc tài khoản không được phép.',
      'issuer-away': 'Nơi đăng nhập không trả lời. Hãy thử lại sau ít phút.',
      'answer-late': 'Lần đăng nhập này đã quá lâu. Hãy đăng nhập lại.',
      'answer-not-ours': 'Câu trả lời đăng nhập không thuộc về trình duyệt này. Hãy đăng nhập lại từ đầu.',
    },
  },
  en: {
    title: 'You are not signed in',
    stillIn: 'You are still signed in',
    you: (name) => `This sign-in failed, and nothing changed: you are ${name} as before.`,
    goOn: 'Go on',
    signIn: 'Sign in',
    nothingDone: 'The form you sent was not carried out: nothing has changed.',
    because: {
      'no-session': 'This page is for the staff of the company only.',
      'not-ours': 'The session in this browser was not given by this system.',
      'session-ended': 'This session was signed out.',
      'session-expired': 'A sign-in holds for 12 hours; this one has expired.',
      'not-on-roster': 'Your address is not on the roster of staff. Ask an operator to add it.',
      'signed-out': 'You have signed out.',
      'no-address': 'The place where you sign in did not tell your mail address, so it is not known who you are on the roster.',
      unverified: 'The place where you sign in has not verified your mail address. Verify it, then sign in again.',
      'bound-to-another':
        'Another account has signed in with this address before. If your account was made anew, or the address was given to you, ask an operator to write into the roster since when the address is yours.',
      'issuer-refused': 'The place where you sign in did not let you in: you cancelled, or the account may not.',
      'issuer-away': 'The place where you sign in does not answer. Try again in a few minutes.',
      'answer-late': 'This sign-in took too long. Sign in again.',
      'answer-not-ours': 'The answer of the sign-in does not belong to this browser. Begin once more.',
    },
  },
})

interface SignedOut {
  readonly because: NotSignedIn
  readonly back: string
  readonly isForm?: boolean
}

export function signedOutPage(frame: Frame, { because, back, isForm = false }: SignedOut): Html {
  const words = WORDS[frame.locale]
  if (frame.visitor && because !== 'signed-out') return stillInPage(frame, { because, back, visitor: frame.visitor })
  const body = html`<h1>${words.title}</h1>
      <section class="attention" data-not-signed-in="${because}"><p>${words.because[because]}</p>${isForm ? html`<p>${words.nothingDone}</p>` : ''}${typedWords(frame)}
      ${signInForm(back, frame.locale)}</section>`
  return framePage({ frame, section: 'none', title: words.title, body })
}

/** An answer that is opened once more, from the history of the browser, ends no session. */
function stillInPage(
  frame: Frame,
  { because, back, visitor }: Pick<SignedOut, 'because' | 'back'> & { readonly visitor: NonNullable<Frame['visitor']> },
): Html {
  const words = WORDS[frame.locale]
  const body = html`<h1>${words.stillIn}</h1>
      <section class="attention" data-sign-in-failed="${because}"><p>${words.because[because]}</p><p>${words.you(visitor.name)}</p>
      <p class="pages"><a href="${back}">${words.goOn} →</a></p></section>`
  return framePage({ frame, section: 'none', title: words.stillIn, body })
}

const signInForm = (back: string, locale: PageLocale): Html =>
  html`<form action="/sign-in"><input type="hidden" name="back" value="${back}"><button>${WORDS[locale].signIn}</button></form>`
