/**
 * Phrases in which a word of complaint complains of nothing: "chậm rãi" is how tea is drunk, "cột mốc" an anniversary, "an awful lot" much. A word
 * of complaint inside one of these does not count.
 */
import { type Wording, wordings } from '#core/reply/spoken.ts'

export const HARMLESS_USES: readonly Wording[] = wordings([
  '(chậm|chầm chậm) (rãi|lại|từng chút|mà chắc)',
  '(sống|nhâm nhi|thưởng thức|uống|ăn|nhai|thở|đi|bước|đọc|nhấp|trôi)( thật| thật là| từng ngụm)? chậm',
  '(không|chẳng|chả)( hề)?( thua)? (kém)( gì| cạnh){0,1}',
  '(giờ|phút|lúc [0-9]+) kém',
  'kém( [0-9]+)? (phút|giờ|tuổi)',
  'vỡ (òa|lẽ|mộng đẹp)',
  '(cột|dấu|thời|đánh dấu|những|các) mốc',
  'mốc (son|thời gian|giờ|lịch sử)',
  'bể (bơi|cá)',
  '(dang dở|dở dang)',
  'tiền tệ',
  '(không|hết|chẳng|ngon hết|đỡ|đọc không|uống không|hoài không|mãi không)( hề| biết| thấy| bao giờ)? (chán|ngán)',
  '(uống|ăn|dùng|xem|đọc)( hoài| mãi| hoài mà| mãi mà){0,1} (không|chẳng)( biết| hề| thấy)? chán',
  'gãy gọn',
  'gián (tiếp|đoạn)',
  '(mới|mát) mẻ',
  'mẻ (trà|mới|đầu|này|hàng)',
  'an awful lot',
  'awfully (good|nice|kind|happy|sweet)',
  '(crushed|smashed|killed) it',
  'too bad( [^ |]+){0,2} (cant|cannot|couldnt)( [^ |]+){0,2} (more|higher|11|12|20)( [^ |]+)?',
  'too bad i (cant|cannot) give( you)?( [^ |]+)?',
  '(not|isnt|wasnt|aint)( at all| half| too| so)? bad',
  'never( [^ |]+){0,3} bad cup',
  '(better|best|sooner) late',
])
