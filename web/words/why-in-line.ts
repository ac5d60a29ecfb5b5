/** Why a line of a list of calls stands where it stands, or with whom, in words: one phrase for each fact. */
import type { Instant } from '#core/time/instant.ts'
import { pointsInWords } from '#core/work/call-subject.ts'
import type { LOOKED_AFTER_GONE, NotGiven, OWNER_GONE, Why } from '#core/work/day-list/day-line.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { DAYS, numberOf } from '#web/words/number-of.ts'

type OwnerGone = (typeof OWNER_GONE)[number]
type LookedAfterGone = (typeof LOOKED_AFTER_GONE)[number]

const WORDS = bothLanguages({
  vi: {
    promise: (at: string) => `đã hẹn khách lúc ${at}`,
    broken: (at: string) => `lỡ hẹn lúc ${at}`,
    complaint: 'khách khiếu nại',
    lowScore: (score: string) => `khách cho điểm ${score}`,
    missed: (at: string) => `gọi nhỡ tổng đài lúc ${at}`,
    tier: (tier: string) => `khách hạng ${tier}`,
    leftover: (days: number) => `tồn ${days} ngày`,
    due: (at: string) => `đến hạn lúc ${at}`,
    shared: (people: number) => `${people} khách chung một số`,
    owner: 'việc của người gọi',
    gone: {
      away: (name: string) => `${name} vắng hôm nay nên người khác gọi thay`,
      hour: (name: string) => `${name} không làm việc vào giờ đã hẹn nên người khác gọi thay`,
      left: (name: string) => `${name} không còn trong nhóm nên người khác gọi thay`,
    } satisfies Record<OwnerGone, (name: string) => string>,
    lookedAfter: 'khách của người gọi',
    lookedAfterGone: {
      away: (name: string) => `khách của ${name}; ${name} vắng hôm nay nên người khác gọi thay`,
      hour: (name: string) => `khách của ${name}; đến hạn trước khi ${name} vào ca nên người khác gọi thay`,
      full: (name: string) => `khách của ${name}; ${name} đã đủ cuộc gọi nên người khác gọi thay`,
    } satisfies Record<LookedAfterGone, (name: string) => string>,
    nobody: 'không có ai trong ca: danh sách về trưởng nhóm hoặc trưởng phòng',
    gaveWay: (name: string) => `trước đó ${name} gọi; đã nhường chỗ cho việc phải gọi trước`,
    beyondRoom: 'giao thêm dù người gọi đã đủ cuộc gọi: việc này không để sang ngày khác',
    notGiven: {
      capacity: 'chưa giao: mọi người đều đã đủ cuộc gọi',
      'owner-full': 'chưa giao: người phụ trách đã đủ cuộc gọi',
      spread: 'để dành cho ngày sau: việc tồn của kỳ nghỉ được chia đều',
      'no-lead': 'chưa giao: không có ai trong ca, cũng không có trưởng nhóm hay trưởng phòng',
    } satisfies Record<NotGiven, string>,
  },
  en: {
    promise: (at: string) => `agreed with the customer for ${at}`,
    broken: (at: string) => `the agreed time ${at} was missed`,
    complaint: 'the customer complains',
    lowScore: (score: string) => `the customer gave a ${score}`,
    missed: (at: string) => `rang the hotline at ${at}, unanswered`,
    tier: (tier: string) => `customer of tier ${tier}`,
    leftover: (days: number) => `left over for ${numberOf(days, DAYS)}`,
    due: (at: string) => `due at ${at}`,
    shared: (people: number) => `${numberOf(people, ['customer has', 'customers share'])} the number`,
    owner: 'work of the one who rings',
    gone: {
      away: (name: string) => `${name} is away, so a colleague rings`,
      hour: (name: string) => `${name} is not at work at the agreed time, so a colleague rings`,
      left: (name: string) => `${name} is not in the team any more, so a colleague rings`,
    },
    lookedAfter: 'customer of the one who rings',
    lookedAfterGone: {
      away: (name: string) => `customer of ${name}, who is away, so a colleague rings`,
      hour: (name: string) => `customer of ${name}, who begins work after it is due, so a colleague rings`,
      full: (name: string) => `customer of ${name}, who has as many calls as they can make, so a colleague rings`,
    },
    nobody: 'no one is on shift: the list is the lead’s or the head’s',
    gaveWay: (name: string) => `was for ${name} to ring, and made way for what goes first`,
    beyondRoom: 'given on top of as many calls as fit: it does not wait for another day',
    notGiven: {
      capacity: 'not given out: all have as many calls as they can make',
      'owner-full': 'not given out: its owner has as many calls as they can make',
      spread: 'kept for a later day: what waited over the holiday is spread',
      'no-lead': 'not given out: no one is on shift, and there is neither a lead nor a head',
    },
  },
})

export interface WhyTelling {
  readonly locale: PageLocale
  readonly at: (instant: Instant) => string
  /** Of an address of staff. */
  readonly nameOf: (address: string) => string
}

/** All facts of a line, in the order in which they count: the same on the page, in the mail and in its files. */
export const reasonsInWords = (why: readonly Why[], telling: WhyTelling): string =>
  why.map((fact) => whyInWords(fact, telling)).join('; ')

export function whyInWords(why: Why, { locale, at, nameOf }: WhyTelling): string {
  const words = WORDS[locale]
  switch (why.is) {
    case 'promise':
      return words.promise(at(why.at))
    case 'broken-promise':
      return words.broken(at(why.at))
    case 'complaint':
      return words.complaint
    case 'low-score':
      return words.lowScore(pointsInWords(why))
    case 'missed-hotline':
      return words.missed(at(why.at))
    case 'tier':
      return words.tier(why.tier)
    case 'leftover':
      return words.leftover(why.days)
    case 'due':
      return words.due(at(why.at))
    case 'shared-number':
      return words.shared(why.people)
    case 'owner':
      return words.owner
    case 'owner-gone':
      return words.gone[why.because](nameOf(why.owner))
    case 'looked-after':
      return words.lookedAfter
    case 'looked-after-gone':
      return words.lookedAfterGone[why.because](nameOf(why.by))
    case 'nobody-on-shift':
      return words.nobody
    case 'gave-way':
      return words.gaveWay(nameOf(why.from))
    case 'beyond-room':
      return words.beyondRoom
    case 'not-given':
      return words.notGiven[why.because]
  }
}

export const notGivenInWords = (because: NotGiven, locale: PageLocale): string => WORDS[locale].notGiven[because]
