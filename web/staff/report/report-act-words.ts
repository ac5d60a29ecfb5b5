/** The words of what the head does on the report: proposals, and handing it in. */
import type { ProposalState } from '#core/report/proposal.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

export const REPORT_ACT_WORDS = bothLanguages({
  vi: {
    proposals: 'Đề xuất',
    noProposals: 'Chưa có đề xuất nào cho báo cáo này.',
    proposalText: 'Đề xuất',
    proposalHint: 'Làm gì, vì sao, ai làm, khi nào xong. Đừng ghi tên khách hàng.',
    proposalFigures: 'Dựa trên các chỉ số',
    propose: 'Ghi đề xuất',
    states: {
      proposed: 'đã đề xuất',
      accepted: 'được chấp thuận',
      rejected: 'không chấp thuận',
      done: 'đã làm xong',
    } as Readonly<Record<ProposalState, string>>,
    setState: { proposed: '', accepted: 'Chấp thuận', rejected: 'Không chấp thuận', done: 'Đã làm xong' } as Readonly<
      Record<ProposalState, string>
    >,
    writtenBy: (name: string, at: string) => `${name}, ${at}`,
    handIn: 'Nộp báo cáo',
    handInLead:
      'Báo cáo đã nộp được giữ nguyên như lúc này, cùng các đề xuất và phần đã chi so với ngân sách của kỳ, không kèm lời của khách. Số liệu sau này có đổi thì bản đã nộp vẫn vậy.',
    handInNow: 'Nộp báo cáo này',
    handedIn: 'Báo cáo đã nộp',
    handedInColumns: ['Nộp lúc', 'Kỳ', 'Phần', 'Người nộp'],
    noHandedIn: 'Chưa nộp báo cáo nào.',
    asHandedIn: (at: string, name: string) => `Bản đã nộp lúc ${at} bởi ${name}. Bản này không thay đổi.`,
    handedInNote: 'Bản đã nộp không kèm lời của khách.',
    toLive: 'Mở số liệu hiện nay của kỳ này',
    said: {
      proposed: 'Đã ghi đề xuất.',
      changed: 'Đã đổi trạng thái của đề xuất.',
      'handed-in': 'Đã nộp báo cáo.',
      empty: 'Đề xuất còn trống: hãy ghi làm gì và vì sao.',
      'too-long': 'Đề xuất dài quá 2.000 ký tự, nên chưa ghi.',
      stale: 'Người khác vừa đổi đề xuất này. Hãy xem lại trạng thái hiện nay.',
      nothing: 'Kỳ này chưa có số liệu, nên không nộp được.',
    },
  },
  en: {
    proposals: 'Proposals',
    noProposals: 'No proposal for this report yet.',
    proposalText: 'Proposal',
    proposalHint: 'What, why, by whom, until when. Do not name customers.',
    proposalFigures: 'Rests on these figures',
    propose: 'Write the proposal',
    states: { proposed: 'proposed', accepted: 'accepted', rejected: 'rejected', done: 'done' },
    setState: { proposed: '', accepted: 'Accept', rejected: 'Reject', done: 'Done' },
    writtenBy: (name, at) => `${name}, ${at}`,
    handIn: 'Hand the report in',
    handInLead:
      'A report that was handed in is kept as it is now, with its proposals and what was spent of the budget of its period, and without words of customers. It stays so, also when figures change later.',
    handInNow: 'Hand this report in',
    handedIn: 'Reports handed in',
    handedInColumns: ['Handed in', 'Period', 'Part', 'By'],
    noHandedIn: 'No report was handed in yet.',
    asHandedIn: (at, name) => `As handed in at ${at} by ${name}. It does not change.`,
    handedInNote: 'A report that was handed in holds no words of customers.',
    toLive: 'Open the figures of this period as they are now',
    said: {
      proposed: 'The proposal is written.',
      changed: 'The state of the proposal is changed.',
      'handed-in': 'The report is handed in.',
      empty: 'The proposal is empty: write what is to be done, and why.',
      'too-long': 'The proposal is longer than 2,000 signs and was not written.',
      stale: 'Someone else has just changed this proposal. Look at its state of now.',
      nothing: 'This period has no figures yet and cannot be handed in.',
    },
  },
})

export type ReportSaid = keyof (typeof REPORT_ACT_WORDS)['vi']['said']
