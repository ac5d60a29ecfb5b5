/**
 * "Stop" without the word: the customer would rather not, never signed up, or has had enough of our mail. As a question it means the same ("sao cứ
 * gửi hoài vậy trời, tui đâu có đăng ký"). Each phrase names mail, signing up or being written to, because customers protest about goods in the
 * same words.
 */
import {
  CONTACT,
  EVERY,
  FILL_EN,
  FROM_YOU,
  MAIL,
  NAMED_EN,
  PRONOUN,
  RECEIVE_EN,
  SENT_EN,
  SOFT,
  VAGUE_EN,
} from '#core/reply/opt-out-grammar.ts'
import { type Wording, wordings } from '#core/reply/spoken.ts'

/** The clause ends here: "không đăng ký thì có được quà không?" asks for something else. */
const END = `( ${SOFT}| ${PRONOUN}| gì| mà| hồi nào| bao giờ){0,6} \\|`
const END_EN =
  '( (again|anymore|any more|ever|now|already|please|at all|from you|to me|in the first place|so why|like this|like this one|like these)){0,4}( \\|| and| or| so| because| but)'
const NO = '(không|chưa|chẳng|chả)'
const MAILS = `( cho| ${MAIL}| ${EVERY}| ${PRONOUN}| từ [^ |]+)`
const THESE_EN = `( ${FILL_EN}){0,5}( (${NAMED_EN}|${VAGUE_EN}|list))?`
const WRITE_EN = '(email|mail|message|contact|text|write|call|send|bother|spam)'
const WRITING_EN =
  '(emailing|mailing|messaging|contacting|texting|writing|calling|sending|bothering|spamming|harassing|pestering)'

/** About the past, so that a question about it is a stop as well. */
export const STOPPED_BEFORE: readonly Wording[] = wordings([
  `(hủy|bỏ|rút) (đăng ký|nhận)( [^ |]+){0,6}( \\|)?( [^ |]+){0,3} (vẫn|cứ|còn)( [^ |]+){0,3} (nhận|gửi|thấy|bị)( [^ |]+){0,3} ${MAIL}`,
  `(unsubscribed|opted out)( [^ |]+){0,5} still`,
])

export const PROTESTS: readonly Wording[] = wordings([
  // Never signed up.
  `đâu( ${PRONOUN}){0,1} có( hề| từng)? đăng ký( nhận| theo dõi)?${MAILS}{0,5}${END}`,
  `có( hề| từng)? đăng ký( nhận| theo dõi)?${MAILS}{0,5} đâu`,
  `${NO}( hề| từng| bao giờ| có| đồng ý){0,3} đăng ký (nhận|theo dõi)${MAILS}{1,6}${END}`,
  `${NO}( hề| từng| bao giờ){1,3} đăng ký${MAILS}{0,4}${END}`,
  `\\|( ${PRONOUN}){0,2} không( có)? đăng ký${END}`,
  `(never|did not|didnt|do not remember|dont remember|do not recall|dont recall|have not|havent)( ever| even| actually)? (sign|signed|signing)( myself| me)? up( for| to)?${THESE_EN}${END_EN}`,
  `(never|did not|didnt|do not remember|dont remember|do not recall|dont recall|have not|havent)( ever| even| actually)? (subscribe|subscribed|subscribing|opt in|opted in|agree|agreed|consent|consented)( to| for)?( receive| get)?${THESE_EN}${END_EN}`,
  `(never|did not|didnt)( ever| even)? (ask|asked) (for|to ${RECEIVE_EN})( ${FILL_EN}){0,5} (${NAMED_EN}|${VAGUE_EN})`,
  `(never|did not|didnt)( ever| even)? (ask|asked) to ${RECEIVE_EN}( ${FILL_EN}){1,5}${END_EN}`,
  // Has had enough.
  `(sao|cứ|suốt ngày|tối ngày|ngày nào cũng|toàn)( [^ |]+){0,2} (gửi|nhắn|nhắn tin|mail|spam|làm phiền|quấy rầy)${MAILS}{0,5} (hoài|suốt|liên tục|mãi|dữ vậy|quá trời)`,
  `(gửi|nhắn|nhắn tin|mail|spam|làm phiền|quấy rầy)${MAILS}{0,5} hoài( \\|)?( [^ |]+){0,2} (phiền|mệt|bực|chán|ghê|ớn|khó chịu|vậy)`,
  `(suốt ngày|tối ngày|cả ngày|ngày nào cũng)( cứ| toàn)? (gửi|nhắn|nhắn tin|mail|spam)${MAILS}{0,4}( \\|)?( [^ |]+){0,2} (phiền|mệt|bực|chán|ghê|ớn|khó chịu)`,
  `(why( do| are| would)?|(?<!thank )you|u|they)( you| guys| people| still)? keep( on)? ${WRITING_EN}( (me|us|to me|to us))?${THESE_EN}${END_EN}`,
  `(you|youre|they|theyre)( guys| people| all)?( are| re)?( just| still| constantly)? (spamming|harassing|pestering) (me|us)`,
  `(asked|told|begged) (you|them)( [^ |]+){0,3} to stop${END_EN}`,
  `(get|take|remove)( me)? off( of)?( this| your| the)( [^ |]+){0,2} lists?`,
])

export const REFUSALS: readonly Wording[] = wordings([
  // Would rather not.
  `(would|id|wed|much)( much| really)? rather not( have to| ever)? ${RECEIVE_EN}${THESE_EN}( ${FROM_YOU})?${END_EN}`,
  `prefer not to( ever)? ${RECEIVE_EN}${THESE_EN}( ${FROM_YOU})?${END_EN}`,
  `(rather|prefer) not( to)? be (contacted|emailed|bothered|surveyed|disturbed|on)( ${FILL_EN}| list| mailing){0,5}${END_EN}`,
  `(rather|prefer it if|prefer|appreciate it if|grateful if|like it if|nice if|great if)( you)( would| could)? (not|did not|didnt|do not|dont|stop|stopped)( to)? (${WRITE_EN}|${WRITING_EN})( (me|us|to me|to us))?${THESE_EN}${END_EN}`,
  `could do without( ${FILL_EN}){0,5} (${NAMED_EN})`,
  `refrain from sending( [^ |]+){0,3} (${SENT_EN})`,
  `appreciate not (receiving|getting)${THESE_EN}${END_EN}`,
  `refrain from( ever)? ${WRITING_EN}( (me|us|to me|to us))?${THESE_EN}${END_EN}`,
  `(do not|dont|no longer|not)( really| even)?( wish| want| care| interested)( to| in)? ${RECEIVE_EN}( ${FILL_EN}){0,3} (these|those|any more|anymore)${END_EN}`,
  `(do not|dont) think (i|we)( ever| have| actually)? (signed up|subscribed|opted in|agreed)( to| for)?${THESE_EN}${END_EN}`,
  `stop( from)? (getting|receiving|hearing)${THESE_EN}( ${FROM_YOU})?${END_EN}`,
  `prefer no( more)?( ${FILL_EN}){0,3} (${NAMED_EN})`,
  `(fed up|sick|tired)( and tired)? (with|of)( ${FILL_EN}){0,4} (${NAMED_EN})`,
  `done with( ${FILL_EN}){0,4} (emails|e mails|mails|messages|newsletters|surveys|spam|ads|offers|texts|letters)`,
  'make (it|this|these|them) stop',
  '(báo|báo cáo|đánh dấu|report|reporting|reported|mark|marking|marked)( [^ |]+){0,3} spam',
  `no longer interested${END_EN}`,
  `i want( off| out)( of)?( this| your| the| these)?( [^ |]+){0,2} \\|`,
  `(these|those|the|your|all)( (these|those|the|your|of)){0,2} (${NAMED_EN}) (need to|must|have to|should|has to|needs to) (stop|end|cease)${END_EN}`,
  `enough( with| of)?( ${FILL_EN}){0,4} (${NAMED_EN})${END_EN}`,
  `\\|( please| just| so){0,2} stop( now| it| please)? \\|`,
  `không( hề| có)? (đồng ý|cho phép)( cho| để)?( shop| công ty| bạn| các bạn| ai){0,2} ${CONTACT}${MAILS}{0,5}( \\|| nữa)`,
  `(rút|rời)( tên)?( ra)? khỏi( [^ |]+){0,3} (khảo sát|danh sách|chương trình)`,
  `(dẹp|cắt)( giùm| hết| luôn| ngay){0,2}( ${EVERY}){0,4} ${MAIL}( [^ |]+){0,3}( đi| giùm| giúp| luôn){0,3} \\|`,
  `không muốn bị ${CONTACT}${MAILS}{0,5}`,
])
