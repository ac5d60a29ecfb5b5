/** What the mails about a list of calls say, and the headings of their files. */
import { bothLanguages } from '#web/words/both-languages.ts'
import { numberOf } from '#web/words/number-of.ts'

const CALLS = ['call', 'calls'] as const
const NEW_CALLS = ['new call', 'new calls'] as const

export const CALLS_MAIL_WORDS = bothLanguages({
  vi: {
    subject: {
      mine: (count: number, date: string) => `Danh sách gọi của bạn, ${date}: ${count} cuộc`,
      team: (count: number, date: string, team: string) => `Danh sách gọi của nhóm ${team}, ${date}: ${count} cuộc`,
      more: (count: number, date: string) => `Thêm ${count} cuộc gọi cho bạn, ${date}`,
    },
    lead: {
      mine: 'Gọi theo thứ tự từ trên xuống. Mỗi cuộc ghi vì sao đứng ở đó.',
      team: 'Cả danh sách của nhóm, theo thứ tự gọi, kèm người gọi.',
      more: 'Danh sách của nhóm đã được chia lại. Những cuộc sau đây nay là của bạn; danh sách cũ của bạn vẫn còn.',
    },
    split: (given: number, notGiven: number) => `Đã giao ${given} cuộc, chưa giao ${notGiven} cuộc.`,
    nobody:
      'Hôm nay không ai trong nhóm có ca làm: cả danh sách là của trưởng nhóm, hoặc của trưởng phòng nếu nhóm không có trưởng nhóm.',
    notGiven: 'Chưa giao cho ai',
    beyond: (count: number) => `Còn ${count} việc nữa chưa vào danh sách: chúng đến khi các việc khác xong.`,
    tooLong: (shown: number, count: number) => `Danh sách quá dài cho một thư: ở đây là ${shown} trong ${count} cuộc.`,
    inFiles: 'Các tệp đính kèm có đủ.',
    noFiles: 'Tệp đính kèm cũng quá lớn nên không gửi kèm.',
    onPage: 'Xem đủ trên trang Danh sách gọi.',
    open: 'Mở danh sách gọi',
    openWork: 'Mở việc',
    promise: (at: string) => `Hẹn ${at}`,
    due: (at: string) => `Gọi trước ${at}`,
    why: (why: string) => `Vì: ${why}`,
    rings: (name: string) => `Người gọi: ${name}`,
    noPhone: 'không có số điện thoại',
    unknown: { form: 'Quý khách', name: 'số chưa có trong danh sách khách hàng' },
    sheet: (date: string) => `Gọi ${date}`,
    file: 'danh-sach-goi',
    columns: {
      rank: 'Thứ tự',
      agent: 'Người gọi',
      form: 'Xưng hô',
      name: 'Họ tên',
      phone: 'Điện thoại',
      reasons: 'Lý do gọi',
      promise: 'Hẹn gọi lúc',
      due: 'Gọi trước',
      why: 'Vì sao ở vị trí này',
      link: 'Liên kết',
    },
  },
  en: {
    subject: {
      mine: (count, date) => `Your list of calls, ${date}: ${numberOf(count, CALLS)}`,
      team: (count, date, team) => `List of calls of team ${team}, ${date}: ${numberOf(count, CALLS)}`,
      more: (count, date) => `${numberOf(count, NEW_CALLS)} for you, ${date}`,
    },
    lead: {
      mine: 'Ring from the top down. Each line says why it stands where it stands.',
      team: 'The whole list of the team in the order of ringing, with who rings.',
      more: 'The list of the team was split again. These calls are now yours; the list that you had stays.',
    },
    split: (given, notGiven) => `${given} given out, ${notGiven} not given out.`,
    nobody:
      'Nobody of the team is on shift today: the whole list is the lead’s, or that of the head of care where the team has no lead.',
    notGiven: 'Given to nobody',
    beyond: (count) => `${count} more did not fit into the list: they come when others are done.`,
    tooLong: (shown, count) => `The list is too long for a mail: here are ${shown} of ${numberOf(count, CALLS)}.`,
    inFiles: 'The attached files have all of it.',
    noFiles: 'The files are too large as well, and are not attached.',
    onPage: 'The page Calls shows all of it.',
    open: 'Open the list of calls',
    openWork: 'Open the task',
    promise: (at) => `Agreed for ${at}`,
    due: (at) => `Ring before ${at}`,
    why: (why) => `Why: ${why}`,
    rings: (name) => `Rings: ${name}`,
    noPhone: 'no phone number',
    unknown: { form: 'Caller', name: 'no customer has this number' },
    sheet: (date) => `Calls ${date}`,
    file: 'calls',
    columns: {
      rank: 'Rank',
      agent: 'Rings',
      form: 'Form of address',
      name: 'Name',
      phone: 'Phone',
      reasons: 'Reasons',
      promise: 'Agreed for',
      due: 'Ring before',
      why: 'Why it stands there',
      link: 'Link',
    },
  },
})
