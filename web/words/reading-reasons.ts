/** Why a customer's mail was read as it was, in words for staff. A stored reason is a short code (core/reply/read-reply.ts); a mail may be years old. */
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { REPLY_WORDS, VERDICT_WORDS } from '#web/words/replies.ts'
import { RIGHT_WORDS } from '#web/words/work.ts'

const WORDS = bothLanguages({
  vi: {
    exact: {
      'word:thanks': 'chỉ cảm ơn',
      'optOut:all': 'muốn ngừng mọi thư',
      'score:number': 'điểm viết bằng số',
      'score:words': 'điểm hiểu từ lời',
      'score:ambiguous': 'có thể hiểu ra nhiều điểm khác nhau',
      'score:off-scale': 'số nằm ngoài thang điểm',
      'score:none': 'không thấy điểm',
      'score:contradicted': 'lời nói ngược với điểm',
      'text:empty': 'thư không có lời nào mới',
      'text:garbled': 'có chữ không đọc được',
      'text:cut': 'thư dài, chỉ giữ phần đầu',
      'text:automatic': 'lời của máy trả lời tự động',
      'text:absence': 'lời báo vắng mặt',
      'subject:automatic': 'tiêu đề của máy trả lời tự động',
      'subject:returned-mail': 'tiêu đề báo thư không gửi được',
      'type:delivery-report': 'là báo cáo về việc chuyển thư',
      'type:report': 'là báo cáo do máy lập',
      'header:x-failed-recipients': 'máy chủ nêu người nhận không đến được',
      'header:auto-submitted': 'máy ghi rõ là thư tự động',
      'header:x-autoreply': 'máy ghi rõ là trả lời tự động',
      'header:x-autorespond': 'máy ghi rõ là trả lời tự động',
      'header:precedence': 'thư hàng loạt hay tự động',
      'header:return-path': 'không có địa chỉ trả về, như thư của máy',
      'header:list': 'đi qua một danh sách thư',
      'header:x-loop': 'được phần mềm chuyển tiếp',
      'from:mailer-daemon': 'do máy chủ thư gửi',
      'from:postmaster': 'do máy chủ thư gửi',
      'from:no-reply': 'từ địa chỉ không nhận trả lời',
      'size:over-10-mb': 'thư lớn hơn 10 MB, chỉ đọc phần đầu',
      'size:head': 'phần đầu thư quá lớn, chỉ đọc một phần',
      'size:parts': 'quá nhiều phần, chỉ đọc một số',
      'size:lines': 'quá nhiều dòng, chỉ đọc phần đầu',
      'size:attachments': 'quá nhiều tệp đính kèm, chỉ nêu một số',
      'unreadable:parts': 'có phần không đọc được',
      'unreadable:html': 'phần HTML không đọc được',
    } as Readonly<Record<string, string>>,
    said: (words: string) => `khách viết “${words}”`,
    right: (right: string) => `hỏi về dữ liệu của mình: ${right}`,
    withdraw: 'rút lại sự đồng ý',
    also: (kind: string) => `cũng là: ${kind}`,
    auth: (method: string, result: string) => `chưa chắc người gửi là thật (${method}: ${result})`,
    other: (code: string) => `lý do khác (${code})`,
  },
  en: {
    exact: {
      'word:thanks': 'only says thanks',
      'optOut:all': 'wants all mail to stop',
      'score:number': 'the score is a number',
      'score:words': 'the score follows from the words',
      'score:ambiguous': 'may mean several scores',
      'score:off-scale': 'the number is not on the scale',
      'score:none': 'no score found',
      'score:contradicted': 'the words say the opposite of the score',
      'text:empty': 'nothing was newly written',
      'text:garbled': 'some letters cannot be read',
      'text:cut': 'long: only its beginning was kept',
      'text:automatic': 'the words of an automatic reply',
      'text:absence': 'a note of absence',
      'subject:automatic': 'the subject of an automatic reply',
      'subject:returned-mail': 'the subject of returned mail',
      'type:delivery-report': 'a report on delivery',
      'type:report': 'a report made by a machine',
      'header:x-failed-recipients': 'the server names recipients that it could not reach',
      'header:auto-submitted': 'marked as automatic',
      'header:x-autoreply': 'marked as an automatic reply',
      'header:x-autorespond': 'marked as an automatic reply',
      'header:precedence': 'marked as bulk or automatic',
      'header:return-path': 'no return address, as machines write',
      'header:list': 'came through a mailing list',
      'header:x-loop': 'passed on by a program',
      'from:mailer-daemon': 'sent by a mail server',
      'from:postmaster': 'sent by a mail server',
      'from:no-reply': 'from an address that takes no answers',
      'size:over-10-mb': 'over 10 MB: only its beginning was read',
      'size:head': 'its head is too large: only a part was read',
      'size:parts': 'too many parts: only some were read',
      'size:lines': 'too many lines: only its beginning was read',
      'size:attachments': 'too many attachments: only some are named',
      'unreadable:parts': 'some parts cannot be read',
      'unreadable:html': 'its HTML cannot be read',
    } as Readonly<Record<string, string>>,
    said: (words: string) => `the customer wrote “${words}”`,
    right: (right: string) => `asks about their own data: ${right}`,
    withdraw: 'withdraws consent',
    also: (kind: string) => `also: ${kind}`,
    auth: (method: string, result: string) => `the sender may not be genuine (${method}: ${result})`,
    other: (code: string) => `another reason (${code})`,
  },
})

export function readingReason(code: string, locale: PageLocale): string {
  const words = WORDS[locale]
  const exact = Object.hasOwn(words.exact, code) ? words.exact[code] : undefined
  if (exact !== undefined) return exact
  const colon = code.indexOf(':')
  const [what, value] = [code.slice(0, colon), code.slice(colon + 1)]
  switch (what) {
    case 'word':
      return words.said(value)
    case 'rights':
      return value === 'withdraw' ? words.withdraw : words.right(named(RIGHT_WORDS[locale], value))
    case 'also':
      return words.also(named(REPLY_WORDS[locale], value))
    case 'verdict':
      return named(VERDICT_WORDS[locale], value)
    case 'auth': {
      const [method = '', result = ''] = value.split('-')
      return words.auth(method.toUpperCase(), result)
    }
    default:
      return words.other(code)
  }
}

/** The code itself where another version wrote it. */
const named = (words: Readonly<Record<string, string>>, name: string): string =>
  (Object.hasOwn(words, name) ? words[name] : undefined) ?? name
