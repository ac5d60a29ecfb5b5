/** What an act on a campaign of calls says: it sends no mail, and its calls may lie on the desk of the team. */
import { bothLanguages } from '#web/words/both-languages.ts'
import { ofAny, ofOneOrMany } from '#web/words/number-of.ts'

export const CALL_CAMPAIGN_WORDS = bothLanguages({
  vi: {
    sent: ofAny('người của các dịp ấy đã được giao cho nhóm gọi'),
    pause: {
      waiting: ofAny('người đang chờ sẽ chờ tiếp, chưa giao cho nhóm gọi'),
      calls: ofAny('cuộc gọi đã giao mà chưa xong: nhóm vẫn gọi tiếp'),
      effects: [
        'Có hiệu lực ngay: từ giờ không giao thêm khách nào.',
        'Ai hết ngày trong lúc tạm dừng thì bị bỏ qua, với lý do ấy.',
        'Chạy tiếp được bất cứ lúc nào.',
      ],
    },
    resume: {
      waiting: ofAny('người đang chờ sẽ được giao cho nhóm gọi trong ngày của họ'),
      calls: ofAny('cuộc gọi đã giao mà chưa xong: không thay đổi'),
      effects: ['Có hiệu lực ngay.', 'Không ai bị gọi hai lần.'],
    },
    cancel: {
      waiting: ofAny('người đang chờ sẽ không được gọi; mỗi người được ghi là bỏ qua, với lý do ấy'),
      calls: ofAny('cuộc gọi đã giao mà chưa xong sẽ khép lại ngay, trừ cuộc đã hẹn giờ với khách'),
      effects: [
        'Không mở dịp nào của chiến dịch này nữa.',
        'Cuộc gọi đã hẹn giờ với khách vẫn được gọi đúng hẹn. Kết quả đã ghi và các con số vẫn còn.',
        'Muốn làm lại thì đặt mã khác cho chiến dịch mới.',
      ],
    },
  },
  en: {
    sent: ofOneOrMany('person of these was handed to the desk', 'people of these were handed to the desk'),
    pause: {
      waiting: ofOneOrMany(
        'person who waits goes on waiting, and is not handed to the desk',
        'people who wait go on waiting, and are not handed to the desk',
      ),
      calls: ofOneOrMany(
        'call on the desk is still to be made: the team goes on with it',
        'calls on the desk are still to be made: the team goes on with them',
      ),
      effects: [
        'It holds at once: no more customers come to the desk.',
        'Whoever’s days end meanwhile is skipped, with that reason.',
        'It can be resumed at any time.',
      ],
    },
    resume: {
      waiting: ofOneOrMany('person who waits comes to the desk on their day', 'people who wait come to the desk on their day'),
      calls: ofOneOrMany(
        'call on the desk is still to be made: nothing changes for it',
        'calls on the desk are still to be made: nothing changes for them',
      ),
      effects: ['It holds at once.', 'Nobody is rung twice.'],
    },
    cancel: {
      waiting: ofOneOrMany(
        'person who waits is not rung, and is noted as skipped, with that reason',
        'people who wait are not rung; each is noted as skipped, with that reason',
      ),
      calls: ofOneOrMany(
        'call on the desk ends at once, unless a time was agreed with the customer',
        'calls on the desk end at once, unless a time was agreed with the customer',
      ),
      effects: [
        'No more occurrence of this campaign is opened.',
        'A call that was agreed with a customer is still made at its time. Outcomes that were noted, and the figures, stay.',
        'To begin anew, give the new campaign another id.',
      ],
    },
  },
})
