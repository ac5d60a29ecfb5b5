/** The words of the team's page. */
import { type Absence, DAYS_AHEAD, type DutyRefusal } from '#core/duty/duty-change.ts'
import type { DutyBecause } from '#core/duty/duty-of-day.ts'
import type { DutyChanged } from '#web/staff/team/team-shown.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { DAYS, numberOf } from '#web/words/number-of.ts'

export const TEAM_WORDS = bothLanguages({
  vi: {
    title: (team: string) => `Ca trực: ${team}`,
    lead: 'Ai làm việc trong ngày, giờ nào, và gọi được tối đa bao nhiêu cuộc. Trưởng nhóm đổi được ngay tại đây; thay đổi được ghi lại và còn nguyên khi danh sách nhân viên được công bố lại.',
    teams: 'Nhóm',
    day: 'Ngày',
    show: 'Xem',
    hours: (parts: string) => `Giờ của nhóm: ${parts}.`,
    dayOff: 'Nhóm không làm việc ngày này.',
    nextDay: (day: string) => `Ngày làm việc tiếp theo: ${day}.`,
    holiday: (name: string, from: string, to: string) => `${name}: nhóm nghỉ từ ${from} đến hết ${to}.`,
    columns: ['Tên', 'Giờ làm', 'Cuộc gọi', 'Tình trạng', 'Thay đổi'],
    sum: (people: number, calls: string) => `${people} người làm việc, gọi được tối đa ${calls} cuộc.`,
    nobody: 'Không có ai làm việc ngày này.',
    ill: 'Nghỉ ốm',
    leave: 'Nghỉ phép',
    other: 'Nghỉ việc khác',
    cover: 'Người làm thay',
    noCalls: '0 cuộc gọi mỗi ngày',
    swap: 'Đổi ca',
    undo: 'Như kế hoạch',
    about: (name: string) => `của ${name}`,
    more: 'Cách khác',
    since: (what: string, time: string) => `${what} từ ${time}`,
    uncovered: (hours: string) => `chưa có ai làm thay: ${hours}`,
    by: (name: string, at: string) => `${name} đổi lúc ${at}.`,
    week: 'Bảy ngày tới',
    weekColumns: ['Ngày', 'Giờ của nhóm', 'Người làm việc', 'Cuộc gọi'],
    onCall: 'Trực ngoài giờ',
    onCallNow: (names: string) => `Việc gấp ngay bây giờ: ${names}.`,
    atWork: 'Nhóm đang trong giờ làm việc: việc gấp đến những người đang làm.',
    onCallNobody: 'Ngoài giờ, và không có ai trực lúc này. Người trực được ghi trong campaigns/staff.json.',
    holidays: 'Kỳ nghỉ dài',
    noHolidays: 'Không có kỳ nghỉ dài nào sắp tới trong campaigns/staff.json.',
    closed: (from: string, to: string) => `Nghỉ từ ${from} đến hết ${to}.`,
    lastPromise: (day: string) => `Chỉ hẹn gọi lại cho khách đến hết ngày ${day}.`,
    reopens: (day: string) => `Làm việc lại ${day}.`,
    spread: (days: number) => `Việc tồn được chia đều cho ${days} ngày làm việc sau đó.`,
    duty: (day: string, hours: string, names: string) => `${day}, ${hours}: ${names}`,
    notOwnTeam: 'Trưởng nhóm chỉ đổi được ca của nhóm mình.',
    pastDay: `Chỉ đổi được từ hôm nay đến ${DAYS_AHEAD} ngày tới.`,
    noTeam: 'Chưa có nhóm nào nhận việc: danh sách nhân viên chưa được công bố.',
  },
  en: {
    title: (team: string) => `Shifts: ${team}`,
    lead: 'Who works on the day, in which hours, and for how many calls at most. The lead changes it here; a change is recorded, and stays when the roster is published again.',
    teams: 'Team',
    day: 'Day',
    show: 'Show',
    hours: (parts: string) => `Hours of the team: ${parts}.`,
    dayOff: 'The team does not work on this day.',
    nextDay: (day: string) => `Next working day: ${day}.`,
    holiday: (name: string, from: string, to: string) => `${name}: the team is off from ${from} to ${to}, last day included.`,
    columns: ['Name', 'Hours', 'Calls', 'Standing', 'Change'],
    sum: (people: number, calls: string) =>
      `${people === 1 ? '1 person works' : `${people} people work`}, for at most ${calls} ${calls === '1' ? 'call' : 'calls'}.`,
    nobody: 'No one works on this day.',
    ill: 'Ill',
    leave: 'On leave',
    other: 'Away, other reason',
    cover: 'Who covers',
    noCalls: '0 calls a day',
    swap: 'Swap the shift',
    undo: 'As planned',
    about: (name: string) => `of ${name}`,
    more: 'Other ways',
    since: (what: string, time: string) => `${what} from ${time}`,
    uncovered: (hours: string) => `covered by no one: ${hours}`,
    by: (name: string, at: string) => `Changed by ${name} at ${at}.`,
    week: 'The next seven days',
    weekColumns: ['Day', 'Hours of the team', 'At work', 'Calls'],
    onCall: 'On call outside the hours',
    onCallNow: (names: string) => `For what cannot wait, now: ${names}.`,
    atWork: 'The team is at work: what cannot wait goes to those on shift.',
    onCallNobody: 'Outside the hours, and no one is on call now. campaigns/staff.json says who is.',
    holidays: 'Long holidays',
    noHolidays: 'No long holiday is to come in campaigns/staff.json.',
    closed: (from: string, to: string) => `Closed from ${from} to ${to}, last day included.`,
    lastPromise: (day: string) => `The last day for which a call-back may be promised is ${day}.`,
    reopens: (day: string) => `Works again on ${day}.`,
    spread: (days: number) =>
      days === 1 ? 'What waited is done on the day after.' : `What waited is spread over the ${days} working days after it.`,
    duty: (day: string, hours: string, names: string) => `${day}, ${hours}: ${names}`,
    notOwnTeam: 'A lead changes the shifts of their own team only.',
    pastDay: `Days can be changed from today to ${numberOf(DAYS_AHEAD, DAYS)} ahead.`,
    noTeam: 'No team has work yet: the roster was not published.',
  },
})

/** Why a member works in these hours, or does not. */
export const DUTY_WORDS = bothLanguages<Readonly<Record<DutyBecause, string>>>({
  vi: {
    shift: 'theo ca',
    cover: 'làm thêm ca của đồng nghiệp',
    duty: 'trực ngày nghỉ',
    leave: 'nghỉ phép',
    away: 'vắng',
    covered: 'có người làm thay',
    off: 'không có ca',
  },
  en: {
    shift: 'on shift',
    cover: 'also covers a colleague',
    duty: 'on duty in the holiday',
    leave: 'on leave',
    away: 'away',
    covered: 'covered by a colleague',
    off: 'no shift',
  },
})

export const ABSENCE_WORDS = bothLanguages<Readonly<Record<Absence, string>>>({
  vi: { ill: 'nghỉ ốm', leave: 'nghỉ phép', other: 'nghỉ việc khác' },
  en: { ill: 'ill', leave: 'on leave', other: 'away' },
})

export const TEAM_SAID = bothLanguages<Readonly<Record<DutyRefusal | DutyChanged, string>>>({
  vi: {
    changed: 'Đã đổi. Ai làm việc trong ngày đứng bên dưới.',
    'changed-list-again': 'Đã đổi, và danh sách gọi của ngày đã được chia lại. Ai làm việc trong ngày đứng bên dưới.',
    'changed-list-later': 'Đã đổi. Danh sách gọi của ngày chưa chia lại được ngay; hệ thống sẽ chia lại trong vòng nửa giờ.',
    'another-team': 'Trưởng nhóm chỉ đổi được ca của nhóm mình. Chưa có gì thay đổi.',
    'no-such-person': 'Người này không có trong danh sách nhân viên, hoặc không nhận việc. Chưa có gì thay đổi.',
    'no-such-day': `Chỉ đổi được từ hôm nay đến ${DAYS_AHEAD} ngày tới. Chưa có gì thay đổi.`,
    'not-working': 'Lúc đó người này không có ca và không trực, hoặc ca đã hết. Chưa có gì thay đổi.',
    'no-such-cover': 'Hãy chọn một đồng nghiệp khác cùng nhóm, chưa bị đổi ca trong ngày. Chưa có gì thay đổi.',
    'covers-another': 'Người này đang làm thay ca của đồng nghiệp: hãy trả ca ấy về như kế hoạch trước. Chưa có gì thay đổi.',
    'already-so': 'Ngày của người này đã được đổi trước đó: xem bên dưới. Chưa có gì thay đổi thêm.',
    'changed-meanwhile':
      'Trang bạn vừa xem đã cũ: có người đổi ca trong ngày này sau đó. Xem lại bên dưới rồi làm lại nếu vẫn cần.',
  },
  en: {
    changed: 'Changed. Who works on the day stands below.',
    'changed-list-again': 'Changed, and the day’s list of calls was split again. Who works on the day stands below.',
    'changed-list-later':
      'Changed. The day’s list of calls could not be split again at once; the system will do it within half an hour.',
    'another-team': 'A lead changes the shifts of their own team only. Nothing has changed.',
    'no-such-person': 'This person is not on the roster, or has no work. Nothing has changed.',
    'no-such-day': `Days can be changed from today to ${numberOf(DAYS_AHEAD, DAYS)} ahead. Nothing has changed.`,
    'not-working': 'This person has no shift then and is not on call, or it is over. Nothing has changed.',
    'no-such-cover': 'Choose another colleague of the same team whose day was not changed. Nothing has changed.',
    'covers-another': 'This person covers a colleague: put that shift back as planned first. Nothing has changed.',
    'already-so': 'The day of this person was changed before: see below. Nothing more has changed.',
    'changed-meanwhile':
      'The page you saw is out of date: a shift of this day was changed since. Look below, and do it again if it is still needed.',
  },
})
