/**
 * Headings about consent or refusal that name no known column. `x` in such a column may be a yes or a no: leaving the column out would lose a
 * refusal, and guessing its meaning could turn a refusal into a consent. So the file is refused, with both ways to name the column.
 */
import { folded } from '#core/customer/written-text.ts'

type Purpose = 'advertising' | 'survey' | 'care'

interface ConsentHeading {
  readonly kind: 'agreement' | 'refusal' | 'calls'
  /** The purpose it seems to be about; undefined for mails in general. */
  readonly purpose: Purpose | undefined
}

const listed = (phrases: string): readonly string[] => phrases.split(/\s*,\s*/)

/**
 * Refusals, whatever follows. Those with dừng, đừng, thôi, bỏ and tắt are listed as whole phrases, because these words without marks are other words.
 */
const REFUSALS =
  listed(`từ chối, không đồng ý, chưa đồng ý, không chấp nhận, không cho phép, rút đồng ý, danh sách đen, đừng gửi, đừng mail, đừng email, đừng liên hệ,
  đừng làm phiền, dừng gửi, dừng nhận, dừng mail, dừng email, dừng liên hệ, thôi gửi, thôi nhận, bỏ nhận, bỏ theo dõi, bỏ đăng ký, tắt thông báo, tắt nhận,
  opt out, opted out, optout, opts out, unsubscribe, unsubscribed, unsub, dnc, dnd, dne, dnm, do not, dont, don t, does not want, not want, blacklist, blacklisted,
  blocklist, blocklisted, suppressed, suppression, suppress, withdrawn, declined, refuses, refused, objection`)
/** About calls, not mails: there is no column for them. */
const CALLS = listed(
  `dnc, không gọi, đừng gọi, ngưng gọi, ngừng gọi, dừng gọi, chặn gọi, do not call, dont call, don t call, no call, no calls, do not phone, không nhận cuộc gọi, từ chối cuộc gọi, từ chối gọi, không nghe máy`,
)
const AGREEMENTS =
  listed(`đồng ý, chấp nhận, cho phép, chấp thuận, consent, consents, consented, opt in, opted in, optin, subscribe, subscribed, subscriber status, subscription status, accepts, accept, accepted, agrees, agreed, allow, allows, allowed, 
  gdpr, wants, receive, receives, receiving, nhận tin, nhận qc, nhận quảng cáo, nhận khuyến mãi, nhận khuyến mại, nhận km, nhận bản tin, nhận thông báo, nhận thông tin, nhận khảo sát, nhận ks, nhận email, nhận mail, nhận thư, nhận sms, nhận cuộc gọi,
  nhận marketing, nhận newsletter, nhận ưu đãi, nhận chăm sóc, nhận cskh, đăng ký nhận, đk nhận, theo dõi bản tin, quan tâm quảng cáo, marketing status, email status, email marketing, sms marketing`)

const PURPOSES: readonly (readonly [Purpose, readonly string[]])[] = [
  [
    'advertising',
    listed(
      'quảng cáo, qc, khuyến mãi, khuyến mại, km, ưu đãi, tiếp thị, marketing, ads, advertising, advert, adverts, promotion, promotions, promo, promos, newsletter, newsletters, bản tin, offers',
    ),
  ],
  ['survey', listed('khảo sát, ks, survey, surveys, đánh giá, feedback')],
  ['care', listed('chăm sóc, cskh, care')],
]

/** The consent that the heading is about; undefined where it is about something else, such as `Người nhận hàng`. */
export function consentIn(heading: string): ConsentHeading | undefined {
  const { says, deniesAny } = speech(heading)
  const whole = words(folded(heading)).join(' ')
  const purpose = PURPOSES.find(([, phrases]) => says(phrases))?.[0]
  if (says(CALLS)) return { kind: 'calls', purpose }
  if (says(REFUSALS) || deniesAny || WHOLE_REFUSALS.has(whole)) return { kind: 'refusal', purpose }
  return says(AGREEMENTS) || WHOLE_AGREEMENTS.has(whole) ? { kind: 'agreement', purpose } : undefined
}

/** Headings that consist only of the topic of a consent, or only of a stop. */
const WHOLE_AGREEMENTS = new Set(
  listed(
    'quang cao, qc, marketing, newsletter, ban tin, tin quang cao, email quang cao, sms quang cao, thu quang cao, khuyen mai qua email',
  ),
)
const WHOLE_REFUSALS = new Set(
  listed('chan, bi chan, da chan, ngung, ngung lai, stop, stopped, block, blocked, knqc, kn qc, refused, cam'),
)

/** Close before one of the topics they are a refusal. Without marks some are other words: bỏ is Bộ as well. */
const DENIALS = listed(
  'hạn chế, không, ko, k, đừng, ngưng, ngừng, dừng, thôi, hủy, huỷ, chặn, bỏ, tắt, cấm, miễn, no, not, stop, stopped, never, without, block, blocked, exclude, excluded, don t, dont',
)
const UNMARKED_DENIALS = listed(
  'khong, ko, ngung, huy, chan, no, not, stop, stopped, never, without, block, blocked, exclude, excluded, don t, dont',
)
const TOPICS = listed(
  `nhận, gửi, gởi, mail, mails, email, emails, e mail, thư, tin, sms, zalo, qc, quảng cáo, khuyến mãi, khuyến mại, km, ưu đãi, tiếp thị, marketing, ads, advertising, promotion, promotions, newsletter, newsletters, bản tin,
  liên hệ, liên lạc, đăng ký, theo dõi, spam, làm phiền, quấy rầy, quấy rối, thông báo, nhắn tin, khảo sát, survey, surveys, chăm sóc, cskh, contact, contacted, message, messages, letters, letter, text, texts, disturb`,
)
const UNMARKED_TOPICS = TOPICS.filter((topic) => topic !== 'thư')
/** At most this many words between the two: `không muốn nhận`. */
const WORDS_BETWEEN = 2

/** Whether a legend in brackets after a name leaves its meaning unchanged: `(Có/Không)`, but not `(x = không nhận)`. */
export const isPlainLegend = (legend: string): boolean =>
  !legend.includes('=') && words(folded(legend)).every((word) => LEGEND.has(word))

const LEGEND = new Set(listed('co, khong, yes, no, y, n, x, v, true, false, 0, 1, hoac, or, bat, buoc'))

/** The name to give the column, for either meaning. Never advises removing it: that would lose its cells. */
export function consentAdvice(heading: string, { kind, purpose }: ConsentHeading): string {
  const said = `"${heading}" speaks of what customers agreed to or refused`
  if (kind === 'calls')
    return `${said}, and of calls, for which there is no column: name it "Nhãn" (tags) with the word "khong-goi" in its cells; where those customers want no letters either, name it "Từ chối chăm sóc" (care_opt_out)`
  if (/^(ngay|date) |(date| on| at)$/.test(words(folded(heading)).join(' ')))
    return `${said}, and of when: name it consent_date (Ngày đồng ý) or opt_out_date (Ngày từ chối)`
  const about = purpose ?? 'advertising'
  const consent = `"${NAMES[about]}" (consent_${about})`
  const turned = `write "không" into a column ${consent} for every customer who refused, and leave the others empty: not refusing is no consent`
  const optOut = 'name it "Từ chối chăm sóc" (care_opt_out), where "có" and "x" mean that they want no letters'
  const isAboutMail = purpose === undefined || purpose === 'care'
  if (kind === 'agreement')
    return `${said}: if its "có" or "x" means that they agreed, name it ${consent}; if it means that they refused, ${isAboutMail ? optOut : turned}`
  return `${said}: ${isAboutMail ? `${optOut}; if they refused advertising alone, ${turned}` : turned}`
}

const NAMES: Readonly<Record<Purpose, string>> = {
  advertising: 'Đồng ý nhận quảng cáo',
  survey: 'Đồng ý nhận khảo sát',
  care: 'Đồng ý nhận chăm sóc',
}

const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

interface Speech {
  readonly says: (phrases: readonly string[]) => boolean
  readonly deniesAny: boolean
}

/** Marks count where the heading has some: dùng is not dừng. Phrases match whole words. */
function speech(heading: string): Speech {
  const written = heading.normalize('NFC').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  const isMarked = folded(written) !== written.toLowerCase()
  const text = ` ${words(isMarked ? written : folded(written)).join(' ')} `
  const says = (phrases: readonly string[]) => phrases.some((phrase) => text.includes(` ${isMarked ? phrase : folded(phrase)} `))
  const [denials, topics] = isMarked ? [DENIALS, TOPICS] : [UNMARKED_DENIALS, UNMARKED_TOPICS.map(folded)]
  const between = `(?:\\S+ ){0,${WORDS_BETWEEN}}`
  const deniesAny = new RegExp(` (?:${denials.join('|')}) ${between}(?:${topics.join('|')}) `, 'u').test(text)
  return { says, deniesAny }
}
