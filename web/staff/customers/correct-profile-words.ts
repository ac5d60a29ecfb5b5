/** The words of the form with which staff correct a customer, and of what became of it. */
import { bothLanguages } from '#web/words/both-languages.ts'

export const CORRECT_WORDS = bothLanguages({
  vi: {
    title: 'Sửa tên, xưng hô, cách và giờ liên hệ',
    partsOfDay: 'Muốn được gọi vào',
    partsHint: 'Việc gọi được xếp vào các buổi ấy khi còn trong giờ được gọi. Giờ trưa chỉ gọi khi khách muốn.',
    fullName: 'Họ và tên',
    addressName: 'Gọi là',
    addressNameHint: 'Đứng sau “anh”, “chị” trong lời chào. Để trống thì lấy từ tên.',
    honorific: 'Xưng hô',
    channel: 'Muốn được liên hệ',
    channelHint: 'Để nhân viên biết. Thư tự động vẫn theo sự đồng ý của khách.',
    noChannel: 'khách chưa nói',
    unreachable: 'không còn liên hệ được',
    keeps: 'Tên, xưng hô và giờ gọi sửa ở đây được giữ: nhập danh sách sau này không đổi lại, và báo cáo nhập nói rõ.',
    back: 'Để lần nhập danh sách sau được đổi lại tên, xưng hô và giờ gọi',
    save: 'Lưu',
    corrected: (by: string, at: string) => `${by} sửa gần nhất lúc ${at}.`,
    changed: 'Đã sửa:',
    unchanged: 'Không có gì khác với hồ sơ: chưa sửa gì.',
    parts: {
      name: 'tên',
      'form-of-address': 'xưng hô',
      'preferred-parts': 'giờ gọi',
      'preferred-channel': 'cách liên hệ',
      'back-to-imports': 'nhập danh sách được đổi lại tên, xưng hô và giờ gọi',
    },
    refused: {
      'changed-meanwhile':
        'Chưa lưu: hồ sơ vừa được người khác hoặc một lần nhập danh sách đổi. Ô nào bạn đã sửa vẫn còn như bạn viết, các ô khác là hồ sơ hiện nay: hãy xem rồi lưu lại.',
      name: 'Chưa lưu: họ tên phải có chữ, nhiều nhất 100 chữ, không có địa chỉ hay liên kết.',
      'address-name': 'Chưa lưu: “Gọi là” phải có chữ, nhiều nhất 100 chữ, hoặc để trống.',
      honorific: 'Chưa lưu: hãy chọn một cách xưng hô trong danh sách.',
      channel: 'Chưa lưu: khách không có địa chỉ hoặc số để liên hệ bằng cách đó.',
    },
  },
  en: {
    title: 'Correct name, form of address, channel and time',
    partsOfDay: 'Would rather be rung',
    partsHint:
      'Calls are planned for these parts of the day, in hours that are allowed. At noon only customers who asked for it are rung.',
    fullName: 'Full name',
    addressName: 'Called',
    addressNameHint: 'Stands behind “anh” or “chị” in a greeting. Left empty, it follows from the name.',
    honorific: 'Form of address',
    channel: 'Would rather be reached',
    channelHint: 'For staff to know. Automatic mails still follow the customer’s consent.',
    noChannel: 'not said',
    unreachable: 'no longer reachable so',
    keeps:
      'A name, form of address and time corrected here are kept: later imports do not change them back, and their report says so.',
    back: 'Let the next import change name, form of address and time again',
    save: 'Save',
    corrected: (by: string, at: string) => `Last corrected by ${by} at ${at}.`,
    changed: 'Corrected:',
    unchanged: 'Nothing differs from the profile: nothing was changed.',
    parts: {
      name: 'name',
      'form-of-address': 'form of address',
      'preferred-parts': 'time for calls',
      'preferred-channel': 'channel',
      'back-to-imports': 'imports may change name, form of address and time again',
    },
    refused: {
      'changed-meanwhile':
        'Not saved: another person or an import has just changed the profile. What you changed stands as you wrote it, the rest as the profile is now: look, and save again.',
      name: 'Not saved: the full name needs letters, at most 100, and no address or link.',
      'address-name': 'Not saved: “Called” needs letters, at most 100, or is left empty.',
      honorific: 'Not saved: choose a form of address from the list.',
      channel: 'Not saved: the customer has no address or number for that channel.',
    },
  },
})
