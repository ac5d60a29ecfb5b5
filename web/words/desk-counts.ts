/** How the counts of the desk are called where the items behind them are listed: as on the page of the figure. */
import type { DeskCount } from '#core/kpi/counting/desk-count.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { CALL_END_WORDS, DISPOSITION_SHORT } from '#web/words/calls.ts'

export const DESK_COUNT_WORDS = bothLanguages({
  vi: {
    opened: 'mở trong tháng',
    closed: 'đóng trong tháng',
    of: {
      calls: 'việc gọi kết thúc',
      dispositions: 'lần gọi',
      promises: 'hẹn gọi lại',
      solvedAtFirst: 'giải quyết',
      cases: 'vụ việc',
    },
    fates: { kept: 'đã giữ', broken: 'lỡ hẹn', open: 'chưa đến giờ', void: 'không còn hiệu lực' },
    atFirst: { yes: 'xong ngay lần liên hệ đầu tiên', no: 'phải liên hệ thêm mới xong', unsaid: 'không ghi' },
    whatBecame: {
      upByTime: 'được báo lên vì quá hạn',
      upByHand: 'được nhân viên báo lên',
      handedBack: 'được giao lại cho người phụ trách',
      lowered: 'được nhân viên hạ mức',
    },
  },
  en: {
    opened: 'opened in the month',
    closed: 'closed in the month',
    of: {
      calls: 'calls that ended',
      dispositions: 'attempts',
      promises: 'promised call-backs',
      solvedAtFirst: 'solved',
      cases: 'cases',
    },
    fates: { kept: 'kept', broken: 'broken', open: 'not due yet', void: 'no longer needed' },
    atFirst: { yes: 'solved at the first contact', no: 'it took more than one', unsaid: 'not said' },
    whatBecame: {
      upByTime: 'went up by time',
      upByHand: 'taken up by staff',
      handedBack: 'handed back down',
      lowered: 'called less grave by staff',
    },
  },
})

export function writtenDeskCount(count: DeskCount, locale: PageLocale): string {
  const words = DESK_COUNT_WORDS[locale]
  const of = (one: string) => ('one' in count ? `${words.of[count.of]}: ${one}` : one)
  switch (count.of) {
    case 'opened':
    case 'closed':
      return words[count.of]
    case 'calls':
      return of(CALL_END_WORDS[locale][count.one])
    case 'dispositions':
      return of(DISPOSITION_SHORT[locale][count.one])
    case 'promises':
      return of(words.fates[count.one])
    case 'solvedAtFirst':
      return of(words.atFirst[count.one])
    case 'cases':
      return of(words.whatBecame[count.one])
  }
}
