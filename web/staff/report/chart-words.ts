/** What charts say: a headline with the finding, a subtitle with what, when and in which unit, and a description for who does not see them. */
import { bothLanguages } from '#web/words/both-languages.ts'

export const CHART_WORDS = bothLanguages({
  vi: {
    trend: {
      rose: (by: string) => `NPS tăng ${by} so với kỳ trước`,
      fell: (by: string) => `NPS giảm ${by} so với kỳ trước`,
      steady: 'NPS chưa thấy thay đổi so với kỳ trước',
      notCompared: 'NPS qua các kỳ',
      subtitle: (from: string, to: string) =>
        `NPS từ −100 đến 100, ${from} đến ${to}; dải màu là khoảng tin cậy 95 %, nét đứt là số tạm tính`,
      alt: (first: string, last: string, from: string, to: string) =>
        `Biểu đồ đường có khoảng tin cậy: NPS từ ${first} (${from}) đến ${last} (${to}).`,
      target: (at: string) => `mục tiêu ${at}`,
      headings: ['Kỳ', 'NPS', 'Khoảng tin cậy 95 %', 'Người trả lời'],
    },
    response: {
      headline: (name: string, share: string) => `Được trả lời nhiều nhất: ${name} (${share})`,
      subtitle: (period: string) => `Tỷ lệ trả lời trên số lời mời đã đến, theo chiến dịch, ${period}`,
      alt: (name: string, share: string) => `Biểu đồ thanh ngang tỷ lệ trả lời theo chiến dịch; cao nhất là ${name}, ${share}.`,
      headings: ['Chiến dịch', 'Tỷ lệ trả lời', 'Đã trả lời', 'Lời mời đã đến'],
    },
    work: {
      headline: (name: string, count: string) => `Nhiều nhất: ${name} (${count} việc)`,
      subtitle: (period: string) => `Số việc mở theo lý do khách tìm đến, ${period}`,
      alt: (name: string, count: string) => `Biểu đồ thanh ngang số việc mở theo lý do; nhiều nhất là ${name}, ${count}.`,
      headings: ['Lý do', 'Việc mở'],
    },
    calls: {
      headline: (reached: string, all: string) => `Gặp được khách ${reached} trong ${all} việc gọi`,
      subtitle: (period: string) => `Số việc gọi đã kết thúc, theo cách kết thúc, ${period}`,
      alt: (reached: string, all: string) =>
        `Biểu đồ thanh ngang việc gọi theo cách kết thúc; gặp được khách ${reached} trong ${all}.`,
      headings: ['Kết thúc', 'Việc gọi'],
    },
  },
  en: {
    trend: {
      rose: (by) => `NPS rose by ${by}`,
      fell: (by) => `NPS fell by ${by}`,
      steady: 'NPS shows no change since the period before',
      notCompared: 'NPS over the periods',
      subtitle: (from, to) => `NPS from −100 to 100, ${from} to ${to}; the band is the 95 % interval, dotted is provisional`,
      alt: (first, last, from, to) => `Line chart with an interval band: NPS from ${first} (${from}) to ${last} (${to}).`,
      target: (at) => `target ${at}`,
      headings: ['Period', 'NPS', '95 % interval', 'Answers'],
    },
    response: {
      headline: (name, share) => `Answered most: ${name} (${share})`,
      subtitle: (period) => `Answers by invitations that arrived, by campaign, ${period}`,
      alt: (name, share) => `Bar chart of response by campaign; the highest is ${name}, ${share}.`,
      headings: ['Campaign', 'Response rate', 'Answered', 'Arrived invitations'],
    },
    work: {
      headline: (name, count) => `Most often: ${name} (${count})`,
      subtitle: (period) => `Work opened by why customers came, ${period}`,
      alt: (name, count) => `Bar chart of work opened by reason; the most is ${name}, ${count}.`,
      headings: ['Reason', 'Opened'],
    },
    calls: {
      headline: (reached, all) => `${reached} of ${all} calls reached the customer`,
      subtitle: (period) => `Calls that ended, by how they ended, ${period}`,
      alt: (reached, all) => `Bar chart of calls by how they ended; ${reached} of ${all} reached the customer.`,
      headings: ['End', 'Calls'],
    },
  },
})
